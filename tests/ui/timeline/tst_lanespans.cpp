#include "ui/timeline/lanespans.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr WallTime start{std::chrono::hours(480'000)};

WallTime at(int minute) { return start + std::chrono::minutes(minute); }

const TimeScale hour{{at(0), at(60)}, 600, false};

} // namespace

class TestLaneSpans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalNeighboursMerge();
    void gapsStayGaps();
    void healthSpeaksWhileItRuns();
    void servicesWithoutChecksAreRunning();
    void boxesAreWholePixels();
    void theWorstWinsAPixel();
    void whatLastsEndsNow();
    void mirroredBoxesAreMirrored();
    void everyLookHasAWord();
};

void TestLaneSpans::equalNeighboursMerge()
{
    const Lane lane = stateLane({{at(0), at(10), RunState::Running, Cause::StartUp},
        {at(10), at(20), RunState::Running, Cause::Adopted}, {at(20), at(21), RunState::Draining, Cause::Exited},
        {at(21), at(22), RunState::Stopping, Cause::Command}, {at(22), {}, RunState::Stopped, Cause::Command}});
    QCOMPARE(lane.size(), 3U);
    QVERIFY((lane[0] == LaneSpan{at(0), at(20), LaneLook::Running}));
    QVERIFY((lane[1] == LaneSpan{at(20), at(22), LaneLook::Stopping}));
    QVERIFY((lane[2] == LaneSpan{at(22), LaneSpan::still, LaneLook::Stopped}));
}

void TestLaneSpans::gapsStayGaps()
{
    const Lane lane = healthLane({{at(0), at(10), Health::Healthy}, {at(15), at(20), Health::Healthy}});
    QCOMPARE(lane.size(), 2U);
    QCOMPARE(lookAt(lane, at(12)), LaneLook::None);
    QCOMPARE(lookAt(lane, at(10)), LaneLook::None);
    QCOMPARE(lookAt(lane, at(9)), LaneLook::Healthy);
    const std::vector<LaneBox> boxes = boxesOf(lane, hour, at(60));
    QCOMPARE(boxes.size(), 2U);
    QVERIFY((boxes[0] == LaneBox{0, 100, LaneLook::Healthy}));
    QVERIFY((boxes[1] == LaneBox{150, 50, LaneLook::Healthy}));
}

void TestLaneSpans::healthSpeaksWhileItRuns()
{
    const Lane lane = combinedLane({{at(0), at(1), RunState::Starting, {}}, {at(1), at(30), RunState::Running, {}},
                                       {at(30), at(40), std::nullopt, {}}, {at(40), {}, RunState::Failed, {}}},
        {{at(2), at(20), Health::Healthy}, {at(20), at(35), Health::Unhealthy}});
    QCOMPARE(lane.size(), 6U);
    QCOMPARE(lookAt(lane, at(0)), LaneLook::Starting);
    QCOMPARE(lookAt(lane, at(1)), LaneLook::Unchecked);
    QCOMPARE(lookAt(lane, at(2)), LaneLook::Healthy);
    QCOMPARE(lookAt(lane, at(25)), LaneLook::Unhealthy);
    QCOMPARE(lookAt(lane, at(32)), LaneLook::Unobserved); // what checks said before is history by then
    QCOMPARE(lookAt(lane, at(50)), LaneLook::Failed);
    QCOMPARE(lookAt(lane, at(-1)), LaneLook::None);
}

void TestLaneSpans::servicesWithoutChecksAreRunning()
{
    const Lane lane = combinedLane({{at(0), {}, RunState::Running, {}}}, {});
    QCOMPARE(lane.size(), 1U);
    QCOMPARE(lane[0].look, LaneLook::Running);
}

void TestLaneSpans::boxesAreWholePixels()
{
    Lane lane;
    for (int i = 0; i < 7; ++i)
        lane.push_back({at(0) + i * 511s, at(0) + (i + 1) * 511s, i % 2 ? LaneLook::Degraded : LaneLook::Healthy});
    const std::vector<LaneBox> boxes = boxesOf(lane, hour, at(60));
    QCOMPARE(boxes.size(), 7U);
    for (std::size_t i = 1; i < boxes.size(); ++i)
        QCOMPARE(boxes[i].left, boxes[i - 1].left + boxes[i - 1].width); // no gap, no overlap
}

void TestLaneSpans::theWorstWinsAPixel()
{
    // Six seconds are a pixel: a second of trouble must not vanish in an hour of health.
    const Lane lane{{at(0), at(30), LaneLook::Healthy}, {at(30), at(30) + 1s, LaneLook::Unhealthy},
        {at(30) + 1s, at(60), LaneLook::Healthy}};
    const std::vector<LaneBox> boxes = boxesOf(lane, hour, at(60));
    QCOMPARE(boxes.size(), 3U);
    QVERIFY((boxes[0] == LaneBox{0, 300, LaneLook::Healthy}));
    QVERIFY((boxes[1] == LaneBox{300, 1, LaneLook::Unhealthy}));
    QVERIFY((boxes[2] == LaneBox{301, 299, LaneLook::Healthy}));

    Lane flapping;
    for (int second = 0; second < 3600; ++second)
        flapping.push_back(
            {at(0) + 1s * second, at(0) + 1s * (second + 1), second % 3 ? LaneLook::Starting : LaneLook::Failed});
    const std::vector<LaneBox> one = boxesOf(flapping, hour, at(60));
    QCOMPARE(one.size(), 1U); // no flicker: all of it is bad
    QVERIFY((one[0] == LaneBox{0, 600, LaneLook::Failed}));
}

void TestLaneSpans::whatLastsEndsNow()
{
    const Lane lane{{at(-500), LaneSpan::still, LaneLook::Healthy}};
    QVERIFY((boxesOf(lane, hour, at(30)) == std::vector<LaneBox>{{0, 300, LaneLook::Healthy}}));
    QVERIFY((boxesOf(lane, hour, at(90)) == std::vector<LaneBox>{{0, 600, LaneLook::Healthy}}));
    QVERIFY(boxesOf(lane, hour, at(-1)).empty());
    QVERIFY(boxesOf({{at(61), at(70), LaneLook::Failed}}, hour, at(90)).empty());
}

void TestLaneSpans::mirroredBoxesAreMirrored()
{
    const TimeScale mirrored{hour.window, hour.width, true};
    const Lane lane{{at(0), at(10), LaneLook::Healthy}, {at(10), at(15), LaneLook::Failed}};
    const std::vector<LaneBox> boxes = boxesOf(lane, mirrored, at(60));
    QVERIFY((boxes == std::vector<LaneBox>{{500, 100, LaneLook::Healthy}, {450, 50, LaneLook::Failed}}));
}

void TestLaneSpans::everyLookHasAWord()
{
    QSet<QString> words;
    for (int look = static_cast<int>(LaneLook::Unobserved); look <= static_cast<int>(LaneLook::Failed); ++look) {
        const QString word = wordOf(static_cast<LaneLook>(look));
        QVERIFY(!word.isEmpty());
        words.insert(word);
    }
    QCOMPARE(words.size(), static_cast<int>(LaneLook::Failed));
}

QTEST_MAIN(TestLaneSpans)
#include "tst_lanespans.moc"
