#include "core/process/logfile.h"

#include <QFile>

#include <algorithm>

namespace foghorn {

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
    if (skipped > 0)
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
