// The Logs page at its limit of 100,000 lines: S13, 1,000 lines arrive until they are painted; S14, a find in all.
#include "tests/bench/ui/goals.h"
#include "tests/ui/support/fakenews.h"
#include "ui/models/logmodel.h"
#include "ui/panels/logview.h"

#include "core/base/clock.h"
#include "core/registry/servicelogs.h"

#include <QApplication>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int full = static_cast<int>(LogModel::usualCapacity);
constexpr int batch = 1000;
constexpr int rounds = 40;

std::vector<LogEntry> entriesOf(const LogNews &news)
{
    std::vector<LogEntry> entries;
    for (const LogLine &line : news.lines)
        entries.push_back(entryOf(line, {}));
    return entries;
}

/// The next lines, each after those before it; or, `isLate`, between the last ones, as when a service is late.
LogNews nextNews(const QList<ServiceId> &services, WallTime &end, bool isLate)
{
    LogNews news = fakeNews(services, batch);
    const auto before = news.lines.last().at;
    end += isLate ? 20ms : before - news.lines.first().at + 1s;
    for (LogLine &line : news.lines)
        line.at += end - before;
    return news;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QList<ServiceId> services{QStringLiteral("onion"), QStringLiteral("p2p"), QStringLiteral("dao")};
    LogModel model;
    LogView view(model);
    view.resize(1600, 900);
    view.show();
    model.append(entriesOf(fakeNews(services, full)));
    QCoreApplication::processEvents();

    Goals goals;
    LogNews news;
    WallTime end = Now::read().wall;
    const auto arrive = [&](int) { news = nextNews(services, end, false); };
    const auto paintAtEnd = [&](int) {
        model.append(entriesOf(news)); // from bytes to entries too
        view.goToEnd();
        view.viewport()->repaint();
    };
    goals.measure({QStringLiteral("S13"), QStringLiteral("1,000 lines painted at the end of 100,000"), 12}, rounds,
        arrive, paintAtEnd);
    view.goTo(full / 2);
    goals.measure({QStringLiteral("S13"), QStringLiteral("1,000 lines come while somebody reads further up"), 12},
        rounds, arrive, [&](int) {
            model.append(entriesOf(news));
            QCoreApplication::processEvents();
            view.viewport()->repaint();
        });
    Goals::tell(QStringLiteral("1,000 lines that belong between the last ones, until painted"),
        Goals::timesOf(
            rounds, [&](int) { news = nextNews(services, end, true); }, paintAtEnd));
    goals.measure(
        {QStringLiteral("S14"), QStringLiteral("find in 100,000 lines"), 30}, rounds, [&](int) { model.setSought({}); },
        [&](int) { model.setSought(QStringLiteral("directory")); });
    Goals::tell(QStringLiteral("filter 100,000 lines by level and text, until painted"),
        Goals::timesOf(
            rounds, [&](int) { model.setFilter({}); },
            [&](int) {
                model.setFilter({LogLevel::Warning, QStringLiteral("health")});
                view.goToEnd();
                view.viewport()->repaint();
            }));
    return goals.exitCode();
}
