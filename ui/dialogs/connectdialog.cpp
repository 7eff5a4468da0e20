#include "ui/dialogs/connectdialog.h"

#include "ui/dialogs/connectionform.h"
#include "ui/dialogs/connectionlist.h"
#include "ui/dialogs/verdictline.h"
#include "ui/models/connectionbook.h"
#include "ui/models/tokenstore.h"
#include "ui/style/isolated.h"

#include "core/base/names.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foghorn {

namespace {

constexpr StateLook Well{StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
constexpr StateLook Ill{StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 0};
constexpr StateLook Asking{StateFamily::Busy, Silhouette::Starting, Badge::None, 0};
constexpr StateLook Note{StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 0};

} // namespace

ConnectDialog::ConnectDialog(ConnectionDesk &desk, const Start &start, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_list(new ConnectionList(this))
    , m_title(new QLabel(this))
    , m_own(new QLabel(this))
    , m_form(new ConnectionForm(this))
    , m_verdict(new VerdictLine(this))
{
    setWindowTitle(tr("Connect"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    m_list->fill(m_desk);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectDialog::onCurrentChanged);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { // Return is the default button's
        if (m_connect->isEnabled())
            go();
    });
    connect(m_form, &ConnectionForm::edited, this, &ConnectDialog::onEdited);
    connect(this, &QDialog::finished, this, &ConnectDialog::forgetRemoved);
    m_list->choose(start.profile);
    const ConnectionList::Kind kind = m_list->choice().kind;
    if (kind == ConnectionList::Kind::New && !start.profile.url.isEmpty())
        m_form->setProfile(start.profile, ConnectionForm::Kind::Own); // named on the command line, and not kept
    if (start.asksForToken)
        m_form->tokenField().setFocus();
    else if (kind == ConnectionList::Kind::New)
        m_form->addressField().setFocus();
    else
        m_list->setFocus();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::build()
{
    const int gap = fontMetrics().height();
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_title->setFont(large);
    for (QLabel *label : {m_title, m_own}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_remove = new QPushButton(tr("&Remove"), this);
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Take this connection off the list"));
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(m_remove, 0, Qt::AlignLeft);
    auto *right = new QVBoxLayout;
    right->setSpacing(gap * 3 / 4);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_own),
             static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_verdict)})
        right->addWidget(part);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(gap);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_test = buttons->addButton(tr("T&est"), QDialogButtonBox::ActionRole);
    m_test->setToolTip(tr("Ask that daemon whether it is there and lets this window in"));
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    for (QPushButton *button : {m_test, buttons->button(QDialogButtonBox::Cancel)})
        button->setAutoDefault(false);
    m_connect->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addLayout(columns, 1);
    column->addWidget(buttons);
    m_form->setMinimumWidth(fontMetrics().height() * 30);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::go);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_remove, &QPushButton::clicked, this, &ConnectDialog::remove);
    connect(&m_verdict->wayOn(), &QPushButton::clicked, this, &ConnectDialog::putBack);
}

QString ConnectDialog::verdict() const { return m_verdict->sentence(); }

void ConnectDialog::onCurrentChanged()
{
    ++m_round;
    const ConnectionList::Choice choice = m_list->choice();
    const bool isOwn = choice.kind == ConnectionList::Kind::Own;
    const bool isFound = choice.kind == ConnectionList::Kind::Found;
    m_verdict->clear();
    m_form->setProfile(choice.profile, isFound ? ConnectionForm::Kind::Found : ConnectionForm::Kind::Own);
    m_form->setVisible(!isOwn);
    m_own->setVisible(isOwn);
    m_remove->setEnabled(choice.kind == ConnectionList::Kind::Kept);
    m_test->setVisible(!isOwn);
    if (isOwn) {
        m_title->setText(printable(m_desk.ownFleet()));
        m_own->setText(tr("This program runs the fleet itself. Its services can go on when the window is closed."));
    } else if (choice.kind == ConnectionList::Kind::New) {
        m_title->setText(tr("New connection"));
    } else {
        m_title->setText(printable(choice.profile.name));
    }
    if (isFound)
        m_form->setTokenHint(tr("It runs on this computer; the token is taken from its state directory."));
    else if (choice.kind == ConnectionList::Kind::Kept)
        askForKeptToken(choice.profile.url);
    onEdited();
}

