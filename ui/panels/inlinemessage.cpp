#include "ui/panels/inlinemessage.h"

#include "ui/panels/detailparts.h"
#include "ui/style/actionicon.h"
#include "ui/style/flowlayout.h"
#include "ui/style/statepalette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace foghorn {

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent)
    , m_glyph(new GlyphLabel(this))
    , m_text(new QLabel(this))
    , m_offer(new QPushButton(this))
    , m_wayPart(new QWidget(this))
    , m_close(new QToolButton(this))
{
    const int gap = fontMetrics().height() / 2;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap, gap);
    row->setSpacing(gap);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(actionIcon(ActionSymbol::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    row->addWidget(m_glyph);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(gap);
    m_body->addWidget(m_text, 1);
    row->addLayout(m_body, 1);
    row->addWidget(m_offer);
    auto *ways = new FlowLayout(m_wayPart);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->setSpacing(gap);
    m_body->addWidget(m_wayPart);
    m_wayPart->hide();
    row->addWidget(m_close);
    m_offer->hide();
    m_offerTimer.setSingleShot(true);
    m_offerTimer.setInterval(offerShown);
    connect(&m_offerTimer, &QTimer::timeout, this, &InlineMessage::endOffer);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        const std::function<void()> accept = m_accept;
        endOffer();
        if (accept)
            accept();
    });
    connect(m_close, &QToolButton::clicked, this, &InlineMessage::onClosed);
    hide();
}

InlineMessage::~InlineMessage() = default;

void InlineMessage::showMessage(const StateLook &look, const QString &text)
{
    m_message = {look, text};
    endOffer();
}

void InlineMessage::showOffer(
    const StateLook &look, const QString &text, const QString &button, std::function<void()> accept)
{
    m_accept = accept ? std::move(accept) : [] {};
    m_offer->setText(button);
    m_offer->setAccessibleDescription(text);
    m_offer->setVisible(!button.isEmpty());
    showWays(false);
    m_offerTimer.start();
    say({look, text});
}

void InlineMessage::showStanding(const StateLook &look, const QString &text, const QList<Way> &ways)
{
    m_standing = {look, text};
    m_ways = ways;
    while (m_wayButtons.size() < ways.size()) {
        const qsizetype index = m_wayButtons.size();
        auto *button = new QPushButton(m_wayPart);
        connect(button, &QPushButton::clicked, this, [this, index] {
            const std::function<void()> go = m_ways.value(index).go;
            if (go)
                go();
        });
        m_wayPart->layout()->addWidget(button);
        setTabOrder(m_wayButtons.isEmpty() ? m_offer : m_wayButtons.last(), button);
        m_wayButtons.append(button);
    }
    for (qsizetype i = 0; i < ways.size(); ++i) {
        m_wayButtons.at(i)->setText(ways.at(i).text);
        m_wayButtons.at(i)->setAccessibleName(ways.at(i).spoken);
    }
    if (!m_accept)
        endOffer();
}

void InlineMessage::clearStanding()
{
    m_standing = {};
    m_ways.clear();
    if (!m_accept)
        endOffer();
}

/// And shows what is to be said when there is no offer.
void InlineMessage::endOffer()
{
    m_offerTimer.stop();
    m_accept = nullptr;
    m_offer->hide();
    const bool stands = m_message.text.isEmpty() && !m_standing.text.isEmpty();
    showWays(stands);
    if (stands)
        say(m_standing);
    else if (m_message.text.isEmpty())
        hide();
    else
        say(m_message);
}

void InlineMessage::showWays(bool shown)
{
    for (qsizetype i = 0; i < m_wayButtons.size(); ++i)
        m_wayButtons.at(i)->setVisible(i < m_ways.size());
    m_wayPart->setVisible(shown && !m_ways.isEmpty());
}

void InlineMessage::onClosed()
{
    const bool wasStanding = !m_accept && m_message.text.isEmpty();
    if (wasStanding) {
        clearStanding();
        Q_EMIT standingClosed();
        return;
    }
    if (!m_accept)
        m_message = {};
    endOffer();
}

void InlineMessage::say(const Said &said)
{
    m_shown = said;
    m_glyph->setLook(said.look);
    m_text->setText(said.text);
    setAccessibleName(said.text);
    show();
    update();
}

QString InlineMessage::text() const { return m_text->text(); }

/// Where there is little room the ways on stand below the words.
void InlineMessage::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int enough = fontMetrics().averageCharWidth() * 50 + m_wayPart->sizeHint().width();
    m_body->setDirection(width() < enough ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const FamilyColors colors = StatePalette::forPalette(palette()).colors(m_shown.look.family);
    QPainter painter(this);
    painter.fillRect(rect(), colors.chip);
    const int band = fontMetrics().height() / 4;
    painter.fillRect(QRect(isRightToLeft() ? width() - band : 0, 0, band, height()), colors.fill);
}

} // namespace foghorn
