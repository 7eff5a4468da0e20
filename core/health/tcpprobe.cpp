#include "core/health/tcpprobe.h"

#include "core/health/hoststream.h"
#include "core/health/probewords.h"

namespace foghorn {
namespace {

ProbeDetails detailsOf(const ProbeSpec &spec)
{
    const bool needsBrackets = spec.host.contains(u':') && !spec.host.startsWith(u'[');
    const QString host = needsBrackets ? QString(u'[' + spec.host + u']') : spec.host;
    const QString address = host + u':' + QString::number(spec.port);
    return {{QStringLiteral("probe"), QStringLiteral("tcp")}, {QStringLiteral("address"), shownLine(address)}};
}

} // namespace

TcpProbe::TcpProbe(ProbeSpec spec, std::shared_ptr<ConnectionPool> pool)
    : m_spec(std::move(spec))
    , m_details(detailsOf(m_spec))
    , m_pool(std::move(pool))
{
}

void TcpProbe::start(milliseconds)
{
    Q_ASSERT(!m_stream);
    StreamListener *const listener = this;
    m_stream = std::make_unique<HostStream>(m_pool, m_spec.host, m_spec.port, listener);
}

void TcpProbe::cancel() { m_stream.reset(); }

void TcpProbe::setPid(qint64) { }

ProbeAnswer TcpProbe::timeoutAnswer(milliseconds timeout) const
{
    return {.message = QStringLiteral("no connection in %1").arg(spoken(timeout)), .details = m_details};
}

void TcpProbe::onStreamConnected()
{
    cancel();
    Q_EMIT answered({.passed = true, .message = QStringLiteral("connected"), .details = m_details});
}

void TcpProbe::onStreamEnded(const StreamEnd &end)
{
    const bool lacked = end.kind == StreamEnd::Kind::NotTried;
    const QString message = lacked ? QString(QStringLiteral("not asked: ") + end.reason) : end.reason;
    cancel();
    Q_EMIT answered({.couldNotAsk = lacked, .message = message, .details = m_details});
}

} // namespace foghorn
