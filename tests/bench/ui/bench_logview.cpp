// The Logs page at its limit of 100,000 lines. The promises (ui-goals.md): S13, 1,000 lines arrive in under 12 ms,
// until they are painted; S14, a find over all of them in under 30 ms.
#include "tests/ui/support/fakenews.h"
#include "ui/models/logmodel.h"
#include "ui/panels/logview.h"

#include "core/registry/servicelogs.h"

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace foghorn;

namespace {

constexpr int full = static_cast<int>(LogModel::usualCapacity);
constexpr int batch = 1000;
constexpr int rounds = 40;
constexpr double arrivalLimit = 12;
constexpr double findLimit = 30;

std::vector<LogEntry> entriesOf(const LogNews &news)
{
    std::vector<LogEntry> entries;
    for (const LogLine &line : news.lines)
        entries.push_back(entryOf(line, {}));
    return entries;
}

/// Median and 95th percentile, in milliseconds.
std::pair<double, double> measure(const std::function<void()> &prepare, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        prepare();
        const auto begun = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::sort(times.begin(), times.end());
    return {times[rounds / 2], times[rounds * 95 / 100]};
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

    LogNews news;
    std::vector<LogEntry> entries;
    const auto [arrival, arrival95] = measure([&] { news = fakeNews(services, batch); },
        [&] {
            model.append(entriesOf(news)); // from bytes to entries too
            view.goToEnd();
            view.viewport()->repaint();
        });
    view.goTo(full / 2);
    const auto [reading, reading95] = measure([&] { news = fakeNews(services, batch); },
        [&] {
            model.append(entriesOf(news));
            QCoreApplication::processEvents();
            view.viewport()->repaint();
        });
    const auto [find, find95] =
        measure([&] { model.setSought({}); }, [&] { model.setSought(QStringLiteral("directory")); });
    const auto [filter, filter95] = measure([&] { model.setFilter({}); },
        [&] {
            model.setFilter({LogLevel::Warning, QStringLiteral("health")});
            view.goToEnd();
            view.viewport()->repaint();
        });
    std::printf("log of %d lines: %d more painted in %.1f ms (p95 %.1f), while somebody reads further up %.1f ms (p95 "
                "%.1f)\n",
        full, batch, arrival, arrival95, reading, reading95);
    std::printf("log of %d lines: find in %.1f ms (p95 %.1f), filter in %.1f ms (p95 %.1f)\n", full, find, find95,
        filter, filter95);
    return arrival < arrivalLimit && find < findLimit ? 0 : 1;
}
