#include "ui/panels/inlinemessage.h"

#include "ui/panels/detailparts.h"
#include "ui/style/actionicon.h"
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
    row->addWidget(m_text, 1);
    row->addWidget(m_offer);
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
    m_accept = std::move(accept);
    m_offer->setText(button);
    m_offer->setAccessibleDescription(text);
    m_offer->show();
    m_offerTimer.start();
    say({look, text});
}

void InlineMessage::endOffer()
{
    m_offerTimer.stop();
    m_accept = nullptr;
    m_offer->hide();
    if (m_message.text.isEmpty())
        hide();
    else
        say(m_message);
}

void InlineMessage::onClosed()
{
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

void InlineMessage::paintEvent(QPaintEvent *)
{
    const FamilyColors colors = StatePalette::forPalette(palette()).colors(m_shown.look.family);
    QPainter painter(this);
    painter.fillRect(rect(), colors.chip);
    const int band = fontMetrics().height() / 4;
    painter.fillRect(QRect(isRightToLeft() ? width() - band : 0, 0, band, height()), colors.fill);
}

} // namespace foghorn
