#pragma once

#include "core/base/serviceid.h"
#include "core/model/checkresult.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace foghorn {

/// Who asks, for the journal.
struct Actor
{
    QString role; ///< "operator", "viewer", "desktop", "system"
    QString origin; ///< address or "unix:1000"
    QString program; ///< User-Agent or name of the program
};

struct CommandOptions
{
    bool force = false; ///< restart: also at its limit; stop: killed at once, without its stop_timeout
    bool cascade = false;
    bool wait = true; ///< false: the outcome is Accepted as soon as the wish is taken
};

enum class Verdict {
    Done,
    Accepted, ///< under way; only with wait = false
    NotFound, ///< no such service
    Conflict, ///< the state forbids it, or a later wish overtook it; nothing was changed by it any more
    Failed, ///< it was tried and did not come about
    Invalid, ///< faulty input (a fleet file with faults)
    ShuttingDown,
};

struct CommandOutcome
{
    Verdict verdict = Verdict::Done;
    QString message; ///< one sentence for people; for a refusal it says what to do next
};

/// What a reload does or would do, service by service.
struct ReloadOutcome
{
    Verdict verdict = Verdict::Done;
    QString message = {};
    QList<QString> faults = {}; ///< "file:line:column: what; what would be right"
    QList<QString> warnings = {};
    QList<ServiceId> added = {}, removed = {}, restarted = {}, updated = {}; ///< updated: changed in place
    qsizetype untouched = 0;
    QList<QList<ServiceId>> cycles = {}; ///< of the faults: {a, b, c, a}, each of which depends on the next
};

/// What may be asked of a fleet. Implemented by the orchestrator, and over REST by a client; a window or the API cannot
/// tell. Every future ends: with an outcome, or cancelled when the fleet goes away.
class Commands
{
public:
    virtual ~Commands() = default;

    virtual QFuture<CommandOutcome> start(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) = 0;
    virtual QFuture<CommandOutcome> stop(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) = 0;
    virtual QFuture<CommandOutcome> restart(
        const ServiceId &service, const CommandOptions &options, const Actor &actor) = 0;
    /// Its automatic restarts count from 0 again: it is at its limit no more. Nothing is started or stopped by it.
    virtual QFuture<CommandOutcome> resetFailed(const ServiceId &service, const Actor &actor) = 0;
    virtual QFuture<CommandOutcome> startAll(const CommandOptions &options, const Actor &actor) = 0;
    virtual QFuture<CommandOutcome> stopAll(const CommandOptions &options, const Actor &actor) = 0;
    /// All probes when `services` is empty; results of those that have a probe and run, in file order.
    virtual QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &services, const Actor &actor) = 0;
    /// Reads the fleet files again. With `planOnly` nothing is done.
    virtual QFuture<ReloadOutcome> reload(bool planOnly, const Actor &actor) = 0;
    /// Stops all services in order, then ends the orchestrator. The outcome comes when the shutdown has begun.
    virtual QFuture<CommandOutcome> shutdown(const Actor &actor) = 0;
};

} // namespace foghorn
