#include "app/ctl/session.h"

#include "core/base/units.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto firstPause = 50ms;
constexpr auto longestPause = 500ms;
constexpr auto usualTimeout = 2min;

struct Waiting
{
    QElapsedTimer since;
    std::chrono::milliseconds timeout = usualTimeout;
    std::chrono::milliseconds pause = firstPause;
    QString lastWord = QStringLiteral("nothing answered");
    bool wasAnswered = false;
};

void look(Session &session, const std::shared_ptr<Waiting> &waiting);

void lookAgain(Session &session, const std::shared_ptr<Waiting> &waiting)
{
    const auto left = waiting->timeout - std::chrono::milliseconds(waiting->since.elapsed());
    if (left <= 0ms) {
        return session.fail(
            QStringLiteral("not ready after %1: %2").arg(formatDuration(waiting->timeout), waiting->lastWord),
            waiting->wasAnswered ? ExitCode::Failed : ExitCode::NoConnection);
    }
    const auto pause = std::min(waiting->pause, left);
    waiting->pause = std::min<std::chrono::milliseconds>(waiting->pause * 3 / 2, longestPause);
    QTimer::singleShot(pause, Qt::PreciseTimer, &session, [&session, waiting] { look(session, waiting); });
}

/// Address and token are looked up each time: the orchestrator may only just be starting.
void look(Session &session, const std::shared_ptr<Waiting> &waiting)
{
    const Result<ApiTarget> target = discover(session.line().wish, defaultStateRoot());
    if (!target) {
        waiting->lastWord = target.error().text;
        return lookAgain(session, waiting);
    }
    session.client().setTarget(target.value());
    session.client().get(QStringLiteral("/readyz"), &session, [&session, waiting](const Result<ApiAnswer> &answer) {
        if (answer && answer.value().isSuccess()) {
            session.console().line(
                session.line().json ? QStringLiteral("{\"success\":true,\"is_ready\":true}") : QStringLiteral("ready"));
            return session.finish(ExitCode::Done);
        }
        waiting->wasAnswered = answer.isOk();
        waiting->lastWord = answer ? answer.value().problem() : answer.error().text;
        lookAgain(session, waiting);
    });
}

} // namespace

void runWait(Session &session)
{
    const auto waiting = std::make_shared<Waiting>();
    const QString timeout = session.line().values.value(QStringLiteral("timeout"));
    if (!timeout.isEmpty()) {
        const auto parsed = parseDuration(timeout);
        if (!parsed)
            return session.fail(
                QStringLiteral("'%1' is no duration; one looks like 90s or 5m").arg(timeout), ExitCode::Usage);
        waiting->timeout = *parsed;
    }
    waiting->since.start();
    look(session, waiting);
}

} // namespace foghorn
