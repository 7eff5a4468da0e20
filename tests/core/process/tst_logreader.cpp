#include "core/process/logfile.h"
#include "core/process/logreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

namespace {

constexpr qint64 plenty = 1 << 20;

QList<QByteArray> textsOf(const LogReader::News &news)
{
    QList<QByteArray> texts;
    for (const LogReader::Line &line : news.lines)
        texts.append(line.text);
    return texts;
}

QList<QByteArray> list(const char *words)
{
    return words[0] == '\0' ? QList<QByteArray>() : QByteArray(words).split(' ');
}

} // namespace

class TestLogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithTheLastLines();
    void bringsWhatCameSince();
    void waitsForTheEndOfALine();
    void followsARenamedLog_data();
    void followsARenamedLog();
    void noticesThatALogWasEmptied();
    void missingLogIsNoFault();
    void directoryIsAFault();
    void longLinesAreCut();
    void aFloodIsSkipped();
    void anyBytesPass();

private:
    void write(const QByteArray &text, const QString &name = QStringLiteral("a.log"))
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QFile::WriteOnly | QFile::Append));
        file.write(text);
    }
    LogReader reader(bool keepsOpen = true) const { return {m_folder->filePath(QStringLiteral("a.log")), keepsOpen}; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogReader::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestLogReader::beginsWithTheLastLines()
{
    write("one\ntwo\r\nthree\n");
    LogReader all = reader();
    const LogReader::News news = all.begin(10, plenty);
    QCOMPARE(textsOf(news), list("one two three"));
    QVERIFY(!news.hasOlder);
    LogReader last = reader();
    const LogReader::News two = last.begin(2, plenty);
    QCOMPARE(textsOf(two), list("two three"));
    QVERIFY(two.hasOlder);
    LogReader bytes = reader(); // begins within "two": that piece is no line
    QCOMPARE(textsOf(bytes.begin(10, 8)), list("three"));
}

void TestLogReader::bringsWhatCameSince()
{
    for (const bool keepsOpen : {true, false}) {
        init();
        write("one\n");
        LogReader log = reader(keepsOpen);
        QCOMPARE(textsOf(log.begin(10, plenty)), list("one"));
        QCOMPARE(textsOf(log.read(plenty)), list(""));
        write("two\nthree\n");
        QCOMPARE(textsOf(log.read(plenty)), list("two three"));
        QCOMPARE(textsOf(log.read(plenty)), list(""));
    }
}

void TestLogReader::waitsForTheEndOfALine()
{
    write("one\ntw");
    LogReader log = reader(false);
    QCOMPARE(textsOf(log.begin(10, plenty)), list("one"));
    write("o\nth");
    QCOMPARE(textsOf(log.read(plenty)), list("two"));
    write("ree\n");
    QCOMPARE(textsOf(log.read(plenty)), list("three"));
}

void TestLogReader::followsARenamedLog_data()
{
    QTest::addColumn<bool>("keepsOpen");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("open") << true << QByteArray("late half new");
    QTest::newRow("closed") << false << QByteArray("new"); // what came between two looks is in the other file
}

void TestLogReader::followsARenamedLog()
{
    QFETCH(bool, keepsOpen);
    QFETCH(QByteArray, lines);
    write("one\n");
    LogReader log = reader(keepsOpen);
    log.begin(10, plenty);
    write("late\nhalf");
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("a.log")), m_folder->filePath(QStringLiteral("a.log.1"))));
    write("new\n");
    const LogReader::News news = log.read(plenty);
    QVERIFY(news.beganAnew);
    QCOMPARE(textsOf(news), list(lines.constData()));
    write("newer\n");
    const LogReader::News next = log.read(plenty);
    QVERIFY(!next.beganAnew);
    QCOMPARE(textsOf(next), list("newer"));
}

void TestLogReader::noticesThatALogWasEmptied()
{
    write("one\ntwo\n");
    LogReader log = reader();
    log.begin(10, plenty);
    QVERIFY(QFile::resize(m_folder->filePath(QStringLiteral("a.log")), 0));
    write("new\n");
    const LogReader::News news = log.read(plenty);
    QVERIFY(news.beganAnew);
    QCOMPARE(textsOf(news), list("new"));
}

void TestLogReader::missingLogIsNoFault()
{
    LogReader log = reader();
    QVERIFY(log.begin(10, plenty).fault.isEmpty());
    QVERIFY(log.read(plenty).fault.isEmpty());
    write("first\n");
    const LogReader::News news = log.read(plenty);
    QCOMPARE(textsOf(news), list("first"));
    QVERIFY(!news.beganAnew);
}

void TestLogReader::directoryIsAFault()
{
    QDir(m_folder->path()).mkdir(QStringLiteral("a.log"));
    LogReader log = reader();
    QVERIFY(log.begin(10, plenty).fault.contains(QStringLiteral("a.log")));
    QVERIFY(!log.read(plenty).fault.isEmpty());
}

void TestLogReader::longLinesAreCut()
{
    write("short\n" + QByteArray(1 << 20, 'x') + "\nafter\n");
    LogReader log = reader();
    const LogReader::News news = log.begin(10, 4 * plenty);
    QCOMPARE(news.lines.size(), 3);
    QCOMPARE(news.lines.at(1).text.size(), longestLogLine);
    QVERIFY(news.lines.at(1).isCut);
    QVERIFY(!news.lines.at(2).isCut);
    QCOMPARE(news.lines.at(2).text, QByteArray("after"));
}

void TestLogReader::aFloodIsSkipped()
{
    write("one\n");
    LogReader log = reader();
    log.begin(10, plenty);
    write(QByteArray("0123456\n").repeated(1000) + "last\n");
    const LogReader::News news = log.read(16);
    QCOMPARE(textsOf(news), list("0123456 last")); // whole lines only
    QCOMPARE(news.skippedBytes, 8000 + 5 - 16);
}

void TestLogReader::anyBytesPass()
{
    const QByteArray bytes("\xff\xfe\0\x1b[31m\x80", 10);
    write(bytes + '\n');
    LogReader log = reader();
    QCOMPARE(log.begin(10, plenty).lines.first().text, bytes);
}

QTEST_GUILESS_MAIN(TestLogReader)
#include "tst_logreader.moc"
