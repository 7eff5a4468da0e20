#include "core/process/logreader.h"
#include "core/process/watchedlog.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

/// Failure 26: a log is deleted or replaced, again and again, under the program that writes it.
class tst_OrphanedLog : public QObject
{
    Q_OBJECT

    static constexpr qint64 plenty = 1 << 24;

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_writer;

    QString path() const { return m_folder->filePath(QStringLiteral("a.log")); }
    /// Writes "n 1", "n 2", … until it is ended.
    void startWriter()
    {
        m_writer.setStandardOutputFile(path(), QIODevice::Append);
        m_writer.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral("i=0; while :; do i=$((i+1)); echo n $i; sleep 0.002; done")});
        QTRY_VERIFY(QFileInfo(path()).size() > 0);
    }
    /// All that it has written so far, wherever that went.
    qint64 bytesWritten() const
    {
        QFile counters(QStringLiteral("/proc/%1/io").arg(m_writer.processId()));
        const QByteArray text = counters.open(QFile::ReadOnly) ? counters.readAll() : QByteArray();
        const QByteArray name = "wchar: ";
        const qsizetype at = text.indexOf(name) + name.size();
        return text.mid(at, text.indexOf('\n', at) - at).toLongLong();
    }
    /// Whether it comes to writing some more lines.
    bool writesOn(int lines)
    {
        constexpr int lineSize = 8;
        const qint64 enough = bytesWritten() + qint64(lines) * lineSize;
        return QTest::qWaitFor([&] { return bytesWritten() >= enough; }, 20'000);
    }
    void endWriter()
    {
        m_writer.kill();
        QTRY_COMPARE(m_writer.state(), QProcess::NotRunning);
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Empty: the lines are "n `first`" to "n `last`", each once.
    static QString gapsIn(const QList<QByteArray> &lines)
    {
        if (lines.size() < 2)
            return QStringLiteral("only %1 lines").arg(lines.size());
        int expected = lines.first().mid(2).toInt();
        for (const QByteArray &line : lines) {
            if (line != "n " + QByteArray::number(expected))
                return QStringLiteral("'%1' instead of %2").arg(QString::fromLatin1(line)).arg(expected);
            ++expected;
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { endWriter(); }

    void deletedAndReplacedAHundredTimes()
    {
        startWriter();
        WatchedLog log(path(), LogPolicy());
        LogReader reader(path(), true);
        QList<QByteArray> read;
        const auto follow = [&](const LogReader::News &news) {
            for (const LogReader::Line &line : news.lines)
                read.append(line.text);
        };
        (void)log.look(m_writer.processId());
        follow(reader.begin(1, plenty));
        for (int round = 0; round < 100; ++round) {
            if (round % 3 == 0) {
                QVERIFY(QFile::remove(path()));
            } else if (round % 3 == 1) {
                QFile other(m_folder->filePath(QStringLiteral("other")));
                QVERIFY(other.open(QFile::WriteOnly));
                other.close();
                QCOMPARE(
                    ::rename(QFile::encodeName(other.fileName()).constData(), QFile::encodeName(path()).constData()),
                    0);
            }
            QVERIFY(writesOn(2));
            (void)log.look(m_writer.processId());
            follow(reader.read(plenty));
        }
        endWriter();
        (void)log.look(0);
        follow(reader.read(plenty));
        const QString gaps = gapsIn(read);
        QVERIFY2(gaps.isEmpty(), qPrintable(gaps));
        QVERIFY(read.size() > 100);
        QCOMPARE(read.last(), content().trimmed().split('\n').last());
    }
    void whatComesAfterTheDeletionIsAllThere()
    {
        startWriter();
        WatchedLog log(path(), LogPolicy());
        (void)log.look(m_writer.processId());
        QVERIFY(QFile::remove(path()));
        QVERIFY(writesOn(20));
        const QString notice = log.look(m_writer.processId());
        QVERIFY2(notice.contains(QStringLiteral("was deleted")), qPrintable(notice));
        QVERIFY(log.look(m_writer.processId()).isEmpty()); // said once
        QVERIFY(writesOn(20));
        endWriter();
        (void)log.look(0);
        const QString gaps = gapsIn(content().trimmed().split('\n'));
        QVERIFY2(gaps.isEmpty(), qPrintable(gaps));
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    /// Where somebody has put it, it is: nothing is lost, and nothing made again.
    void aRenamedLogIsLeftAlone()
    {
        startWriter();
        WatchedLog log(path(), LogPolicy());
        (void)log.look(m_writer.processId());
        QVERIFY(QFile::rename(path(), m_folder->filePath(QStringLiteral("archive"))));
        QVERIFY(log.look(m_writer.processId()).isEmpty());
        QVERIFY(!QFile::exists(path()));
    }
    void othersFilesAreNotCarriedOver()
    {
        startWriter();
        WatchedLog other(m_folder->filePath(QStringLiteral("b.log")), LogPolicy());
        QVERIFY(QFile::remove(path()));
        QVERIFY(other.look(m_writer.processId()).isEmpty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_OrphanedLog)
#include "tst_orphanedlog.moc"
