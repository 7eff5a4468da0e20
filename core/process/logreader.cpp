#include "core/process/logreader.h"

#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace foghorn {
namespace {

constexpr qint64 blockSize = 64 * 1024;
constexpr qsizetype longestLine = 64 * 1024;
constexpr qsizetype mostBytes = 16 * 1024 * 1024;

/// Takes a file's bytes from its end to its beginning and makes lines of them, the last one first.
class BackwardLines
{
public:
    BackwardLines(const LogQuery &query)
        : m_query(query)
    {
    }

    /// `block` begins at `offset` and ends where the one before began. False: no more is wanted.
    bool take(const QByteArray &block, qint64 offset)
    {
        qsizetype end = block.size();
        while (end > 0) {
            const qsizetype newline = block.lastIndexOf('\n', end - 1);
            prepend(block.sliced(newline + 1, end - newline - 1));
            if (newline < 0)
                return true;
            if (!finish(offset + newline + 1))
                return false;
            end = newline;
        }
        return true;
    }
    /// The line that begins at `offset` is complete. False: no more is wanted.
    bool finish(qint64 offset)
    {
        const bool isWanted = !std::exchange(m_isFirst, false) || !m_line.isEmpty();
        if (isWanted && offset >= m_query.sinceOffset
            && (m_query.contains.isEmpty() || m_line.contains(m_query.contains))) {
            m_bytes += m_line.size();
            m_lines.append({offset, m_line, m_isCut});
        }
        m_line.clear();
        m_isCut = false;
        return offset > m_query.sinceOffset && m_lines.size() < m_query.lines && m_bytes < mostBytes;
    }
    QList<LogLine> oldestFirst()
    {
        std::reverse(m_lines.begin(), m_lines.end());
        return m_lines;
    }

private:
    void prepend(const QByteArray &piece)
    {
        m_line.prepend(piece);
        if (m_line.size() <= longestLine)
            return;
        // Its beginning is what is kept: that is where programs say what a line is about.
        m_line.truncate(longestLine);
        m_isCut = true;
    }

    const LogQuery &m_query;
    QList<LogLine> m_lines;
    QByteArray m_line;
    qsizetype m_bytes = 0;
    bool m_isCut = false;
    bool m_isFirst = true; ///< what is behind the last newline: a line only when there is something
};

} // namespace

Result<QList<LogLine>> readLogTail(const QString &path, const LogQuery &query)
{
    QFile file(path);
    if (!file.exists() || query.lines <= 0)
        return QList<LogLine>();
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{QStringLiteral("cannot read %1: %2").arg(path, file.errorString())};
    BackwardLines lines(query);
    qint64 end = file.size();
    while (end > 0) {
        const qint64 begin = std::max<qint64>(0, end - blockSize);
        if (!file.seek(begin))
            break;
        const QByteArray block = file.read(end - begin);
        // Shorter: the file was rotated under us; what was read so far is the answer.
        if (block.size() != end - begin || !lines.take(block, begin))
            return lines.oldestFirst();
        end = begin;
    }
    lines.finish(0);
    return lines.oldestFirst();
}

QFuture<Result<QList<LogLine>>> readLogTailLater(const QString &path, const LogQuery &query)
{
    const auto promise = std::make_shared<QPromise<Result<QList<LogLine>>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, query] {
        promise->addResult(readLogTail(path, query));
        promise->finish();
    });
    return promise->future();
}

} // namespace foghorn
