#include "core/keeper/keeper.h"

#include "core/keeper/clocks.h"
#include "core/keeper/door.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <utility>

namespace foghorn::keeper {
namespace {

constexpr int idleMs = 60'000;
constexpr int ordersPerRound = 512;
// Hearing what services say takes no more of a processor than a fifth for long. A thousand READY=1 fit into the burst.
constexpr std::int64_t hearingBurstUs = 100'000;
constexpr int hearingShare = 5;

sigset_t setOf(std::initializer_list<int> signals)
{
    sigset_t set;
    ::sigemptyset(&set);
    for (const int signal : signals)
        ::sigaddset(&set, signal);
    return set;
}

sigset_t handledSignals() { return setOf({SIGCHLD, SIGTERM}); }

/// What must not end us is blocked and not ignored: services would have to be born with each ignored signal reset.
void arrangeSignals()
{
    constexpr int signalCount = 64;
    for (int signal = 1; signal <= signalCount; ++signal)
        ::signal(signal, SIG_DFL); // some cannot be set, and those are as they should be
    const sigset_t blocked = setOf({SIGCHLD, SIGTERM, SIGPIPE, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2});
    ::sigprocmask(SIG_SETMASK, &blocked, nullptr);
}

/// Less likely to be ended than what it keeps, when the machine runs out of memory; not everybody may.
void lowerOomScore()
{
    const Descriptor file(::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC));
    if (file.isOpen() && ::write(file.get(), "-500", 4) < 0)
        return;
}

/// So that no descriptor of ours is ever 0, 1 or 2.
void fillStandardDescriptors()
{
    for (int null = ::open("/dev/null", O_RDWR); null >= 0; null = ::open("/dev/null", O_RDWR)) {
        if (null > 2) {
            ::close(null);
            return;
        }
    }
}

} // namespace

std::optional<int> Keeper::prepare(const std::string &stateDirectory, std::string &error)
{
    fillStandardDescriptors();
    ::setsid();
    arrangeSignals();
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const std::string path = stateDirectory + "/keeper.lock";
    const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0) {
        error = path + ": " + std::strerror(errno);
        return std::nullopt;
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        error = stateDirectory + " has a keeper already";
        ::close(lock);
        return std::nullopt;
    }
    lowerOomScore();
    return lock;
}

Keeper::Keeper(std::string stateDirectory)
    : m_directory(std::move(stateDirectory))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_notify(m_directory)
    , m_hearing(hearingBurstUs, hearingShare)
    , m_idleSinceMs(monotonicMs())
    , m_trees(m_directory, [this](const Report &report) { tell(report); })
{
    const sigset_t handled = handledSignals();
    m_signals.reset(::signalfd(-1, &handled, SFD_CLOEXEC | SFD_NONBLOCK));
}

bool Keeper::watch(int descriptor, Source source)
{
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.u32 = static_cast<std::uint32_t>(source);
    return ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, descriptor, &event) == 0;
}

int Keeper::run()
{
    // Last, so that an orchestrator that gets in finds everything adopted.
    m_listener = Door::listenIn(m_directory);
    if (!m_listener.isOpen() || !watch(m_listener.get(), Source::Listener) || !watch(m_signals.get(), Source::Signals)
        || !watch(m_trees.groupEvents(), Source::Groups) || !watch(m_trees.adoptedEvents(), Source::Adopted))
        return 1;
    for (;;) {
        // With a thousand children it is not for nothing.
        if (std::exchange(m_mustReap, false))
            m_trees.reap();
        const int settleMs = m_trees.settle();
        if (isDone())
            break;
        watchClient();
        constexpr int most = 8;
        epoll_event events[most];
        const int waitMs = shorterWait(timeout(settleMs), notifyWaitMs());
        const int count = ::epoll_wait(m_epoll.get(), events, most, waitMs);
        for (int i = 0; i < count; ++i)
            onEvent(static_cast<Source>(events[i].data.u32), events[i].events);
        passOnHeld();
    }
    Door::remove(m_directory);
    return 0;
}

