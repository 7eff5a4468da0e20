#include "core/process/logreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace foghorn {

class TestLogReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheLastLines_data();
    void givesTheLastLines();
    void findsLinesFarBack();
    void cutsEndlessLines();
    void hasNoLinesWithoutAFile();
};

namespace {

QByteArray joined(const QString &path, const LogQuery &query)
{
    const auto lines = readLogTail(path, query);
    QByteArray text;
    for (const LogLine &line : lines.value())
        text += QByteArray::number(line.offset) + ':' + line.text + '|';
    return text;
}

QString write(const QTemporaryDir &directory, const QByteArray &text)
{
    QFile file(directory.filePath(QStringLiteral("log")));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

} // namespace

void TestLogReader::givesTheLastLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lines");
    QTest::addColumn<qint64>("since");
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray() << 5 << qint64(0) << QByteArray() << QByteArray();
    QTest::newRow("all") << QByteArray("a\nb\n") << 5 << qint64(0) << QByteArray() << QByteArray("0:a|2:b|");
    QTest::newRow("last") << QByteArray("a\nb\nc\n") << 2 << qint64(0) << QByteArray() << QByteArray("2:b|4:c|");
    QTest::newRow("unfinished") << QByteArray("a\nb") << 1 << qint64(0) << QByteArray() << QByteArray("2:b|");
    QTest::newRow("empty lines") << QByteArray("\n\nx\n\n") << 9 << qint64(0) << QByteArray() << QByteArray("0:|1:|2:x|4:|");
    QTest::newRow("since") << QByteArray("a\nb\nc\n") << 9 << qint64(2) << QByteArray() << QByteArray("2:b|4:c|");
    QTest::newRow("since within") << QByteArray("a\nb\nc\n") << 9 << qint64(3) << QByteArray() << QByteArray("4:c|");
    QTest::newRow("contains") << QByteArray("ax\nb\ncx\n") << 9 << qint64(0) << QByteArray("x") << QByteArray("0:ax|5:cx|");
    QTest::newRow("none") << QByteArray("a\n") << 0 << qint64(0) << QByteArray() << QByteArray();
}

void TestLogReader::givesTheLastLines()
{
    QFETCH(QByteArray, text);
    QFETCH(int, lines);
    QFETCH(qint64, since);
    QFETCH(QByteArray, contains);
    QTemporaryDir directory;
    QTEST(joined(write(directory, text), {lines, since, contains}), "expected");
}

void TestLogReader::findsLinesFarBack()
{
    QTemporaryDir directory;
    QByteArray text = "needle\n";
    for (int i = 0; i < 50'000; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    const QString path = write(directory, text);
    QCOMPARE(joined(path, {1, 0, "needle"}), QByteArray("0:needle|"));
    const auto lines = readLogTail(path, {20'000, 0, {}});
    QCOMPARE(lines.value().size(), 20'000);
    QCOMPARE(lines.value().first().text, QByteArray("line 30000"));
    QTRY_COMPARE(readLogTailLater(path, {1, 0, {}}).result().value().first().text, QByteArray("line 49999"));
}

void TestLogReader::cutsEndlessLines()
{
    QTemporaryDir directory;
    const QString path = write(directory, "begin" + QByteArray(300'000, 'x') + "\nend\n");
    const auto lines = readLogTail(path, {2, 0, {}});
    QCOMPARE(lines.value().size(), 2);
    QVERIFY(lines.value().first().isCut);
    QVERIFY(lines.value().first().text.startsWith("begin"));
    QCOMPARE(lines.value().first().text.size(), 64 * 1024);
}

void TestLogReader::hasNoLinesWithoutAFile()
{
    const auto lines = readLogTail(QStringLiteral("/nonexistent/log"), {});
    QVERIFY(lines.isOk());
    QVERIFY(lines.value().isEmpty());
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestLogReader)
#include "tst_logreader.moc"
