#include "ui/charts/uptimechart.h"

#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QHorizontalStackedBarSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace foghorn {

QString uptimeText(const UptimeShare &uptime)
{
    if (!uptime.share)
        return UptimeChart::tr("no data");
    const QString text = Wording::percent(*uptime.share * 100);
    return *uptime.share < uptimeObjective ? QStringLiteral("▼ ") + text : text;
}

UptimeChart::UptimeChart(QWidget *parent)
    : QChartView(parent)
    , m_up(new QBarSet(QString(), this))
    , m_down(new QBarSet(QString(), this))
    , m_rows(new QBarCategoryAxis(this))
    , m_shares(new QValueAxis(this))
{
    setAccessibleName(tr("Uptime"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignTop);
    auto *series = new QHorizontalStackedBarSeries(this);
    series->append(m_up);
    series->append(m_down);
    series->setBarWidth(0.34);
    chart()->addSeries(series);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_shares->setRange(0, 100);
    m_rows->setVisible(false);
    m_shares->setVisible(false);
    chart()->addAxis(m_rows, Qt::AlignLeft);
    chart()->addAxis(m_shares, Qt::AlignBottom);
    series->attachAxis(m_rows);
    series->attachAxis(m_shares);
    restyle();
}

UptimeChart::~UptimeChart() = default;

void UptimeChart::setBars(const QList<UptimeBar> &bars)
{
    const qsizetype before = m_bars.size();
    m_bars = bars;
    if (before != bars.size()) { // the first bar is the topmost: categories count from below
        QStringList numbers;
        for (qsizetype i = 0; i < bars.size(); ++i)
            numbers.append(QString::number(i));
        m_up->remove(0, m_up->count());
        m_down->remove(0, m_down->count());
        m_rows->clear();
        m_rows->append(numbers);
        for (qsizetype i = 0; i < bars.size(); ++i) {
            m_up->append(0);
            m_down->append(0);
        }
        setMinimumHeight(sizeHint().height());
        updateGeometry();
    }
    QStringList spoken;
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const auto row = static_cast<int>(bars.size() - 1 - i);
        const std::optional<double> share = bars.at(i).uptime.share;
        m_up->replace(row, share ? *share * 100 : 0);
        m_down->replace(row, share ? (1 - *share) * 100 : 0);
        spoken.append(bars.at(i).title + u' ' + uptimeText(bars.at(i).uptime));
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    m_shares->setReverse(isRightToLeft());
    layOut();
    viewport()->update();
}

int UptimeChart::rowHeight() const { return fontMetrics().height() * 16 / 5; }

QSize UptimeChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40,
        rowHeight() * std::max(1, static_cast<int>(m_bars.size())) + fontMetrics().height()};
}

void UptimeChart::layOut()
{
    const int margin = fontMetrics().height();
    const int rows = std::max(1, static_cast<int>(m_bars.size())) * rowHeight();
    // The bars stand below their words: the plot is moved down by half of what the words take.
    const QRectF plot(margin, fontMetrics().height() * 0.75, std::max(10, width() - 2 * margin), rows);
    if (plot != chart()->plotArea())
        chart()->setPlotArea(plot);
}

void UptimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void UptimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void UptimeChart::restyle()
{
    const StatePalette colors = StatePalette::forPalette(palette());
    setBackgroundBrush(palette().base());
    for (QBarSet *set : {m_up, m_down}) {
        set->setColor(colors.colors(set == m_up ? StateFamily::Healthy : StateFamily::Unhealthy).fill);
        set->setBorderColor(Qt::transparent);
    }
    layOut();
    viewport()->update();
}

void UptimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    const StatePalette colors = StatePalette::forPalette(palette());
    const QRectF plot = chart()->plotArea();
    const int line = fontMetrics().height();
    painter->save();
    painter->setFont(font());
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const UptimeBar &bar = m_bars.at(i);
        const double middle = plot.top() + (static_cast<double>(i) + 0.5) * rowHeight();
        const double half = rowHeight() * 0.17;
        if (!bar.uptime.share)
            painter->fillRect(QRectF(plot.left(), middle - half, plot.width(), half * 2), colors.hairline());
        const QRectF words(plot.left(), middle - half - line * 1.15, plot.width(), line);
        const bool isBelow = bar.uptime.share && *bar.uptime.share < uptimeObjective;
        const QString share = uptimeText(bar.uptime);
        painter->setPen(isBelow ? colors.colors(StateFamily::Degraded).text : palette().color(QPalette::Text));
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, share);
        painter->setPen(palette().color(QPalette::Text));
        const int room = static_cast<int>(words.width()) - fontMetrics().horizontalAdvance(share) - line;
        const bool isTooLong = !bar.brief.isEmpty() && fontMetrics().horizontalAdvance(bar.title) > room;
        const QString title = isTooLong ? bar.brief : bar.title;
        const bool isRange = title.contains(QStringLiteral(" · ")); // which matters most; else a name
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
            fontMetrics().elidedText(title, isRange ? Qt::ElideRight : Qt::ElideMiddle, room));
    }
    drawObjective(*painter);
    painter->restore();
}

/// A tick through each bar at what is aimed at.
void UptimeChart::drawObjective(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    const double at =
        isRightToLeft() ? plot.right() - uptimeObjective * plot.width() : plot.left() + uptimeObjective * plot.width();
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const double middle = plot.top() + (static_cast<double>(i) + 0.5) * rowHeight();
        const double half = rowHeight() * 0.17;
        painter.fillRect(QRectF(qRound(at), middle - half - 2, 1, half * 2 + 4), palette().color(QPalette::Text));
    }
}

} // namespace foghorn
