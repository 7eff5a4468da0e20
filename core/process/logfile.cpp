#include "core/process/logfile.h"

#include <QFile>

#include <algorithm>

namespace foghorn {
namespace {

/// The end of the part that was moved away last; empty when there is none.
QByteArray endOfOlderPart(const QString &path, qint64 mostBytes)
{
    QFile file(path + QStringLiteral(".1"));
    if (!file.open(QFile::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - mostBytes)))
        return {};
    return file.read(mostBytes);
}

/// An empty line stands where the rest of one was that is whole in the part before.
QByteArray withoutBlankLine(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    const bool isBlank = end >= 0 && text.first(end).trimmed().isEmpty();
    return isBlank ? text.sliced(end + 1) : text;
}

} // namespace

Result<QByteArray> endOfLog(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QFile::ReadOnly))
        return Error{QStringLiteral("cannot read the log %1: %2").arg(path, file.errorString())};
    const qint64 skipped = std::max<qint64>(0, file.size() - mostBytes);
    if (skipped > 0 && !file.seek(skipped))
        return Error{QStringLiteral("cannot read the log %1: %2").arg(path, file.errorString())};
    QByteArray text = file.read(mostBytes);
    const qint64 room = mostBytes - text.size();
    const QByteArray older = skipped > 0 ? QByteArray() : endOfOlderPart(path, room);
    if (!older.isEmpty())
        text = older + withoutBlankLine(text);
    if (skipped > 0 || (!older.isEmpty() && older.size() == room))
        text.remove(0, text.indexOf('\n') + 1);
    return text;
}

std::optional<WallTime> timeOfLine(QByteArrayView line)
{
    const auto end = std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
    const QByteArrayView word = line.first(end - line.begin());
    constexpr qsizetype shortest = 20;
    constexpr qsizetype longest = 40;
    if (word.size() < shortest || word.size() > longest)
        return std::nullopt;
    return fromRfc3339(word);
}

} // namespace foghorn
