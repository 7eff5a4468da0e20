#include "core/store/statestore.h"

#include "core/store/fleetloader.h"
#include "core/store/storedhistory.h"
#include "core/store/writethread.h"

namespace foghorn {
namespace {

/// A question about history waits so long for what is being written.
constexpr std::chrono::milliseconds writePatience{2'000};

} // namespace

class StateStore::Private
{
public:
    Private(
        QString databasePath, WriteThread::Report report, WriteThread::Replaced replaced, WriteThread::Forgot forgot)
        : path(databasePath)
        , thread(std::move(databasePath), std::move(report), std::move(replaced), std::move(forgot))
        , history(path, [this] { thread.waitUntilWritten(writePatience); })
    {
    }

    const QString path;
    WriteThread thread;
    StoredHistory history; ///< asks the thread
};

StateStore::StateStore(QString path, QObject *parent)
    : QObject(parent)
{
    // From the writing thread, which ends before this object does.
    auto report = [this](const MaybeFault &fault) {
        if (fault)
            QMetaObject::invokeMethod(
                this, [this, fault = *fault] { Q_EMIT writeFailed(fault.text, fault.kind); }, Qt::QueuedConnection);
        else
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT writeRecovered(); }, Qt::QueuedConnection);
    };
    auto replaced = [this](const QString &aside) {
        QMetaObject::invokeMethod(
            this, [this, aside] { Q_EMIT begunAnew(aside); }, Qt::QueuedConnection);
    };
    auto forgot = [this](qint64 oldest) {
        QMetaObject::invokeMethod(
            this, [this, oldest] { Q_EMIT eventsForgotten(oldest); }, Qt::QueuedConnection);
    };
    d = std::make_unique<Private>(std::move(path), std::move(report), std::move(replaced), std::move(forgot));
}

StateStore::~StateStore() = default;

SavedFleet StateStore::load(std::chrono::milliseconds patience)
{
    Q_ASSERT_X(!d->thread.isStarted(), "StateStore::load", "called twice");
    SavedFleet fleet = loadFleet(d->path, Now::read().wall, patience);
    d->thread.start();
    return fleet;
}

void StateStore::saveService(const SavedService &service, bool hurries)
{
    d->thread.change([&](PendingWrites &pending) {
        pending.services.insert(service.service, service);
        pending.hurries |= hurries;
    });
}

void StateStore::saveCheck(const CheckResult &result)
{
    d->thread.change([&](PendingWrites &pending) { pending.add(result); });
}

void StateStore::appendSpan(const ServiceId &service, const SavedSpan &span)
{
    d->thread.change([&](PendingWrites &pending) { pending.add(service, span); });
}

void StateStore::saveLastEventId(qint64 id)
{
    d->thread.change([id](PendingWrites &pending) { pending.lastEventId = id; });
}

void StateStore::replaceSpans(const ServiceId &service, const QList<SavedSpan> &spans)
{
    d->thread.change([&](PendingWrites &pending) { pending.replaceLedger(service, spans); });
}

void StateStore::saveEvent(const Event &event)
{
    d->thread.change([&](PendingWrites &pending) {
        pending.add(event);
        pending.lastEventId = event.id; // finds room where the events do not
    });
}

void StateStore::markBegun()
{
    d->thread.stampAlive();
    d->thread.change([](PendingWrites &pending) {
        pending.endedCleanly = false;
        pending.alive = BootClock::read();
    });
}

void StateStore::saveAlive()
{
    d->thread.change([](PendingWrites &pending) { pending.alive = BootClock::read(); });
}

void StateStore::saveUnobserved(const ServiceId &service, WallTime from)
{
    d->thread.change([&](PendingWrites &pending) { pending.addGap(service, from); });
}

void StateStore::removeService(const ServiceId &service)
{
    d->thread.change([&](PendingWrites &pending) { pending.remove(service); });
}

void StateStore::markEndedCleanly()
{
    d->thread.change([](PendingWrites &pending) { pending.endedCleanly = true; });
}

void StateStore::whenWritten(std::function<void()> call)
{
    d->thread.callWhenWritten(
        [this, call = std::move(call)] { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); });
}

History &StateStore::history() { return d->history; }

} // namespace foghorn
