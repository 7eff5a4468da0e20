#include "core/keeper/descriptor.h"
#include "core/process/logfile.h"
#include "core/process/logreader.h"
#include "core/process/rotatedlog.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace foghorn;

namespace {

constexpr qint64 plenty = 1LL << 40;

/// A program with the log open: lines of growing numbers and of different lengths, as fast as it can.
class Writer
{
public:
    Writer(const QString &path, int lines)
        : m_file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
        , m_thread([this, lines] { write(lines); })
    {
    }
    ~Writer() { m_thread.join(); }
    Q_DISABLE_COPY_MOVE(Writer)
    bool isDone() const { return m_isDone; }

    static QByteArray line(int number)
    {
        return "line " + QByteArray::number(number) + ' ' + QByteArray(number % 61, 'x') + '\n';
    }

private:
    void write(int lines)
    {
        for (int number = 0; number < lines; ++number) {
            const QByteArray text = line(number);
            if (::write(m_file.get(), text.constData(), static_cast<std::size_t>(text.size())) != text.size())
                break;
        }
        m_isDone = true;
    }

    keeper::Descriptor m_file;
    std::atomic<bool> m_isDone = false;
    std::thread m_thread;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A log that is rotated under the program that writes it.
class tst_RotatedLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void losesAndDoublesNoLine()
    {
        if (!canCutBeginnings())
            QSKIP("this file system cannot cut out the beginning of a file");
        constexpr int lines = 100'000;
        RotatedLog log(path(), {64 * 1024, 1000});
        {
            const Writer writer(path(), lines);
            while (!writer.isDone())
                bound(log);
        }
        bound(log);
        QCOMPARE(linesOf(allParts()), expectedLines(lines));
        QVERIFY(QFile::exists(path() + QStringLiteral(".20")));
        QVERIFY(QFileInfo(path()).size() <= 64 * 1024);
    }
    void readersGetEachLineOnce()
    {
        if (!canCutBeginnings())
            QSKIP("this file system cannot cut out the beginning of a file");
        constexpr int lines = 60'000;
        RotatedLog log(path(), {32 * 1024, 3});
        LogReader reader(path(), true);
        QByteArray read;
        const auto follow = [&read](const LogReader::News &news) {
            for (const LogReader::Line &line : news.lines) {
                if (!line.text.trimmed().isEmpty())
                    read += line.text + '\n';
            }
        };
        append(1);
        follow(reader.begin(10, plenty));
        for (int number = 1, round = 0; number < lines; number += 300, ++round) {
            append(std::min(300, lines - number), number);
            if (round % 3 != 0)
                follow(reader.read(plenty));
            bound(log); // at most one part at a time, which may hold what was not read yet
            if (round % 5 != 0)
                follow(reader.read(plenty));
        }
        follow(reader.read(plenty));
        QCOMPARE(linesOf(read), expectedLines(lines));
    }
    void boundsLogAndParts_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("disk") << QDir::tempPath();
        QTest::newRow("memory") << QStringLiteral("/dev/shm"); // tmpfs: the log is copied and emptied
    }
    void boundsLogAndParts()
    {
        QFETCH(QString, folder);
        if (!QFileInfo(folder).isWritable())
            QSKIP("no such folder here");
        m_folder = std::make_unique<QTemporaryDir>(folder + QStringLiteral("/foghorn-log-XXXXXX"));
        RotatedLog log(path(), {64 * 1024, 3});
        append(20'000); // some 900 KiB
        bound(log);
        QVERIFY(QFileInfo(path()).size() <= 64 * 1024);
        qint64 all = QFileInfo(path()).size();
        for (int number = 1; number <= 3; ++number) {
            const qint64 size = QFileInfo(part(number)).size();
            QVERIFY2(size > 0 && size <= 80 * 1024, qPrintable(QString::number(size)));
            all += size;
        }
        QVERIFY2(all > 128 * 1024, "more went than had to");
        QVERIFY(!QFile::exists(part(4)) && !QFile::exists(part(0)));
        QCOMPARE(QFile::permissions(part(1)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        // What is left are the newest lines, whole and in order.
        const QList<QByteArray> left = linesOf(allParts());
        QCOMPARE(left.last() + '\n', Writer::line(19'999));
        QCOMPARE(left, expectedLines(20'000).last(left.size()));

        log.setPolicy({64 * 1024, 1});
        bound(log);
        QVERIFY(QFile::exists(part(1)) && !QFile::exists(part(2)) && !QFile::exists(part(3)));
    }
    void keepsNothingWhenToldSo()
    {
        RotatedLog log(path(), {16 * 1024, 0});
        append(2'000);
        bound(log);
        QVERIFY(QFileInfo(path()).size() <= 16 * 1024);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.log")});
    }
    void saysWhatItDropped()
    {
        RotatedLog log(path(), {64 * 1024, 3});
        append(20'000);
        qint64 budget = 0;
        const RotatedLog::Outcome outcome = log.keepInBounds(budget);
        QVERIFY(outcome.dropped > 700 * 1024);
        QVERIFY(outcome.size <= 64 * 1024);
        QVERIFY(!QFile::exists(part(1)));
        const QByteArray said = "foghorn: " + QByteArray::number(outcome.dropped) + " bytes of this log were dropped";
        QVERIFY2(contentOf(path()).contains(said), contentOf(path()).right(200));
    }
    void finishesWhatAKilledOneBegan()
    {
        // Copied, and not cut out yet: the copy goes.
        append(100);
        QVERIFY(QFile::copy(path(), part(0)));
        RotatedLog first(path(), {64 * 1024, 3});
        bound(first);
        QVERIFY(!QFile::exists(part(0)) && !QFile::exists(part(1)));
        // Copied and cut out: the copy is the newest part.
        QVERIFY(QFile::rename(path(), part(0)));
        append(10, 100);
        RotatedLog second(path(), {64 * 1024, 3});
        bound(second);
        QCOMPARE(linesOf(allParts()), expectedLines(110));
    }
    /// Cut out, and the rest of the line at the cut not blanked yet; then the same without such a rest.
    void finishesTheLineThatWasCut()
    {
        append(1'000);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
        const qint64 block = status.st_blksize;
        const QByteArray all = allParts();
        for (const bool isBlanked : {false, true}) {
            const qint64 lineEnd = all.indexOf('\n', block) + 1;
            QVERIFY(lineEnd > block + 1);
            QByteArray rest(all.mid(block));
            if (isBlanked)
                rest.replace(0, lineEnd - block, QByteArray(lineEnd - block - 1, ' ').append('\n'));
            put(part(0), all.left(lineEnd));
            put(path(), rest);
            QFile::remove(part(1));
            RotatedLog log(path(), {64 * 1024, 3});
            bound(log);
            QCOMPARE(linesOf(allParts()), expectedLines(1'000));
        }
    }
    void theEndIsReadFromBoth()
    {
        append(4'000);
        RotatedLog log(path(), {64 * 1024, 9});
        bound(log);
        const qint64 more = QFileInfo(path()).size() + 10'000;
        const Result<QByteArray> end = endOfLog(path(), more);
        QVERIFY(end && end.value().size() > more - 200);
        const QList<QByteArray> lines = linesOf(end.value());
        QCOMPARE(lines, expectedLines(4'000).last(lines.size()));
    }
    void leavesOthersAlone()
    {
        // No log, or something that is none.
        RotatedLog none(path(), {1024, 3});
        bound(none);
        QVERIFY(QDir(m_folder->path()).isEmpty());
        QFile target(m_folder->filePath(QStringLiteral("target")));
        QVERIFY(target.open(QFile::WriteOnly) && target.resize(100'000));
        QVERIFY(QFile::link(target.fileName(), path()));
        bound(none);
        QCOMPARE(target.size(), 100'000);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a.log")); }
    QString part(int number) const { return path() + u'.' + QString::number(number); }
    static void bound(RotatedLog &log)
    {
        qint64 budget = plenty;
        const RotatedLog::Outcome outcome = log.keepInBounds(budget);
        QCOMPARE(outcome.fault, QString());
        QCOMPARE(outcome.dropped, 0);
    }
    void append(int lines, int from = 0) const
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly | QFile::Append));
        for (int number = from; number < from + lines; ++number)
            file.write(Writer::line(number));
    }
    static void put(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
    }
    bool canCutBeginnings() const
    {
        QFile file(m_folder->filePath(QStringLiteral("probe")));
        const bool can = file.open(QFile::ReadWrite) && file.resize(64 * 1024)
            && ::fallocate(file.handle(), FALLOC_FL_COLLAPSE_RANGE, 0, 4096) == 0;
        file.remove();
        return can;
    }
    QByteArray allParts() const
    {
        QByteArray all;
        for (int number = 1000; number > 0; --number)
            all += contentOf(part(number));
        return all + contentOf(path());
    }
    /// Without the empty ones that stand where a cut line was.
    static QList<QByteArray> linesOf(const QByteArray &text)
    {
        QList<QByteArray> lines = text.split('\n');
        lines.removeIf([](const QByteArray &line) { return line.trimmed().isEmpty(); });
        return lines;
    }
    static QList<QByteArray> expectedLines(int count)
    {
        QList<QByteArray> lines;
        for (int number = 0; number < count; ++number)
            lines.append(Writer::line(number).chopped(1));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_RotatedLog)
#include "tst_rotatedlog.moc"
