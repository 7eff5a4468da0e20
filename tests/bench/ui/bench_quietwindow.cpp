// S16: what a hidden window costs while 100 services are checked twice a minute; S18: how much memory 2,000 services
// take. bench_quietwindow [SECONDS]
#include "tests/bench/ui/goals.h"
#include "tests/ui/support/fakepast.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QTimer>

#include <sys/resource.h>

#include <chrono>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

double usedSeconds()
{
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(use.ru_utime) + seconds(use.ru_stime);
}

/// Resident memory in MB.
double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

class PaintCounter final : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

void waitFor(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, qApp, [] { QCoreApplication::exit(); });
    QApplication::exec();
}

void measureIdle(Goals &goals, Theme &theme, int seconds)
{
    FakeRoom room;
    room.registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(100)));
    makeAllHealthy(room.registry);
    makePast(room.registry, room.history);
    MainWindow window(room.sources(), theme, room.settings);
    window.show();
    for (int page = 0; page < 6; ++page) { // every page was looked at once
        window.showPage(static_cast<MainWindow::Page>(page));
        waitFor(300ms);
    }
    window.hide();
    waitFor(1s); // what was begun ends
    QTimer checks;
    QObject::connect(&checks, &QTimer::timeout, &window, [&room, next = 0]() mutable {
        addChecks(room.registry, room.registry.order().at(next++ % 100), Health::Healthy, 1);
    });
    checks.start(300ms);
    PaintCounter counter;
    qApp->installEventFilter(&counter);
    const double before = usedSeconds();
    waitFor(std::chrono::seconds(seconds));
    const double used = usedSeconds() - before;
    goals.judge({QStringLiteral("S16"), QStringLiteral("of one core, 100 services, window hidden"), 0.5, 0,
                    QStringLiteral("%")},
        used / seconds * 100);
    // a limit of nothing: the first paint is one too many
    goals.judge(
        {QStringLiteral("S16"), QStringLiteral("while hidden"), 0.49, 0, QStringLiteral("paints")}, counter.paints);
}

void measureMemory(Goals &goals, Theme &theme)
{
    FakeRoom room;
    room.registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(2000)));
    makeAllHealthy(room.registry);
    for (const ServiceId &service : room.registry.order())
        addChecks(room.registry, service, Health::Healthy, 100);
    makePast(room.registry, room.history);
    MainWindow window(room.sources(), theme, room.settings);
    window.resize(1600, 900);
    window.show();
    for (int page = 0; page < 6; ++page) {
        if (page == static_cast<int>(MainWindow::Page::Logs))
            continue;
        window.showPage(static_cast<MainWindow::Page>(page));
        waitFor(500ms);
    }
    goals.judge(
        {QStringLiteral("S18"), QStringLiteral("resident, 2,000 services of 100 checks, all pages but Logs seen"), 150,
            0, QStringLiteral("MB")},
        residentMb());
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Theme theme(application);
    Goals goals;
    measureMemory(goals, theme); // first, while nothing else has been here
    measureIdle(goals, theme, QApplication::arguments().value(1, QStringLiteral("20")).toInt());
    return goals.exitCode();
}
