#pragma once

#include "core/model/event.h"
#include "core/store/savedfleet.h"
#include "core/store/storefault.h"

#include <QObject>

#include <functional>
#include <memory>

namespace foghorn {

class History;

/// What must outlive the orchestrator, and the history of the fleet, in `<state dir>/history.sqlite` (WAL). Writing is
/// queued to a worker thread, which takes whatever has gathered into one transaction; nothing here blocks the event
/// loop after load().
class StateStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateStore)
public:
    explicit StateStore(QString path, QObject *parent = nullptr);
    /// Writes what is queued, then ends.
    ~StateStore() override;

    /// Opens (creates, migrates) the database and reads it whole; blocks, so only before the event loop runs. A corrupt
    /// or newer file is set aside (renamed) and said so in `notice`: never a reason not to start. `patience`: how long
    /// the lock of another process is waited for.
    SavedFleet load(std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// From now on the fleet is run: it is alive with all that is saved, and has not ended cleanly until that is said.
    void markBegun();
    /// `hurries`: what somebody asked for, which is to outlive us from now on and not 50 ms later.
    void saveService(const SavedService &service, bool hurries = false);
    void saveCheck(const CheckResult &result);
    /// The ledger of a service from now on ends with this span.
    void appendSpan(const ServiceId &service, const SavedSpan &span);
    /// The ledger of a service has been rewritten and is this from now on.
    void replaceSpans(const ServiceId &service, const QList<SavedSpan> &spans);
    /// Also begins the span of state or health that the event tells of.
    void saveEvent(const Event &event);
    void saveLastEventId(qint64 id);
    /// The orchestrator is there: what came to an end without being told ended after this.
    void saveAlive();
    /// Nobody saw the service's state from then on, until the next event tells of it.
    void saveUnobserved(const ServiceId &service, WallTime from);
    /// Also its history; only events stay.
    void removeService(const ServiceId &service);
    /// All services were stopped and the orchestrator ends on purpose.
    void markEndedCleanly();

    /// Calls, from the event loop, once all that was saved before is in the file, or once writing does not work.
    void whenWritten(std::function<void()> call);

    /// Reads back what was saved, in a thread of its own. As long as this object lives.
    History &history();

Q_SIGNALS:
    /// Writing does not work (disk full, …); once for each kind of reason until it works again. Services are not
    /// affected.
    void writeFailed(const QString &reason, foghorn::StoreFault::Kind kind);
    void writeRecovered();
    /// The file was found damaged while it was used: it was renamed to `aside` and a new one is begun, which holds
    /// nothing of what was saved before. Whoever knows the fleet saves it again.
    void begunAnew(const QString &aside);
    /// Old events were let go: this is the first in the file; 0: none is.
    void eventsForgotten(qint64 oldestId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foghorn
