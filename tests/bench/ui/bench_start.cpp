// S1: from main() of the real program to its first paint, with the ten services of the default fleet; S2: until a
// window shows the 2,000 services of a daemon on this machine. Runs the programs beside it: bench_start [ROUNDS]
#include "core/client/remotecontrolroom.h"
#include "tests/bench/ui/goals.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/usersettings.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <optional>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

constexpr int services = 2000;

QString beside(const QString &path) { return QCoreApplication::applicationDirPath() + u'/' + path; }

/// Runs the event loop until `isDone`, a minute at most.
bool runUntil(const std::function<bool()> &isDone)
{
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&isDone] {
        if (isDone())
            QCoreApplication::exit(0);
    });
    look.start(1ms);
    QTimer::singleShot(60s, &look, [] { QCoreApplication::exit(1); });
    return isDone() || QCoreApplication::exec() == 0;
}

/// Milliseconds until the first paint, from main() and from the start of the process; stops the fleet again.
std::optional<std::pair<double, double>> startOnce()
{
    const QTemporaryDir home;
    QFile fleet(home.filePath(QStringLiteral("fleet.yaml")));
    if (!fleet.open(QFile::WriteOnly))
        return std::nullopt;
    fleet.write("fleet: start\napi: {listen: \"127.0.0.1:0\"}\nservices:\n");
    for (int i = 0; i < 10; ++i)
        fleet.write(QByteArray("  s%1:\n    command: [sleep, '600']\n").replace("%1", QByteArray::number(i)));
    fleet.close();
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto begun = std::chrono::steady_clock::now();
    program.start(beside(QStringLiteral("../bin/foghorn")),
        {QStringLiteral("--measure-start"), QStringLiteral("--config"), fleet.fileName(), QStringLiteral("--state-dir"),
            home.filePath(QStringLiteral("state"))});
    QByteArray said;
    const bool hasPainted = runUntil([&] {
        said += program.readAllStandardOutput();
        return said.contains('\n') || program.state() == QProcess::NotRunning;
    });
    const double all = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    program.terminate();
    runUntil([&program] { return program.state() == QProcess::NotRunning; });
    const QByteArrayList words = said.simplified().split(' '); // "first paint after 43.1 ms"
    if (!hasPainted || words.size() < 4 || words.first() != "first")
        return std::nullopt;
    return std::pair(words.at(3).toDouble(), all);
}

bool measureStart(Goals &goals, int rounds)
{
    std::vector<double> fromMain;
    std::vector<double> fromStart;
    for (int round = 0; round < rounds; ++round) {
        const auto took = startOnce();
        if (!took)
            return false;
        fromMain.push_back(took->first);
        fromStart.push_back(took->second);
    }
    goals.judge({QStringLiteral("S1"), QStringLiteral("from main() to the first paint, ten services"), 250}, fromMain);
    goals.judge({QStringLiteral("S1"), QStringLiteral("the first start of them"), 600}, fromMain.front());
    Goals::tell(QStringLiteral("from the start of the process to the first paint"), fromStart);
    return true;
}

/// From nothing to a window with rows, attached to `target`.
double attachOnce(const ApiTarget &target, Theme &theme)
{
    const auto begun = std::chrono::steady_clock::now();
    UserSettings settings;
    RemoteControlRoom room(target, "bench");
    MainWindow window({room.registry(), room.events(), room.commands(), room.history(), room.alerts(),
                          room.alertCommands(), room.logs(), room.connection()},
        theme, settings);
    window.resize(1600, 900);
    window.show();
    room.open();
    runUntil([&window] { return window.model().rowCount() == services; });
    window.servicePanel().view().viewport()->repaint();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

bool measureAttach(Goals &goals, Theme &theme, int rounds)
{
    QProcess daemon;
    daemon.start(
        beside(QStringLiteral("bench_api")), {QString::number(services), QStringLiteral("600"), QStringLiteral("67")});
    QByteArray said;
    runUntil([&] {
        said += daemon.readAllStandardOutput();
        return said.count('\n') >= 2 || daemon.state() == QProcess::NotRunning;
    });
    const qsizetype end = said.indexOf("/api/orchestration");
    const qsizetype bearer = said.indexOf("Bearer ");
    if (end < 0 || bearer < 0)
        return false;
    const ApiTarget target{
        QUrl(QString::fromUtf8(said.mid(4, end - 4))), said.mid(bearer + 7).simplified().split(' ').first(), {}};
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(attachOnce(target, theme));
    daemon.kill();
    runUntil([&daemon] { return daemon.state() == QProcess::NotRunning; });
    goals.judge(
        {QStringLiteral("S2"), QStringLiteral("until a window shows 2,000 services of a daemon here"), 700}, times);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const int rounds = QApplication::arguments().value(1, QStringLiteral("20")).toInt();
    Theme theme(application);
    Goals goals;
    if (!measureStart(goals, rounds) || !measureAttach(goals, theme, rounds)) {
        std::fprintf(stderr, "bench_start: the programs beside it cannot be run\n");
        return 2;
    }
    return goals.exitCode();
}
