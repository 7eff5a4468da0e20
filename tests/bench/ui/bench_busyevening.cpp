// S15: the longest stall of the event loop while 2,000 services change 200 times a second and write 500 lines a second,
// and somebody walks through the pages: bench_busyevening [SECONDS]
#include "tests/bench/ui/goals.h"
#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/fakepast.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/serviceselection.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <ctime>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int services = 2000;
constexpr int changesASecond = 200;
constexpr int linesASecond = 500;
constexpr auto pageShown = 2s;

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Gaps between the ticks of a timer: how long they were, and how much of each this thread has worked itself. A busy
/// machine makes the first longer, not the second.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
        m_timer.start(tickLength);
        restart();
    }
    void restart()
    {
        m_last = std::chrono::steady_clock::now();
        m_lastCpu = cpuMs();
        longest = worked = 0;
    }

    double longest = 0; ///< milliseconds
    double worked = 0; ///< the most that was worked between two ticks
    QString longestAt; ///< what was on screen then
    QString now;

private:
    static constexpr std::chrono::milliseconds tickLength{5};

    void tick()
    {
        const auto time = std::chrono::steady_clock::now();
        const double cpu = cpuMs();
        longest = std::max(longest, std::chrono::duration<double, std::milli>(time - m_last - tickLength).count());
        if (cpu - m_lastCpu > worked) {
            worked = cpu - m_lastCpu;
            longestAt = now;
        }
        m_last = time;
        m_lastCpu = cpu;
    }

    QTimer m_timer;
    std::chrono::steady_clock::time_point m_last;
    double m_lastCpu = 0;
};

class Evening final
{
public:
    explicit Evening(Theme &theme)
    {
        m_room.registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(services)));
        makeAllHealthy(m_room.registry);
        makePast(m_room.registry, m_room.history);
        // The real history works in a thread of its own; here nothing but its answer shall cost time.
        const WallTime now = Now::read().wall;
        m_room.history.kept = m_room.history.makeUp({m_room.registry.order().first(), now - 1h, {}, 480});
        m_room.history.makeUp = {};
        makeAlerts(m_room.alerts, m_room.registry);
        m_window = std::make_unique<MainWindow>(m_room.sources(), theme, m_room.settings);
        m_window->resize(1600, 900);
        m_window->show();
        every(std::chrono::milliseconds(1000 / changesASecond), [this] { change(); });
        every(100ms, [this] { write(linesASecond / 10); });
        every(pageShown, [this] { turnPage(); });
    }
    StallWatch &watch() { return m_watch; }
    QList<QPair<QString, double>> byPage() const { return m_byPage; }

private:
    void every(std::chrono::milliseconds interval, const std::function<void()> &what)
    {
        auto *timer = new QTimer(&m_timers);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, timer, what);
        timer->start(interval);
    }
    /// Each third one changes what the service is like, the others are checks as before.
    void change()
    {
        const QList<ServiceId> &order = m_room.registry.order();
        const ServiceId &service = order.at(m_next * 7 % order.size());
        if (m_next % 3 == 0)
            setState(
                m_room.registry, service, m_next % 2 == 0 ? RunState::Running : RunState::Backoff, Cause::StartUp, 0ms);
        else
            addChecks(m_room.registry, service, m_next % 5 == 0 ? Health::Degraded : Health::Healthy, 1);
        ++m_next;
    }
    void write(int lines)
    {
        if (!m_room.logs.stream || m_room.logs.stream->isPaused)
            return;
        LogNews news = fakeNews(m_room.logs.followed.last().mid(0, 50), lines);
        news.isFirst = false;
        m_room.logs.say(news);
    }
    void turnPage()
    {
        m_byPage.append({m_watch.now, m_watch.worked});
        m_page = (m_page + 1) % 6;
        m_watch.now = QStringLiteral("page %1").arg(m_page + 1);
        m_window->showPage(static_cast<MainWindow::Page>(m_page));
        if (m_page % 2 == 0)
            m_window->selection().selectOnly(m_room.registry.order().at(m_next % services));
        else if (m_page == 1)
            m_window->selection().set({}, {});
    }

    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
    StallWatch m_watch;
    QObject m_timers;
    QList<QPair<QString, double>> m_byPage;
    int m_next = 0;
    int m_page = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int seconds = QApplication::arguments().value(1, QStringLiteral("60")).toInt();
    Theme theme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    Evening evening(theme);
    QTimer::singleShot(1s, &evening.watch(), [&evening] { evening.watch().restart(); }); // the window is there
    QTimer::singleShot(std::chrono::seconds(seconds), &application, [] { QCoreApplication::exit(); });
    QApplication::exec();
    Goals goals;
    const QString run = QStringLiteral("longest stall in %1 s, 2,000 services, 200 changes and 500 lines a second");
    goals.judge({QStringLiteral("S15"), run.arg(seconds), 50}, evening.watch().longest);
    Goals::tell(QStringLiteral("of it own work at most, on ") + evening.watch().longestAt, {evening.watch().worked});
    return goals.exitCode();
}
