#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/names.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace foghorn {
namespace {

QString endOf(const QJsonObject &crash)
{
    if (crash.value(u"signal").isString())
        return crash.value(u"signal").toString()
            + (crash.value(u"core_dumped").toBool() ? QLatin1String(" (core dumped)") : QLatin1String());
    if (crash.value(u"exit_code").isDouble())
        return QStringLiteral("exit %1").arg(crash.value(u"exit_code").toInt());
    const QString reason = crash.value(u"reason").toString();
    return reason.isEmpty() ? QStringLiteral("nobody saw how it ended") : reason;
}

void showFact(const Console &console, const char *title, const QString &text)
{
    if (!text.isEmpty() && text != u"-")
        console.line(QLatin1String("  ") + console.inTone(QString::fromLatin1(title).leftJustified(14), Tone::Faint)
            + printable(text));
}

void showChanges(const Console &console, const QJsonValue &changes)
{
    if (!changes.isArray())
        return showFact(console, "fleet file", QStringLiteral("no good start is remembered to compare with"));
    const QJsonArray list = changes.toArray();
    if (list.isEmpty())
        return showFact(console, "fleet file", QStringLiteral("as at the last good start"));
    for (const QJsonValue &value : list) {
        const QJsonObject change = value.toObject();
        const QString key = change.value(u"key").toString();
        const bool isShown = change.value(u"before").isString() || change.value(u"after").isString();
        showFact(console, "changed",
            isShown ? QStringLiteral("%1: %2 -> %3")
                          .arg(key, plainOf(change.value(u"before")), plainOf(change.value(u"after")))
                    : key);
    }
}

void showResources(const Console &console, const QJsonArray &curve)
{
    for (const QJsonValue &value : curve) {
        const QJsonObject sample = value.toObject();
        showFact(console, "used",
            QStringLiteral("%1: CPU %2 %, %3 MiB, %4 threads, %5 descriptors")
                .arg(sample.value(u"at").toString())
                .arg(sample.value(u"cpu_percent").toDouble(), 0, 'f', 1)
                .arg(sample.value(u"memory_bytes").toDouble() / (1024 * 1024), 0, 'f', 1)
                .arg(sample.value(u"threads").toInt())
                .arg(sample.value(u"descriptors").toInt()));
    }
}

void showCrash(const Console &console, const QJsonObject &crash)
{
    console.line(printable(crash.value(u"service").toString()) + QLatin1String(": ")
        + console.inTone(printable(endOf(crash)), Tone::Bad) + QLatin1String(", ") + agoOf(crash.value(u"ended_at")));
    showFact(console, "cause", crash.value(u"cause").toString());
    showFact(console, "pid", QString::number(crash.value(u"pid").toInteger()));
    showFact(console, "started", crash.value(u"started_at").toString());
    showFact(console, "ended", crash.value(u"ended_at").toString());
    showFact(console, "version", plainOf(crash.value(u"version")));
    showFact(console, "restarts", QString::number(crash.value(u"restart_count").toInt()));
    const QJsonObject core = crash.value(u"core_file").toObject();
    if (!core.isEmpty())
        showFact(console, "core",
            core.value(u"path").toString() + QStringLiteral(" (%1 bytes)").arg(core.value(u"size").toInteger()));
    showFact(console, "core taken by", plainOf(crash.value(u"core_handler")));
    showChanges(console, crash.value(u"changes"));
    showResources(console, crash.value(u"resources").toArray());
    const QJsonArray checks = crash.value(u"checks").toArray();
    for (const QJsonValue &value : checks)
        showFact(console, "check",
            value.toObject().value(u"timestamp").toString() + QLatin1String("  ")
                + value.toObject().value(u"message").toString());
    const QJsonArray log = crash.value(u"log").toArray();
    if (!log.isEmpty())
        console.line(console.inTone(QStringLiteral("  the last lines of its log"), Tone::Faint));
    for (const QJsonValue &line : log)
        console.line(QLatin1String("    ") + printable(line.toString()));
}

} // namespace

void runCrash(Session &session)
{
    const QString name = session.line().names.first();
    if (!isServiceName(name))
        return session.fail(QStringLiteral("'%1' is no name of a service").arg(name), ExitCode::Usage);
    const bool listsAll = session.line().has(QLatin1String("list"));
    QUrlQuery query;
    if (!listsAll)
        query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    session.ask(
        QStringLiteral("service/%1/crashes").arg(name), query, [&session, listsAll, name](const ApiAnswer &answer) {
            if (session.printedJson(answer))
                return;
            const QJsonArray crashes = answer.object().value(u"crashes").toArray();
            if (crashes.isEmpty())
                session.console().line(name + QLatin1String(" has not crashed"));
            for (const QJsonValue &crash : crashes) {
                const QJsonObject object = crash.toObject();
                if (listsAll)
                    session.console().line(object.value(u"ended_at").toString() + QLatin1String("  ")
                        + printable(endOf(object)) + QStringLiteral("  pid %1").arg(object.value(u"pid").toInteger()));
                else
                    showCrash(session.console(), object);
            }
            session.finish(ExitCode::Done);
        });
}

} // namespace foghorn
