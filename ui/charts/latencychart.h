#pragma once

#include "ui/timeline/timescale.h"

#include <QChartView>
#include <QColor>
#include <QPointF>

#include <optional>

class QLineSeries;
class QValueAxis;

namespace foghorn {

class TimeCursor;

/// One named line; it has gaps.
struct ChartLine
{
    QString name; ///< written at its end; plain text
    QColor color;
    QList<QList<QPointF>> runs; ///< x: milliseconds since the epoch, y: milliseconds
    bool dotted = false; ///< with dots on it, so that it can be told from the others without its colour
};

/// How long a check may take before it is given up.
struct ChartLimit
{
    double value = 0; ///< milliseconds
    QString name; ///< "limit 300 ms"
};

/// What the chart of response times shows.
struct LatencyContent
{
    TimeWindow window;
    QList<ChartLine> lines;
    QList<WallTime> timeouts; ///< ✕ at the upper edge
    std::optional<ChartLimit> limit = {}; ///< where there is one for all
};

/// The highest value that the chart must have room for. A limit far above all lines would press them flat: it is then
/// left out, and only named.
double highestOf(const LatencyContent &content);

/// Response times over a stretch of time, from zero up. Time-outs are crosses at the upper edge, gaps stay gaps, and
/// lines have their names at their ends. Keys: left and right by point, with Ctrl by time-out, Home and End.
class LatencyChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LatencyChart)
public:
    explicit LatencyChart(TimeCursor &cursor, QWidget *parent = nullptr);
    ~LatencyChart() override;

    void setContent(const LatencyContent &content);
    const LatencyContent &content() const { return m_content; }
    /// Highest value of the value axis, milliseconds.
    double highest() const { return m_highest; }
    /// The lines as Qt Charts has them, those without points left out.
    QList<QLineSeries *> shownSeries() const;
    QRectF plotRect() const;


protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    TimeScale scale() const;
    double yOf(double value) const;
    void layOut();
    void restyle();
    void fillSeries();
    QLineSeries *seriesAt(qsizetype index);
    void drawTimeAxis(QPainter &painter) const;
    void drawTimeouts(QPainter &painter) const;
    void drawLimit(QPainter &painter) const;
    void drawLineMarks(QPainter &painter, const ChartLine &line) const;
    void drawNames(QPainter &painter) const;
    void drawCursor(QPainter &painter) const;
    void travel(bool byTimeout, bool later);

    TimeCursor &m_cursor;
    LatencyContent m_content;
    QValueAxis *m_times;
    QValueAxis *m_values;
    QList<QLineSeries *> m_series; ///< more than are needed now may be kept for later
    double m_highest = 1;
    int m_steps = 5; ///< of the value axis
};

} // namespace foghorn
