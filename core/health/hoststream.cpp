#include "core/health/hoststream.h"

#include "core/health/dialtargets.h"
#include "core/health/probewords.h"

#include <QHostAddress>
#include <QHostInfo>

namespace foghorn {

HostStream::HostStream(
    std::shared_ptr<ConnectionPool> pool, const QString &host, quint16 port, StreamListener *listener)
    : m_pool(std::move(pool))
    , m_host(host)
    , m_port(port)
    , m_listener(listener)
    , m_targets(dialTargets(host))
{
    tryNext();
}

HostStream::~HostStream() = default;

void HostStream::write(QByteArrayView bytes)
{
    if (!m_wasOpen)
        m_unsent.append(bytes);
    if (m_stream)
        m_stream->write(bytes);
}

void HostStream::tryNext()
{
    m_madeRoom = false;
    m_target = m_targets.takeFirst();
    connectTo(m_target);
}

void HostStream::connectTo(const QString &target)
{
    const auto address = StreamAddress::fromNumbers(target, m_port);
    if (!address) {
        m_lookUp = std::make_unique<HostLookUp>(target, [this](const QHostInfo &info) { take(info); });
        return;
    }
    m_stream = m_pool->epoll().connectTo(*address, this);
    m_stream->write(m_unsent);
}

void HostStream::take(const QHostInfo &info)
{
    // Numbers only, or a name that leads to itself would be looked up for ever.
    const QList<QHostAddress> addresses = info.addresses();
    for (const QHostAddress &address : addresses)
        m_targets.append(address.toString());
    if (m_targets.isEmpty())
        m_listener->onStreamEnded(
            {StreamEnd::Kind::Failed, QStringLiteral("host '%1' not found").arg(shownLine(m_host))});
    else
        tryNext();
}

void HostStream::onStreamConnected()
{
    m_wasOpen = true;
    m_unsent = QByteArray();
    m_listener->onStreamConnected();
}

void HostStream::onStreamBytes(QByteArrayView bytes) { m_listener->onStreamBytes(bytes); }

void HostStream::onStreamEnded(const StreamEnd &end)
{
    if (!m_wasOpen && end.kind == StreamEnd::Kind::NotTried && !m_madeRoom && m_pool->makeRoom()) {
        m_madeRoom = true;
        connectTo(m_target);
        return;
    }
    if (!m_firstEnd)
        m_firstEnd = end;
    if (!m_wasOpen && !m_targets.isEmpty())
        tryNext();
    else
        m_listener->onStreamEnded(m_wasOpen ? end : StreamEnd(*m_firstEnd));
}

} // namespace foghorn
