#include "ui/mainwindow/connectionparts.h"

#include "ui/mainwindow/connectionwords.h"
#include "ui/panels/detailparts.h"
#include "ui/style/statepalette.h"

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
    : QWidget(parent)
    , m_board(board)
    , m_glyph(new GlyphLabel(this))
    , m_text(plainLabel(this))
{
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    const int gap = fontMetrics().height() / 3;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, 0, gap, 0);
    row->setSpacing(gap);
    row->addWidget(m_glyph);
    row->addWidget(m_text);
    refresh();
}

ConnectionChip::~ConnectionChip() = default;

void ConnectionChip::refresh()
{
    const ConnectionState &connection = m_board.connection();
    m_glyph->setLook(ConnectionWords::look(connection.link));
    const QString text = ConnectionWords::chip(connection, m_board.heardAt(), Now::read().wall);
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(tr("Connection: %1").arg(text));
    setToolTip(connection.isRemote() ? tr("The fleet is run by a daemon on %1").arg(connection.place)
                                     : tr("The fleet is run by this program"));
}

QString ConnectionChip::text() const { return m_text->text(); }

ConnectionBar::ConnectionBar(ConnectionBoard &board, QWidget *parent)
    : QFrame(parent)
    , m_board(board)
    , m_glyph(new GlyphLabel(this))
    , m_text(plainLabel(this))
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
    row->addWidget(m_tryNow);
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
    m_glyph->setLook(ConnectionWords::look(connection.link));
    m_text->setText(ConnectionWords::lost(connection, m_board.heardAt(), Now::read().wall));
    m_text->setToolTip(connection.reason);
    setAccessibleName(m_text->text());
}

QString ConnectionBar::text() const { return m_text->text(); }

void ConnectionBar::paintEvent(QPaintEvent *)
{
    const FamilyColors colors =
        StatePalette::forPalette(palette()).colors(ConnectionWords::look(ConnectionState::Link::Reconnecting).family);
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
    , m_tryAgain(new QPushButton(tr("&Try again"), this))
    , m_copy(new QPushButton(tr("&Copy details"), this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    for (QLabel *label : {m_title, m_reason}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    const int gap = fontMetrics().height();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap / 2);
    buttons->addStretch();
    buttons->addWidget(m_tryAgain);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 4, gap, gap * 4, gap);
    column->setSpacing(gap);
    column->addStretch(2);
    column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_tryAgain, &QPushButton::clicked, &m_board, &ConnectionBoard::tryNow);
    connect(m_copy, &QPushButton::clicked, this, &ConnectionPage::copyDetails);
    refresh();
}

ConnectionPage::~ConnectionPage() = default;

void ConnectionPage::refresh()
{
    const ConnectionState &connection = m_board.connection();
    const bool isRefused = connection.link == ConnectionState::Link::Refused;
    m_glyph->setLook(ConnectionWords::look(connection.link));
    m_title->setText(ConnectionWords::title(connection));
    m_reason->setText(ConnectionWords::explanation(connection, Now::read().wall));
    m_tryAgain->setVisible(isRefused || connection.nextTryAt.has_value());
    m_copy->setVisible(isRefused);
    setAccessibleName(text());
}

QString ConnectionPage::text() const { return m_title->text() + u'\n' + m_reason->text(); }

void ConnectionPage::copyDetails()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("%1\nfoghorn " FOGHORN_VERSION).arg(text()));
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
