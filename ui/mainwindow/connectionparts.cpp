#include "ui/mainwindow/connectionparts.h"

#include "ui/mainwindow/connectionwords.h"
#include "ui/panels/detailparts.h"
#include "ui/style/isolated.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include "core/base/names.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace foghorn {

namespace {

constexpr float VeilStrength = 0.4F; ///< what is below keeps 60 %

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ConnectionChip::ConnectionChip(const ConnectionBoard &board, QWidget *parent)
    : QToolButton(parent)
    , m_board(board)
{
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(1, 1) * fontMetrics().height());
    setFocusPolicy(Qt::TabFocus); // to be read, also where it leads nowhere
    refresh();
}

ConnectionChip::~ConnectionChip() = default;

void ConnectionChip::allowChanges()
{
    setFocusPolicy(Qt::TabFocus);
    refresh();
}

void ConnectionChip::refresh()
{
    const ConnectionState &connection = m_board.connection();
    setIcon(glyphIcon(ConnectionWords::look(connection), StatePalette::forPalette(palette())));
    m_words = ConnectionWords::chip(connection, m_board.heardAt(), Now::read().wall);
    setText(QString(m_words).replace(QLatin1Char('&'), QLatin1String("&&")));
    setAccessibleName(tr("Connection: %1").arg(m_words));
    setToolTip(connection.isRemote() ? tr("The fleet is run by a daemon on %1").arg(isolated(connection.place))
                                     : tr("The fleet is run by this program"));
}

ConnectionBar::ConnectionBar(ConnectionBoard &board, QWidget *parent)
    : QFrame(parent)
    , m_board(board)
    , m_glyph(new GlyphLabel(this))
    , m_text(plainLabel(this))
    , m_start(new QPushButton(tr("Start &daemon"), this))
    , m_tryNow(new QPushButton(tr("Try &now"), this))
{
    const int gap = fontMetrics().height() / 2;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap, gap);
    row->setSpacing(gap);
    m_text->setWordWrap(true);
    m_tryNow->setToolTip(tr("Do not wait for the next try"));
    row->addWidget(m_glyph);
    row->addWidget(m_text, 1);
    m_start->setToolTip(tr("Start it again as it was started before; it finds its services again"));
    row->addWidget(m_start);
    row->addWidget(m_tryNow);
    connect(m_start, &QPushButton::clicked, this, &ConnectionBar::startWanted);
    connect(m_tryNow, &QPushButton::clicked, &m_board, &ConnectionBoard::tryNow);
    refresh();
}

ConnectionBar::~ConnectionBar() = default;

void ConnectionBar::refresh()
{
    const ConnectionState &connection = m_board.connection();
    setVisible(connection.link == ConnectionState::Link::Reconnecting);
    if (connection.link != ConnectionState::Link::Reconnecting)
        return;
    m_glyph->setLook(ConnectionWords::look(connection));
    m_text->setText(ConnectionWords::lost(connection, m_board.heardAt(), Now::read().wall));
    m_text->setToolTip(printable(connection.reason));
    m_start->setVisible(m_canStart && connection.hasEnded);
    setAccessibleName(m_text->text());
}

void ConnectionBar::setCanStart(bool canStart)
{
    m_canStart = canStart;
    refresh();
}

QString ConnectionBar::text() const { return m_text->text(); }

void ConnectionBar::paintEvent(QPaintEvent *)
{
    const FamilyColors colors =
        StatePalette::forPalette(palette()).colors(ConnectionWords::look(m_board.connection()).family);
    QPainter painter(this);
    painter.fillRect(rect(), colors.chip);
    painter.fillRect(QRect(0, 0, fontMetrics().height() / 4, height()), colors.fill);
}

ConnectionPage::ConnectionPage(ConnectionBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_glyph(new GlyphLabel(this))
    , m_title(plainLabel(this))
    , m_reason(plainLabel(this))
    , m_details(plainLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_tryAgain(addButton(tr("&Try again")))
    , m_edit(addButton(tr("&Edit connection…")))
    , m_copy(addButton(tr("Co&py details")))
    , m_cancel(addButton(tr("&Cancel")))
    , m_other(addButton(tr("&Connect to another…")))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    for (QLabel *label : {m_title, m_reason}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    const int gap = fontMetrics().height();
    m_buttons->setSpacing(gap / 2);
    m_buttons->insertStretch(0);
    m_buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 4, gap, gap * 4, gap);
    column->setSpacing(gap);
    column->addStretch(2);
    column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_details, 0, Qt::AlignHCenter);
    column->addLayout(m_buttons);
    column->addStretch(3);
    connect(m_tryAgain, &QPushButton::clicked, &m_board, &ConnectionBoard::tryNow);
    connect(m_copy, &QPushButton::clicked, this, &ConnectionPage::copyDetails);
    connect(m_edit, &QPushButton::clicked, this, &ConnectionPage::editWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionPage::cancelWanted);
    connect(m_other, &QPushButton::clicked, this, &ConnectionPage::connectWanted);
    refresh();
}

ConnectionPage::~ConnectionPage() = default;

QPushButton *ConnectionPage::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    return button;
}

void ConnectionPage::allowChanges()
{
    m_mayChange = true;
    refresh();
}

void ConnectionPage::refresh()
{
    const ConnectionState &connection = m_board.connection();
    const bool isRefused = connection.link == ConnectionState::Link::Refused;
    const bool isClosed = connection.link == ConnectionState::Link::Closed;
    m_glyph->setLook(ConnectionWords::look(connection));
    m_title->setText(ConnectionWords::title(connection));
    m_reason->setText(ConnectionWords::explanation(connection, Now::read().wall));
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_details->setText(ConnectionWords::details(connection));
    m_details->setVisible(isRefused && !connection.details.isEmpty());
    m_tryAgain->setText(isClosed ? tr("Connect &again") : tr("&Try again"));
    m_tryAgain->setVisible(isRefused || isClosed || connection.nextTryAt.has_value());
    m_edit->setVisible(m_mayChange && isRefused);
    m_copy->setVisible(isRefused);
    m_cancel->setVisible(m_mayChange && connection.link == ConnectionState::Link::Connecting);
    m_other->setVisible(m_mayChange && (isRefused || isClosed));
    setAccessibleName(text());
}

QString ConnectionPage::text() const
{
    QStringList lines{m_title->text(), m_reason->text()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void ConnectionPage::copyDetails()
{
    QStringList lines{
        text(), m_board.connection().place, m_details->text(), QStringLiteral("foghorn " FOGHORN_VERSION)};
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

Veil::Veil(QWidget *covered)
    : QWidget(covered)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    covered->installEventFilter(this);
    hide();
}

Veil::~Veil() = default;

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded) {
        resize(parentWidget()->size());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void Veil::showEvent(QShowEvent *event)
{
    resize(parentWidget()->size());
    raise();
    QWidget::showEvent(event);
}

void Veil::paintEvent(QPaintEvent *)
{
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(VeilStrength);
    QPainter(this).fillRect(rect(), ground);
}

} // namespace foghorn
