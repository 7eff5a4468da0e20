#pragma once

#include "core/alerts/alerttrack.h"
#include "core/alerts/openalerts.h"
#include "core/graph/dependencygraph.h"

#include <QHash>

#include <unordered_map>

namespace foghorn {

/// From facts and time to alerts, one for each cause. Pure: no event loop, no clock.
///
/// A service's trouble is a finding of the rules. A finding that a service it requires explains (RootCauses) is no
/// alert: the service is among those affected by the other's. Where the cause is one that nobody is told of (stopped on
/// purpose, on its way after a command, in maintenance), nothing is told. What nobody explains is an alert: at once for
/// a service that requires none, else after `hold`, because the cause is often noticed later than what it does. An
/// alert is over when its service is well again or is not meant to be up.
class AlertEngine
{
public:
    void setRules(const AlertRules &rules) { m_rules = rules; }
    const AlertRules &rules() const { return m_rules; }
    /// The managed services and who needs whom; `others` registered themselves.
    void setServices(const DependencyGraph &graph, const QList<ServiceId> &others, Now now);
    /// A change of one of them, at once.
    void observe(const ServiceFacts &facts, Now now);
    const ServiceFacts *factsFor(const ServiceId &service) const;
    /// What is wrong with the machine, as a sentence; empty: nothing.
    void setMachineProblem(const QString &problem) { m_machineProblem = problem; }
    /// The start-up is over: what is down now is meant to be.
    void setSettled() { m_isSettled = true; }
    /// Looks at everything; what became of alerts since the last time.
    QList<AlertChange> evaluate(Now now);
    /// Whether time alone can bring something about, so that evaluate() is to be called again without a change.
    bool isWaiting() const;

    OpenAlerts &alerts() { return m_alerts; }
    const OpenAlerts &alerts() const { return m_alerts; }

private:
    using Causes = QList<AlertTrack *>;
    void settle(AlertTrack &track, const Causes &causes, bool needsOthers, Now now);
    void take(AlertTrack &track, bool needsOthers, Now now);
    void fold(AlertTrack &track, const Causes &causes, Now now);
    bool isOver(const AlertTrack &track) const;
    bool isTooEarlyFor(qint64 alert, MonoTime now) const;
    void tellAffected(const RootCauses &causes);
    void resolveLeft(Now now);
    void judgeMachine(Now now);
    AlertTrack &trackOf(int node) { return *m_nodes[static_cast<std::size_t>(node)]; }

    AlertRules m_rules;
    DependencyGraph m_graph;
    std::unordered_map<ServiceId, AlertTrack> m_tracks;
    std::vector<AlertTrack *> m_nodes; ///< by node of the graph
    QList<ServiceId> m_others;
    OpenAlerts m_alerts;
    QString m_machineProblem;
    bool m_isSettled = false;
};

} // namespace foghorn
