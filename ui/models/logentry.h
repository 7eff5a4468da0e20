#pragma once

#include "ui/models/cleantext.h"

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace foghorn {

struct LogLine;

/// How much a line wants to be read; ordered.
enum class LogLevel { Debug, Info, Warning, Error };

/// A line as it is shown: plain text without anything that could disturb a view.
struct LogEntry
{
    enum class Kind { Line, Note }; ///< a note is ours: something happened to the log

    Kind kind = Kind::Line;
    ServiceId service;
    WallTime at{};
    WallTime order{}; ///< as `at`, but within a service it never goes back when the clock did
    LogLevel level = LogLevel::Info;
    bool hasLevel = false; ///< the line itself names it
    bool isCut = false;
    qint64 serial = 0; ///< counts up with each line that came to the model, whatever its time
    QString text; ///< without its time; control characters are □
    QList<ColourSpan> spans; ///< ascending
};

using LogEntryPtr = std::shared_ptr<const LogEntry>;

/// `before`: the line before it of the same service, whose level a continued line takes.
LogEntry entryOf(const LogLine &line, std::optional<LogLevel> before);
/// The level that a line names near its beginning; nothing when it names none.
std::optional<LogLevel> levelOf(QStringView text);
/// "14:02:15.004", "02:02:15.004 PM": all as wide
QString timeOfDay(WallTime at, bool utc);
/// The same without the fraction of the second.
QString secondOfDay(WallTime at, bool utc);
/// "WARN", "ERROR"; fixed, as logs write them.
QString levelWord(LogLevel level);
/// "!", "✕" or nothing: the level without its colour
QString levelSign(LogLevel level);
StateFamily levelFamily(LogLevel level);
/// The line for a file or the clipboard: "2026-11-23T14:02:15.004Z ERROR onion text".
QString exportedLine(const LogEntry &entry);

} // namespace foghorn
