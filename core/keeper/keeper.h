#pragma once

#include "core/keeper/channel.h"
#include "core/keeper/descriptor.h"
#include "core/keeper/notifydoor.h"
#include "core/keeper/sayingflow.h"
#include "core/keeper/sayings.h"
#include "core/keeper/trees.h"
#include "core/keeper/workbudget.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foghorn::keeper {

/// The keeper of one state directory: the parent of every service, which outlives the orchestrators that order it
/// about.
///
/// One epoll loop: the socket, the connected orchestrator, SIGCHLD, control groups that become empty and adopted
/// leaders that end. Nothing in it waits for anything else, but for SpawnThread, which takes less than a millisecond
/// for each program; between two rounds of the loop no launch is under way. It ends when it was told to and nothing
/// lives any more, or when it has been of no use for a minute.
class Keeper
{
public:
    /// Makes this process the keeper: own session, subreaper, lock. `error` says why there is none.
    static std::optional<int> prepare(const std::string &stateDirectory, std::string &error);

    /// After prepare().
    explicit Keeper(std::string stateDirectory);

    /// Until the keeper is not needed any more. The program's exit code.
    int run();

private:
    enum class Source : std::uint32_t { Listener, Client, Signals, Groups, Adopted, Notify };

    bool watch(int descriptor, Source source);
    void watchClient();
    void onEvent(Source source, std::uint32_t events);
    void onVisitor();
    void onOrders();
    void readOrders();
    void take(const Order &order);
    void onSignals();
    bool isBehind() const;
    void watchNotify();
    void onNotify();
    void hear(NotifyDoor::Said said);
    void passOn(const std::string &service, std::int64_t pid, std::string text);
    void passOnHeld();
    int notifyWaitMs();
    void greet();
    void forgetSayings(const Report &report);
    void tell(const Report &report);
    void dropClient();
    bool isDone();
    int timeout(int settleMs) const;

    std::string m_directory;
    Descriptor m_epoll;
    Descriptor m_signals;
    Descriptor m_listener;
    std::optional<Channel> m_client;
    std::uint32_t m_clientEvents = 0;
    bool m_mustReap = true; ///< a child may have ended
    bool m_ending = false;
    NotifyDoor m_notify;
    bool m_hearsNotify = false; ///< as watched: not while the orchestrator has much to read, or in a flood
    WorkBudget m_hearing;
    SayingFlow m_flow;
    Sayings m_sayings;
    std::int64_t m_idleSinceMs = 0; ///< monotonic; 0: in use
    Trees m_trees; ///< last: its reports go through all of the above
};

} // namespace foghorn::keeper
