#include "core/alerts/alerttrack.h"

namespace foghorn {

void AlertTrack::observe(const ServiceFacts &facts, MonoTime now)
{
    m_facts = facts;
    m_condition = conditionOf(facts);
    m_wasWanted = m_wasWanted || facts.goal == Goal::Up;
    switch (m_condition) {
    case Condition::Off:
        m_flaps.pause();
        break;
    case Condition::Settling: // neither well nor not: what comes next says
        break;
    case Condition::Well:
        m_flaps.note(true, now);
        break;
    case Condition::Degraded:
    case Condition::Broken:
    case Condition::Bad:
        m_flaps.note(false, now);
        break;
    }
    noteTimes(now);
}

void AlertTrack::noteTimes(MonoTime now)
{
    if (m_condition != Condition::Degraded)
        m_times.degraded.reset();
    else if (!m_times.degraded)
        m_times.degraded = now;
    const bool isDown = m_condition == Condition::Broken || m_condition == Condition::Bad;
    if (isDown && m_facts.state != RunState::Running) {
        if (!m_times.broken)
            m_times.broken = now;
    } else if (m_condition != Condition::Settling) {
        m_times.broken.reset();
    }
    const bool isTroubled = isDown || m_condition == Condition::Degraded;
    if (isTroubled && !m_troubleSince)
        m_troubleSince = now;
}

void AlertTrack::judge(const AlertRules &rules, MonoTime now)
{
    m_isFlapping = rules.flapping && m_flaps.isFlapping(*rules.flapping, now);
    std::optional<Finding> found = findingOf(m_facts, m_times, m_isFlapping, rules, now);
    m_isBack = found && !m_finding && m_wasFound;
    m_wasFound = m_wasFound || found;
    m_finding = std::move(found);
    if (m_finding && !m_troubleSince)
        m_troubleSince = now;
    const bool isOver = !m_finding && (m_condition == Condition::Well || m_condition == Condition::Off);
    if (isOver) {
        m_troubleSince.reset();
        wasFolded = false;
    }
}

Weight AlertTrack::weight(const AlertRules &rules, MonoTime now) const
{
    switch (m_condition) {
    case Condition::Off:
    case Condition::Settling:
    case Condition::Broken:
    case Condition::Bad:
        return Weight::Down;
    case Condition::Degraded: // a first failed check may be the first sign of worse
        return m_times.degraded && now - *m_times.degraded < rules.degradedAfter ? Weight::Down : Weight::Uneasy;
    case Condition::Well:
        break;
    }
    if (m_isFlapping || m_facts.lostDependency)
        return Weight::Uneasy;
    return m_facts.slowness ? Weight::Light : Weight::None;
}

bool AlertTrack::isAtRest() const
{
    const bool isQuiet = m_condition == Condition::Well || m_condition == Condition::Off;
    return isQuiet && !m_finding && !alert && m_flaps.changes() == 0;
}

} // namespace foghorn
