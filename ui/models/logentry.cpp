#include "ui/models/logentry.h"

#include "ui/style/clockwords.h"

#include "core/registry/servicelogs.h"

#include <QDateTime>
#include <QTime>

#include <array>
#include <utility>

namespace foghorn {

namespace {

constexpr qsizetype searched = 160; ///< a level stands near the beginning of a line

struct LevelName
{
    QLatin1String word; ///< lower case
    LogLevel level;
};

constexpr std::array levelNames{
    LevelName{QLatin1String("error"), LogLevel::Error},
    LevelName{QLatin1String("err"), LogLevel::Error},
    LevelName{QLatin1String("fatal"), LogLevel::Error},
    LevelName{QLatin1String("critical"), LogLevel::Error},
    LevelName{QLatin1String("crit"), LogLevel::Error},
    LevelName{QLatin1String("panic"), LogLevel::Error},
    LevelName{QLatin1String("alert"), LogLevel::Error},
    LevelName{QLatin1String("emerg"), LogLevel::Error},
    LevelName{QLatin1String("warning"), LogLevel::Warning},
    LevelName{QLatin1String("warn"), LogLevel::Warning},
    LevelName{QLatin1String("info"), LogLevel::Info},
    LevelName{QLatin1String("notice"), LogLevel::Info},
    LevelName{QLatin1String("log"), LogLevel::Info},
    LevelName{QLatin1String("debug"), LogLevel::Debug},
    LevelName{QLatin1String("trace"), LogLevel::Debug},
};

std::optional<LogLevel> levelNamed(QStringView word)
{
    for (const LevelName &name : levelNames) {
        if (word.compare(name.word, Qt::CaseInsensitive) == 0)
            return name.level;
    }
    return std::nullopt;
}

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// In running text "error" is a word like others: a level is in capitals, in brackets, before a colon or after
/// `level=`.
bool standsAsLevel(QStringView text, qsizetype from, qsizetype to)
{
    const QStringView word = text.sliced(from, to - from);
    if (word.front() < u'a' && word.back() < u'a')
        return true;
    const QChar before = from > 0 ? text.at(from - 1) : u'\n';
    const QChar after = to < text.size() ? text.at(to) : u'\n';
    if ((before == u'[' && after == u']') || (before == u'<' && after == u'>') || (before == u'(' && after == u')'))
        return true;
    if (before == u'=' || (before == u'"' && after == u'"'))
        return text.first(from).contains(QLatin1String("lev"), Qt::CaseInsensitive)
            || text.first(from).contains(QLatin1String("severity"), Qt::CaseInsensitive);
    return after == u':' && (from == 0 || before == u' ' || before == u'\n');
}

/// Where the text after the time at its beginning begins.
qsizetype afterTime(const QString &text)
{
    qsizetype at = text.indexOf(u' ');
    if (at < 0)
        return 0;
    while (at < text.size() && text.at(at) == u' ')
        ++at;
    return at;
}

void cutFront(LogEntry &entry, qsizetype count)
{
    entry.text.remove(0, count);
    for (ColourSpan &span : entry.spans) {
        const qsizetype end = std::max<qsizetype>(0, span.from + span.length - count);
        span.from = std::max<qsizetype>(0, span.from - count);
        span.length = end - span.from;
    }
    entry.spans.removeIf([](const ColourSpan &span) { return span.length <= 0; });
}

/// A level that the line begins with has a column of its own.
void cutLevel(LogEntry &entry)
{
    qsizetype from = 0;
    const bool isBracketed = entry.text.startsWith(u'[');
    from += isBracketed ? 1 : 0;
    qsizetype to = from;
    while (to < entry.text.size() && isLetter(entry.text.at(to)))
        ++to;
    if (to == from || !levelNamed(QStringView(entry.text).sliced(from, to - from))
        || !standsAsLevel(entry.text, from, to))
        return;
    if (to < entry.text.size() && (entry.text.at(to) == u':' || (isBracketed && entry.text.at(to) == u']')))
        ++to;
    while (to < entry.text.size() && entry.text.at(to) == u' ')
        ++to;
    if (to < entry.text.size())
        cutFront(entry, to);
}

QTime clockTime(WallTime at, bool utc)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    return (utc ? when.toUTC() : when).time();
}

} // namespace

std::optional<LogLevel> levelOf(QStringView text)
{
    const QStringView head = text.first(std::min(text.size(), searched));
    qsizetype from = 0;
    while (from < head.size()) {
        if (!isLetter(head.at(from))) {
            ++from;
            continue;
        }
        qsizetype to = from;
        while (to < head.size() && isLetter(head.at(to)))
            ++to;
        if (const auto level =
                to - from >= 3 && to - from <= 8 ? levelNamed(head.sliced(from, to - from)) : std::nullopt;
            level && standsAsLevel(head, from, to))
            return level;
        from = to;
    }
    return std::nullopt;
}

LogEntry entryOf(const LogLine &line, std::optional<LogLevel> before)
{
    LogEntry entry;
    entry.service = line.service;
    entry.at = line.at;
    entry.order = line.at;
    entry.isCut = line.isCut;
    entry.text = cleanText(line.text, &entry.spans);
    if (line.isDated)
        cutFront(entry, afterTime(entry.text));
    const std::optional<LogLevel> level = levelOf(entry.text);
    entry.hasLevel = level.has_value();
    const bool isContinued = !line.isDated && (entry.text.startsWith(u' ') || entry.text.startsWith(u'\t'));
    entry.level = level ? *level : isContinued ? before.value_or(LogLevel::Info) : LogLevel::Info;
    if (level)
        cutLevel(entry);
    return entry;
}

QString timeOfDay(WallTime at, bool utc) { return finestClock(clockTime(at, utc)); }

QString secondOfDay(WallTime at, bool utc) { return steadyClock(clockTime(at, utc)); }

QString levelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QStringLiteral("DEBUG");
    case LogLevel::Info:
        return QStringLiteral("INFO");
    case LogLevel::Warning:
        return QStringLiteral("WARN");
    case LogLevel::Error:
        return QStringLiteral("ERROR");
    }
    Q_UNREACHABLE();
}

QString levelSign(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
    case LogLevel::Info:
        return {};
    case LogLevel::Warning:
        return QStringLiteral("!");
    case LogLevel::Error:
        return QStringLiteral("✕");
    }
    Q_UNREACHABLE();
}

StateFamily levelFamily(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
    case LogLevel::Info:
        return StateFamily::Neutral;
    case LogLevel::Warning:
        return StateFamily::Degraded;
    case LogLevel::Error:
        return StateFamily::Unhealthy;
    }
    Q_UNREACHABLE();
}

QString exportedLine(const LogEntry &entry)
{
    const QString time = QString::fromLatin1(toRfc3339(entry.at));
    if (entry.kind == LogEntry::Kind::Note)
        return time + QStringLiteral(" -- ") + entry.text;
    const QString level = entry.hasLevel ? levelWord(entry.level) : QStringLiteral("-");
    return time + u' ' + level + u' ' + entry.service + u' ' + entry.text + (entry.isCut ? u"…" : u"");
}

} // namespace foghorn
