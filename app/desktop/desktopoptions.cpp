#include "app/desktop/desktopoptions.h"

#include <QCommandLineParser>

namespace foghorn {

std::variant<DesktopOptions, DesktopEnd> DesktopCommandLine::parse(const QStringList &arguments)
{
    const QCommandLineOption config(QStringLiteral("config"),
        tr("Fleet file to run instead of the default fleet; may be given several times."), QStringLiteral("FILE"));
    const QCommandLineOption state(QStringLiteral("state-dir"),
        tr("Directory for logs, tokens and history instead of $XDG_STATE_HOME/foghorn/<fleet>."),
        QStringLiteral("DIR"));
    const QCommandLineOption attach(
        QStringLiteral("connect"), tr("Show the fleet of a daemon that runs elsewhere."), QStringLiteral("URL"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("This text."));
    const QCommandLineOption version(QStringLiteral("version"), tr("The version."));
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Runs, watches and shows a fleet of services."));
    parser.addOptions({config, state, attach, help, version});
    if (!parser.parse(arguments))
        return DesktopEnd{tr("foghorn: %1\nTry 'foghorn --help'.").arg(parser.errorText()), 2};
    if (parser.isSet(help))
        return DesktopEnd{parser.helpText().trimmed(), 0};
    if (parser.isSet(version))
        return DesktopEnd{QStringLiteral("foghorn " FOGHORN_VERSION), 0};
    if (parser.isSet(attach))
        return DesktopEnd{tr("foghorn: this version cannot attach to a daemon yet. Use foghornctl --url %1, or give "
                             "--config FILE to run a fleet in this program.")
                              .arg(parser.value(attach)),
            2};
    // `--config a.yaml b.yaml` reads as well as `--config a.yaml --config b.yaml`
    return DesktopOptions{parser.values(config) + parser.positionalArguments(), parser.value(state)};
}

} // namespace foghorn
