#include "ui/charts/latencychart.h"

#include "ui/charts/responsepoints.h"
#include "ui/models/timecursor.h"

#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace foghorn {

double highestOf(const LatencyContent &content)
{
    double highest = 0;
    for (const ChartLine &line : content.lines) {
        for (const QList<QPointF> &run : line.runs) {
            for (const QPointF &point : run)
                highest = std::max(highest, point.y());
        }
    }
    constexpr double farAbove = 2; // the lines keep half of the height
    return content.limit && content.limit->value <= highest * farAbove ? std::max(highest, content.limit->value)
                                                                       : highest;
}

LatencyChart::LatencyChart(TimeCursor &cursor, QWidget *parent)
    : QChartView(parent)
    , m_cursor(cursor)
    , m_times(new QValueAxis(this))
    , m_values(new QValueAxis(this))
{
    setAccessibleName(tr("Response times"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    // The axes only say what lies where: we draw them, so that words, ticks and mirroring are those of the timeline.
    for (QValueAxis *axis : {m_times, m_values}) {
        axis->setVisible(false);
        chart()->addAxis(axis, axis == m_times ? Qt::AlignBottom : Qt::AlignLeft);
    }
    connect(&cursor, &TimeCursor::changed, this, [this] { viewport()->update(); });
    restyle();
}

LatencyChart::~LatencyChart() = default;

void LatencyChart::setContent(const LatencyContent &content)
{
    m_content = content;
    const ValueAxis axis = axisFor(highestOf(content));
    m_highest = axis.end;
    m_steps = axis.steps;
    m_times->setRange(static_cast<double>(content.window.from.time_since_epoch().count()),
        static_cast<double>(content.window.to.time_since_epoch().count()));
    m_times->setReverse(isRightToLeft());
    m_values->setRange(0, m_highest);
    layOut();
    fillSeries();
    viewport()->update();
}

void LatencyChart::fillSeries()
{
    qsizetype used = 0;
    for (const ChartLine &line : std::as_const(m_content.lines)) {
        for (const QList<QPointF> &run : line.runs) {
            QLineSeries *series = seriesAt(used++);
            const QPen pen(line.color, 2); // solid: dashed ones crawl
            if (series->pen() != pen)
                series->setPen(pen);
            series->replace(run);
        }
    }
    for (; used < m_series.size(); ++used) {
        if (m_series.at(used)->count() > 0)
            m_series.at(used)->clear();
    }
}

QLineSeries *LatencyChart::seriesAt(qsizetype index)
{
    while (m_series.size() <= index) {
        auto *series = new QLineSeries(this);
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_values);
        m_series.append(series);
    }
    return m_series.at(index);
}

QList<QLineSeries *> LatencyChart::shownSeries() const
{
    QList<QLineSeries *> shown;
    for (QLineSeries *series : m_series) {
        if (series->count() > 0)
            shown.append(series);
    }
    return shown;
}

QRectF LatencyChart::plotRect() const { return chart()->plotArea(); }

TimeScale LatencyChart::scale() const
{
    return {m_content.window, std::max(1, static_cast<int>(plotRect().width())), isRightToLeft()};
}

double LatencyChart::yOf(double value) const { return plotRect().bottom() - value / m_highest * plotRect().height(); }

/// Room for the values before the plot, for the names of the lines behind it, for the times below.
void LatencyChart::layOut()
{
    const int line = fontMetrics().height();
    int names = line;
    for (const ChartLine &one : std::as_const(m_content.lines))
        names = std::max(names, fontMetrics().horizontalAdvance(one.name) + line);
    names = std::min(names, width() / 4);
    const int values = fontMetrics().horizontalAdvance(QLocale().toString(m_highest, 'f', 1)) + line;
    const int left = isRightToLeft() ? names : values;
    const int right = isRightToLeft() ? values : names;
    const QRect plotted(
        left, line * 3 / 2, std::max(10, width() - left - right), std::max(10, height() - line * 7 / 2));
    const QRectF plot(plotted);
    if (plot != chart()->plotArea())
        chart()->setPlotArea(plot);
}

void LatencyChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void LatencyChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void LatencyChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update(); // the ring
}

void LatencyChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void LatencyChart::restyle()
{
    setBackgroundBrush(palette().base());
    layOut();
    viewport()->update();
}

void LatencyChart::travel(bool byTimeout, bool later)
{
    std::optional<WallTime> best;
    const WallTime from = m_cursor.time().value_or(later ? m_content.window.from : m_content.window.to);
    const auto consider = [&](WallTime at) {
        if (later ? at > from && (!best || at < *best) : at < from && (!best || at > *best))
            best = at;
    };
    for (const WallTime at : std::as_const(m_content.timeouts))
        consider(at);
    for (const ChartLine &line : std::as_const(m_content.lines)) {
        for (const QList<QPointF> &run : line.runs) {
            for (const QPointF &point : run) {
                if (!byTimeout)
                    consider(WallTime(std::chrono::milliseconds(static_cast<qint64>(point.x()))));
            }
        }
    }
    if (best)
        m_cursor.setTime(best);
}

void LatencyChart::keyPressEvent(QKeyEvent *event)
{
    const bool byTimeout = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        return travel(byTimeout, isRightToLeft());
    case Qt::Key_Right:
        return travel(byTimeout, !isRightToLeft());
    case Qt::Key_Home:
        return m_cursor.setTime(m_content.window.from);
    case Qt::Key_End:
        return m_cursor.setTime(m_content.window.to);
    case Qt::Key_L:
        return m_cursor.setTime({});
    default:
        return QChartView::keyPressEvent(event);
    }
}

void LatencyChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF plot = plotRect();
    const double x = event->position().x();
    if (x >= plot.left() && x <= plot.right())
        m_cursor.setTime(scale().timeAt(x - plot.left()));
}

void LatencyChart::mousePressEvent(QMouseEvent *event) { mouseMoveEvent(event); }

} // namespace foghorn
