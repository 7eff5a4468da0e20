#pragma once

#include "core/alerts/rootcauses.h"
#include "core/alerts/rules.h"

namespace foghorn {

/// What is remembered of one service to judge it: since when, and how often. Pure: time comes in.
class AlertTrack
{
public:
    /// To be told each change at once, so that none is missed.
    void observe(const ServiceFacts &facts, MonoTime now);
    /// What is wrong with it now; kept until the next call.
    void judge(const AlertRules &rules, MonoTime now);

    const ServiceFacts &facts() const { return m_facts; }
    Condition condition() const { return m_condition; }
    const std::optional<Finding> &finding() const { return m_finding; }
    /// There was a finding before, then none, and now there is one again.
    bool isBack() const { return m_isBack; }
    /// How much trouble it can explain in others.
    Weight weight(const AlertRules &rules, MonoTime now) const;
    /// Since when it is not well.
    std::optional<MonoTime> troubleSince() const { return m_troubleSince; }
    /// Somebody wanted it up since we know it.
    bool wasWanted() const { return m_wasWanted; }
    /// Nothing is wrong, and nothing can become so by time alone.
    bool isAtRest() const;

    // What the engine notes of it.
    std::optional<qint64> alert; ///< its own, while it fires
    std::optional<MonoTime> freeSince; ///< since when its finding is explained by nobody else
    bool wasFolded = false; ///< it was explained by another, since it was last well

private:
    void noteTimes(MonoTime now);

    ServiceFacts m_facts;
    Condition m_condition = Condition::Off;
    FlapCounter m_flaps;
    bool m_isFlapping = false;
    TroubleTimes m_times;
    std::optional<MonoTime> m_troubleSince;
    std::optional<Finding> m_finding;
    bool m_wasFound = false; ///< ever
    bool m_isBack = false;
    bool m_wasWanted = false;
};

} // namespace foghorn
