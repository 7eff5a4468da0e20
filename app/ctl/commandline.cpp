#include "app/ctl/commandline.h"

#include "app/ctl/helptext.h"
#include "core/base/names.h"

#include <QCommandLineParser>

namespace foghorn {
namespace {

/// The verb's place: the first argument that is neither an option nor the value of one of the common options.
qsizetype placeOfVerb(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(u'-') || argument == u"-")
            return i;
        for (const QCommandLineOption &option : commonOptions()) {
            const bool takesNext =
                !option.valueName().isEmpty() && argument == QLatin1String("--") + option.names().constLast();
            i += takesNext ? 1 : 0;
        }
    }
    return -1;
}

Result<const Verb *> verbNamed(const QString &name)
{
    QList<QString> names;
    for (const Verb &verb : allVerbs()) {
        if (verb.name == name)
            return &verb;
        names.append(verb.name);
    }
    const QString near = nearestName(name, names);
    if (near.isEmpty())
        return Error{QStringLiteral("unknown command '%1'; 'foghornctl --help' lists them").arg(name)};
    return Error{QStringLiteral("unknown command '%1'; did you mean '%2'?").arg(name, near)};
}

Error unknownOption(const QString &option, const QList<QCommandLineOption> &known)
{
    QList<QString> names;
    for (const QCommandLineOption &candidate : known)
        names.append(candidate.names());
    const QString near = nearestName(option, names);
    const QString hint = near.isEmpty() ? QString() : QStringLiteral("; did you mean '--%1'?").arg(near);
    return Error{QStringLiteral("unknown option '%1'%2").arg(option, hint)};
}

void take(CommandLine &line, const QCommandLineParser &parser, const QList<QCommandLineOption> &options)
{
    for (const QCommandLineOption &option : options) {
        if (!parser.isSet(option))
            continue;
        line.flags.insert(option.names().constLast());
        line.values.insert(option.names().constLast(), parser.value(option));
    }
    line.names = parser.positionalArguments();
    line.json = line.flags.contains(QStringLiteral("json"));
    line.wish = withEnvironment({line.values.value(QStringLiteral("url")),
        line.values.value(QStringLiteral("token-file")), line.values.value(QStringLiteral("state-dir")),
        line.values.value(QStringLiteral("fleet")), line.values.value(QStringLiteral("ca")),
        line.values.value(QStringLiteral("cert")), line.values.value(QStringLiteral("key"))});
}

std::optional<Error> faultOf(const CommandLine &line)
{
    const Verb &verb = *line.verb;
    if (line.has(QLatin1String("url"))) {
        if (const Result<QUrl> url = toApiUrl(line.wish.url); !url)
            return url.error();
    }
    if (line.names.size() < verb.fewest)
        return Error{QStringLiteral("'%1' needs %2; see 'foghornctl %1 --help'").arg(verb.name, verb.arguments)};
    if (verb.most >= 0 && line.names.size() > verb.most)
        return Error{QStringLiteral("'%1' does not take '%2'").arg(verb.name, line.names.at(verb.most))};
    return std::nullopt;
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    CommandLine line;
    QStringList rest = arguments;
    QList<QCommandLineOption> options = commonOptions();
    const qsizetype place = placeOfVerb(arguments);
    if (place >= 0) {
        const Result<const Verb *> verb = verbNamed(rest.takeAt(place));
        if (!verb)
            return verb.error();
        line.verb = verb.value();
        options += line.verb->options;
    }
    QCommandLineParser parser;
    parser.addOptions(options);
    const bool isRead = parser.parse(QStringList(QStringLiteral("foghornctl")) + rest);
    if (!parser.unknownOptionNames().isEmpty())
        return unknownOption(parser.unknownOptionNames().constFirst(), options);
    if (!isRead)
        return Error{parser.errorText()};
    take(line, parser, options);
    if (line.has(QLatin1String("help")))
        line.toShow = line.verb ? helpOf(*line.verb) : overview();
    else if (line.has(QLatin1String("version")))
        line.toShow = QStringLiteral("foghornctl " FOGHORN_VERSION);
    else if (!line.verb)
        return Error{QStringLiteral("say what to do; 'foghornctl --help' lists the commands")};
    else if (const auto fault = faultOf(line))
        return *fault;
    return line;
}

} // namespace foghorn
