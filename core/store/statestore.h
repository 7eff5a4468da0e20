#pragma once

#include "core/store/savedfleet.h"

#include <QObject>

#include <memory>

namespace foghorn {

/// What must outlive the orchestrator, in `<state dir>/history.sqlite` (WAL). Writing is queued to a worker thread,
/// which takes whatever has gathered into one transaction; nothing here blocks the event loop after load().
class StateStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateStore)
public:
    explicit StateStore(QString path, QObject *parent = nullptr);
    /// Writes what is queued, then ends.
    ~StateStore() override;

    /// Opens (creates, migrates) the database and reads it whole; blocks, so only before the event loop runs. A corrupt
    /// or newer file is set aside (renamed) and said so in `notice`: never a reason not to start. Marks the fleet as
    /// not cleanly ended.
    SavedFleet load();
    void saveService(const SavedService &service);
    void saveCheck(const CheckResult &result);
    /// The ledger of a service from now on ends with this span.
    void appendSpan(const ServiceId &service, const SavedSpan &span);
    void saveLastEventId(qint64 id);
    void removeService(const ServiceId &service);
    /// All services were stopped and the orchestrator ends on purpose.
    void markEndedCleanly();

Q_SIGNALS:
    /// Writing does not work (disk full, …); once until it works again. Services are not affected.
    void writeFailed(const QString &reason);
    void writeRecovered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foghorn
