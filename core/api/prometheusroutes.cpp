#include "core/api/routes.h"
#include "core/base/looplag.h"
#include "core/json/prometheusfleet.h"
#include "core/json/prometheusservices.h"
#include "core/process/ownuse.h"
#include "core/registry/alertboard.h"

#include <QRandomGenerator>
#include <QTimer>

namespace foghorn {
namespace {

using Format = PrometheusText::Format;
using Type = PrometheusText::Type;

/// What the orchestrator is busy with itself. The process_ names are those that all of Prometheus's clients use.
void writeOwnMetrics(PrometheusText &text, const ApiContext &context)
{
    text.family("foghorn_event_loop_lag_seconds", Type::Histogram, "How late the event loop came to what was due.");
    text.histogram({}, context.lag.lags());
    text.family("foghorn_event_loop_lag_max_seconds", Type::Gauge, "The longest such lag since the start.");
    text.sample({}, context.lag.longest());
    text.family("foghorn_api_connections", Type::Gauge, "Connections that the API has open.");
    text.sample({}, context.connectionCount());
    const OwnUse own = readOwnUse();
    text.family("process_cpu_seconds_total", Type::Counter, "Processor time that the orchestrator used.");
    text.sample({}, own.cpuSeconds);
    text.family("process_start_time_seconds", Type::Gauge, "When the orchestrator began, Unix time.");
    text.sample({}, own.startTime);
    text.family("process_resident_memory_bytes", Type::Gauge, "Resident memory of the orchestrator.");
    text.sample({}, own.residentBytes);
    text.family("process_virtual_memory_bytes", Type::Gauge, "Virtual memory of the orchestrator.");
    text.sample({}, own.virtualBytes);
    text.family("process_threads", Type::Gauge, "Threads of the orchestrator.");
    text.sample({}, own.threads);
    text.family("process_open_fds", Type::Gauge, "Open file descriptors of the orchestrator.");
    text.sample({}, own.openDescriptors);
    text.family("process_max_fds", Type::Gauge, "How many file descriptors it may have open.");
    text.sample({}, own.mostDescriptors);
}

void writeAlertMetrics(PrometheusText &text, const AlertBoard &board)
{
    std::array<int, 2> firing{};
    for (const auto &[id, alert] : board.alerts())
        firing[alert.severity == AlertSeverity::Critical ? 1 : 0] += alert.isFiring() ? 1 : 0;
    text.family("foghorn_alerts_firing", Type::Gauge, "Alerts that are open, by severity.");
    text.sample({}, "severity", toWord(AlertSeverity::Warning).latin1(), firing[0]);
    text.sample({}, "severity", toWord(AlertSeverity::Critical).latin1(), firing[1]);
    text.family("foghorn_alert_start_time_seconds", Type::Gauge, "When the trouble of an open alert began, Unix time.");
    for (const auto &[id, alert] : board.alerts()) {
        if (!alert.isFiring())
            continue;
        const QByteArray labels = PrometheusText::label("id", QString::number(id)) + ','
            + PrometheusText::label("service", alert.service) + ','
            + PrometheusText::label("rule", QString(toWord(alert.rule))) + ','
            + PrometheusText::label("severity", QString(toWord(alert.severity)));
        text.sample(labels, static_cast<double>(alert.since.time_since_epoch().count()) / 1000.0);
    }
}

/// Prometheus asks for OpenMetrics when it can read it.
Format formatFor(const HttpHead &head)
{
    return head.header("accept").toByteArray().toLower().contains("application/openmetrics-text") ? Format::OpenMetrics
                                                                                                  : Format::Text;
}

/// Put together at most once a second, whoever asks; dropped soon after, since for thousands of services it is
/// megabytes.
class Exposition
{
public:
    explicit Exposition(ApiContext &context)
        : m_context(context)
    {
    }

    HttpReply reply(Format format)
    {
        const WallTime now = Now::read().wall;
        const auto second = std::chrono::floor<std::chrono::seconds>(now);
        if (m_body.isEmpty() || m_second != second || m_format != format || m_revision != revision())
            write(format, now);
        m_second = second;
        m_drop.start(std::chrono::seconds(1));
        HttpReply made = HttpReply::text(m_body);
        made.contentType = PrometheusText::contentType(format);
        made.etag = m_etag;
        return made;
    }

private:
    void write(Format format, WallTime now)
    {
        PrometheusText text(format, m_lastSize + 4096);
        writeFleetMetrics(text, m_context.registry, m_context.version);
        writeOwnMetrics(text, m_context);
        writeAlertMetrics(text, m_context.alerts);
        writeServiceMetrics(text, m_context.registry, now);
        m_body = text.take();
        m_format = format;
        m_revision = revision();
        m_lastSize = m_body.size();
        // one of its own each time: to hash megabytes would cost more than it could spare
        m_etag = "\"metrics-" + m_instance + '-' + QByteArray::number(++m_written) + '"';
        if (!m_drop.isSingleShot()) {
            m_drop.setSingleShot(true);
            QObject::connect(&m_drop, &QTimer::timeout, &m_drop, [this] { m_body.clear(); });
        }
    }

    /// Both only rise.
    quint64 revision() const { return m_context.registry.revision() + m_context.alerts.revision(); }

    ApiContext &m_context;
    const QByteArray m_instance = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    QByteArray m_body;
    QByteArray m_etag;
    quint64 m_written = 0;
    qsizetype m_lastSize = 4096;
    Format m_format = Format::Text;
    std::chrono::sys_seconds m_second{};
    quint64 m_revision = 0;
    QTimer m_drop;
};

} // namespace

void addPrometheusRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = "/metrics";
    route.handler = [exposition = std::make_shared<Exposition>(context)](
                        const ApiRequest &request) { return exposition->reply(formatFor(request.head)); };
    router.add(route);
}

} // namespace foghorn
