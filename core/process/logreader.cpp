#include "core/process/logreader.h"

#include "core/process/logfile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace foghorn {

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
    m_pending.clear();
    m_isCutting = false;
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
    const bool isCutShort = now.exists && !isOther && now.size < m_offset;
    if (m_file && !isCutShort)
        readOn(mostBytes, news); // also the end of the one that was moved away
    if (isOther || isCutShort) {
        if (!m_pending.isEmpty())
            split("\n", news); // its end will not come any more
        forget();
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
    const QByteArray text = m_file->read(size - m_offset);
    m_offset += text.size();
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
