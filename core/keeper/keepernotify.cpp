#include "core/keeper/keeper.h"

#include "core/keeper/clocks.h"

#include <sys/epoll.h>
#include <time.h>

#include <algorithm>
#include <charconv>

// What services say, on its way to the orchestrator.

namespace foghorn::keeper {
namespace {

// An orchestrator that does not read its reports gets no more orders carried out until it does, and nobody is heard.
constexpr std::size_t mostQueuedReports = 4096;
// So that many datagrams do not keep us from orders; what is left wakes us again.
constexpr int datagramsPerRound = 64;

/// What we have used of a processor.
std::int64_t ownTimeUs()
{
    timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000 + time.tv_nsec / 1000;
}

/// The number after the first MAINPID=; 0: there is none, or it is none.
pid_t mainPidIn(std::string_view text)
{
    constexpr std::string_view word = "MAINPID=";
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.starts_with(word))
            continue;
        pid_t pid = 0;
        const char *end = line.data() + line.size();
        const auto [stop, error] = std::from_chars(line.data() + word.size(), end, pid);
        return error == std::errc() && stop == end && pid > 1 ? pid : 0;
    }
    return 0;
}

} // namespace

bool Keeper::isBehind() const { return m_client && m_client->queuedFrames() >= mostQueuedReports; }

void Keeper::watchNotify()
{
    // Who floods is not read meanwhile: what is sent waits in the socket, and then its sender.
    const bool hears = !isBehind() && m_hearing.waitMs(monotonicMs()) == 0;
    if (m_hearsNotify == hears)
        return;
    m_hearsNotify = hears;
    if (m_hearsNotify)
        watch(m_notify.events(), Source::Notify);
    else
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, m_notify.events(), nullptr);
}

void Keeper::greet()
{
    for (const auto &[service, pid, text] : m_flow.takeAll())
        m_sayings.add(service, pid, text, false);
    tell(NotifySocketsReport{m_notify.ownAddress(), m_notify.othersAddress()});
    tell(m_trees.kept());
    m_sayings.tellAll([this](const std::string &service, const Sayings::Saying &saying) {
        tell(NotifiedReport{service, saying.pid, saying.text});
    });
}

void Keeper::onNotify()
{
    const std::int64_t begin = ownTimeUs();
    for (int i = 0; i < datagramsPerRound; ++i) {
        auto said = m_notify.receive();
        if (!said)
            break;
        hear(*std::move(said));
    }
    m_hearing.spend(ownTimeUs() - begin, monotonicMs());
}

void Keeper::hear(NotifyDoor::Said said)
{
    const std::string *service = said.text.empty() ? nullptr : m_trees.ownerOf(said.pid, said.process);
    if (!service)
        return; // a stranger's
    // Before what else it says: its READY=1 is the new leader's.
    if (const pid_t pid = mainPidIn(said.text); pid != 0)
        m_trees.lead(*service, pid);
    const std::int64_t now = monotonicMs();
    if (m_flow.passes(*service, now))
        passOn(*service, said.pid, std::move(said.text));
    else
        m_flow.hold(*service, said.pid, said.text, now);
}

void Keeper::passOn(const std::string &service, std::int64_t pid, std::string text)
{
    if (m_client)
        tell(NotifiedReport{service, pid, text});
    m_sayings.add(service, pid, std::move(text), m_client.has_value());
}

void Keeper::passOnHeld()
{
    for (auto &[service, pid, text] : m_flow.takeDue(monotonicMs()))
        passOn(service, pid, std::move(text));
}

int Keeper::notifyWaitMs()
{
    const std::int64_t now = monotonicMs();
    const int heldMs = m_flow.waitMs(now);
    return m_hearsNotify || isBehind() ? heldMs : shorterWait(heldMs, m_hearing.waitMs(now));
}

/// What an ended run said is of no use, and least of all to the next one.
void Keeper::forgetSayings(const Report &report)
{
    if (const auto *spawned = std::get_if<SpawnedReport>(&report)) {
        (void)m_flow.take(spawned->service);
        m_sayings.forget(spawned->service);
    } else if (const auto *exited = std::get_if<ExitedReport>(&report)) {
        // Its last words go before its end.
        if (auto held = m_flow.take(exited->service); m_client && !held.text.empty())
            tell(NotifiedReport{held.service, held.pid, std::move(held.text)});
        m_sayings.forget(exited->service);
    }
}

} // namespace foghorn::keeper
