#include "core/fleetfile/value.h"

#include "core/base/names.h"
#include "core/base/units.h"

namespace foghorn {

Value Value::entry(const YamlMember &member) const
{
    const bool inList = member.key == nullptr;
    return {member.value, member.value->place, inList ? key : std::string_view(*member.key), context, inList};
}

QString Value::described() const
{
    switch (node->kind) {
    case YamlNode::Kind::Null:
        return QStringLiteral("empty");
    case YamlNode::Kind::List:
        return QStringLiteral("a list");
    case YamlNode::Kind::Map:
        return QStringLiteral("a map");
    case YamlNode::Kind::Plain:
    case YamlNode::Kind::Quoted:
        break;
    }
    const QString all = QString::fromStdString(node->text);
    return all.size() > 60 ? QStringLiteral("'%1…'").arg(all.left(60)) : QStringLiteral("'%1'").arg(all);
}

void Value::wrongType(const QString &wanted, const QString &example) const
{
    const QString subject = isItem ? QStringLiteral("an item of '%1'") : QStringLiteral("'%1'");
    const QString right = isItem ? QStringLiteral("for example %1: [%2]") : QStringLiteral("for example %1: %2");
    fault(QStringLiteral("%1 must be %2, not %3").arg(subject.arg(keyText()), wanted, described()),
        right.arg(keyText(), example));
}

std::optional<QString> Value::interpolated(bool withReferences) const
{
    if (node->text.find('$') == std::string::npos)
        return QString::fromStdString(node->text);
    Interpolated result = interpolate(QString::fromStdString(node->text), context->variables);
    if (!result.fault.isEmpty()) {
        const bool onlyUnset = context->inDefaults && result.fault.startsWith(QLatin1String("variable "));
        if (!onlyUnset)
            fault(result.fault, result.remedy);
        return std::nullopt;
    }
    if (!withReferences && !result.references.empty()) {
        fault(QStringLiteral("'%1' cannot hold %2").arg(keyText(), result.references.front().toString()),
            QStringLiteral("commands, environment, endpoints and probes can"));
        return std::nullopt;
    }
    if (!withReferences)
        return textOfTemplate(result.text);
    if (context->references != nullptr) {
        for (const Reference &reference : result.references)
            context->references->push_back({reference, place});
    }
    return result.text;
}

std::optional<QString> Value::scalar(const QString &wanted, const QString &example) const
{
    if (node->isScalar())
        return interpolated(false);
    wrongType(wanted, example);
    return std::nullopt;
}

std::optional<QString> Value::templateText() const
{
    if (node->isScalar())
        return interpolated(true);
    wrongType(QStringLiteral("text"), QStringLiteral("some text"));
    return std::nullopt;
}

std::optional<QString> Value::text() const { return scalar(QStringLiteral("text"), QStringLiteral("some text")); }

std::optional<bool> Value::boolean() const
{
    const auto word = scalar(QStringLiteral("true or false"), QStringLiteral("true"));
    if (!word)
        return std::nullopt;
    if (*word == QLatin1String("true") || *word == QLatin1String("false"))
        return *word == QLatin1String("true");
    wrongType(QStringLiteral("true or false"), QStringLiteral("true"));
    return std::nullopt;
}

std::optional<qint64> Value::integer(qint64 lowest, qint64 highest) const
{
    const QString wanted = highest == std::numeric_limits<qint64>::max()
        ? QStringLiteral("a whole number from %1").arg(lowest)
        : QStringLiteral("a whole number from %1 to %2").arg(lowest).arg(highest);
    const QString example = QString::number(std::max<qint64>(lowest, std::min<qint64>(highest, 3)));
    const auto word = scalar(wanted, example);
    if (!word)
        return std::nullopt;
    bool ok = false;
    const qint64 number = word->toLongLong(&ok);
    if (ok && number >= lowest && number <= highest)
        return number;
    wrongType(wanted, example);
    return std::nullopt;
}

std::optional<double> Value::real(double lowest, double highest) const
{
    const QString wanted = QStringLiteral("a number from %1 to %2").arg(lowest).arg(highest);
    const auto word = scalar(wanted, QString::number(lowest));
    if (!word)
        return std::nullopt;
    bool ok = false;
    const double number = word->toDouble(&ok);
    if (ok && number >= lowest && number <= highest)
        return number;
    wrongType(wanted, QString::number(highest));
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> Value::duration(bool zeroAllowed) const
{
    const auto word = scalar(QStringLiteral("a duration"), QStringLiteral("30s"));
    if (!word)
        return std::nullopt;
    const auto duration = parseDuration(*word);
    if (!duration) {
        wrongType(QStringLiteral("a duration"), QStringLiteral("30s"));
        return std::nullopt;
    }
    if (duration->count() == 0 && !zeroAllowed) {
        fault(QStringLiteral("'%1' must be longer than 0").arg(keyText()),
            QStringLiteral("for example %1: 30s").arg(keyText()));
        return std::nullopt;
    }
    return duration;
}

std::optional<qint64> Value::size() const
{
    const auto word = scalar(QStringLiteral("a size"), QStringLiteral("512M"));
    if (!word)
        return std::nullopt;
    const auto size = parseSize(*word);
    if (!size)
        wrongType(QStringLiteral("a size"), QStringLiteral("512M"));
    return size;
}

std::optional<QList<QString>> Value::command(bool mayBeEmpty) const
{
    const QString example = QStringLiteral("[program, --option]");
    QList<QString> argv;
    if (node->isScalar()) {
        const auto line = templateText();
        if (!line)
            return std::nullopt;
        if (!line->trimmed().isEmpty())
            argv = {QStringLiteral("/bin/sh"), QStringLiteral("-c"), *line};
    } else if (node->isList()) {
        bool good = true;
        for (const YamlMember &member : node->members) {
            const auto argument = entry(member).templateText();
            good = good && argument.has_value();
            argv.append(argument.value_or(QString()));
        }
        if (!good)
            return std::nullopt;
    } else {
        wrongType(QStringLiteral("a list or a line for the shell"), example);
        return std::nullopt;
    }
    if ((argv.isEmpty() && !mayBeEmpty) || (!argv.isEmpty() && argv.first().isEmpty())) {
        fault(QStringLiteral("'%1' is empty").arg(keyText()),
            QStringLiteral("for example %1: %2").arg(keyText(), example));
        return std::nullopt;
    }
    return argv;
}

std::optional<QList<QString>> Value::texts(bool orSingle) const
{
    QList<QString> out;
    if (orSingle && node->isScalar()) {
        if (const auto single = text())
            out.append(*single);
        return out;
    }
    if (!node->isList()) {
        wrongType(QStringLiteral("a list"), QStringLiteral("[one, two]"));
        return std::nullopt;
    }
    for (const YamlMember &member : node->members) {
        if (const auto item = entry(member).text())
            out.append(*item);
    }
    return out;
}

bool Value::isMap(const QString &example) const
{
    if (node->isMap())
        return true;
    wrongType(QStringLiteral("a map"), example);
    return false;
}

std::optional<std::size_t> Value::wordIndex(std::span<const std::string_view> words) const
{
    QList<QString> names;
    const auto named = [&] {
        for (const std::string_view word : words)
            names.append(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
        QString list = names.first();
        for (qsizetype i = 1; i < names.size(); ++i)
            list += (i + 1 < names.size() ? QStringLiteral(", ") : QStringLiteral(" or ")) + names[i];
        return list;
    };
    if (!node->isScalar()) {
        const QString wanted = named();
        wrongType(wanted, names.first());
        return std::nullopt;
    }
    const auto word = interpolated(false);
    if (!word)
        return std::nullopt;
    const QByteArray bytes = word->toUtf8();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))
            return i;
    }
    const QString wanted = named();
    const QString near = nearestName(*word, names);
    fault(QStringLiteral("'%1' must be %2, not %3").arg(keyText(), wanted, described()),
        near.isEmpty() ? QString() : QStringLiteral("did you mean '%1'?").arg(near));
    return std::nullopt;
}

} // namespace foghorn
