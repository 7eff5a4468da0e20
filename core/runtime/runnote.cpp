#include "core/runtime/runnote.h"

#include "core/model/words.h"

namespace foghorn {
namespace {

constexpr char up[] = "up.";
constexpr char down[] = "down.";

} // namespace

QByteArray toText(const RunNote &note)
{
    const QLatin1String cause = toWord(note.cause);
    return (note.goal == Goal::Up ? up : down) + QByteArray(cause.data(), cause.size());
}

std::optional<RunNote> runNoteFromText(const QByteArray &text)
{
    const bool isUp = text.startsWith(up);
    if (!isUp && !text.startsWith(down))
        return std::nullopt;
    const auto cause = causeFromWord(QString::fromLatin1(text.mid(text.indexOf('.') + 1)));
    return cause ? std::optional(RunNote{isUp ? Goal::Up : Goal::Down, *cause}) : std::nullopt;
}

} // namespace foghorn
