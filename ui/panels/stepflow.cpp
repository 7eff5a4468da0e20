#include "ui/panels/stepflow.h"

#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace foghorn {

StepFlow::StepFlow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

StepFlow::~StepFlow() = default;

void StepFlow::setCells(const QList<StepCell> &cells)
{
    if (m_cells == cells)
        return;
    const int before = heightForWidth(width());
    m_cells = cells;
    QStringList words;
    for (const StepCell &cell : cells)
        words.append(cell.text);
    setAccessibleName(words.join(QStringLiteral(", ")));
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

int StepFlow::lineHeight() const { return fontMetrics().height() * 3 / 2; }

int StepFlow::widthOf(const StepCell &cell) const
{
    const int line = fontMetrics().height();
    return line + line / 3 + fontMetrics().horizontalAdvance(cell.text) + 1;
}

QList<QRect> StepFlow::placesIn(int width) const
{
    QList<QRect> places;
    const int gap = fontMetrics().height();
    int x = 0;
    int y = 0;
    for (const StepCell &cell : m_cells) {
        const int needed = std::min(widthOf(cell), std::max(1, width));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += lineHeight();
        }
        places.append(QRect(x, y, needed, lineHeight()));
        x += needed + gap;
    }
    return places;
}

int StepFlow::heightForWidth(int width) const
{
    const QList<QRect> places = placesIn(width);
    return places.isEmpty() ? 0 : places.constLast().bottom() + 1;
}

QSize StepFlow::sizeHint() const
{
    const int wide = fontMetrics().height() * 40;
    return {wide, heightForWidth(wide)};
}

QSize StepFlow::minimumSizeHint() const { return {fontMetrics().height() * 12, m_cells.isEmpty() ? 0 : lineHeight()}; }

void StepFlow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states = StatePalette::forPalette(palette());
    const int line = fontMetrics().height();
    const QList<QRect> places = placesIn(width());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const StepCell &cell = m_cells.at(i);
        const QRect &place = places.at(i);
        const auto mirrored = [this](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
        const QRect glyph(place.x(), place.y() + (place.height() - line) / 2, line, line);
        paintGlyph(painter, mirrored(glyph), cell.look, states);
        const QRect words = place.adjusted(line + line / 3, 0, 0, 0);
        const bool isCalm = cell.look.family == StateFamily::Healthy;
        painter.setPen(isCalm ? palette().color(QPalette::WindowText) : states.colors(cell.look.family).text);
        painter.drawText(mirrored(words), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
            fontMetrics().elidedText(cell.text, Qt::ElideMiddle, words.width()));
    }
}

} // namespace foghorn
