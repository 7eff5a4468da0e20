#include "ui/timeline/timelineorder.h"
#include "ui/timeline/timelinerecord.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

constexpr WallTime start{std::chrono::hours(480'000)};

WallTime at(int second) { return start + std::chrono::seconds(second); }

ServiceRow row(const char *service)
{
    ServiceRow one;
    one.id = id(service);
    return one;
}

CheckPoint check(int second, bool passed, const QString &message = {})
{
    CheckPoint point{at(second), at(second), 1, passed ? 1 : 0, 12ms, 12ms, 12ms, 12ms, {}};
    point.worst.at = at(second);
    point.worst.passed = passed;
    point.worst.timedOut = !passed;
    point.worst.message = message;
    return point;
}

TimelineRecord record()
{
    ServiceHistory history;
    history.stateSpans = {{at(0), {}, RunState::Running, Cause::StartUp}};
    history.healthSpans = {{at(0), at(60), Health::Healthy}, {at(60), {}, Health::Degraded}};
    for (int second = 0; second <= 90; second += 30)
        history.checks.append(check(second, second < 60, id("no answer within 5 s")));
    Event command;
    command.at = at(75);
    command.kind = EventKind::Command;
    command.message = id("restart asked for by <b>me</b>\n");
    Event restart;
    restart.at = at(20);
    restart.kind = EventKind::StateChanged;
    restart.from = id("backoff");
    restart.to = id("starting");
    Event other = restart;
    other.from = id("starting");
    other.to = id("running");
    return TimelineRecord::of(id("onion"), history, {command, restart, other});
}

const TimeWindow window{at(-1000), at(1000)};

} // namespace

class TestTimelineRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marksWhatMatters();
    void travelsByCheck();
    void travelsByChange();
    void readsOutAChange();
    void readsOutACheck();
    void readsOutEventsAsPlainText();
    void unknownTimesSaySo();
    void newChecksAreAddedOnce();
    void speaksOfShares();
    void ordersBySeverityThenAge();
    void ordersNamesAsPeopleCount();
};

void TestTimelineRecord::marksWhatMatters()
{
    const QList<MarkedEvent> events = record().events;
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(0).mark, EventMark::Restart); // in the order of time
    QCOMPARE(events.at(1).mark, EventMark::Operator);
    Event alert;
    alert.kind = EventKind::Alert;
    QCOMPARE(markedEvents({alert}).constFirst().mark, EventMark::Alert);
}

void TestTimelineRecord::travelsByCheck()
{
    const TimelineRecord past = record();
    QVERIFY(nextCheck(past, at(30), true) == at(60));
    QVERIFY(nextCheck(past, at(31), false) == at(30));
    QVERIFY(nextCheck(past, at(30), false) == at(0));
    QVERIFY(!nextCheck(past, at(0), false));
    QVERIFY(!nextCheck(past, at(90), true));
}

void TestTimelineRecord::travelsByChange()
{
    const TimelineRecord past = record();
    QVERIFY(nextChange(past, at(0), true) == at(20)); // the restart
    QVERIFY(nextChange(past, at(20), true) == at(60)); // worse
    QVERIFY(nextChange(past, at(60), true) == at(75)); // the command
    QVERIFY(!nextChange(past, at(75), true));
    QVERIFY(nextChange(past, at(75), false) == at(60));
}

void TestTimelineRecord::readsOutAChange()
{
    const QString text = readOut(record(), at(60), window, 500ms);
    QVERIFY2(text.contains(id("onion")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Healthy → Degraded")), qPrintable(text));
    QVERIFY2(text.contains(id("no answer within 5 s")), qPrintable(text));
    QVERIFY2(text.contains(id("check 3 of 4")), qPrintable(text));
}

void TestTimelineRecord::readsOutACheck()
{
    const QString text = readOut(record(), at(31), window, 2s);
    QVERIFY2(text.contains(id("Healthy")) && text.contains(id("12 ms")), qPrintable(text));
    TimelineRecord sum = record();
    sum.checks = {{at(0), at(600), 20, 17, 1ms, 8ms, 48ms, 50ms, {}}};
    const QString many = readOut(sum, at(300), window, 2s);
    QVERIFY2(many.contains(id("3 of 20 checks failed")), qPrintable(many));
    QVERIFY2(many.contains(id("p95 48 ms")), qPrintable(many));
}

void TestTimelineRecord::readsOutEventsAsPlainText()
{
    const QString text = readOut(record(), at(75), window, 500ms);
    QVERIFY2(text.contains(id("<b>me</b>\\")), qPrintable(text)); // the line break is shown, not made
    QVERIFY(!text.contains(u'\n'));
}

void TestTimelineRecord::unknownTimesSaySo()
{
    QVERIFY(readOut(record(), at(-500), window, 500ms).contains(id("nothing is known of this time")));
    QVERIFY(readOut({}, at(0), window, 500ms).contains(id("nothing is known of this time")));
}

void TestTimelineRecord::newChecksAreAddedOnce()
{
    TimelineRecord past = record();
    past.append(check(120, true).worst);
    past.append(check(120, true).worst);
    QCOMPARE(past.checks.size(), 5);
    QVERIFY(past.checks.constLast().from == at(120));
}

void TestTimelineRecord::speaksOfShares()
{
    const QString text = spokenRecord(record(), {at(0), at(100)}, at(100));
    QCOMPARE(text, QStringLiteral("Degraded for 40.0 %, Healthy for 60.0 %, 1 restarts"));
}

void TestTimelineRecord::ordersBySeverityThenAge()
{
    ServiceRow calm = row("a"), young = row("b"), old = row("c"), alsoCalm = row("d");
    young.look.severity = old.look.severity = 6;
    young.since = at(50);
    old.since = at(10);
    alsoCalm.since = at(1);
    QCOMPARE(timelineOrder({alsoCalm, calm, young, old}, TimelineSort::Severity),
        (QList<ServiceId>{id("c"), id("b"), id("a"), id("d")}));
    QCOMPARE(timelineOrder({alsoCalm, calm, young, old}, TimelineSort::Name),
        (QList<ServiceId>{id("a"), id("b"), id("c"), id("d")}));
}

void TestTimelineRecord::ordersNamesAsPeopleCount()
{
    const ServiceRow ten = row("node-10"), two = row("node-2");
    QCOMPARE(timelineOrder({ten, two}, TimelineSort::Name), (QList<ServiceId>{id("node-2"), id("node-10")}));
}

QTEST_MAIN(TestTimelineRecord)
#include "tst_timelinerecord.moc"
