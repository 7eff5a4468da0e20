#include "core/process/logreader.h"

#include "core/process/logfile.h"
#include "core/process/logseam.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace foghorn {
namespace {

constexpr qsizetype placeSize = 4096;

} // namespace

LogReader::LogReader(QString path, bool keepsOpen)
    : m_path(std::move(path))
    , m_keepsOpen(keepsOpen)
{
}

LogReader::~LogReader() = default;
LogReader::LogReader(LogReader &&other) noexcept = default;
LogReader &LogReader::operator=(LogReader &&other) noexcept = default;

LogReader::Identity LogReader::identify() const
{
    struct ::stat found
    {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &found) != 0)
        return {0, 0, 0, false, errno == ENOENT || errno == ENOTDIR ? 0 : errno};
    if (!S_ISREG(found.st_mode))
        return {0, 0, 0, false, EINVAL};
    return {found.st_dev, found.st_ino, found.st_size, true, 0};
}

bool LogReader::open(News &news)
{
    if (m_file)
        return true;
    auto file = std::make_unique<QFile>(m_path);
    if (!file->open(QFile::ReadOnly)) {
        if (file->exists())
            news.fault = QStringLiteral("The log %1 cannot be read: %2").arg(m_path, file->errorString());
        return false;
    }
    m_file = std::move(file);
    return true;
}

void LogReader::close()
{
    if (!m_keepsOpen)
        m_file.reset();
}

void LogReader::forget()
{
    m_file.reset();
    m_offset = 0;
    m_lastRead.clear();
    m_readBefore.clear();
    m_carried.clear();
    m_pending.clear();
    m_isCutting = false;
}

bool LogReader::isDeleted() const
{
    struct ::stat status
    {
    };
    return m_file && ::fstat(m_file->handle(), &status) == 0 && status.st_nlink == 0;
}

bool LogReader::findPlace(const Identity &now, qint64 mostBytes, News &news)
{
    if (m_offset == 0 || (now.size == m_offset && !m_file))
        return true;
    if (!open(news))
        return false;
    if (now.size >= m_offset && isReadUpTo(m_file->handle(), m_offset, m_lastRead))
        return true;
    const LogSeam seam = findSeam(m_file->handle(), m_path, m_offset, m_lastRead);
    if (!seam.isFound)
        return false;
    m_offset = seam.offset;
    if (seam.olderOffset < 0)
        return true;
    QFile older(m_path + QStringLiteral(".1"));
    if (!older.open(QFile::ReadOnly) || older.size() - seam.olderOffset > mostBytes || !older.seek(seam.olderOffset))
        return false;
    take(older.readAll(), news);
    m_lastRead.clear(); // it is not in the log, of which nothing was read yet
    return true;
}

LogReader::News LogReader::begin(qsizetype tail, qint64 mostBytes)
{
    forget();
    News news;
    const Identity now = identify();
    if (now.fault != 0)
        news.fault = QStringLiteral("The log %1 cannot be read: %2")
                         .arg(m_path, QString::fromLocal8Bit(std::strerror(now.fault)));
    if (!now.exists || !open(news))
        return news;
    m_device = now.device;
    m_inode = now.inode;
    m_offset = std::max<qint64>(0, now.size - mostBytes);
    news.hasOlder = m_offset > 0;
    m_isCutting = m_offset > 0; // the first piece is the rest of some line
    const News rest = [&] {
        News read;
        readOn(mostBytes, read);
        return read;
    }();
    news.lines = rest.lines;
    if (news.lines.size() > tail) {
        news.hasOlder = true;
        news.lines.remove(0, news.lines.size() - tail);
    }
    close();
    return news;
}

LogReader::News LogReader::read(qint64 mostBytes)
{
    News news;
    const Identity now = identify();
    if (now.fault != 0)
        news.fault = QStringLiteral("The log %1 cannot be read: %2")
                         .arg(m_path, QString::fromLocal8Bit(std::strerror(now.fault)));
    const bool isOther = now.exists && m_inode != 0 && (now.device != m_device || now.inode != m_inode);
    const bool isCutShort = now.exists && !isOther && !findPlace(now, mostBytes, news);
    if (m_file && !isCutShort)
        readOn(mostBytes, news); // also the end of the one that was moved away
    if (isOther || isCutShort) {
        if (!m_pending.isEmpty())
            split("\n", news); // its end will not come any more
        const QByteArray before = isDeleted() ? m_lastRead : QByteArray();
        forget();
        m_readBefore = before;
        news.beganAnew = true;
    }
    if (!now.exists)
        return news;
    if (now.size == m_offset && now.inode == m_inode && !isCutShort)
        return news;
    if (!open(news))
        return news;
    m_device = now.device;
    m_inode = now.inode;
    readOn(mostBytes, news);
    close();
    return news;
}

void LogReader::readOn(qint64 mostBytes, News &news)
{
    const qint64 size = m_file->size();
    if (size - m_offset > mostBytes) {
        news.skippedBytes += size - mostBytes - m_offset;
        m_offset = size - mostBytes;
        m_pending.clear();
        m_isCutting = true;
    }
    if (size <= m_offset || !m_file->seek(m_offset))
        return;
    QByteArray text = m_file->read(size - m_offset);
    m_offset += text.size();
    if (!m_readBefore.isEmpty()) {
        text.prepend(m_carried);
        const KnownBeginning known = knownBeginning(text, m_readBefore);
        m_carried = known.isDecided ? QByteArray() : text;
        if (known.isDecided)
            m_readBefore.clear();
        text.remove(0, known.size);
    }
    take(text, news);
}

void LogReader::take(const QByteArray &text, News &news)
{
    m_lastRead.append(text.right(placeSize));
    m_lastRead = m_lastRead.right(placeSize);
    split(text, news);
}

void LogReader::split(QByteArrayView text, News &news)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView piece = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (!m_isCutting || !m_pending.isEmpty()) {
            const qsizetype room = longestLogLine - m_pending.size();
            m_pending.append(piece.first(std::min(room, piece.size())));
            m_isCutting = m_isCutting || piece.size() > room;
        }
        if (end < 0)
            return;
        const bool isRest = m_isCutting && m_pending.isEmpty(); // of a line whose beginning was passed over
        if (!isRest) {
            if (m_pending.endsWith('\r'))
                m_pending.chop(1);
            news.lines.append({m_pending, m_isCutting});
        }
        m_pending.clear();
        m_isCutting = false;
    }
}

} // namespace foghorn
