#pragma once

#include "core/keeper/spawnstep.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What the orchestrator and the keeper say to each other: one value, one frame. Each frame begins with the protocol's
// version and its type in one number; decode answers nothing for a frame that is not exactly right.
//
// A keeper lives longer than the program that started it, so both ends may be of different releases. Therefore:
// - The first number of a frame keeps its meaning in all versions, as does RefusedReport's type, and the keeper speaks
//   first: an orchestrator knows from the first frame whom it has found, and replaces a keeper whose frames it cannot
//   read (KeeperConnector).
// - A type may be added at the end of a variant without a new version. Who does not know a report's type passes it
//   over; an order's is answered with NotUnderstoodReport.
// - Any other change of a frame is a new version.
namespace foghorn::keeper {

inline constexpr std::uint32_t protocolVersion = 4;
/// Types of frames: an order's or report's place in its variant, reports from here on.
inline constexpr std::uint32_t reportBase = 100;

struct SpawnOrder
{
    std::string service;
    std::vector<std::string> argv;
    std::vector<std::string> environment;
    std::string workingDirectory; ///< absolute
    std::string user; ///< empty: the keeper's own
    std::string logFile; ///< absolute
    std::optional<std::int64_t> nofile;
    std::optional<std::int64_t> memory;
    std::optional<std::int64_t> core;
    std::string fingerprint; ///< the orchestrator's own, told again in KeptService; a safe name or empty
    bool noNewPrivileges = false;
    std::optional<std::uint64_t> capabilities; ///< bit n: capability n; none given: as the kernel gives them
    bool operator==(const SpawnOrder &) const = default;
};

/// Whom a signal goes to. The numbers are part of the protocol.
enum class SignalTarget : std::uint32_t { Leader = 0, Group = 1, Tree = 2 };

struct SignalOrder
{
    std::string service;
    int signal = 0;
    SignalTarget target = SignalTarget::Leader;
    bool operator==(const SignalOrder &) const = default;
};

struct ForgetOrder
{
    std::string service;
    bool operator==(const ForgetOrder &) const = default;
};
struct ListTreeOrder
{
    std::string service;
    bool operator==(const ListTreeOrder &) const = default;
};
struct EndOrder
{
    bool operator==(const EndOrder &) const = default;
};
/// To be told again in KeptService for as long as this run is remembered.
struct NoteOrder
{
    std::string service;
    std::string note; ///< the orchestrator's own; a safe name or empty
    bool operator==(const NoteOrder &) const = default;
};
using Order = std::variant<SpawnOrder, SignalOrder, ForgetOrder, ListTreeOrder, EndOrder, NoteOrder>;

/// How a leader ended, as wait(2) tells it; not known for an adopted one on older kernels.
struct Ending
{
    bool known = false;
    int status = 0; ///< as waitpid() fills it
    bool operator==(const Ending &) const = default;
};

struct KeptService
{
    std::string service;
    std::int64_t pid = 0;
    std::int64_t startedAtMs = 0;
    bool leaderAlive = false;
    bool treeEmpty = false;
    Ending ending; ///< when the leader is not alive
    std::int64_t endedAtMs = 0;
    std::string fingerprint; ///< as ordered
    std::string note; ///< as ordered last; empty: none was
    bool operator==(const KeptService &) const = default;
};

struct KeptReport
{
    std::vector<KeptService> services;
    bool operator==(const KeptReport &) const = default;
};

struct SpawnedReport
{
    std::string service;
    std::int64_t pid = 0;
    std::int64_t startedAtMs = 0;
    bool operator==(const SpawnedReport &) const = default;
};

struct SpawnFailedReport
{
    std::string service;
    SpawnFailure failure;
    bool operator==(const SpawnFailedReport &) const = default;
};

struct ExitedReport
{
    std::string service;
    Ending ending;
    bool treeEmpty = false;
    bool operator==(const ExitedReport &) const = default;
};

struct TreeEmptyReport
{
    std::string service;
    bool operator==(const TreeEmptyReport &) const = default;
};
struct TreeListedReport
{
    std::string service;
    std::vector<std::int64_t> pids;
    bool operator==(const TreeListedReport &) const = default;
};
/// Another orchestrator is connected; the connection is closed after this.
struct RefusedReport
{
    std::int64_t holder = 0;
    bool operator==(const RefusedReport &) const = default;
};
/// What NOTIFY_SOCKET is to be set to, before the first KeptReport; empty: there is no such socket.
struct NotifySocketsReport
{
    std::string own; ///< for services that run as the keeper's user
    std::string others;
    bool operator==(const NotifySocketsReport &) const = default;
};
/// A process of the service's tree said something over NOTIFY_SOCKET: the datagram as it came, without NUL.
struct NotifiedReport
{
    std::string service;
    std::int64_t pid = 0; ///< the sender's
    std::string text;
    bool operator==(const NotifiedReport &) const = default;
};
/// What a process of the service's tree asked for with MAINPID=.
struct LeaderReport
{
    std::string service;
    std::int64_t pid = 0;
    bool isRefused = false; ///< it is no living process of the tree; said once for each run. Else it leads from now on
    bool operator==(const LeaderReport &) const = default;
};
/// An order of this type is unknown to the keeper, which is of an older release: it was passed over.
struct NotUnderstoodReport
{
    std::uint32_t type = 0;
    bool operator==(const NotUnderstoodReport &) const = default;
};
using Report = std::variant<KeptReport, SpawnedReport, SpawnFailedReport, ExitedReport, TreeEmptyReport,
    TreeListedReport, RefusedReport, NotifySocketsReport, NotifiedReport, LeaderReport, NotUnderstoodReport>;

std::string encode(const Order &order);
std::string encode(const Report &report);
std::optional<Order> decodeOrder(std::string_view frame);
std::optional<Report> decodeReport(std::string_view frame);

/// What a frame of any version begins with. Version 0: it is no frame.
struct FrameHead
{
    std::uint32_t version = 0;
    std::uint32_t type = 0;
};
FrameHead headOf(std::string_view frame);
/// Whether it is a RefusedReport, of whatever version.
bool isRefusal(const FrameHead &head);
/// Whether a frame is of our version and of a type that a later release has added.
bool isUnknownOrder(const FrameHead &head);
bool isUnknownReport(const FrameHead &head);

/// Whether a service's name can be part of a path, of an environment entry and of a line.
bool isSafeName(std::string_view name);

} // namespace foghorn::keeper
