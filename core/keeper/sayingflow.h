#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foghorn::keeper {

/// How much of what services say goes on to the orchestrator. Who says little is told at once. Who says more than a
/// burst and then ten things a second is told of every tenth of a second, in one message: the last line of each kind,
/// so that neither a READY=1 nor a sign of life is lost in a flood of STATUS=. Pure: times come in, monotonic.
class SayingFlow
{
public:
    static constexpr int burst = 32;
    static constexpr int periodMs = 100;
    /// Lines that are kept of one service; the oldest go first.
    static constexpr std::size_t mostLines = 16;

    struct Held
    {
        std::string service;
        std::int64_t pid = 0; ///< who spoke last
        std::string text;
    };

    /// Whether it is to be told at once; else it is held.
    bool passes(const std::string &service, std::int64_t nowMs);
    void hold(const std::string &service, std::int64_t pid, std::string_view text, std::int64_t nowMs);
    /// What was held long enough.
    std::vector<Held> takeDue(std::int64_t nowMs);
    /// All that is held.
    std::vector<Held> takeAll();
    /// What is held of one service, which is then forgotten; an empty text: nothing.
    Held take(const std::string &service);
    /// Until something is due; -1: nothing is held.
    int waitMs(std::int64_t nowMs) const;

private:
    struct Flow
    {
        int left = burst;
        std::int64_t refilledAtMs = 0;
        std::int64_t heldSinceMs = 0;
        std::int64_t pid = 0;
        std::vector<std::string> lines; ///< held
    };
    static void merge(std::vector<std::string> &lines, std::string_view line);
    static std::string joined(const std::vector<std::string> &lines);

    std::map<std::string, Flow> m_flows;
    std::size_t m_holding = 0; ///< services of which something is held
};

} // namespace foghorn::keeper
