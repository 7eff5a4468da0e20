#include "core/runtime/runnote.h"

#include "core/model/words.h"

namespace foghorn {
namespace {

constexpr char up[] = "up.";
constexpr char down[] = "down.";
constexpr char now[] = ".now";

} // namespace

QByteArray toText(const RunNote &note)
{
    const QLatin1String cause = toWord(note.cause);
    return (note.goal == Goal::Up ? up : down) + QByteArray(cause.data(), cause.size()) + (note.isForced ? now : "");
}

std::optional<RunNote> runNoteFromText(const QByteArray &text)
{
    const bool isUp = text.startsWith(up);
    if (!isUp && !text.startsWith(down))
        return std::nullopt;
    const bool isForced = !isUp && text.endsWith(now);
    const qsizetype begin = text.indexOf('.') + 1;
    const qsizetype end = isForced ? text.lastIndexOf('.') : text.size();
    const auto cause = causeFromWord(QString::fromLatin1(text.mid(begin, end - begin)));
    return cause ? std::optional(RunNote{isUp ? Goal::Up : Goal::Down, *cause, isForced}) : std::nullopt;
}

} // namespace foghorn
