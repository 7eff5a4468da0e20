#include "tests/ui/support/fakelogs.h"
#include "tests/ui/support/logentries.h"
#include "ui/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

const WallTime noon = *fromRfc3339("2026-11-23T12:00:00Z");

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsClean_data();
    void textIsClean();
    void coloursBecomeFamilies();
    void levelsAreFound_data();
    void levelsAreFound();
    void linesBecomeEntries();
    void hostileLines_data();
    void hostileLines();
    void theRingKeepsTheNewest();
    void lateLinesGoWhereTheyBelong();
    void filterShowsWhatPasses();
    void findGoesAround();
    void findCountsWhatComesAndGoes();
    void rowsAreFoundByTime();
};

void TestLogModel::textIsClean_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("plain <b>text</b>") << QStringLiteral("plain <b>text</b>");
    QTest::newRow("utf-8") << QByteArray("gr\xc3\xbc\xc3\x9f \xf0\x9f\x90\xa7") << QStringLiteral("grüß 🐧");
    QTest::newRow("no utf-8") << QByteArray("a\xff"
                                            "b")
                              << QStringLiteral("a\uFFFDb");
    QTest::newRow("controls") << QByteArray("a\x07\x01"
                                            "b\x7f")
                              << QStringLiteral("a□□b□");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a□b");
    QTest::newRow("tab") << QByteArray("a\tb") << QStringLiteral("a    b");
    QTest::newRow("return") << QByteArray("50 %\r100 %") << QStringLiteral("50 %□100 %");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b")
                          << QStringLiteral("a□b");
    QTest::newRow("colour") << QByteArray("\x1b[1;31mred\x1b[0m rest") << QStringLiteral("red rest");
    QTest::newRow("cursor") << QByteArray("\x1b[2Jx") << QStringLiteral("□[2Jx");
    QTest::newRow("title") << QByteArray("\x1b]0;evil\x07") << QStringLiteral("□]0;evil□");
    QTest::newRow("half a sequence") << QByteArray("end \x1b[31") << QStringLiteral("end □[31");
    QTest::newRow("half a surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD");
}

void TestLogModel::textIsClean()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(cleanText(bytes), text);
}

void TestLogModel::coloursBecomeFamilies()
{
    QList<ColourSpan> spans;
    QCOMPARE(cleanText("\x1b[32mok\x1b[39m no \x1b[33mhm\x1b[m\x1b[31mx\x1b[94my\x1b[38;5;200mz", &spans),
        QStringLiteral("ok no hmxyz"));
    const QList<ColourSpan> wanted{{0, 2, StateFamily::Healthy}, {6, 2, StateFamily::Degraded},
        {8, 1, StateFamily::Unhealthy}, {9, 1, StateFamily::Busy}, {10, 1, StateFamily::Busy}};
    QCOMPARE(spans, wanted);
}

void TestLogModel::levelsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("level"); // -1: none
    const auto row = [](const char *text, int level) { QTest::newRow(text) << QString::fromUtf8(text) << level; };
    const int info = static_cast<int>(LogLevel::Info);
    const int warning = static_cast<int>(LogLevel::Warning);
    const int error = static_cast<int>(LogLevel::Error);
    row("INFO circuit built", info);
    row("[warn] no answer", warning);
    row("error: no such file", error);
    row("level=warning msg=x", warning);
    row("{\"level\":\"error\",\"msg\":\"x\"}", error);
    row("2026-11-23 10:00:00.1 UTC [12] FATAL:  no", error);
    row("<debug> x", static_cast<int>(LogLevel::Debug));
    row("1:M 23 Nov 10:00:00.000 # WARNING overcommit", warning);
    row("no error was found", -1);
    row("an information for you", -1);
    row("all is well", -1);
    row("", -1);
}

void TestLogModel::levelsAreFound()
{
    QFETCH(QString, text);
    QFETCH(int, level);
    const std::optional<LogLevel> found = levelOf(text);
    QCOMPARE(found ? static_cast<int>(*found) : -1, level);
}

void TestLogModel::linesBecomeEntries()
{
    const LogEntry line = entryOf(fakeLine(QStringLiteral("onion"), noon, "ERROR \x1b[31mno answer\x1b[0m at all"), {});
    QCOMPARE(line.text, QStringLiteral("no answer at all"));
    QCOMPARE(line.level, LogLevel::Error);
    QCOMPARE(line.spans, (QList<ColourSpan>{{0, 9, StateFamily::Unhealthy}}));
    QCOMPARE(exportedLine(line), QStringLiteral("2026-11-23T12:00:00.000Z ERROR onion no answer at all"));
    LogLine more{QStringLiteral("onion"), noon, false, false, "    at main.c:12"};
    QCOMPARE(entryOf(more, LogLevel::Error).level, LogLevel::Error); // goes on with the one before
    more.text = "something new";
    QCOMPARE(entryOf(more, LogLevel::Error).level, LogLevel::Info);
    QCOMPARE(levelSign(LogLevel::Error), QStringLiteral("✕"));
}

