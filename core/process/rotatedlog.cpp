#include "core/process/rotatedlog.h"

#include "core/keeper/descriptor.h"
#include "core/process/logpieces.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foghorn {
namespace {

constexpr qint64 tailLeft = 256 * 1024; ///< at most: somebody who looks at the log wants to see something
constexpr int mostRounds = 64;
constexpr auto betweenSayings = std::chrono::seconds(10);

qint64 sizeOf(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? status.st_size : 0;
}

qint64 blockOf(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? std::max<qint64>(status.st_blksize, 512) : 4096;
}

} // namespace

RotatedLog::RotatedLog(const QString &path, const LogPolicy &policy)
    : m_path(QFile::encodeName(path))
    , m_policy(policy)
{
}

void RotatedLog::setPolicy(const LogPolicy &policy)
{
    const bool keepsFewer = policy.keep < m_policy.keep;
    m_policy = policy;
    if (keepsFewer)
        m_isFirst = true;
}

RotatedLog::Outcome RotatedLog::keepInBounds(qint64 &budget)
{
    struct stat status = {};
    Outcome outcome;
    if (::lstat(m_path.constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return outcome; // a service that never ran has none
    outcome.size = status.st_size;
    if (!m_isFirst && outcome.size <= m_policy.maxSize)
        return outcome;
    const keeper::Descriptor log(::open(m_path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!log.isOpen()) {
        outcome.fault = QString::fromLocal8Bit(std::strerror(errno));
        return outcome;
    }
    if (std::exchange(m_isFirst, false)) {
        finishInterrupted(log.get());
        removeBeyondKept();
    }
    for (int round = 0; round < mostRounds; ++round) {
        outcome.size = sizeOf(log.get());
        if (outcome.size <= m_policy.maxSize || !rotateOnce(log.get(), outcome.size, budget, outcome))
            break;
    }
    outcome.size = sizeOf(log.get());
    m_unsaidDrop += outcome.dropped;
    sayDropped();
    return outcome;
}

void RotatedLog::finishInterrupted(int log)
{
    ::unlink(partBeingCopied(m_path).constData());
    const QByteArray whole = part(0);
    const keeper::Descriptor copied(::open(whole.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!copied.isOpen())
        return;
    if (beginsWith(log, copied.get())) {
        ::unlink(whole.constData()); // it was not cut out yet
        return;
    }
    blankBeginning(log, restOfCutLine(log, copied.get(), blockOf(log)));
    shiftParts();
}

void RotatedLog::removeBeyondKept()
{
    for (int number = m_policy.keep + 1; ::unlink(part(number).constData()) == 0; ++number) { }
}

bool RotatedLog::rotateOnce(int log, qint64 size, qint64 &budget, Outcome &outcome)
{
    if (!m_collapses)
        return copyAndEmpty(log, size, budget, outcome);
    const qint64 block = blockOf(log);
    const qint64 kept = m_policy.maxSize * (m_policy.keep + 1);
    const qint64 excess = m_policy.keep == 0 || budget <= 0 ? size - m_policy.maxSize / 2 : size - kept;
    if (excess >= block) {
        const LogCut cut = findCut(log, excess, block);
        const Step step = cutBeginning(log, cut.blocks);
        if (step == Step::Done && m_policy.keep > 0 && budget <= 0)
            outcome.dropped += cut.blocks;
        return step == Step::Done || (step == Step::Unsupported && copyAndEmpty(log, size, budget, outcome));
    }
    const qint64 tail = std::min(m_policy.maxSize / 4, tailLeft);
    const qint64 wanted = std::max(std::min(size - tail, m_policy.maxSize), block);
    if (wanted >= size || m_policy.keep == 0)
        return false; // less than a block more than it may be
    const LogCut cut = findCut(log, wanted, block);
    if (!copyMakingRoom(log, 0, cut.lineEnd)) {
        outcome.fault = QString::fromLocal8Bit(std::strerror(errno));
        budget = 0; // so that it stays in bounds without
        return true;
    }
    budget -= cut.lineEnd;
    const Step step = cutBeginning(log, cut.blocks);
    if (step != Step::Done) {
        ::unlink(part(0).constData());
        return step == Step::Unsupported && copyAndEmpty(log, size, budget, outcome);
    }
    blankBeginning(log, cut.lineEnd - cut.blocks);
    shiftParts();
    return true;
}

RotatedLog::Step RotatedLog::cutBeginning(int log, qint64 length)
{
    if (::fallocate(log, FALLOC_FL_COLLAPSE_RANGE, 0, length) == 0)
        return Step::Done;
    // Also what is no multiple of the file system's unit, or reaches its end because somebody has emptied it.
    const bool isUnsupported = errno == EOPNOTSUPP || errno == ENOSYS || (errno == EINVAL && sizeOf(log) > length);
    if (!isUnsupported)
        return Step::Failed;
    m_collapses = false;
    return Step::Unsupported;
}

bool RotatedLog::copyAndEmpty(int log, qint64 size, qint64 &budget, Outcome &outcome)
{
    const qint64 kept = m_policy.maxSize * m_policy.keep;
    qint64 from = std::max<qint64>(0, size - kept);
    if (from > 0)
        from = lineStartAfter(log, from);
    if (budget < size - from) {
        outcome.dropped += m_policy.keep > 0 ? size - from : 0;
        from = size;
    }
    while (from < size) {
        const qint64 wanted = std::min(from + m_policy.maxSize, size);
        const qint64 to = wanted == size ? size : std::max(lineStartAfter(log, wanted), wanted);
        if (!copyMakingRoom(log, from, to)) {
            outcome.fault = QString::fromLocal8Bit(std::strerror(errno));
            outcome.dropped += size - from;
            break;
        }
        budget -= to - from;
        from = to;
        // What came meanwhile goes along, so that next to nothing is written between the last look and the emptying.
        for (int round = 0; from == size && round < mostRounds && sizeOf(log) > size; ++round) {
            size = sizeOf(log);
            if (!appendToCopy(m_path, log, from, size))
                break;
            from = size;
        }
        if (from == size && ::ftruncate(log, 0) == 0) {
            shiftParts();
            return true;
        }
        shiftParts();
    }
    return ::ftruncate(log, 0) == 0;
}

bool RotatedLog::copyMakingRoom(int log, qint64 from, qint64 to) const
{
    while (!copyPart(m_path, log, from, to)) {
        if ((errno != ENOSPC && errno != EDQUOT) || !freeRoom())
            return false;
    }
    return true;
}

bool RotatedLog::freeRoom() const
{
    const int error = errno;
    for (int number = m_policy.keep; number > 0; --number) {
        if (::unlink(part(number).constData()) == 0)
            return true;
    }
    errno = error;
    return false;
}

void RotatedLog::shiftParts() const
{
    for (int number = m_policy.keep - 1; number >= 0; --number)
        ::rename(part(number).constData(), part(number + 1).constData());
}

void RotatedLog::sayDropped()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_unsaidDrop == 0 || (m_lastSaid.time_since_epoch().count() != 0 && now - m_lastSaid < betweenSayings))
        return;
    const keeper::Descriptor log(::open(m_path.constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW));
    const QByteArray said = "foghorn: " + QByteArray::number(m_unsaidDrop)
        + " bytes of this log were dropped before this line: they came faster than they can be kept\n";
    if (!log.isOpen() || ::write(log.get(), said.constData(), static_cast<std::size_t>(said.size())) != said.size())
        return;
    m_lastSaid = now;
    m_unsaidDrop = 0;
}

} // namespace foghorn