void Keeper::onEvent(Source source, std::uint32_t events)
{
    switch (source) {
    case Source::Listener:
        onVisitor();
        break;
    case Source::Client:
        // One that has gone with reports unread is noticed by writing: no more orders are read from it.
        if (m_client && (events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0 && !m_client->flush())
            dropClient();
        if (m_client && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
            onOrders();
        break;
    case Source::Signals:
        onSignals();
        break;
    case Source::Groups:
        m_trees.onGroupEvents();
        break;
    case Source::Adopted:
        m_trees.onAdoptedEvents();
        break;
    case Source::Notify:
        onNotify();
        break;
    }
}

void Keeper::watchClient()
{
    watchNotify();
    if (!m_client)
        return;
    std::uint32_t wanted = isBehind() ? 0U : EPOLLIN;
    if (m_client->hasQueued())
        wanted |= EPOLLOUT;
    if (wanted == m_clientEvents)
        return;
    m_clientEvents = wanted;
    epoll_event event = {};
    event.events = wanted;
    event.data.u32 = static_cast<std::uint32_t>(Source::Client);
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, m_client->descriptor(), &event);
}

void Keeper::onVisitor()
{
    std::optional<Channel> visitor = Door::accept(m_listener);
    if (!visitor)
        return;
    // Its end may be news that is still to come in this round: what it ordered before is done first.
    while (m_client && Door::isHungUp(m_client->descriptor())) {
        if (m_client->flush())
            onOrders();
        else
            dropClient();
    }
    if (m_client) {
        visitor->send(encode(RefusedReport{Door::peerOf(m_client->descriptor())}));
        return;
    }
    if (!watch(visitor->descriptor(), Source::Client))
        return;
    m_trees.reap(); // what has ended, it finds so
    m_clientEvents = EPOLLIN;
    m_client = std::move(visitor);
    m_ending = false;
    m_idleSinceMs = 0;
    greet();
}

void Keeper::onOrders()
{
    readOrders();
    m_trees.finishLaunches();
}

void Keeper::readOrders()
{
    std::string frame;
    for (int i = 0; m_client && i < ordersPerRound && !isBehind(); ++i) {
        switch (m_client->receive(frame)) {
        case Channel::Received::Nothing:
            return;
        case Channel::Received::Closed:
            dropClient();
            return;
        case Channel::Received::Frame:
            break;
        }
        if (const auto order = decodeOrder(frame)) {
            take(*order);
        } else if (const FrameHead head = headOf(frame); isUnknownOrder(head)) {
            tell(NotUnderstoodReport{head.type});
        } else { // no orchestrator, or one of another version, which knows us from our first frame
            dropClient();
            return;
        }
    }
}

void Keeper::take(const Order &order)
{
    if (!std::holds_alternative<SpawnOrder>(order))
        m_trees.finishLaunches(); // what was ordered before is done before
    if (std::holds_alternative<EndOrder>(order))
        m_ending = true;
    if (const auto *forget = std::get_if<ForgetOrder>(&order))
        m_sayings.forget(forget->service);
    std::visit(
        [this](const auto &one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, EndOrder>)
                m_trees.take(one);
        },
        order);
}

void Keeper::onSignals()
{
    signalfd_siginfo info = {};
    while (::read(m_signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == static_cast<std::uint32_t>(SIGTERM))
            m_ending = true;
        else
            m_mustReap = true;
    }
}

void Keeper::tell(const Report &report)
{
    forgetSayings(report);
    // With nobody there it is not lost: the next orchestrator gets the list.
    if (m_client && !m_client->send(encode(report)))
        dropClient();
}

void Keeper::dropClient()
{
    m_client.reset();
    m_idleSinceMs = monotonicMs();
}

bool Keeper::isDone()
{
    if (m_trees.hasLiving())
        return false;
    if (m_ending)
        return !m_client || !m_client->hasQueued();
    return !m_client && monotonicMs() - m_idleSinceMs >= idleMs;
}

int Keeper::timeout(int settleMs) const
{
    if (m_client || m_trees.hasLiving())
        return settleMs;
    const int left = static_cast<int>(std::max<std::int64_t>(idleMs - (monotonicMs() - m_idleSinceMs), 0));
    return settleMs < 0 ? left : std::min(left, settleMs);
}

} // namespace foghorn::keeper
