#include "app/ctl/phrases.h"
#include "app/ctl/session.h"

#include "core/base/names.h"

#include <QJsonArray>

namespace foghorn {
namespace {

void showFact(const Console &console, const char *title, const QString &text)
{
    if (!text.isEmpty() && text != u"-")
        console.line(QLatin1String("  ") + console.inTone(QString::fromLatin1(title).leftJustified(14), Tone::Faint)
            + printable(text));
}

QString lastCheckOf(const QJsonObject &service)
{
    const QJsonArray history = service.value(u"health_history").toArray();
    if (history.isEmpty())
        return {};
    const QJsonObject check = history.last().toObject();
    return check.value(u"message").toString() + QLatin1String(" (") + agoOf(check.value(u"timestamp")) + u')';
}

/// What blocks a stop, one line each.
void showLeft(const Console &console, const QJsonArray &left)
{
    for (const QJsonValue &value : left) {
        const QJsonObject process = value.toObject();
        showFact(console, "still alive",
            QStringLiteral("pid %1, started %2: %3")
                .arg(process.value(u"pid").toInteger())
                .arg(agoOf(process.value(u"started_at")), process.value(u"command").toString()));
    }
}

void showWhy(Session &session, const QJsonObject &service)
{
    const Console &console = session.console();
    const Cell state = stateCell(
        service.value(u"status").toString(), service.value(u"state").toString(), service.value(u"health").toString());
    const QString why = service.value(u"why").toString();
    console.line(printable(service.value(u"service").toString()) + QLatin1String(": ")
        + console.inTone(printable(state.text), state.tone)
        + (why.isEmpty() ? QString() : QLatin1String(": ") + printable(why)));
    showFact(console, "since", agoOf(service.value(u"since")));
    showFact(console, "says", plainOf(service.value(u"status_text")));
    showLeft(console, service.value(u"lingering").toArray());
    if (const QString cause = service.value(u"cause").toString(); cause != u"None")
        showFact(console, "cause", cause);
    showFact(console, "next attempt", agoOf(service.value(u"next_attempt_at")));
    showFact(console, "last error", plainOf(service.value(u"last_error")));
    showFact(console, "last check", lastCheckOf(service));
    const QJsonObject dependencies = service.value(u"dependencies").toObject();
    showFact(console, "requires", wordsOf(dependencies.value(u"required")).join(u", "));
    showFact(console, "wants", wordsOf(dependencies.value(u"optional")).join(u", "));
    showFact(console, "needed by", wordsOf(dependencies.value(u"dependents")).join(u", "));
}

} // namespace

void runWhy(Session &session)
{
    const QString name = session.line().names.first();
    if (!isServiceName(name))
        return session.fail(QStringLiteral("'%1' is no name of a service").arg(name), ExitCode::Usage);
    session.ask(QLatin1String("service/") + name, [&session](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        showWhy(session, answer.object());
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
