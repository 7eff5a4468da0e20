#include "app/ctl/verb.h"

namespace foghorn {
namespace {

QCommandLineOption flag(const char *name, const char *description)
{
    return {QString::fromLatin1(name), QString::fromUtf8(description)};
}

QCommandLineOption valued(const QStringList &names, const char *description, const char *value)
{
    return {names, QString::fromUtf8(description), QString::fromLatin1(value)};
}

QList<Verb> lookingVerbs()
{
    return {
        {QStringLiteral("status"), QStringLiteral("[NAME…]"),
            QStringLiteral("all services: state, health, restarts and why"), {}, 0, -1, {}, runStatus},
        {QStringLiteral("health"), QStringLiteral("[NAME…]"), QStringLiteral("what the checks say"), {}, 0, -1, {},
            runHealth},
        {QStringLiteral("graph"), {}, QStringLiteral("who depends on whom"), {}, 0, 0,
            {valued({QStringLiteral("format")}, "text (default), dot for Graphviz, or mermaid.", "FORMAT")}, runGraph},
        {QStringLiteral("why"), QStringLiteral("NAME"),
            QStringLiteral("why a service is in its state, and what it waits for"), {}, 1, 1, {}, runWhy},
        {QStringLiteral("crash"), QStringLiteral("NAME"),
            QStringLiteral("how a service ended when nobody wanted it to, with its last log lines"), {}, 1, 1,
            {flag("list", "One line for each that is kept, newest first.")}, runCrash},
        {QStringLiteral("logs"), QStringLiteral("NAME…"), QStringLiteral("what services wrote"),
            QStringLiteral("With several names each line begins with its service's."), 1, -1,
            {valued({QStringLiteral("n"), QStringLiteral("lines")}, "How many of the last lines, 100 by default.", "N"),
                QCommandLineOption({QStringLiteral("f"), QStringLiteral("follow")},
                    QStringLiteral("Go on with new lines until interrupted.")),
                flag("raw", "Every byte as it was written, also what a terminal obeys; without names.")},
            runLogs},
        {QStringLiteral("events"), {}, QStringLiteral("the journal: what happened and who asked for it"), {}, 0, 0,
            {valued(
                 {QStringLiteral("n"), QStringLiteral("lines")}, "How many of the last events, 100 by default.", "N"),
                valued({QStringLiteral("service")}, "Only events of this service.", "NAME"),
                valued(
                    {QStringLiteral("kind")}, "Only state, health, command, reload, fleet, registry or alert.", "KIND"),
                valued({QStringLiteral("since")}, "Only since then: 10m ago, or an RFC 3339 time.", "TIME"),
                QCommandLineOption({QStringLiteral("f"), QStringLiteral("follow")},
                    QStringLiteral("Go on with new events until interrupted."))},
            runEvents},
        {QStringLiteral("alerts"), QStringLiteral("[NAME]"), QStringLiteral("what is wrong, one line for each cause"),
            QStringLiteral("With a name only those of that service, and those by which it is affected."), 0, 1,
            {flag("all", "Also those that are over.")}, runAlerts},
        {QStringLiteral("metrics"), {}, QStringLiteral("counts of services, restarts and health"), {}, 0, 0,
            {flag("prometheus", "As Prometheus reads them.")}, runMetrics},
        {QStringLiteral("registry"), {}, QStringLiteral("what is registered, with addresses and heartbeats"), {}, 0, 0,
            {valued({QStringLiteral("type")}, "Only services of this type.", "TYPE"),
                valued({QStringLiteral("status")}, "Only services in this state.", "STATUS")},
            runRegistry},
    };
}

QList<Verb> actingVerbs()
{
    const QCommandLineOption cascade =
        flag("cascade", "Also those that require it: they stop first and come back after a restart.");
    const QCommandLineOption noWait = flag("no-wait", "Return as soon as it is under way.");
    const QList<QCommandLineOption> silence{
        valued({QStringLiteral("for")}, "How long: 30m, 1h, 2d; 1h by default.", "TIME"), flag("off", "End it now.")};
    return {
        {QStringLiteral("start"), QStringLiteral("[NAME…]"),
            QStringLiteral("start services, or all; returns when they run"),
            QStringLiteral("Brings up what they require as well."), 0, -1, {noWait}, runStart},
        {QStringLiteral("stop"), QStringLiteral("NAME… | --all"),
            QStringLiteral("stop services; returns when nothing of them is left"), {}, 0, -1,
            {flag("all", "Stop all services."),
                flag("force", "Kill what is named at once, also while it is stopping: no TERM, no stop_timeout."),
                cascade, noWait},
            runStop},
        {QStringLiteral("restart"), QStringLiteral("NAME…"),
            QStringLiteral("restart services; returns when they run again"), {}, 1, -1,
            {flag("force", "Also when its restart limit is used up."), cascade, noWait}, runRestart},
        {QStringLiteral("reset-failed"), QStringLiteral("NAME…"),
            QStringLiteral("count the automatic restarts of services from 0 again"),
            QStringLiteral("Nothing is started or stopped; one at its restart limit can be restarted without --force."),
            1, -1, {}, runResetFailed},
        {QStringLiteral("check-now"), QStringLiteral("[NAME…]"), QStringLiteral("run the health checks at once"), {}, 0,
            -1, {}, runCheckNow},
        {QStringLiteral("acknowledge"), QStringLiteral("ID"), QStringLiteral("say that you have seen an alert"), {}, 1,
            1, {flag("undo", "Take that back.")}, runAcknowledge},
        {QStringLiteral("mute"), QStringLiteral("ID"), QStringLiteral("tell nobody of an alert for a while"), {}, 1, 1,
            silence, runMute},
        {QStringLiteral("maintenance"), QStringLiteral("NAME"),
            QStringLiteral("tell nobody of a service's alerts while you work on it"),
            QStringLiteral("Nor of what its being down causes in those that require it."), 1, 1, silence,
            runMaintenance},
        {QStringLiteral("wait"), {}, QStringLiteral("wait until all critical services run"),
            QStringLiteral("Also waits for the orchestrator itself to answer."), 0, 0,
            {valued({QStringLiteral("timeout")}, "How long at most: 90s, 5m; 2m by default.", "TIME")}, runWait},
        {QStringLiteral("reload"), {}, QStringLiteral("read the fleet file again and apply what changed"), {}, 0, 0,
            {flag("plan", "Only list what would be done.")}, runReload},
        {QStringLiteral("validate"), QStringLiteral("FILE…"), QStringLiteral("check fleet files, all faults at once"),
            QStringLiteral("Several files are read as foghornd reads them: later ones merged over earlier ones."), 1,
            -1, {}, runValidate},
        {QStringLiteral("rotate-tokens"), {}, QStringLiteral("make new tokens; the old ones open nothing any more"),
            QStringLiteral("The files in the state directory are replaced. Nothing prints a token."), 0, 0,
            {valued({QStringLiteral("role")}, "Only one of them: operator or viewer.", "ROLE")}, runRotateTokens},
        {QStringLiteral("shutdown"), {},
            QStringLiteral("stop all services, then the orchestrator; returns when they have stopped"), {}, 0, 0,
            {noWait}, runShutdown},
    };
}

} // namespace

const QList<Verb> &allVerbs()
{
    static const QList<Verb> verbs = lookingVerbs() + actingVerbs();
    return verbs;
}

} // namespace foghorn
