#pragma once

#include "ui/charts/chartdata.h"

#include <QChartView>

class QBarCategoryAxis;
class QBarSet;
class QValueAxis;

namespace foghorn {

/// One bar of uptime.
struct UptimeBar
{
    QString title; ///< "1 h", or "onion 1 h" where several are compared; plain text
    UptimeShare uptime;
    QString brief = {}; ///< in the place of a title that has no room; empty: the title is cut
};

/// What is aimed at, as a share.
inline constexpr double uptimeObjective = 0.995;

/// "99.61 %", with "▼" where it is below the objective; "no data".
QString uptimeText(const UptimeShare &uptime);

/// Uptime as bars, each with its share and the number of checks in words.
class UptimeChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UptimeChart)
public:
    explicit UptimeChart(QWidget *parent = nullptr);
    ~UptimeChart() override;

    void setBars(const QList<UptimeBar> &bars);
    const QList<UptimeBar> &bars() const { return m_bars; }
    QSize sizeHint() const override;

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowHeight() const;
    void layOut();
    void restyle();
    void drawObjective(QPainter &painter) const;

    QList<UptimeBar> m_bars;
    QBarSet *m_up;
    QBarSet *m_down;
    QBarCategoryAxis *m_rows;
    QValueAxis *m_shares;
};

} // namespace foghorn
