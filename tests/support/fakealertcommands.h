#pragma once

#include "core/commands/alertcommands.h"

#include <QPromise>

namespace foghorn {

/// Answers everything as it is told to.
class FakeAlertCommands final : public AlertCommands
{
public:
    QStringList calls; ///< "acknowledge 3 true operator"
    CommandOutcome outcome{Verdict::Done, QStringLiteral("Done as wished")};

    QFuture<CommandOutcome> acknowledge(qint64 alert, bool acknowledged, const Actor &actor) override
    {
        return note(QStringLiteral("acknowledge %1 %2 %3")
                        .arg(alert)
                        .arg(acknowledged ? QLatin1String("true") : QLatin1String("false"), actor.role));
    }
    QFuture<CommandOutcome> mute(qint64 alert, std::chrono::minutes time, const Actor &actor) override
    {
        return note(QStringLiteral("mute %1 %2 %3").arg(alert).arg(time.count()).arg(actor.role));
    }
    QFuture<CommandOutcome> maintain(const ServiceId &service, std::chrono::minutes time, const Actor &actor) override
    {
        return note(QStringLiteral("maintain %1 %2 %3").arg(service).arg(time.count()).arg(actor.role));
    }

private:
    QFuture<CommandOutcome> note(const QString &call)
    {
        calls.append(call);
        QPromise<CommandOutcome> promise;
        promise.start();
        promise.addResult(outcome);
        promise.finish();
        return promise.future();
    }
};

} // namespace foghorn
