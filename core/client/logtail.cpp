#include "core/client/logtail.h"

#include <algorithm>

namespace foghorn {
namespace {

QList<QByteArray> wholeLinesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    // The piece after the last newline is empty, or a line that is still being written and will come again.
    lines.removeLast();
    return lines;
}

} // namespace

LogTail::News LogTail::take(const QByteArray &tail)
{
    QList<QByteArray> now = wholeLinesOf(tail);
    News news;
    if (m_isFirst) {
        news.lines = now;
    } else {
        // The end of what was seen is the beginning of what is there now: the longest such overlap.
        qsizetype overlap = std::min(m_seen.size(), now.size());
        while (overlap > 0 && !std::equal(m_seen.end() - overlap, m_seen.end(), now.begin()))
            --overlap;
        news.lines = now.mid(overlap);
        news.hasGap = overlap == 0 && !m_seen.isEmpty() && !now.isEmpty();
    }
    m_isFirst = false;
    m_seen = std::move(now);
    return news;
}

} // namespace foghorn
