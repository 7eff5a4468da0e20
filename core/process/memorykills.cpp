#include "core/process/memorykills.h"

#include "core/keeper/smallfile.h"

#include <fcntl.h>

#include <utility>

namespace foghorn {
namespace {

constexpr std::chrono::seconds countPeriod{1};
/// The end of a large process takes its time, and one such moment ends several.
constexpr std::chrono::seconds aftermath{10};

std::optional<qint64> countIn(const QByteArray &file)
{
    const QByteArray text = QByteArray::fromStdString(keeper::readSmallFile(AT_FDCWD, file.constData()));
    const QByteArray mark = "\noom_kill ";
    const qsizetype at = text.indexOf(mark);
    if (at < 0)
        return std::nullopt;
    const qsizetype from = at + mark.size();
    bool isNumber = false;
    const qint64 count = text.mid(from, text.indexOf('\n', from) - from).toLongLong(&isNumber);
    return isNumber ? std::optional(count) : std::nullopt;
}

} // namespace

MemoryKills::MemoryKills(QByteArray file)
    : m_file(std::move(file))
    , m_count(countIn(m_file))
{
}

void MemoryKills::note(MonoTime now)
{
    if (now - m_countedAt >= countPeriod)
        count(now);
}

bool MemoryKills::wasThereOne(MonoTime now)
{
    count(now);
    return m_seenAt && now - *m_seenAt < aftermath;
}

void MemoryKills::count(MonoTime now)
{
    m_countedAt = now;
    const std::optional<qint64> count = countIn(m_file);
    if (m_count && count && *count > *m_count)
        m_seenAt = now;
    m_count = count;
}

} // namespace foghorn
