#include "app/ctl/session.h"

#include <QTimer>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 100ms;

/// Asks until nobody answers any more: the API goes last, after the services.
void watchItGo(Session &session)
{
    session.client().get(QStringLiteral("/livez"), &session, [&session](const Result<ApiAnswer> &answer) {
        if (answer) {
            QTimer::singleShot(pause, &session, [&session] { watchItGo(session); });
            return;
        }
        if (!session.line().json)
            session.console().line(QStringLiteral("all services are stopped"));
        session.finish(ExitCode::Done);
    });
}

} // namespace

void runShutdown(Session &session)
{
    session.order(QStringLiteral("shutdown"), {}, [&session](const ApiAnswer &answer) {
        if (session.line().json)
            session.console().json(answer.body);
        if (!session.line().has(QLatin1String("no-wait")))
            return watchItGo(session);
        if (!session.line().json)
            session.console().line(QStringLiteral("the shutdown has begun"));
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
