#include "core/keeper/keeper.h"

#include <sys/epoll.h>

#include <algorithm>
#include <charconv>

// What services say, on its way to the orchestrator.

namespace foghorn::keeper {
namespace {

// An orchestrator that does not read its reports gets no more orders carried out until it does, and nobody is heard.
constexpr std::size_t mostQueuedReports = 4096;
// So that a flood of datagrams does not keep us from orders; what is left wakes us again.
constexpr int datagramsPerRound = 64;

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
    if (m_hearsNotify == !isBehind())
        return;
    m_hearsNotify = !isBehind();
    if (m_hearsNotify)
        watch(m_notify.events(), Source::Notify);
    else
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, m_notify.events(), nullptr);
}

void Keeper::greet()
{
    tell(NotifySocketsReport{m_notify.ownAddress(), m_notify.othersAddress()});
    tell(m_trees.kept());
    m_sayings.tellAll([this](const std::string &service, const Sayings::Saying &saying) {
        tell(NotifiedReport{service, saying.pid, saying.text});
    });
}

void Keeper::onNotify()
{
    for (int i = 0; i < datagramsPerRound; ++i) {
        auto said = m_notify.receive();
        if (!said)
            return;
        const std::string *service = said->text.empty() ? nullptr : m_trees.ownerOf(said->pid, said->process);
        if (!service)
            continue; // a stranger's
        // Before what else it says: its READY=1 is the new leader's.
        if (const pid_t pid = mainPidIn(said->text); pid != 0)
            m_trees.lead(*service, pid);
        if (m_client)
            tell(NotifiedReport{*service, said->pid, said->text});
        m_sayings.add(*service, said->pid, std::move(said->text), m_client.has_value());
    }
}

/// What an ended run said is of no use, and least of all to the next one.
void Keeper::forgetSayings(const Report &report)
{
    if (const auto *spawned = std::get_if<SpawnedReport>(&report))
        m_sayings.forget(spawned->service);
    else if (const auto *exited = std::get_if<ExitedReport>(&report))
        m_sayings.forget(exited->service);
}

} // namespace foghorn::keeper
