#pragma once

#include "core/base/serviceid.h"
#include "core/model/servicestatus.h"

#include <QHash>

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foghorn {

/// What one process uses, as /proc/PID/stat tells it.
struct ProcessUse
{
    pid_t pid = 0;
    pid_t parent = 0;
    pid_t session = 0;
    std::uint64_t startTicks = 0;
    std::uint64_t cpuTicks = 0; ///< user and system, since its start; without its children
    std::int64_t residentPages = 0;
    int threads = 0;
    bool operator==(const ProcessUse &) const = default;
};

/// None when the text is not one; whatever the program has called itself.
std::optional<ProcessUse> parseProcessUse(std::string_view text);

/// Whose process each is: a leader's, whatever comes from one, and orphans that are still in a leader's session. One
/// entry for each of `processes`, nullptr: nobody's. Borrows the names in `leaders`.
std::vector<const ServiceId *> ownersOf(
    const std::vector<ProcessUse> &processes, const QHash<ServiceId, qint64> &leaders);

/// Tells how much of a processor was used between two looks.
class CpuMeter
{
public:
    /// `now`: in the same ticks as startTicks. Between begin() and end() percentOf() is asked once for
    /// each process of interest.
    void begin(std::uint64_t now);
    /// Percent of one core since the last look; of one that was not seen then since its start, 0 at the first look.
    double percentOf(const ProcessUse &process);
    /// Processor ticks that are new since the last look; of one that was not seen then, all it ever used.
    std::uint64_t newTicksOf(const ProcessUse &process) const;
    /// Forgets who was not asked for.
    void end();

private:
    struct Seen
    {
        std::uint64_t startTicks = 0;
        std::uint64_t cpuTicks = 0;
    };
    std::unordered_map<pid_t, Seen> m_before;
    std::unordered_map<pid_t, Seen> m_now;
    std::uint64_t m_ticks = 0; ///< since the last look; 0: there was none
    std::uint64_t m_lastLook = 0;
};

} // namespace foghorn
