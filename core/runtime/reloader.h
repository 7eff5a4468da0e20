#pragma once

#include "core/commands/commands.h"
#include "core/fleetfile/fleetfile.h"
#include "core/runtime/orchestrator.h"
#include "core/runtime/portbook.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace foghorn {

/// Reads the fleet files again and brings the running fleet in line: what is new starts, what is gone stops, what
/// changed for the running process restarts, the rest is taken in place or left alone. A faulty file changes nothing.
class Reloader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reloader)
public:
    /// Reads the files in a worker thread.
    using Loader = std::function<QFuture<LoadedFleet>()>;
    /// Fills in automatic ports; an error says why it cannot.
    using Resolver = std::function<Result<FleetSpec>(const FleetSpec &)>;

    Reloader(Orchestrator &orchestrator, Loader loader, Resolver resolver, QObject *parent = nullptr);
    ~Reloader() override;

    /// With `planOnly` the outcome says what would be done and nothing is. One reload at a time: a second one is
    /// refused.
    QFuture<ReloadOutcome> reload(bool planOnly);
    /// One is under way.
    bool isBusy() const { return m_isBusy; }
    /// The fleet shuts down: a reload under way changes nothing any more.
    void close() { m_isClosed = true; }

Q_SIGNALS:
    /// A good file was taken.
    void reloaded(const foghorn::ReloadOutcome &outcome);
    /// Another one may begin: one has ended, whatever came of it.
    void ended();

private:
    struct Running;
    void onLoaded(const std::shared_ptr<Running> &running, const LoadedFleet &loaded);
    bool refusedAsClosed(const std::shared_ptr<Running> &running);
    void apply(const std::shared_ptr<Running> &running, const LoadedFleet &loaded);
    void replace(const std::shared_ptr<Running> &running, const LoadedFleet &loaded);
    void finish(const std::shared_ptr<Running> &running);

    Orchestrator &m_orchestrator;
    Loader m_loader;
    Resolver m_resolver;
    bool m_isBusy = false;
    bool m_isClosed = false;
};

} // namespace foghorn
