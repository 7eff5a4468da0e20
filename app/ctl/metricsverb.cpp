#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

namespace foghorn {
namespace {

void showPrometheus(Session &session)
{
    session.client().get(QStringLiteral("/metrics"), &session, [&session](const Result<ApiAnswer> &answer) {
        if (!answer)
            return session.fail(answer.error().text, ExitCode::NoConnection);
        if (!answer.value().isSuccess())
            return session.fail(answer.value().problem());
        session.console().raw(answer.value().body);
        session.finish(ExitCode::Done);
    });
}

} // namespace

void runMetrics(Session &session)
{
    if (session.line().has(QLatin1String("prometheus")))
        return showPrometheus(session);
    session.ask(QStringLiteral("metrics"), [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        const QJsonObject metrics = answer.object().value(u"metrics").toObject();
        Table table({QStringLiteral("METRIC"), QStringLiteral("VALUE")});
        for (auto it = metrics.begin(); it != metrics.end(); ++it)
            table.add({{it.key()}, {plainOf(it.value())}});
        table.show(session.console());
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
