#include "ui/mainwindow/operations.h"

#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QFutureWatcher>

#include <algorithm>

namespace foghorn {

namespace {

/// Calls `use` with the future's result once it ends; with nothing when it was cancelled.
template<typename T, typename Use> void whenEnded(const QFuture<T> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use] {
        watcher->deleteLater();
        const bool known = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        use(known ? std::optional<T>(watcher->result()) : std::nullopt);
    });
    watcher->setFuture(future); // after the connection: the future may have ended already
}

} // namespace

Operations::Operations(Commands &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_actor{QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)}
{
}

Operations::~Operations() = default;

void Operations::run(Verb verb, const QList<ServiceId> &services, CommandOptions options)
{
    QList<ServiceId> free;
    for (const ServiceId &id : services) {
        if (!m_busy.contains(id))
            free.append(id);
    }
    if (free.isEmpty())
        return;
    for (const ServiceId &id : std::as_const(free))
        m_busy.insert(id, verb);
    Q_EMIT began(progressOf(verb, free));
    Q_EMIT busyChanged();
    if (verb == Verb::Check) {
        check(free);
        return;
    }
    for (const ServiceId &id : std::as_const(free))
        sendOne(verb, id, options);
}

void Operations::sendOne(Verb verb, const ServiceId &service, const CommandOptions &options)
{
    QFuture<CommandOutcome> future;
    QString done;
    const QString name = printable(service);
    switch (verb) {
    case Verb::Start:
        future = m_commands.start(service, options, m_actor);
        done = tr("%1 is running").arg(name);
        break;
    case Verb::Stop:
        future = m_commands.stop(service, options, m_actor);
        done = tr("%1 has stopped").arg(name);
        break;
    case Verb::Restart:
        future = m_commands.restart(service, options, m_actor);
        done = tr("%1 is running again").arg(name);
        break;
    case Verb::Check:
        return;
    }
    whenEnded(future, this, [this, service, done](const std::optional<CommandOutcome> &outcome) {
        release(service);
        if (outcome)
            report(*outcome, done);
    });
}

void Operations::check(const QList<ServiceId> &services)
{
    whenEnded(m_commands.checkNow(services, m_actor), this,
        [this, services](const std::optional<QList<CheckResult>> &results) {
            for (const ServiceId &id : services)
                release(id);
            if (!results)
                return;
            QList<QString> bad;
            for (const CheckResult &result : *results) {
                if (!result.passed)
                    bad.append(tr("%1 (%2)").arg(printable(result.service), printable(result.message)));
            }
            if (!bad.isEmpty())
                Q_EMIT failed(tr("Check failed: %1").arg(Wording::list(bad)));
            else if (results->size() == 1)
                Q_EMIT succeeded(
                    tr("%1 answered in %2")
                        .arg(printable(results->first().service), Wording::response(results->first().responseTime)));
            else
                Q_EMIT succeeded(tr("%1 checks passed").arg(results->size()));
        });
}

void Operations::startAll()
{
    watchFleet(m_commands.startAll({}, m_actor), tr("Starting all services…"), tr("All services were started"));
}

void Operations::stopAll()
{
    CommandOptions options;
    options.cascade = true;
    watchFleet(m_commands.stopAll(options, m_actor), tr("Stopping all services…"), tr("All services have stopped"));
}

void Operations::shutDown()
{
    watchFleet(m_commands.shutdown(m_actor), tr("Stopping all services, then quitting…"), tr("Stopping all services…"));
}

void Operations::watchFleet(const QFuture<CommandOutcome> &future, const QString &progress, const QString &done)
{
    m_fleetBusy = true;
    Q_EMIT began(progress);
    Q_EMIT busyChanged();
    whenEnded(future, this, [this, done](const std::optional<CommandOutcome> &outcome) {
        m_fleetBusy = false;
        Q_EMIT busyChanged();
        if (outcome)
            report(*outcome, done);
    });
}

void Operations::report(const CommandOutcome &outcome, const QString &done)
{
    switch (outcome.verdict) {
    case Verdict::Done:
    case Verdict::Accepted:
        Q_EMIT succeeded(done);
        return;
    case Verdict::NotFound:
    case Verdict::Conflict:
    case Verdict::Failed:
    case Verdict::Invalid:
    case Verdict::ShuttingDown:
        break;
    }
    Q_EMIT failed(outcome.message.isEmpty() ? tr("That did not work. The log of the service may say why.")
                                            : printable(outcome.message));
}

void Operations::release(const ServiceId &service)
{
    if (m_busy.remove(service) > 0)
        Q_EMIT busyChanged();
}

} // namespace foghorn
