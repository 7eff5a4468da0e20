#pragma once

#include "core/keeper/adoptedleaders.h"
#include "core/keeper/controlgroups.h"
#include "core/keeper/groupwatch.h"
#include "core/keeper/launcher.h"
#include "core/keeper/ledger.h"
#include "core/keeper/protocol.h"
#include "core/keeper/treescan.h"

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace foghorn::keeper {

/// All trees of a keeper, from their start until nothing is left of them and they are forgotten.
///
/// A tree is a leader (the program that was started, or which of its processes it says: MAINPID=) and everything that
/// came from it. The leader's end is reported at once; the tree's end when the last member is gone. Where a control
/// group holds the tree the kernel tells both; elsewhere /proc is looked through, but only while a tree is being
/// signalled or has lost its leader, and once for all such trees together: what is to be looked up is collected, and
/// settle() does it.
class Trees
{
public:
    using Tell = std::function<void(const Report &)>;
    /// Adopts what lives of the ledger in `stateDirectory`. `tell` gets the reports.
    Trees(const std::string &stateDirectory, Tell tell);
    ~Trees();
    Trees(const Trees &) = delete;
    Trees &operator=(const Trees &) = delete;

    /// The process comes while the next orders are read. Before anything else than further spawn orders,
    /// finishLaunches().
    void take(const SpawnOrder &order);
    /// Waits for the processes of all spawn orders, and reports them in the order of these.
    void finishLaunches();
    void take(const SignalOrder &order);
    void take(const ForgetOrder &order);
    void take(const ListTreeOrder &order);
    void take(const NoteOrder &order);

    KeptReport kept() const;
    /// The service whose tree a process is in that said something; null: none, or it cannot be known any more.
    /// `process`: the same as a pidfd, which is believed before the number; may be closed.
    const std::string *ownerOf(pid_t pid, const Descriptor &process) const;
    /// The service says that this process of its tree is what it is about from now on. Anything else is refused.
    void lead(const std::string &service, pid_t pid);
    bool hasLiving() const { return m_living > 0; }

    /// Reaps every child that has ended, orphans included.
    void reap();
    /// Readable when a control group may have become empty; then onGroupEvents().
    int groupEvents() const { return m_groupWatch.events(); }
    void onGroupEvents();
    /// Readable when an adopted leader may have ended; then onAdoptedEvents().
    int adoptedEvents() const { return m_adopted.events(); }
    void onAdoptedEvents() { m_adopted.onEvents(); }
    /// Does what was collected; to be called after each round of events. Milliseconds until it wants to be called
    /// again, -1: none.
    int settle();

private:
    struct Tree
    {
        std::string service;
        pid_t pid = 0;
        std::uint64_t startTicks = 0;
        std::int64_t startedAtMs = 0;
        std::string fingerprint; ///< SpawnOrder's
        std::string note; ///< NoteOrder's
        bool leaderAlive = false;
        bool empty = true;
        bool grouped = false;
        bool adopted = false; ///< its leader is in m_adopted
        bool hasRefused = false; ///< a leader, and said so
        bool killing = false;
        bool looksEmpty = false; ///< the last look found nobody; a second one decides
        int unsureLooks = 0; ///< in a row, of those that found nobody
        Ending ending;
        std::int64_t endedAtMs = 0;
        std::uint64_t endTicks = 0; ///< as ScanLeader
        ScanLeader first; ///< the program that was started, once another one has led; pid 0: none has
        std::vector<int> signals; ///< to be sent to all members by settle()
    };

    struct Launching
    {
        std::string fingerprint; ///< SpawnOrder's
        PreparedLaunch launch;
        SpawnThread &spawner; ///< which has its request
    };

    bool isLaunching(const std::string &service) const;
    void finishOldestLaunch();
    Tree *find(const std::string &service);
    const std::string *ownerByNumber(pid_t pid) const;
    const std::string *ownerByLeader(pid_t pid) const;
    const std::string *ownerByGroup(pid_t pid) const;
    const std::string *ownerByDescent(const ProcessEntry &process) const;
    bool isMember(const Tree &tree, const ProcessEntry &process) const;
    void forgetLeader(const Tree &tree, pid_t pid);
    const std::string *ownerOfReaped(const Descriptor &process) const;
    void adopt();
    void adopt(const std::string &service, const LedgerEntry &entry);
    void adoptStarted(const std::string &service, LedgerEntry entry);
    void signalLeader(const Tree &tree, int signal);
    void signalGroup(const Tree &tree, int signal);
    void signalTree(Tree &tree, int signal);
    void scanFor(Tree &tree);
    void leaderEnded(Tree &tree, const Ending &ending, bool noOrphans);
    void watchGroup(Tree &tree);
    void becameEmpty(Tree &tree, bool tell);
    void takeAdoptedEnds();
    bool haveNoOrphans() const;
    TreeScan::Members scan();
    bool settleTree(Tree &tree, const TreeScan::Members &scanned);
    void tellListings(const TreeScan::Members &scanned);
    int nextSettle(bool isUrgent);

    Tell m_tell;
    std::string m_id;
    ControlGroups m_groups;
    Ledger m_ledger;
    Launcher m_launcher;
    std::deque<Launching> m_launching; ///< the oldest first; outlives who carries it out
    std::array<SpawnThread, 3> m_spawners; ///< in turn
    std::size_t m_launched = 0; ///< ever given to one of them
    TreeScan m_scan;
    GroupWatch m_groupWatch; ///< of trees whose leader has ended
    AdoptedLeaders m_adopted;
    std::map<std::string, Tree> m_trees;
    std::unordered_map<pid_t, Tree *> m_leaders; ///< living leaders that are our children, or may become it
    std::set<std::string> m_unsettled; ///< to be looked up by settle()
    std::set<std::string> m_listings;
    std::size_t m_living = 0; ///< trees that are not empty
    int m_scanDelay = 0;
    std::int64_t m_nextScanAtMs = 0; ///< monotonic; 0: with the next settle()
};

/// Name of the keeper of a state directory: the same for each keeper that it ever has.
std::string keeperId(const std::string &stateDirectory);

} // namespace foghorn::keeper
