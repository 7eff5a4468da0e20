#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/names.h"

#include <QJsonArray>

namespace foghorn {
namespace {

void showNames(const Console &console, const QJsonObject &answer, QStringView member, const QString &title)
{
    const QStringList names = wordsOf(answer.value(member));
    if (!names.isEmpty())
        console.line(title.leftJustified(10) + printable(names.join(u", ")));
}

void showPlan(const Console &console, const QJsonObject &answer)
{
    for (const QString &warning : wordsOf(answer.value(u"warnings")))
        console.complain(warning);
    showNames(console, answer, u"added", QStringLiteral("start"));
    showNames(console, answer, u"removed", QStringLiteral("remove"));
    showNames(console, answer, u"restarted", QStringLiteral("restart"));
    showNames(console, answer, u"updated", QStringLiteral("update"));
    const QString message = answer.value(u"message").toString();
    if (!message.isEmpty())
        console.line(printable(message));
}

} // namespace

void runReload(Session &session)
{
    QJsonObject body;
    if (session.line().has(QLatin1String("plan")))
        body.insert(u"plan", true);
    session.client().post(
        ApiClient::apiPath(QStringLiteral("reload")), body, &session, [&session](const Result<ApiAnswer> &answer) {
            if (!answer)
                return session.fail(answer.error().text, ExitCode::NoConnection);
            if (answer.value().isSuccess() && session.printedJson(answer.value()))
                return;
            const QJsonObject object = answer.value().object();
            if (!answer.value().isSuccess()) {
                for (const QString &fault : wordsOf(object.value(u"faults")))
                    session.console().complain(fault);
                if (session.line().json)
                    session.console().json(answer.value().body);
                return session.fail(answer.value().problem());
            }
            showPlan(session.console(), object);
            session.finish(ExitCode::Done);
        });
}

} // namespace foghorn
