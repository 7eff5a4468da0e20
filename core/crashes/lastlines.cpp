#include "core/crashes/lastlines.h"

#include "core/base/names.h"

#include <QFile>

#include <algorithm>

namespace foghorn {
namespace {

constexpr qint64 mostBytes = 256 * 1024;
constexpr qsizetype longestLine = 2000;

} // namespace

QList<QString> lastLines(const QString &path, qsizetype count, qint64 end)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const qint64 to = std::min(end, file.size());
    const qint64 from = std::max<qint64>(to - mostBytes, 0);
    file.seek(from);
    QList<QByteArray> lines = file.read(to - from).split('\n');
    if (from > 0)
        lines.removeFirst(); // only its end
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    QList<QString> texts;
    for (qsizetype i = std::max<qsizetype>(lines.size() - count, 0); i < lines.size(); ++i)
        texts.append(printable(QString::fromUtf8(lines.at(i).left(longestLine * 4)).left(longestLine)));
    return texts;
}

} // namespace foghorn
