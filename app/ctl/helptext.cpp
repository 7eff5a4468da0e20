#include "app/ctl/helptext.h"

namespace foghorn {
namespace {

QString spellingOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? QLatin1String("-") : QLatin1String("--")) + name);
    const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
    return names.join(u", ") + value;
}

QString listOf(const QList<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options)
        text += QLatin1String("  ") + spellingOf(option).leftJustified(22) + u' ' + option.description() + u'\n';
    return text;
}

} // namespace

const QList<QCommandLineOption> &commonOptions()
{
    static const QList<QCommandLineOption> options = {
        {QStringLiteral("url"), QStringLiteral("Address of the orchestrator."), QStringLiteral("URL")},
        {QStringLiteral("token-file"), QStringLiteral("File with the token."), QStringLiteral("FILE")},
        {QStringLiteral("state-dir"), QStringLiteral("Its state directory, to find address and token in."),
            QStringLiteral("DIR")},
        {QStringLiteral("fleet"), QStringLiteral("Which fleet, when several run here."), QStringLiteral("NAME")},
        {QStringLiteral("ca"),
            QStringLiteral("PEM file of authorities to trust beside the computer's own ($FOGHORN_CA)."),
            QStringLiteral("FILE")},
        {QStringLiteral("cert"), QStringLiteral("PEM file with the certificate to show ($FOGHORN_CERT)."),
            QStringLiteral("FILE")},
        {QStringLiteral("key"), QStringLiteral("Its key, where that is not in the same file ($FOGHORN_KEY)."),
            QStringLiteral("FILE")},
        {QStringLiteral("json"), QStringLiteral("Print what the server answers.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")},
    };
    return options;
}

QString overview()
{
    QString text =
        QStringLiteral("usage: foghornctl [OPTIONS] COMMAND [ARGUMENTS]\n\nAsks and commands a running Foghorn.\n\n");
    for (const Verb &verb : allVerbs())
        text += QLatin1String("  ") + QString(verb.name + u' ' + verb.arguments).leftJustified(22) + u' ' + verb.summary
            + u'\n';
    text += QLatin1String("\nOptions of every command:\n") + listOf(commonOptions());
    text += QStringLiteral("\nWithout --url it looks into the state directory of the fleet that runs here.\n"
                           "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 no connection.");
    return text;
}

QString helpOf(const Verb &verb)
{
    QString text = QLatin1String("usage: foghornctl ") + verb.name
        + QLatin1String(verb.options.isEmpty() ? "" : " [OPTIONS]")
        + (verb.arguments.isEmpty() ? QString() : u' ' + verb.arguments) + QLatin1String("\n\n");
    text += verb.summary.left(1).toUpper() + verb.summary.mid(1) + QLatin1String(".\n");
    if (!verb.details.isEmpty())
        text += verb.details + u'\n';
    if (!verb.options.isEmpty())
        text += u'\n' + listOf(verb.options);
    text += QLatin1String("\nOptions of every command:\n") + listOf(commonOptions());
    text.chop(1);
    return text;
}

} // namespace foghorn
