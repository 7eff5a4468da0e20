#pragma once

#include "core/process/servicekeeper.h"

#include <QHash>
#include <QQueue>
#include <QRandomGenerator>

#include <csignal>
#include <functional>
#include <map>
#include <set>

namespace foghorn {

/// A keeper without processes. It answers when told to, each service's answers in order, and counts what must not
/// happen: a launch while something of the service is alive.
class FakeKeeper final : public ServiceKeeper
{
public:
    explicit FakeKeeper(quint32 seed)
        : m_random(seed)
    {
    }

    void launch(const LaunchOrder &order) override
    {
        const ServiceId service = order.service;
        doubles += m_alive.contains(service) ? 1 : 0;
        m_alive.insert(service);
        m_isEnding.erase(service);
        const qint64 pid = ++m_lastPid;
        answer(service, [this, service, pid] { Q_EMIT launched(service, pid, 1); });
    }
    void signal(const ServiceId &service, int, SignalScope) override { end(service, SIGTERM); }
    void forget(const ServiceId &) override { }
    void note(const ServiceId &, const QByteArray &) override { }
    void listTree(const ServiceId &service) override { Q_EMIT treeListed(service, {}); }

    /// The program ends by itself.
    void crash(const ServiceId &service) { end(service, SIGSEGV); }
    /// Gives one answer that is due; false when there is none.
    bool step()
    {
        if (m_answers.empty())
            return false;
        auto due = std::next(m_answers.begin(), m_random.bounded(static_cast<int>(m_answers.size())));
        const std::function<void()> tell = due->second.dequeue();
        if (due->second.isEmpty())
            m_answers.erase(due);
        tell();
        return true;
    }
    const std::set<ServiceId> &alive() const { return m_alive; }

    int doubles = 0;

private:
    void answer(const ServiceId &service, std::function<void()> tell) { m_answers[service].enqueue(std::move(tell)); }
    void end(const ServiceId &service, int signalNumber)
    {
        if (!m_alive.contains(service) || !m_isEnding.insert(service).second)
            return;
        const bool leavesSomething = m_random.bounded(4) == 0;
        answer(service, [this, service, signalNumber, leavesSomething] {
            ExitInfo exit;
            exit.kind = ExitInfo::Kind::Signaled;
            exit.signal = signalNumber;
            if (!leavesSomething)
                m_alive.erase(service);
            Q_EMIT exited(service, exit, !leavesSomething);
        });
        if (leavesSomething) {
            answer(service, [this, service] {
                m_alive.erase(service);
                Q_EMIT treeEmpty(service);
            });
        }
    }

    QRandomGenerator m_random;
    std::map<ServiceId, QQueue<std::function<void()>>> m_answers;
    std::set<ServiceId> m_alive;
    std::set<ServiceId> m_isEnding;
    qint64 m_lastPid = 100;
};

} // namespace foghorn
