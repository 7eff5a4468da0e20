#include "ui/charts/chartspanel.h"

#include "ui/charts/latencychart.h"
#include "ui/charts/uptimechart.h"
#include "ui/charts/valuetable.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/timecursor.h"
#include "ui/style/chartcolors.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"
#include "ui/timeline/rangebuttons.h"
#include "ui/timeline/readoutline.h"

#include "core/base/names.h"

#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QToolButton>

namespace foghorn {

ChartsPanel::ChartsPanel(const TimeSources &sources, Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_model(sources.model)
    , m_selection(sources.selection)
    , m_cursor(sources.cursor)
    , m_data(new ChartData(sources.registry, sources.history, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTop());
    m_empty = new QLabel;
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_charts = buildCharts();
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_charts);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    m_readOut = new ReadOutLine(tr("Values at the cursor"));
    layout->addWidget(m_readOut);
    if (form == Form::Page)
        m_stack->addWidget(m_table = new ValueTable);
    else
        m_readOut->setWrapping();

    connect(&m_selection, &ServiceSelection::changed, this, &ChartsPanel::onSelectionChanged);
    connect(&m_cursor, &TimeCursor::changed, this, &ChartsPanel::showReadOut);
    connect(m_readOut, &ReadOutLine::logWanted, this, [this] {
        if (const auto at = readTime())
            Q_EMIT logWanted(m_values.constFirst().service, *at);
    });
    connect(m_data, &ChartData::changed, this, &ChartsPanel::refresh);
    connect(&m_model, &ServiceTableModel::refreshed, this, &ChartsPanel::refreshEmptiness);
    setRange(chartRanges[0]);
    onSelectionChanged();
}

ChartsPanel::~ChartsPanel() = default;

QString ChartsPanel::readOut() const { return m_readOut->text(); }

QString ChartsPanel::emptyText() const { return m_stack->currentWidget() == m_empty ? m_empty->text() : QString(); }

void ChartsPanel::setRange(std::chrono::milliseconds range)
{
    for (std::size_t i = 0; i < chartRanges.size(); ++i) {
        if (chartRanges[i] == range)
            m_range = i;
    }
    m_ranges->setRange(chartRanges[m_range]);
    refresh();
}

void ChartsPanel::showTable(bool table)
{
    m_asTable->setChecked(table);
    refreshEmptiness();
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_data->setActive(true);
    refresh();
}

void ChartsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_data->setActive(false);
}

void ChartsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

/// The current one first: it is what people look at.
void ChartsPanel::onSelectionChanged()
{
    QList<ServiceId> services;
    const auto add = [&](const ServiceId &id) {
        if (!services.contains(id) && m_model.rowOfService(id) >= 0)
            services.append(id);
    };
    add(m_selection.current());
    for (const ServiceId &id : m_selection.selected())
        add(id);
    m_data->setServices(services);
    fillChips();
}

void ChartsPanel::refresh()
{
    if (!isVisible())
        return; // nothing is worked out that nobody sees
    const WallTime now = Now::read().wall;
    refreshUptime(now);
    refreshLatency(now);
    refreshEmptiness();
    showReadOut();
}

void ChartsPanel::refreshUptime(WallTime now)
{
    QList<UptimeBar> bars;
    for (const ServiceId &service : m_data->services()) {
        for (std::size_t range = 0; range < chartRanges.size(); ++range) {
            const qint64 hours = chartRanges[range].count();
            const QString length = hours > 24 ? tr("%1 d").arg(hours / 24) : tr("%1 h").arg(hours);
            UptimeBar bar{length, m_data->uptime(service, range, now)};
            const CheckCount checks = bar.uptime.checks;
            if (m_data->services().size() > 1) {
                bar.title = printable(service) + QStringLiteral(" · ") + length;
            } else if (checks.checks > 0) {
                const QString passed = QLocale().toString(checks.passed);
                const QString all = QLocale().toString(checks.checks);
                //: %1 a length of time, %2 and %3 numbers of checks
                bar.title = tr("%1 · %2 of %3 checks passed").arg(length, passed, all);
                //: where there is little room: %1 a length of time, %2 and %3 numbers of checks
                bar.brief = tr("%1 · %2 of %3").arg(length, passed, all);
            }
            bars.append(bar);
        }
    }
    m_uptime->setBars(bars);
}

