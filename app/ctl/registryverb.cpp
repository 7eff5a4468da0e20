#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include <QJsonArray>

namespace foghorn {
namespace {

QString endpointsOf(const QJsonObject &service)
{
    QStringList texts;
    const QJsonObject endpoints = service.value(u"endpoints").toObject();
    for (auto it = endpoints.begin(); it != endpoints.end(); ++it)
        texts.append(it.key() + u'=' + it.value().toString());
    return texts.isEmpty() ? QStringLiteral("-") : texts.join(u' ');
}

void addRow(Table &table, const QJsonObject &service)
{
    table.add({{service.value(u"name").toString()}, {plainOf(service.value(u"service_type"))},
        stateCell(service.value(u"status").toString(), {}, {}), {plainOf(service.value(u"version"))},
        {agoOf(service.value(u"last_heartbeat"))}, {endpointsOf(service)}});
}

} // namespace

void runRegistry(Session &session)
{
    QUrlQuery query;
    for (const QString &filter : {QStringLiteral("type"), QStringLiteral("status")}) {
        if (session.line().values.contains(filter))
            query.addQueryItem(
                filter, QString::fromLatin1(QUrl::toPercentEncoding(session.line().values.value(filter))));
    }
    session.ask(QStringLiteral("registry"), query, [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        Table table({QStringLiteral("SERVICE"), QStringLiteral("TYPE"), QStringLiteral("STATUS"),
            QStringLiteral("VERSION"), QStringLiteral("HEARTBEAT"), QStringLiteral("ENDPOINTS")});
        const QJsonValue services = answer.object().value(u"services");
        const QJsonArray listed = services.toArray();
        for (const QJsonValue &service : listed)
            addRow(table, service.toObject());
        const QJsonObject named = services.toObject();
        for (const QJsonValue &service : named)
            addRow(table, service.toObject());
        table.show(session.console());
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
