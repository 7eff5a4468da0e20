#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include <memory>

namespace foghorn {
namespace {

void addResult(Table &table, const QString &name, const QJsonObject &result)
{
    const QJsonValue response = result.value(u"response_time_ms");
    table.add({{name}, healthCell(result.value(u"status").toString()),
        {response.isDouble() ? QString::number(response.toDouble(), 'f', 1) + QLatin1String(" ms")
                             : QStringLiteral("-")},
        {result.value(u"message").toString()}});
}

Table emptyTable()
{
    return Table({QStringLiteral("SERVICE"), QStringLiteral("HEALTH"), QStringLiteral("ANSWERED IN"),
        QStringLiteral("MESSAGE")});
}

void showResults(Session &session, const ApiAnswer &answer)
{
    const QJsonObject object = answer.object();
    const QJsonObject results = object.value(u"results").toObject();
    Table table = emptyTable();
    for (auto it = results.begin(); it != results.end(); ++it)
        addResult(table, it.key(), it.value().toObject());
    table.show(session.console());
    const QString composite = object.value(u"composite_health").toString();
    if (!composite.isEmpty())
        session.console().line(QLatin1String("all together: ") + composite);
}

/// One name after the other: each answer is shown when it comes.
void checkNext(Session &session, qsizetype index)
{
    const QStringList &names = session.line().names;
    session.order(QLatin1String("health/check-now/") + names[index], {}, [&session, index](const ApiAnswer &answer) {
        if (session.line().json)
            session.console().json(answer.body);
        else
            showResults(session, answer);
        if (index + 1 < session.line().names.size())
            checkNext(session, index + 1);
        else
            session.finish(ExitCode::Done);
    });
}

} // namespace

void runCheckNow(Session &session)
{
    if (!session.line().names.isEmpty())
        return checkNext(session, 0);
    session.order(QStringLiteral("health/check-now"), {}, [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        showResults(session, answer);
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
