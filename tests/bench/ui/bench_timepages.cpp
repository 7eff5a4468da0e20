// S11 and S12 of the design page: 40 strips of 100 checks within 2 ms, a chart tick of 2 lines of 480 points within
// 6 ms (medians; twice that is still let pass, for slow machines). And a repaint of the timeline's 40 rows.
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

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 50;

/// Prints and judges the median of what `work` took.
template<typename Work> bool measure(const char *name, double limit, Work work)
{
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        work(i);
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::sort(took.begin(), took.end());
    const double median = took[rounds / 2];
    std::printf("%s: %.2f ms (p95 %.2f; goal %.0f)\n", name, median, took[rounds * 95 / 100], limit);
    return median <= limit * 2;
}

bool measureStrips()
{
    CheckMarks marks;
    for (int i = 0; i < 100; ++i)
        marks.append(static_cast<char>(i % 17 == 0 ? CheckMark::Unhealthy
                : i % 11 == 0                      ? CheckMark::Degraded
                                                   : CheckMark::Healthy));
    QImage image(320, 40 * 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    const StatePalette palette(StatePalette::Ground::Light);
    return measure("S11, 40 strips of 100 checks", 2, [&](int) {
        QPainter painter(&image);
        for (int row = 0; row < 40; ++row)
            paintStrip(painter, QRectF(0, row * 24, 310, 20), marks, 100, palette, false);
    });
}

bool measureChart()
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
    return measure("S12, a chart tick of 2 lines of 480 points", 6, [&](int tick) {
        chart.setContent(contentAt(tick));
        chart.viewport()->repaint();
    });
}

bool measureTimeline()
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
    return measure("timeline, 40 rows of 24 h", 12, [&](int) {
        QPainter painter(&image);
        for (std::size_t row = 0; row < records.size(); ++row)
            paintTimelineRow(painter, QRect(0, static_cast<int>(row) * 30, 1200, 30), records[row], style);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const bool strips = measureStrips();
    const bool chart = measureChart();
    const bool timeline = measureTimeline();
    return strips && chart && timeline ? 0 : 1;
}
