#include "core/process/streamepoll.h"

#include "core/process/socketstream.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <sys/epoll.h>
#include <sys/resource.h>

namespace foghorn {
namespace {

constexpr qsizetype readAtOnce = 64 * 1024; ///< bytes of one stream per turn: none can hold up the others

} // namespace

StreamEpoll::StreamEpoll(QObject *parent)
    : QObject(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(QSocketNotifier::Read)
    , m_buffer(readAtOnce, Qt::Uninitialized)
{
    if (!m_epoll.isOpen())
        return; // every stream then ends with the reason of its own
    connect(&m_notifier, &QSocketNotifier::activated, this, &StreamEpoll::onActivated);
    m_notifier.setSocket(m_epoll.get());
    m_notifier.setEnabled(true);
}

StreamEpoll::~StreamEpoll() { Q_ASSERT(m_streams.empty()); }

std::unique_ptr<Stream> StreamEpoll::connectTo(const StreamAddress &address, StreamListener *listener)
{
    auto stream = std::make_unique<SocketStream>(*this, ++m_lastId, listener);
    m_streams.emplace(stream->id(), stream.get());
    if (const int error = stream->open(address); error != 0)
        endLater(stream->id(), error);
    return stream;
}

int StreamEpoll::descriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, INT_MAX));
}

int StreamEpoll::watch(SocketStream &stream, std::uint32_t events, bool isNew)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = stream.id();
    const int operation = isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    return ::epoll_ctl(m_epoll.get(), operation, stream.descriptor(), &event) == 0 ? 0 : errno;
}

void StreamEpoll::endLater(quint64 id, int error)
{
    QMetaObject::invokeMethod(
        this,
        [this, id, error] {
            if (const auto found = m_streams.find(id); found != m_streams.end())
                found->second->end(error);
        },
        Qt::QueuedConnection);
}

void StreamEpoll::onActivated()
{
    std::array<epoll_event, 64> events;
    const int count = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), 0);
    const QPointer<StreamEpoll> self(this);
    for (int i = 0; i < count && self; ++i) {
        // What came before in this row may have closed this one.
        const epoll_event &event = events.at(static_cast<std::size_t>(i));
        if (const auto found = m_streams.find(event.data.u64); found != m_streams.end())
            found->second->onEvents(event.events, m_buffer);
    }
}

} // namespace foghorn
