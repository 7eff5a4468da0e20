#include "app/desktop/desktopoptions.h"

#include "core/client/discovery.h"

#include <QCommandLineParser>

namespace foghorn {

std::optional<DesktopEnd> DesktopCommandLine::whyNot(const QString &url, bool isSet, const QStringList &files)
{
    if (!isSet)
        return std::nullopt;
    if (!files.isEmpty())
        return DesktopEnd{tr("foghorn: --connect shows a fleet that a daemon runs; --config runs one here. Give one of "
                             "them."),
            2};
    if (const Result<QUrl> address = toApiUrl(url); !address)
        return DesktopEnd{QStringLiteral("foghorn: ") + address.error().text, 2};
    return std::nullopt;
}

std::variant<DesktopOptions, DesktopEnd> DesktopCommandLine::parse(const QStringList &arguments)
{
    const QCommandLineOption config(QStringLiteral("config"),
        tr("Fleet file to run instead of the default fleet; may be given several times."), QStringLiteral("FILE"));
    const QCommandLineOption state(QStringLiteral("state-dir"),
        tr("Directory for logs, tokens and history instead of $XDG_STATE_HOME/foghorn/<fleet>."),
        QStringLiteral("DIR"));
    const QCommandLineOption attach(
        QStringLiteral("connect"), tr("Show the fleet of a daemon that runs elsewhere."), QStringLiteral("URL"));
    const QCommandLineOption tokenFile(QStringLiteral("token-file"),
        tr("File with the token for that daemon; without it the one in its state directory, if it is on this "
           "computer."),
        QStringLiteral("FILE"));
    const QCommandLineOption certificates(QStringLiteral("ca"),
        tr("PEM file of authorities to trust for that daemon, beside the computer's own."), QStringLiteral("FILE"));
    const QCommandLineOption certificate(
        QStringLiteral("cert"), tr("PEM file with the certificate to show to that daemon."), QStringLiteral("FILE"));
    const QCommandLineOption key(QStringLiteral("key"),
        tr("PEM file with the key of that certificate, where the key is not in the same file."),
        QStringLiteral("FILE"));
    const QCommandLineOption safe(QStringLiteral("safe"),
        tr("Begin as on the first day: settings and window layout are neither read nor written."));
    const QCommandLineOption measure(
        QStringLiteral("measure-start"), tr("Print how long it took until the window was first painted."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("This text."));
    const QCommandLineOption version(QStringLiteral("version"), tr("The version."));
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Runs, watches and shows a fleet of services."));
    parser.addOptions({config, state, attach, tokenFile, certificates, certificate, key, safe, measure, help, version});
    if (!parser.parse(arguments))
        return DesktopEnd{tr("foghorn: %1\nTry 'foghorn --help'.").arg(parser.errorText()), 2};
    if (parser.isSet(help))
        return DesktopEnd{parser.helpText().trimmed(), 0};
    if (parser.isSet(version))
        return DesktopEnd{QStringLiteral("foghorn " FOGHORN_VERSION), 0};
    const QStringList files = parser.values(config) + parser.positionalArguments();
    if (const auto end = whyNot(parser.value(attach), parser.isSet(attach), files))
        return *end;
    // `--config a.yaml b.yaml` reads as well as `--config a.yaml --config b.yaml`
    return DesktopOptions{files, parser.value(state), parser.value(attach), parser.value(tokenFile),
        parser.value(certificates), parser.value(certificate), parser.value(key), parser.isSet(measure),
        parser.isSet(safe)};
}

} // namespace foghorn
