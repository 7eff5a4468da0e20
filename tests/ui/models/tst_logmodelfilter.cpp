#include "tests/ui/support/logentries.h"
#include "ui/models/logexport.h"
#include "ui/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString textsOf(const LogModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.entry(row).text);
    return texts.join(u' ');
}

} // namespace

class TestLogModelFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesBringTheirSurroundings();
    void surroundingsComeAndGoWithLines();
    void clearedLinesComeBack();
    void capacityMayShrink();
    void linesAreExported();
    void suffixesNameFormats();
};

void TestLogModelFilter::matchesBringTheirSurroundings()
{
    LogModel model;
    model.append(numberedEntries(0, 40));
    model.setFilter({LogLevel::Debug, QStringLiteral("7"), 2});
    QCOMPARE(textsOf(model), QStringLiteral("5 6 7 8 9 15 16 17 18 19 25 26 27 28 29 35 36 37 38 39"));
    model.append(numberedEntries(40, 46)); // the match comes later than what is before it
    model.append(numberedEntries(46, 48));
    QVERIFY(textsOf(model).endsWith(QStringLiteral("38 39 45 46 47")));
    model.append(numberedEntries(48, 60));
    QVERIFY(textsOf(model).endsWith(QStringLiteral("45 46 47 48 49 55 56 57 58 59")));
    model.setFilter({LogLevel::Debug, QStringLiteral("7"), 0});
    QCOMPARE(textsOf(model), QStringLiteral("7 17 27 37 47 57"));
}

/// However the lines came, what is shown is what a fresh look shows.
void TestLogModelFilter::surroundingsComeAndGoWithLines()
{
    LogModel model(500);
    const QAbstractItemModelTester tester(&model);
    model.setFilter({LogLevel::Info, QStringLiteral("x"), 3});
    model.setSought(QStringLiteral("x"));
    quint32 random = 7;
    const auto next = [&random](quint32 below) { return (random = random * 1664525 + 1013904223) / 65536 % below; };
    for (int batch = 0; batch < 120; ++batch) {
        std::vector<LogEntry> entries;
        const int begin = batch * 4 + static_cast<int>(next(8)) - 12; // some are late
        for (int i = 0; i < 4 + static_cast<int>(next(9)); ++i)
            entries.push_back(
                logEntry(std::max(0, begin + i / 2), next(9) == 0 ? QStringLiteral("x") : QStringLiteral("o"),
                    next(5) == 0 ? LogLevel::Debug : LogLevel::Info));
        model.append(std::move(entries));
        const std::vector<LogEntryPtr> shown = model.shown();
        const int found = model.foundCount();
        model.setFilter({});
        model.setFilter({LogLevel::Info, QStringLiteral("x"), 3});
        const std::vector<LogEntryPtr> fresh = model.shown();
        // What a match brought in that has since gone may stay above.
        QVERIFY(shown.size() >= fresh.size() && shown.size() <= fresh.size() + 3);
        QVERIFY(std::equal(fresh.rbegin(), fresh.rend(), shown.rbegin()));
        QCOMPARE(model.foundCount(), found);
    }
    QVERIFY(model.rowCount() > 100 && model.rowCount() < 500);
    QVERIFY(model.droppedCount() > 0);
}

void TestLogModelFilter::clearedLinesComeBack()
{
    LogModel model(20);
    model.append(numberedEntries(0, 10));
    model.clearView();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.clearedCount(), 10);
    QCOMPARE(model.lineCount(), 10);
    model.append(numberedEntries(8, 12)); // as late as cleared ones, but new
    QCOMPARE(textsOf(model), QStringLiteral("8 9 10 11"));
    model.append(numberedEntries(12, 20));
    QCOMPARE(model.clearedCount(), 8); // two are gone for good
    model.clearView();
    QCOMPARE(model.clearedCount(), 20);
    model.showCleared();
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.clearedCount(), 0);
    model.clearView();
    model.clear();
    QCOMPARE(model.clearedCount(), 0);
}

void TestLogModelFilter::capacityMayShrink()
{
    LogModel model(100);
    model.append(numberedEntries(0, 50));
    model.setCapacity(5);
    QCOMPARE(textsOf(model), QStringLiteral("45 46 47 48 49"));
    model.append(numberedEntries(50, 52));
    QCOMPARE(textsOf(model), QStringLiteral("47 48 49 50 51"));
}

void TestLogModelFilter::linesAreExported()
{
    LogEntry line = logEntry(2, QStringLiteral("say \"no\", twice"), LogLevel::Warning, QStringLiteral("onion"));
    line.hasLevel = true;
    QCOMPARE(exportedLines(LogFormat::Text, {std::make_shared<const LogEntry>(line)}),
        QByteArray("2026-11-23T12:00:02.000Z WARN onion say \"no\", twice\n"));
    QCOMPARE(exportedLines(LogFormat::Csv, {std::make_shared<const LogEntry>(line)}),
        QByteArray("time,level,service,text\r\n2026-11-23T12:00:02.000Z,WARN,onion,\"say \"\"no\"\", twice\"\r\n"));
    LogEntry note = logEntry(3, QStringLiteral("a\nb"));
    note.kind = LogEntry::Kind::Note;
    const QByteArray json = exportedLines(
        LogFormat::JsonLines, {std::make_shared<const LogEntry>(line), std::make_shared<const LogEntry>(note)});
    const QByteArrayList rows = json.trimmed().split('\n');
    QCOMPARE(rows.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(rows.at(0)).object();
    QCOMPARE(first.value(QStringLiteral("text")).toString(), line.text);
    QCOMPARE(first.value(QStringLiteral("level")).toString(), QStringLiteral("WARN"));
    QCOMPARE(first.value(QStringLiteral("service")).toString(), line.service);
    QCOMPARE(first.value(QStringLiteral("time")).toString(), QStringLiteral("2026-11-23T12:00:02.000Z"));
    const QJsonObject second = QJsonDocument::fromJson(rows.at(1)).object();
    QCOMPARE(second.value(QStringLiteral("note")).toString(), note.text);
    QVERIFY(!second.contains(QStringLiteral("level")));
}

void TestLogModelFilter::suffixesNameFormats()
{
    QCOMPARE(logFormatOf(QStringLiteral("/x/a.csv")), LogFormat::Csv);
    QCOMPARE(logFormatOf(QStringLiteral("/x/a.JSONL")), LogFormat::JsonLines);
    QCOMPARE(logFormatOf(QStringLiteral("/x.csv/a.log")), LogFormat::Text);
    QCOMPARE(logFormatOf(QStringLiteral("/x/csv")), LogFormat::Text);
}

QTEST_GUILESS_MAIN(TestLogModelFilter)
#include "tst_logmodelfilter.moc"
