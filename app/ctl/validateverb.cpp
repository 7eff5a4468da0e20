#include "app/ctl/session.h"

#include "core/base/names.h"
#include "core/fleetfile/fleetfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>

namespace foghorn {
namespace {

QHash<QString, QString> ownEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> values;
    for (const QString &name : environment.keys())
        values.insert(name, environment.value(name));
    return values;
}

QJsonArray toJson(const QList<Fault> &faults)
{
    QJsonArray array;
    for (const Fault &fault : faults) {
        array.append(QJsonObject{{QStringLiteral("file"), fault.file}, {QStringLiteral("line"), fault.line},
            {QStringLiteral("column"), fault.column}, {QStringLiteral("what"), fault.what},
            {QStringLiteral("remedy"), fault.remedy}});
    }
    return array;
}

void showJson(const Console &console, const LoadedFleet &loaded)
{
    const QJsonObject answer{{QStringLiteral("success"), loaded.isGood()}, {QStringLiteral("fleet"), loaded.fleet.name},
        {QStringLiteral("services"), static_cast<qint64>(loaded.fleet.services.size())},
        {QStringLiteral("faults"), toJson(loaded.faults)}, {QStringLiteral("warnings"), toJson(loaded.warnings)}};
    console.json(QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

void showText(const Console &console, const LoadedFleet &loaded)
{
    for (const Fault &fault : loaded.faults)
        console.line(printable(fault.toString()));
    for (const Fault &warning : loaded.warnings)
        console.line(console.inTone(QLatin1String("warning: ") + printable(warning.toString()), Tone::Warning));
    if (loaded.isGood())
        console.line(QStringLiteral("%1: %2 %3, no faults")
                         .arg(printable(loaded.fleet.name))
                         .arg(loaded.fleet.services.size())
                         .arg(QLatin1String(loaded.fleet.services.size() == 1 ? "service" : "services")));
    else
        console.complain(QStringLiteral("%1 %2")
                             .arg(loaded.faults.size())
                             .arg(QLatin1String(loaded.faults.size() == 1 ? "fault" : "faults")));
}

} // namespace

void runValidate(Session &session)
{
    const LoadedFleet loaded = loadFleet(session.line().names, ownEnvironment());
    if (session.line().json)
        showJson(session.console(), loaded);
    else
        showText(session.console(), loaded);
    session.finish(loaded.isGood() ? ExitCode::Done : ExitCode::Failed);
}

} // namespace foghorn
