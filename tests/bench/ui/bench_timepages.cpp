// S11, 40 strips of 100 checks; S12, a chart tick of 2 lines of 480 points; and a repaint of the timeline's 40 rows.
#include "tests/bench/ui/goals.h"
#include "tests/support/fakehistory.h"
#include "tests/ui/support/fakefleet.h"
#include "tests/ui/support/fakepast.h"
#include "ui/charts/latencychart.h"
#include "ui/charts/responsepoints.h"
#include "ui/models/timecursor.h"
#include "ui/style/chartcolors.h"
#include "ui/style/theme.h"
#include "ui/timeline/strippainter.h"
#include "ui/timeline/timelinepainter.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <chrono>
#include <cmath>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 50;

void measureStrips(Goals &goals)
{
    CheckMarks marks;
    for (int i = 0; i < 100; ++i)
        marks.append(static_cast<char>(i % 17 == 0 ? CheckMark::Unhealthy
                : i % 11 == 0                      ? CheckMark::Degraded
                                                   : CheckMark::Healthy));
    QImage image(320, 40 * 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    const StatePalette palette(StatePalette::Ground::Light);
    goals.measure({QStringLiteral("S11"), QStringLiteral("40 strips of 100 checks"), 2}, rounds, [&](int) {
        QPainter painter(&image);
        for (int row = 0; row < 40; ++row)
            paintStrip(painter, QRectF(0, row * 24, 310, 20), marks, 100, palette, false);
    });
}

void measureChart(Goals &goals)
{
    TimeCursor cursor;
    LatencyChart chart(cursor);
    chart.resize(900, 320);
    chart.show();
    QApplication::processEvents();
    const auto contentAt = [](int tick) {
        LatencyContent content;
        content.window = {WallTime(480'000h + 1s * tick), WallTime(480'001h + 1s * tick)};
        for (int line = 0; line < 2; ++line) {
            QList<QPointF> run;
            for (int i = 0; i < mostPoints; ++i)
                run.append({static_cast<double>((content.window.from + 7500ms * i).time_since_epoch().count()),
                    40.0 * (line + 1) + 12 * std::sin((i + tick) / 9.0)});
            content.lines.append(
                {QStringLiteral("line"), comparedColor(StatePalette::Ground::Light, line), {run}, line == 1});
        }
        return content;
    };
    goals.measure(
        {QStringLiteral("S12"), QStringLiteral("a chart tick, 2 lines of 480 points"), 6}, rounds, [&](int tick) {
            chart.setContent(contentAt(tick));
            chart.viewport()->repaint();
        });
}

void measureTimeline()
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(40)));
    makeAllHealthy(registry);
    FakeHistory history;
    makePast(registry, history);
    std::vector<TimelineRecord> records;
    for (const ServiceId &id : registry.order()) {
        EventQuery query;
        query.service = id;
        const auto answer = history.events(query).result();
        records.push_back(
            TimelineRecord::of(id, history.ofService({id, {}, {}, 1000}).result().value(), answer.value().events));
    }
    const WallTime now = Now::read().wall;
    QImage image(1200, 40 * 30, QImage::Format_RGB32);
    const TimelineStyle style{
        {{now - 24h, now}, 1200, false}, TimelineLanes::Combined, QApplication::font(), Theme::lightPalette(), now};
    const auto paint = [&](int) {
        QPainter painter(&image);
        for (std::size_t row = 0; row < records.size(); ++row)
            paintTimelineRow(painter, QRect(0, static_cast<int>(row) * 30, 1200, 30), records[row], style);
    };
    Goals::tell(QStringLiteral("40 timeline rows of 24 h"),
        Goals::timesOf(
            rounds, [](int) {}, paint));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Goals goals;
    measureStrips(goals);
    measureChart(goals);
    measureTimeline();
    return goals.exitCode();
}
