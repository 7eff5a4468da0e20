#include "ui/panels/inlinemessage.h"

#include "ui/panels/detailparts.h"
#include "ui/style/actionicon.h"
#include "ui/style/statepalette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace foghorn {

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent)
    , m_glyph(new GlyphLabel(this))
    , m_text(new QLabel(this))
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
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

InlineMessage::~InlineMessage() = default;

void InlineMessage::showMessage(const StateLook &look, const QString &text)
{
    m_look = look;
    m_glyph->setLook(look);
    m_text->setText(text);
    setAccessibleName(text);
    show();
    update();
}

QString InlineMessage::text() const { return m_text->text(); }

void InlineMessage::paintEvent(QPaintEvent *)
{
    const FamilyColors colors = StatePalette::forPalette(palette()).colors(m_look.family);
    QPainter painter(this);
    painter.fillRect(rect(), colors.chip);
    painter.fillRect(QRect(0, 0, fontMetrics().height() / 4, height()), colors.fill);
}

} // namespace foghorn