void ChartsPanel::refreshLatency(WallTime now)
{
    const StatePalette::Ground ground = StatePalette::forPalette(palette()).ground();
    m_values.clear();
    m_window = {now - chartRanges[m_range], now};
    LatencyContent content{m_window, {}, {}};
    const QList<ServiceId> &services = m_data->services();
    for (qsizetype i = 0; i < services.size(); ++i) {
        const QList<ResponsePoint> points = m_data->points(services.at(i), m_range, now);
        m_values.append({services.at(i), points});
        const bool isAlone = services.size() == 1;
        if (isAlone)
            content.lines.append({tr("p95"), p95Color(ground), linesOf(points, &ResponsePoint::p95), true});
        content.lines.append({isAlone ? tr("average") : printable(services.at(i)),
            comparedColor(ground, static_cast<int>(i)), linesOf(points, &ResponsePoint::average), i % 2 == 1});
        for (const ResponsePoint &point : points) {
            if (point.timedOut)
                content.timeouts.append(point.at);
        }
    }
    std::sort(content.timeouts.begin(), content.timeouts.end());
    if (const auto limit = services.size() == 1 ? m_data->limit(services.first()) : std::nullopt; limit)
        //: how long a check may take: "limit 5 s"
        content.limit = ChartLimit{static_cast<double>(limit->count()), tr("limit %1").arg(Wording::response(*limit))};
    m_latencyTitle->setText(services.size() > 1 ? tr("Average response time (ms)") : tr("Response time (ms)"));
    m_latency->setContent(content);
    m_latency->setAccessibleDescription(summary());
    if (m_table)
        m_table->setValues(m_values, m_window);
}

/// What the charts show, in a sentence.
QString ChartsPanel::summary() const
{
    QStringList parts;
    for (const ServicePoints &service : m_values) {
        qint64 checks = 0;
        qint64 failed = 0;
        for (const ResponsePoint &point : service.points) {
            checks += point.checks;
            failed += point.checks - point.passed;
        }
        parts.append(tr("%1: %2 checks, %3 failed")
                         .arg(isolated(service.service), QLocale().toString(checks), QLocale().toString(failed)));
    }
    if (const std::optional<ChartLimit> &limit = m_latency->content().limit)
        parts.append(limit->name);
    return parts.join(QStringLiteral("; "));
}

void ChartsPanel::refreshEmptiness()
{
    const QList<ServiceId> &services = m_data->services();
    bool hasPoints = false;
    bool hasPast = false;
    for (const UptimeBar &bar : m_uptime->bars())
        hasPast = hasPast || bar.uptime.checks.checks > 0;
    for (const ServicePoints &service : std::as_const(m_values))
        hasPoints = hasPoints || !service.points.isEmpty();
    QString text;
    if (services.isEmpty())
        text = m_model.rowCount() == 0 ? tr("No services yet") : tr("Select a service");
    else if (!m_data->problem().isEmpty() && !hasPoints)
        text = printable(m_data->problem());
    else if (!hasPast && m_data->isAnswered(services.constFirst()))
        text = tr("No checks yet – charts begin with the first one");
    m_empty->setText(text);
    const bool isTable = m_asTable && m_asTable->isChecked();
    if (!text.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentWidget(isTable ? static_cast<QWidget *>(m_table) : m_charts);
    if (m_form == Form::Small)
        return;
    m_export->setEnabled(hasPoints);
    m_export->setStatusTip(hasPoints ? tr("Save the charts as a picture or their values as a table")
                                     : tr("There is nothing to export yet"));
    m_asTable->setEnabled(hasPoints);
}

/// The check that the read-out speaks of, of the first service.
std::optional<WallTime> ChartsPanel::readTime() const
{
    if (m_values.isEmpty())
        return std::nullopt;
    const ServicePoints &first = m_values.constFirst();
    const qsizetype nearest = nearestPoint(first.points, m_cursor.time().value_or(m_window.to));
    return nearest < 0 ? std::nullopt : std::optional(first.points.at(nearest).at);
}

void ChartsPanel::showReadOut()
{
    if (!isVisible())
        return;
    QStringList parts;
    const WallTime at = m_cursor.time().value_or(m_window.to);
    const bool isAlone = m_values.size() == 1;
    for (const ServicePoints &service : std::as_const(m_values)) {
        const qsizetype nearest = nearestPoint(service.points, at);
        if (nearest < 0)
            continue;
        const ResponsePoint &point = service.points.at(nearest);
        const auto words = [](const std::optional<double> &value) {
            return value ? Wording::response(std::chrono::microseconds(static_cast<qint64>(*value * 1000)))
                         : QStringLiteral("—");
        };
        if (isAlone) {
            parts.append(readableTime(point.at, m_window) + QStringLiteral(" · ") + isolated(service.service));
            parts.append(tr("average %1, p95 %2").arg(words(point.average), words(point.p95)));
            if (point.checks == 1)
                parts.append(point.passed == 1 ? tr("the check passed") : tr("the check failed"));
            else
                parts.append(tr("%L1 of %Ln checks failed", nullptr, static_cast<int>(point.checks))
                                 .arg(point.checks - point.passed));
            if (point.timedOut)
                parts.append(tr("✕ time-out"));
        } else {
            if (parts.isEmpty())
                parts.append(readableTime(point.at, m_window));
            parts.append(isolated(service.service) + u' ' + words(point.average)
                + (point.timedOut ? QStringLiteral(" ✕") : QString()));
        }
    }
    m_readOut->setText(
        parts.isEmpty() ? tr("Point at a moment, or press ← or → in the chart.") : parts.join(QStringLiteral(" · ")));
    m_readOut->setCopyable(!parts.isEmpty());
    const auto shown = readTime();
    m_readOut->setLogText(shown ? logAtText(*shown) : QString());
}

} // namespace foghorn
