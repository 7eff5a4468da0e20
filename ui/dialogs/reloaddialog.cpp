#include "ui/dialogs/reloaddialog.h"

#include "ui/dialogs/cyclepicture.h"
#include "ui/dialogs/roomybutton.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

namespace {

bool isFaulty(const ReloadOutcome &plan)
{
    return !plan.faults.isEmpty() || (plan.verdict != Verdict::Done && plan.verdict != Verdict::Accepted);
}

} // namespace

qsizetype ReloadDialog::changesIn(const ReloadOutcome &plan)
{
    return plan.added.size() + plan.removed.size() + plan.restarted.size() + plan.updated.size();
}

ReloadDialog::ReloadDialog(const ReloadOutcome &plan, const QString &fleet, QWidget *parent)
    : QDialog(parent)
    , m_layout(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    const int gap = fontMetrics().height();
    m_layout->setContentsMargins(gap, gap, gap, gap);
    m_layout->setSpacing(gap * 3 / 4);
    const QString name = isolated(fleet);
    if (isFaulty(plan)) {
        setWindowTitle(tr("Configuration not usable"));
        addText(tr("The configuration of “%1” cannot be used").arg(name), true);
        addText(plan.faults.isEmpty() ? printable(plan.message)
                                      : tr("Nothing was changed. Correct this in the file, then try again:"));
        addLines(tr("Faults"), plan.faults);
        addCycle(plan.cycles);
    } else if (changesIn(plan) == 0) {
        setWindowTitle(tr("Reload configuration"));
        addText(tr("Nothing has changed"), true);
        addText(tr("“%1” runs as its file says.").arg(name));
    } else {
        setWindowTitle(tr("Reload configuration?"));
        addText(tr("Reload the configuration of “%1”?").arg(name), true);
        addText(tr("The file has changed. This is what follows from it:"));
        addChanges(plan);
    }
    if (!plan.warnings.isEmpty()) {
        addText(tr("The file also gives reason to warn:"));
        addLines(tr("Warnings"), plan.warnings);
    }
    addButtons(plan);
    setAccessibleDescription(plainText());
}

ReloadDialog::~ReloadDialog() = default;

void ReloadDialog::addText(const QString &text, bool isTitle)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    if (isTitle) {
        QFont large = font();
        large.setBold(true);
        large.setPointSizeF(large.pointSizeF() * 1.2);
        label->setFont(large);
    }
    m_layout->addWidget(label);
    m_words.append(text);
}

/// To be selected and copied: a person takes them to an editor.
void ReloadDialog::addLines(const QString &name, const QList<QString> &lines)
{
    if (lines.isEmpty())
        return;
    QStringList clean;
    for (const QString &line : lines)
        clean.append(printable(line));
    auto *text = new QPlainTextEdit(clean.join(QLatin1Char('\n')), this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(name);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // they are wrapped
    const int line = text->fontMetrics().lineSpacing();
    const auto shown = static_cast<int>(std::clamp<qsizetype>(lines.size() * 2, 2, 12)); // some take two
    text->setMinimumHeight(line * 2 + line);
    text->setMaximumHeight(line * shown + line);
    text->setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    m_layout->addWidget(text, 1);
    m_words += clean;
}

/// One is drawn: whoever has mended it tries again, and sees the next.
void ReloadDialog::addCycle(const QList<QList<ServiceId>> &cycles)
{
    const auto drawn = std::find_if(cycles.cbegin(), cycles.cend(), [](const auto &cycle) { return cycle.size() > 2; });
    if (drawn == cycles.cend())
        return;
    addText(cycles.size() == 1
            ? tr("These services depend on each other. An arrow leads to what a service depends on:")
            : tr("The first of %Ln circles of services that depend on each other. An arrow leads to what a service "
                 "depends on:",
                nullptr, static_cast<int>(cycles.size())));
    auto *picture = new CyclePicture(*drawn, this);
    m_layout->addWidget(picture);
    m_words.append(picture->sentence());
}

void ReloadDialog::addChanges(const ReloadOutcome &plan)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &what, const QList<ServiceId> &services) {
        if (services.isEmpty())
            return;
        auto *name = new QLabel(what, this);
        auto *who = new QLabel(Wording::services(services, 8), this);
        for (QLabel *label : {name, who})
            label->setTextFormat(Qt::PlainText);
        who->setWordWrap(true);
        QFont bold = font();
        bold.setBold(true);
        name->setFont(bold);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(who, row++, 1);
        m_words.append(what + QStringLiteral(": ") + who->text());
    };
    add(tr("Added and started"), plan.added);
    add(tr("Stopped and removed"), plan.removed);
    add(tr("Restarted"), plan.restarted);
    add(tr("Changed in place"), plan.updated);
    m_layout->addLayout(grid);
    if (plan.untouched > 0)
        addText(plan.untouched == 1 ? tr("1 service is not touched.")
                                    : tr("%Ln services are not touched.", nullptr, static_cast<int>(plan.untouched)));
}

void ReloadDialog::addButtons(const ReloadOutcome &plan)
{
    auto *buttons = new QDialogButtonBox(this);
    const int changes = static_cast<int>(changesIn(plan));
    QPushButton *close = nullptr;
    if (isFaulty(plan)) {
        close = buttons->addButton(QDialogButtonBox::Close);
        QPushButton *again = roomy(buttons->addButton(tr("&Try again"), QDialogButtonBox::ActionRole));
        again->setAutoDefault(false);
        connect(again, &QPushButton::clicked, this, [this] {
            Q_EMIT againWanted();
            QDialog::close();
        });
    } else if (changes == 0) {
        close = buttons->addButton(QDialogButtonBox::Close);
    } else {
        close = buttons->addButton(QDialogButtonBox::Cancel);
        const QString words = changes == 1 ? tr("&Apply 1 change") : tr("&Apply %Ln changes", nullptr, changes);
        QPushButton *verb = roomy(buttons->addButton(words, QDialogButtonBox::AcceptRole));
        verb->setAutoDefault(false);
    }
    close->setDefault(true);
    close->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_layout->addWidget(buttons);
}

} // namespace foghorn
