#include "core/base/units.h"

#include <QTest>

using namespace foghorn;
using std::chrono::milliseconds;

class TestUnits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void readsSizes_data();
    void readsSizes();
};

void TestUnits::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // -1: none
    const auto row = [](const char *text, qint64 expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("250ms", 250);
    row("5s", 5'000);
    row("10m", 600'000);
    row("2h", 7'200'000);
    row("7d", 604'800'000);
    row("1h30m", 5'400'000);
    row("30", 30'000);
    row("0.5", 500);
    row("0", 0);
    row(" 5s ", 5'000);
    row("", -1);
    row("s", -1);
    row("-5s", -1);
    row("5x", -1);
    row("1h30", -1);
    row("1..2s", -1);
    row("5 s", -1);
    row("36501d", -1);
    row("1e3", -1);
    row("nan", -1);
    row("inf", -1);
}

void TestUnits::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    const auto read = parseDuration(text);
    QCOMPARE(read ? read->count() : -1, expected);
}

void TestUnits::writesWhatItReads_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0s");
    QTest::newRow("milliseconds") << qint64(250) << QStringLiteral("250ms");
    QTest::newRow("a minute and a half") << qint64(90'000) << QStringLiteral("1m30s");
    QTest::newRow("two hours") << qint64(7'200'000) << QStringLiteral("2h");
    QTest::newRow("all parts") << qint64(90'061'001) << QStringLiteral("1d1h1m1s1ms");
}

void TestUnits::writesWhatItReads()
{
    QFETCH(qint64, count);
    QFETCH(QString, text);
    QCOMPARE(formatDuration(milliseconds(count)), text);
    QCOMPARE(parseDuration(text), milliseconds(count));
}

void TestUnits::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // -1: none
    const auto row = [](const char *text, qint64 expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("512", 512);
    row("512K", 524'288);
    row("10M", 10'485'760);
    row("1.5G", 1'610'612'736);
    row("1T", 1'099'511'627'776);
    row("2KB", 2'048);
    row("2KiB", 2'048);
    row("", -1);
    row("K", -1);
    row("-1", -1);
    row("10X", -1);
    row("10MM", -1);
    row("99999999T", -1);
}

void TestUnits::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    QCOMPARE(parseSize(text).value_or(-1), expected);
}

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
