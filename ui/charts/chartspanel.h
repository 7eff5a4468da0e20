#pragma once

#include "ui/charts/chartdata.h"
#include "ui/timeline/timelinepanel.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace foghorn {

class FlowLayout;
class LatencyChart;
class RangeButtons;
class ReadOutLine;
class UptimeChart;
class ValueTable;

/// The Charts page: uptime and response times of the selected services, up to six at a time. In its small form, beside
/// a page, it is what it shows of them: without what compares, exports and lists, and one chart below the other.
class ChartsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartsPanel)
public:
    enum class Form { Page, Small };

    explicit ChartsPanel(const TimeSources &sources, Form form = Form::Page, QWidget *parent = nullptr);
    ~ChartsPanel() override;

    LatencyChart &latency() const { return *m_latency; }
    UptimeChart &uptime() const { return *m_uptime; }
    ValueTable &table() const { return *m_table; } ///< of the page only
    QString readOut() const;
    ReadOutLine &readOutLine() const { return *m_readOut; }
    /// What the page says instead of charts; empty while it shows some.
    QString emptyText() const;
    void setRange(std::chrono::milliseconds range);
    void showTable(bool table); ///< of the page only

    QByteArray csv() const { return chartCsv(m_values); }
    QByteArray svg() const;
    /// The charts as they are now, with twice the pixels.
    QImage picture();

Q_SIGNALS:
    /// What it wrote then.
    void logWanted(const foghorn::ServiceId &service, foghorn::WallTime time);
    void exported(const QString &message);
    void exportFailed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildTop();
    QToolButton *buildExport();
    QWidget *buildCompare();
    QWidget *buildCharts();
    QBoxLayout *buildUptime();
    QWidget *buildBars();
    QBoxLayout *buildLatency();
    QLabel *buildTitle(const QString &text) const;
    void onSelectionChanged();
    void refresh();
    void refreshUptime(WallTime now);
    void refreshLatency(WallTime now);
    void refreshEmptiness();
    void showReadOut();
    void fillChips();
    void exportTo(const QString &suffix, const QString &filter, const std::function<QByteArray()> &make);
    QString summary() const;
    std::optional<WallTime> readTime() const;

    const Form m_form;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    TimeCursor &m_cursor;
    ChartData *m_data;
    std::size_t m_range = 0; ///< index into chartRanges
    TimeWindow m_window; ///< of the response times
    QList<ServicePoints> m_values; ///< of the response times
    RangeButtons *m_ranges = nullptr;
    QComboBox *m_compare = nullptr; ///< like the next five null in the small form
    FlowLayout *m_chips = nullptr;
    QToolButton *m_asTable = nullptr;
    QToolButton *m_export = nullptr;
    QLabel *m_more = nullptr; ///< more are selected than are compared
    ValueTable *m_table = nullptr;
    UptimeChart *m_uptime = nullptr;
    LatencyChart *m_latency = nullptr;
    QLabel *m_latencyTitle = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_charts = nullptr;
    QStackedLayout *m_stack = nullptr;
    ReadOutLine *m_readOut = nullptr;
};

} // namespace foghorn
