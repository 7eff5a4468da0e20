#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>

namespace foghorn {

/// Reads a log that grows, also through its rotation: by its beginning being moved away (RotatedLog), by another file
/// of the same name, or by being cut to nothing. Blocks: for a worker thread.
class LogReader
{
public:
    struct Line
    {
        QByteArray text; ///< without its end; at most longestLogLine
        bool isCut = false; ///< there was more of it
    };
    struct News
    {
        QList<Line> lines; ///< oldest first
        bool beganAnew = false; ///< the file was changed for another one or emptied; the lines may be of both
        bool hasOlder = false; ///< of begin(): the file holds lines from before these
        qint64 skippedBytes = 0; ///< more came than was to be read: the older part was left out
        QString fault; ///< why the file cannot be read: one sentence
    };

    /// `keepsOpen`: what is written until a rotation is then never lost, for the price of a descriptor.
    LogReader(QString path, bool keepsOpen);
    ~LogReader();
    LogReader(LogReader &&other) noexcept;
    LogReader &operator=(LogReader &&other) noexcept;
    LogReader(const LogReader &) = delete;
    LogReader &operator=(const LogReader &) = delete;

    const QString &path() const { return m_path; }
    /// The last `tail` lines at most, of the last `mostBytes`.
    News begin(qsizetype tail, qint64 mostBytes);
    /// What came since; the newest `mostBytes` of it. No file is no fault: a service that never ran has none.
    News read(qint64 mostBytes);

private:
    struct Identity
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = 0;
        bool exists = false;
        int fault = 0; ///< errno
    };
    Identity identify() const;
    bool open(News &news);
    void close();
    /// Finds its place again in a log whose beginning was moved away. False: what it read is not there any more.
    bool findPlace(const Identity &now, qint64 mostBytes, News &news);
    bool isDeleted() const;
    void readOn(qint64 mostBytes, News &news);
    void take(const QByteArray &text, News &news);
    void split(QByteArrayView text, News &news);
    void forget();

    QString m_path;
    bool m_keepsOpen;
    std::unique_ptr<QFile> m_file; ///< the one that m_device and m_inode name; may have another name by now
    quint64 m_device = 0;
    quint64 m_inode = 0;
    qint64 m_offset = 0; ///< up to here it was read
    QByteArray m_lastRead; ///< the bytes before m_offset: what tells its place
    QByteArray m_readBefore; ///< m_lastRead of a deleted file before this one, while it matters
    QByteArray m_carried; ///< what of this one may have been read in that
    QByteArray m_pending; ///< a line without its end yet
    bool m_isCutting = false; ///< the rest of a line that is too long is passed over
};

} // namespace foghorn