void TestLogModel::hostileLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("long") << QByteArray(16 * 1024, 'x');
    QTest::newRow("no utf-8") << QByteArray(16 * 1024, '\xff');
    QTest::newRow("escapes") << QByteArray("\x1b[").repeated(8000);
    QTest::newRow("colours") << QByteArray("\x1b[31mx").repeated(3000);
    QTest::newRow("parameters") << "\x1b[" + QByteArray("1;").repeated(8000) + "mx";
    QTest::newRow("numbers") << QByteArray("\x1b[99999999999999999999mx");
    QTest::newRow("zeros") << QByteArray(16 * 1024, '\0');
    QTest::newRow("only a time") << QByteArray();
}

void TestLogModel::hostileLines()
{
    QFETCH(QByteArray, bytes);
    for (const LogLine &line :
        {fakeLine(QStringLiteral("onion"), noon, bytes), LogLine{QStringLiteral("onion"), noon, false, true, bytes}}) {
        const LogEntry made = entryOf(line, {});
        qsizetype end = 0;
        for (const ColourSpan &span : made.spans) {
            QVERIFY(span.from >= end && span.length > 0);
            end = span.from + span.length;
        }
        QVERIFY(end <= made.text.size());
        for (const QChar c : made.text)
            QVERIFY(c.unicode() >= 0x20);
    }
}

void TestLogModel::theRingKeepsTheNewest()
{
    LogModel model(1000);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(numberedEntries(0, 900));
    model.append(numberedEntries(900, 1500));
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.lineCount(), 1000);
    QCOMPARE(model.droppedCount(), 500);
    QCOMPARE(model.entry(0).text, QStringLiteral("500"));
    QCOMPARE(model.entry(999).text, QStringLiteral("1499"));
    model.append(numberedEntries(2000, 4000)); // more than it holds at once
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.entry(0).text, QStringLiteral("3000"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestLogModel::lateLinesGoWhereTheyBelong()
{
    LogModel model(100);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<LogEntry> first;
    for (const int second : {1, 3, 5, 7})
        first.push_back(logEntry(second, QString::number(second)));
    model.append(std::move(first));
    std::vector<LogEntry> late;
    for (const int second : {2, 4, 5, 8})
        late.push_back(logEntry(second, QStringLiteral("late %1").arg(second)));
    model.append(std::move(late));
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.entry(row).text);
    QCOMPARE(texts.join(u','), QStringLiteral("1,late 2,3,late 4,5,late 5,7,late 8"));
}

void TestLogModel::filterShowsWhatPasses()
{
    LogModel model(100);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::vector<LogEntry> lines;
    for (int i = 0; i < 90; ++i)
        lines.push_back(logEntry(i, QStringLiteral("Line %1").arg(i), i % 3 == 0 ? LogLevel::Warning : LogLevel::Info));
    model.append(std::move(lines));
    model.setFilter({LogLevel::Warning, {}});
    QCOMPARE(model.rowCount(), 30);
    model.setFilter({LogLevel::Warning, QStringLiteral("line 6")});
    QCOMPARE(model.rowCount(), 5); // 6, 60, 63, 66, 69
    std::vector<LogEntry> more;
    more.push_back(logEntry(100, QStringLiteral("line 6 again"), LogLevel::Error));
    more.push_back(logEntry(101, QStringLiteral("line 7"), LogLevel::Error));
    model.append(std::move(more));
    QCOMPARE(model.rowCount(), 6);
    model.append(numberedEntries(200, 280)); // drops what is not shown as well
    QCOMPARE(model.rowCount(), 1); // the one that came last
    model.setFilter({});
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(resets.size(), 0);
}

void TestLogModel::findGoesAround()
{
    LogModel model(100);
    model.append(numberedEntries(0, 30));
    model.setSought(QStringLiteral("5"));
    QCOMPARE(model.foundCount(), 3); // 5, 15, 25
    QCOMPARE(model.nextFound(-1, true), 5);
    QCOMPARE(model.nextFound(5, true), 15);
    QCOMPARE(model.nextFound(25, true), 5);
    QCOMPARE(model.nextFound(5, false), 25);
    QCOMPARE(model.foundUpTo(15), 2);
    model.setSought(QStringLiteral("nothing"));
    QCOMPARE(model.nextFound(3, true), -1);
    model.setSought({});
    QCOMPARE(model.foundCount(), 0);
}

void TestLogModel::findCountsWhatComesAndGoes()
{
    LogModel model(20);
    model.append(numberedEntries(0, 20));
    model.setSought(QStringLiteral("1"));
    QCOMPARE(model.foundCount(), 11); // 1, 10 to 19
    model.append(numberedEntries(20, 35)); // 21 and 31 come; 1 and 10 to 14 go
    QCOMPARE(model.foundCount(), 7);
    int counted = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        counted += model.isFound(row) ? 1 : 0;
    QCOMPARE(model.foundCount(), counted);
}

void TestLogModel::rowsAreFoundByTime()
{
    LogModel model(100);
    model.append(numberedEntries(0, 50));
    QCOMPARE(model.rowAt(noon + 10s), 10);
    QCOMPARE(model.rowAt(noon + 10500ms), 11);
    QCOMPARE(model.rowAt(noon + 1h), 50);
    QCOMPARE(model.rowOf(model.share(7)), 7);
    QCOMPARE(model.rowOf(nullptr), -1);
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
