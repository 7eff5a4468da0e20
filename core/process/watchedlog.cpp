#include "core/process/watchedlog.h"

#include <QFile>

#include <algorithm>
#include <chrono>

#include <sys/stat.h>

namespace foghorn {
namespace {

constexpr std::chrono::milliseconds soonest{20};
constexpr std::chrono::milliseconds usual{1000};
constexpr std::chrono::minutes betweenNotices{10};
constexpr double copyBurst = 128 * 1024 * 1024; ///< bytes
constexpr double copyRate = 16 * 1024 * 1024; ///< bytes a second

MonoTime monoNow() { return std::chrono::steady_clock::now(); }

} // namespace

WatchedLog::WatchedLog(const QString &path, const LogPolicy &policy)
    : m_path(path)
    , m_policy(policy)
    , m_rotated(path, policy)
    , m_budget(copyBurst)
    , m_lookedAt(monoNow())
{
}

void WatchedLog::setPolicy(const LogPolicy &policy)
{
    m_policy = policy;
    m_rotated.setPolicy(policy);
}

QString WatchedLog::look(qint64 leader)
{
    const QString carried = followWriter(leader);
    const QString kept = keepInBounds(monoNow());
    return carried.isEmpty() ? kept : carried;
}

QString WatchedLog::keepInBounds(MonoTime now)
{
    const double seconds = std::chrono::duration<double>(now - m_lookedAt).count();
    m_budget = std::min(m_budget + seconds * copyRate, copyBurst);
    auto budget = static_cast<qint64>(m_budget);
    const RotatedLog::Outcome outcome = m_rotated.keepInBounds(budget);
    m_budget = static_cast<double>(budget);
    // What was cut away meanwhile has also grown.
    if (outcome.size < m_size || outcome.dropped > 0)
        m_size = 0;
    m_due = now + (outcome.dropped > 0 ? soonest : untilFull(outcome.size, seconds));
    m_size = outcome.size;
    m_lookedAt = now;
    const bool isSilent = outcome.fault.isEmpty() && outcome.dropped == 0;
    if (isSilent || (m_noticedAt != MonoTime{} && now - m_noticedAt < betweenNotices))
        return {};
    m_noticedAt = now;
    return outcome.fault.isEmpty()
        ? QStringLiteral("writes its log faster than it can be kept: the oldest lines are dropped")
        : QStringLiteral("its log cannot be rotated: %1").arg(outcome.fault);
}

std::chrono::milliseconds WatchedLog::untilFull(qint64 size, double seconds) const
{
    const auto growth = static_cast<double>(size - m_size);
    const auto room = static_cast<double>(m_policy.maxSize - size);
    if (growth <= 0 || seconds <= 0)
        return usual;
    const double left = std::min(std::max(room, 0.0) / growth * seconds * 1000, 1e6);
    return std::clamp(std::chrono::milliseconds(static_cast<qint64>(left)), soonest, usual);
}

QString WatchedLog::followWriter(qint64 leader)
{
    struct stat status = {};
    const bool isThere = ::lstat(QFile::encodeName(m_path).constData(), &status) == 0;
    const quint64 inode = isThere ? status.st_ino : 0;
    const bool isSame = inode == m_inode && leader == m_leader;
    const bool wasSeen = m_inode != 0 && leader == m_leader;
    m_leader = leader;
    m_inode = inode;
    if (m_orphan) {
        (void)m_orphan->carryOver(); // what it cannot write now it tries again
        if (m_orphan->pid() != leader)
            m_orphan.reset();
        return {};
    }
    if (!isSame)
        m_orphan = OrphanedLog::find(m_path, leader, wasSeen ? m_size : -1);
    if (isSame || !m_orphan)
        return {};
    (void)m_orphan->carryOver();
    return QStringLiteral("its log was deleted while it was written: what comes is carried over to a new one");
}

} // namespace foghorn
