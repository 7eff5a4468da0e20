#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

namespace foghorn {
namespace {

struct NamedService
{
    QString name;
    QJsonObject facts;
};

/// By layer, then by name: JSON objects have no order of their own.
QList<NamedService> sorted(const QJsonObject &services, const QStringList &wanted)
{
    QList<NamedService> list;
    for (auto it = services.begin(); it != services.end(); ++it) {
        if (wanted.isEmpty() || wanted.contains(it.key()))
            list.append({it.key(), it.value().toObject()});
    }
    std::stable_sort(list.begin(), list.end(), [](const NamedService &a, const NamedService &b) {
        return a.facts.value(u"layer").toInt() < b.facts.value(u"layer").toInt();
    });
    return list;
}

QStringList missingIn(const QJsonObject &services, const QStringList &wanted)
{
    QStringList missing;
    for (const QString &name : wanted) {
        if (!services.contains(name))
            missing.append(name);
    }
    return missing;
}

QString summaryOf(const QJsonObject &answer)
{
    const QJsonObject services = answer.value(u"services").toObject();
    const auto countIn = [&services](QStringView state) {
        return std::count_if(services.begin(), services.end(),
            [state](const QJsonValue &service) { return service[u"state"].toString() == state; });
    };
    QString summary = QStringLiteral("%1 of %2 services running, ").arg(countIn(u"running")).arg(services.size());
    if (const auto finished = countIn(u"finished"); finished > 0)
        summary += QStringLiteral("%1 finished, ").arg(finished);
    return summary + (answer.value(u"is_ready").toBool() ? QStringLiteral("ready") : QStringLiteral("not ready"));
}

void showStatus(Session &session, const QJsonObject &answer)
{
    Table table({QStringLiteral("SERVICE"), QStringLiteral("STATE"), QStringLiteral("HEALTH"), QStringLiteral("PID"),
        QStringLiteral("RESTARTS"), QStringLiteral("SINCE"), QStringLiteral("WHY")});
    for (const auto &[name, facts] : sorted(answer.value(u"services").toObject(), session.line().names)) {
        const QString health = facts.value(u"health").toString();
        table.add({{name}, stateCell(facts.value(u"status").toString(), facts.value(u"state").toString(), health),
            healthCell(health), {plainOf(facts.value(u"pid"))}, {plainOf(facts.value(u"restart_count"))},
            {agoOf(facts.value(u"since"))}, {facts.value(u"why").toString()}});
    }
    table.show(session.console());
    if (session.line().names.isEmpty())
        session.console().line(summaryOf(answer));
}

void showHealth(Session &session, const QJsonObject &answer)
{
    Table table(
        {QStringLiteral("SERVICE"), QStringLiteral("HEALTH"), QStringLiteral("CHECKED"), QStringLiteral("ANSWERED IN"),
            QStringLiteral("FAILURES"), QStringLiteral("UPTIME 1 H"), QStringLiteral("LAST CHECK")});
    for (const auto &[name, facts] : sorted(answer.value(u"services").toObject(), session.line().names)) {
        const QJsonObject check = facts.value(u"last_check").toObject();
        const QJsonValue response = facts.value(u"response_time_ms");
        table.add({{name}, healthCell(facts.value(u"status").toString()), {agoOf(check.value(u"timestamp"))},
            {response.isDouble() ? QString::number(response.toDouble(), 'f', 1) + QLatin1String(" ms")
                                 : QStringLiteral("-")},
            {plainOf(facts.value(u"consecutive_failures"))}, {percentOf(facts.value(u"uptime_1h"))},
            {check.value(u"message").toString()}});
    }
    table.show(session.console());
    if (session.line().names.isEmpty())
        session.console().line(QLatin1String("all together: ") + answer.value(u"composite_health").toString());
}

/// What is printed as it was answered must be answered as it was asked for; a table picks its rows itself, so that it
/// can name all services that are not there.
QUrlQuery filterOf(const CommandLine &line)
{
    QUrlQuery filter;
    if (line.json && !line.names.isEmpty())
        filter.addQueryItem(QStringLiteral("names"), line.names.join(u','));
    return filter;
}

void askAndShow(Session &session, const QString &what, void (*show)(Session &, const QJsonObject &))
{
    session.ask(what, filterOf(session.line()), [&session, show](const ApiAnswer &answer) {
        const QJsonObject object = answer.object();
        const QStringList missing = missingIn(object.value(u"services").toObject(), session.line().names);
        if (!missing.isEmpty())
            return session.fail(
                QStringLiteral("no such service: %1; 'foghornctl status' lists them").arg(missing.join(u", ")));
        if (session.printedJson(answer))
            return;
        show(session, object);
        session.finish(ExitCode::Done);
    });
}

} // namespace

void runStatus(Session &session) { askAndShow(session, QStringLiteral("services"), showStatus); }

void runHealth(Session &session) { askAndShow(session, QStringLiteral("health"), showHealth); }

} // namespace foghorn