void ConnectDialog::askForKeptToken(const QString &url)
{
    m_desk.tokens().read(url, this, [this, round = m_round](TokenStore::Answer answer, const QByteArray &) {
        if (round != m_round)
            return;
        switch (answer) {
        case TokenStore::Answer::Done:
            return m_form->setTokenHint(tr("A token is kept in the key ring; type another one to replace it."));
        case TokenStore::Answer::NotThere:
            return m_form->setTokenHint(tr("What you type here is kept in the key ring, never in a file."));
        case TokenStore::Answer::NoKeyRing:
            return m_form->setTokenHint(
                tr("No key ring answers here: the token is not kept, and asked for each time."));
        }
    });
}

void ConnectDialog::onEdited()
{
    ++m_asked; // what is asked about now is something else
    const QString fault = this->fault();
    m_connect->setEnabled(fault.isEmpty());
    m_connect->setToolTip(fault);
    m_test->setEnabled(fault.isEmpty());
    m_test->setToolTip(fault.isEmpty() ? tr("Ask that daemon whether it is there and lets this window in") : fault);
    const bool isUntouched =
        m_list->choice().kind == ConnectionList::Kind::New && m_form->addressField().text().isEmpty();
    if (fault.isEmpty() || isUntouched)
        m_verdict->clear();
    else
        m_verdict->say(Note, fault);
}

/// Why nobody can connect to what is chosen; empty: it can be tried.
QString ConnectDialog::fault() const
{
    const ConnectionList::Choice choice = m_list->choice();
    if (choice.kind == ConnectionList::Kind::Own)
        return m_desk.shown().url.isEmpty() ? tr("This window shows it already") : QString();
    if (choice.kind == ConnectionList::Kind::Found)
        return {};
    const QString name = m_form->profile().name;
    if (m_form->fault().isEmpty() && m_desk.book().isTaken(name, choice.profile.name))
        return tr("Another connection is called “%1” already").arg(isolated(name));
    return m_form->fault();
}

ConnectionWish ConnectDialog::wish() const
{
    const ConnectionList::Choice choice = m_list->choice();
    if (choice.kind == ConnectionList::Kind::Found)
        return {choice.profile, {}, choice.stateDirectory};
    return {m_form->profile(), m_form->token(), {}};
}

void ConnectDialog::test()
{
    ++m_asked;
    m_test->setEnabled(false);
    m_verdict->say(Asking, tr("Asking %1…").arg(isolated(ConnectionProfileCheck::placeOf(wish().profile.url))));
    m_desk.test(wish(), this, [this, asked = m_asked](const ConnectionVerdict &verdict) {
        if (asked == m_asked)
            take(verdict);
    });
}

void ConnectDialog::take(const ConnectionVerdict &verdict)
{
    m_test->setEnabled(true);
    m_verdict->say(verdict.isWell ? Well : Ill, verdict.sentence, verdict.details,
        verdict.certificate.isEmpty() ? QString() : tr("Trust &this certificate"));
    m_offered = verdict.certificate;
    makeRoom();
}

/// Words that wrap may need more than there is; nothing of them is cut.
void ConnectDialog::makeRoom()
{
    layout()->activate();
    const int needed =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    resize(width(), std::max(height(), needed));
}

void ConnectDialog::remove()
{
    const ConnectionList::Choice choice = m_list->choice();
    if (choice.kind != ConnectionList::Kind::Kept)
        return;
    m_removed.append(choice.profile);
    m_desk.book().remove(choice.profile.name);
    m_list->fill(m_desk);
    m_list->choose({});
    onCurrentChanged();
    m_verdict->say(Note, tr("%1 was removed.").arg(isolated(choice.profile.name)), {}, tr("&Undo"));
    m_offered.clear();
}

/// The one button of the verdict: trust what was shown, or have back what was removed.
void ConnectDialog::putBack()
{
    if (!m_offered.isEmpty()) {
        m_form->setCertificate(std::exchange(m_offered, {}));
        return test();
    }
    if (m_removed.isEmpty())
        return;
    const ConnectionProfile profile = m_removed.takeLast();
    m_desk.book().keep(profile);
    m_list->fill(m_desk);
    m_list->choose(profile);
    onCurrentChanged();
}

void ConnectDialog::forgetRemoved()
{
    for (const ConnectionProfile &profile : std::as_const(m_removed))
        m_desk.tokens().forget(profile.url);
    m_removed.clear();
}

void ConnectDialog::go()
{
    const ConnectionList::Choice choice = m_list->choice();
    if (choice.kind == ConnectionList::Kind::Own) {
        Q_EMIT ownChosen();
    } else {
        const ConnectionWish wanted = wish();
        if (choice.kind != ConnectionList::Kind::Found)
            m_desk.book().keep(wanted.profile, choice.profile.name);
        Q_EMIT chosen(wanted);
    }
    accept();
}

} // namespace foghorn
