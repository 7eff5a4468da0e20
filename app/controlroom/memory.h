#pragma once

#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"
#include "core/runtime/orchestrator.h"
#include "core/runtime/takeover.h"
#include "core/store/statestore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace foghorn {

/// Carries what must outlive us from registry and journal into the store, and back at the start.
class Memory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Memory)
public:
    Memory(StateStore &store, ServiceRegistry &registry, EventLog &events, QObject *parent = nullptr);
    ~Memory() override;

    /// Before the registry changes for the first time: histories, ledgers and the last event id. Services that the
    /// fleet no longer names are dropped from the store.
    void restore(const SavedFleet &saved, const BootClock &now = BootClock::read());
    /// Once it is known what lives: what an orchestrator that did not end cleanly left running was up meanwhile, or up
    /// to the end that the keeper saw; of everything else nobody knows how long it was. Marks the fleet as run by us: a
    /// start that fails before leaves what the one before it said.
    void judgeAbsence(const QList<KeptTree> &trees);
    /// From now on every change is saved.
    void follow(const Orchestrator &orchestrator);

    static QHash<ServiceId, PastRun> pastRuns(const SavedFleet &saved);

private:
    void saveService(const ServiceStatus &status);
    void restoreHistory(const ServiceId &service, const SavedFleet &saved);
    void forgetOrNoteEnding(const SavedService &service, bool endedCleanly);
    /// After the store had to begin anew.
    void saveAll(const QString &aside);
    /// Numbers that were chosen for services which may not start for long.
    void saveNewPorts();
    void saveNewSpan(const ServiceId &service);
    void saveNewSpans();
    void saveLedger(const ServiceId &service, const UptimeLedger &ledger);

    StateStore &m_store;
    ServiceRegistry &m_registry;
    EventLog &m_events;
    const Orchestrator *m_orchestrator = nullptr;
    /// What the store holds of a ledger.
    struct SavedLedger
    {
        UptimeLedger::Span newest;
        quint64 rewrites = 0;
    };
    QHash<ServiceId, SavedLedger> m_savedLedgers;
    QHash<ServiceId, UptimeLedger> m_whole; ///< as they were saved, until judgeAbsence()
    bool m_isBlind = false; ///< what was saved could not be read
    std::optional<WallTime> m_absentSince; ///< by the clock of then
    std::chrono::milliseconds m_clockSet{}; ///< since then
    QTimer m_alive;
    QHash<ServiceId, QHash<QString, quint16>> m_savedPorts;
};

} // namespace foghorn
