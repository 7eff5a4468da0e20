#include "app/daemon/daemonoptions.h"

#include "core/fleetfile/netaddress.h"

#include <QCommandLineParser>

namespace foghorn {
namespace {

struct Switches
{
    const QCommandLineOption configOption{QStringLiteral("config"),
        QStringLiteral("Fleet file; may be given several times, later ones merge over earlier ones."),
        QStringLiteral("FILE")};
    const QCommandLineOption listenOption{QStringLiteral("listen"),
        QStringLiteral("Address of the API instead of the fleet file's; port 0 takes any free one."),
        QStringLiteral("HOST:PORT")};
    const QCommandLineOption stateOption{QStringLiteral("state-dir"),
        QStringLiteral("Directory for logs, tokens and history instead of $XDG_STATE_HOME/foghorn/<fleet>."),
        QStringLiteral("DIR")};
    const QCommandLineOption formatOption{QStringLiteral("log-format"),
        QStringLiteral("How events are written to stderr: text (default) or json."), QStringLiteral("FORMAT"),
        QStringLiteral("text")};
    const QCommandLineOption checkOption{
        QStringLiteral("check"), QStringLiteral("Read and check the fleet files, say what is wrong, start nothing.")};
    const QCommandLineOption helpOption{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("This text.")};
    const QCommandLineOption versionOption{QStringLiteral("version"), QStringLiteral("The version.")};
};

EarlyEnd usage(const QString &problem)
{
    return {QStringLiteral("foghornd: %1\nTry 'foghornd --help'.").arg(problem), 2};
}

} // namespace

std::variant<DaemonOptions, EarlyEnd> parseDaemonOptions(const QList<QString> &arguments)
{
    const Switches switches;
    const auto &[configOption, listenOption, stateOption, formatOption, checkOption, helpOption, versionOption] =
        switches;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Runs and watches a fleet of services without a display, and serves its REST API."));
    parser.addOptions({configOption, listenOption, stateOption, formatOption, checkOption, helpOption, versionOption});
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(helpOption))
        return EarlyEnd{parser.helpText().trimmed(), 0};
    if (parser.isSet(versionOption))
        return EarlyEnd{QStringLiteral("foghornd " FOGHORN_VERSION), 0};
    DaemonOptions options;
    options.files = parser.values(configOption);
    // `--config a.yaml b.yaml` reads as well as `--config a.yaml --config b.yaml`
    options.files += parser.positionalArguments();
    options.listen = parser.value(listenOption);
    options.stateDirectory = parser.value(stateOption);
    options.checkOnly = parser.isSet(checkOption);
    if (options.files.isEmpty())
        return usage(QStringLiteral("no fleet file; say which with --config FILE"));
    if (parser.isSet(listenOption) && !parseNetAddress(options.listen))
        return usage(
            QStringLiteral("'%1' is no address to listen on; write HOST:PORT like 127.0.0.1:7464").arg(options.listen));
    const QString format = parser.value(formatOption);
    if (format != QStringLiteral("text") && format != QStringLiteral("json"))
        return usage(QStringLiteral("unknown log format '%1'; text and json are known").arg(format));
    options.logFormat = format == QStringLiteral("json") ? LogFormat::Json : LogFormat::Text;
    return options;
}

} // namespace foghorn
