#include "core/api/logexcerpt.h"

#include "core/process/logfile.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace foghorn {
namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024;

/// When the lines before the first dated one were written at the latest: at its time, or at the file's last change.
std::optional<WallTime> latestOfUndated(const QString &path, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        if (const std::optional<WallTime> time = timeOfLine(end < 0 ? text : text.first(end)))
            return time;
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    const QDateTime changed = QFileInfo(path).lastModified();
    return changed.isValid() ? std::optional(WallTime(std::chrono::milliseconds(changed.toMSecsSinceEpoch())))
                             : std::nullopt;
}

} // namespace

Result<QList<QByteArray>> logExcerpt(const QString &path, const LogQuery &query)
{
    const Result<QByteArray> text = endOfLog(path, mostBytes);
    if (!text)
        return text.error();
    const QByteArray wanted = query.contains.toUtf8();
    QList<QByteArray> lines;
    // A service that writes no times would otherwise seem to have said nothing.
    bool isRecent = !query.since || latestOfUndated(path, text.value()) >= query.since;
    QByteArrayView rest = text.value();
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (query.since) {
            if (const std::optional<WallTime> time = timeOfLine(line))
                isRecent = *time >= *query.since;
        }
        if (!isRecent || (!wanted.isEmpty() && !line.contains(wanted)))
            continue;
        if (line.endsWith('\r'))
            line.chop(1);
        lines << line.first(std::min(line.size(), longestLogLine)).toByteArray();
        if (lines.size() > 2 * query.tail + 1000) // not too many at a time
            lines.remove(0, lines.size() - query.tail);
    }
    lines.remove(0, std::max<qsizetype>(0, lines.size() - query.tail));
    return lines;
}

} // namespace foghorn
