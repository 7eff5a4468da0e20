#include "ui/panels/detailparts.h"

#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/timeline/strippainter.h"

#include <QPainter>

namespace foghorn {

GlyphLabel::GlyphLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

GlyphLabel::~GlyphLabel() = default;

void GlyphLabel::setLook(const StateLook &look)
{
    if (m_look == look)
        return;
    m_look = look;
    update();
}

QSize GlyphLabel::sizeHint() const { return QSize(1, 1) * (fontMetrics().height() * 1.25); }

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGlyph(painter, rect(), m_look, StatePalette::forPalette(palette()));
}

StripWidget::StripWidget(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(spokenMarks(m_marks));
}

StripWidget::~StripWidget() = default;

void StripWidget::setMarks(const CheckMarks &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    setAccessibleName(spokenMarks(m_marks));
    update();
}

QSize StripWidget::sizeHint() const { return {fontMetrics().height() * 10, fontMetrics().height() * 2}; }

void StripWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStrip(
        painter, rect(), m_marks, 100, StatePalette::forPalette(palette()), layoutDirection() == Qt::RightToLeft);
}

} // namespace foghorn
