#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/names.h"

#include <QJsonObject>

#include <memory>

namespace foghorn {
namespace {

/// One command for several services, one after the other in the order given; a refusal does not keep the rest from
/// being tried, but the run has failed then.
struct Orders
{
    QString verb;
    QString path; ///< below the API's base; %1 stands for the service
    QJsonObject body;
    QStringList names;
    bool hasFailed = false;
};

void report(Session &session, const Result<ApiAnswer> &answer, const QString &name, Orders &orders)
{
    if (session.line().json) {
        session.console().json(answer.value().body);
    } else if (answer.value().isSuccess()) {
        const QString message = answer.value().object().value(u"message").toString();
        session.console().line(
            printable(message.isEmpty() ? orders.verb + u' ' + name + QLatin1String(": done") : message));
    }
    if (!answer.value().isSuccess()) {
        session.console().complain(answer.value().problem());
        orders.hasFailed = true;
    }
}

void giveNext(Session &session, const std::shared_ptr<Orders> &orders)
{
    if (orders->names.isEmpty())
        return session.finish(orders->hasFailed ? ExitCode::Failed : ExitCode::Done);
    const QString name = orders->names.takeFirst();
    const QString path = ApiClient::apiPath(name.isEmpty() ? orders->path : orders->path.arg(name));
    session.client().post(path, orders->body, &session, [&session, orders, name](const Result<ApiAnswer> &answer) {
        if (!answer)
            return session.fail(answer.error().text, ExitCode::NoConnection);
        report(session, answer, name, *orders);
        giveNext(session, orders);
    });
}

/// `isForAll`: one order without a name. `path`: %1 stands for the service; empty: "verb/%1".
void give(Session &session, const QString &verb, bool isForAll, const QString &path = {})
{
    const CommandLine &line = session.line();
    for (const QString &name : line.names) {
        if (!isServiceName(name))
            return session.fail(QStringLiteral("'%1' is no name of a service").arg(name), ExitCode::Usage);
    }
    QJsonObject body;
    if (line.has(QLatin1String("force")))
        body.insert(u"force", true);
    if (line.has(QLatin1String("cascade")) && !isForAll)
        body.insert(u"cascade", true);
    if (line.has(QLatin1String("no-wait")))
        body.insert(u"wait", false);
    const QString usualPath = isForAll ? verb : verb + QLatin1String("/%1");
    giveNext(session,
        std::make_shared<Orders>(Orders{
            verb, path.isEmpty() ? usualPath : path, body, isForAll ? QStringList{QString()} : line.names, false}));
}

} // namespace

void runStart(Session &session) { give(session, QStringLiteral("start"), session.line().names.isEmpty()); }

void runStop(Session &session)
{
    const bool isForAll = session.line().has(QLatin1String("all"));
    if (isForAll != session.line().names.isEmpty())
        return session.fail(QStringLiteral("say which services to stop, or --all"), ExitCode::Usage);
    if (isForAll && session.line().has(QLatin1String("force")))
        return session.fail(QStringLiteral("--force takes names: what is killed is to be named"), ExitCode::Usage);
    give(session, QStringLiteral("stop"), isForAll);
}

void runRestart(Session &session) { give(session, QStringLiteral("restart"), false); }

void runResetFailed(Session &session)
{
    give(session, QStringLiteral("reset-failed"), false, QStringLiteral("service/%1/reset-failed"));
}

} // namespace foghorn
