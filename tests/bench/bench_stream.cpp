// Many listeners of the event stream, in a process of their own, and many events a second: bench_stream [LISTENERS
// [EVENTS_A_SECOND [SECONDS]]]. Prints the longest stall of the server's loop, its processor time, and what arrived.

#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"
#include "tests/support/loopwatch.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

#include <ctime>

using namespace foghorn;

namespace {

/// The listeners: plain sockets that count whole frames of text, as light as can be, since they share the machine.
int listen(int count, quint16 port, int seconds)
{
    qint64 messages = 0;
    qint64 bytes = 0;
    int cut = 0;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < count; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *one = socket.get();
        QObject::connect(
            one, &QTcpSocket::connected, one, [one] { one->write(webSocketRequest(FakeFleet::viewerToken)); });
        QObject::connect(one, &QTcpSocket::disconnected, one, [&cut] { ++cut; });
        QObject::connect(one, &QTcpSocket::readyRead, one, [one, &messages, &bytes] {
            const QByteArray news = one->readAll();
            bytes += news.size();
            messages += news.count("{\"type\":\"event\"");
        });
        one->connectToHost(QStringLiteral("127.0.0.1"), port);
        sockets.push_back(std::move(socket));
    }
    QTimer::singleShot(std::chrono::seconds(seconds), QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    QTextStream(stdout) << messages << ' ' << bytes << ' ' << cut << Qt::endl;
    return 0;
}

double processorSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

int number(int index, int fallback)
{
    const QList<QString> arguments = QCoreApplication::arguments();
    return arguments.size() > index ? arguments.at(index).toInt() : fallback;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String("listen"))
        return listen(number(2, 1), static_cast<quint16>(number(3, 0)), number(4, 1));
    const int listeners = number(1, 200);
    const int rate = number(2, 1000);
    const int seconds = number(3, 10);
    FakeFleet fleet(200);
    if (!fleet.open())
        return 1;
    QProcess other;
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("listen"), QString::number(listeners), QString::number(fleet.server->port()),
            QString::number(seconds + 6)});
    test::LoopWatch watch;
    QTimer events;
    int sent = 0;
    QElapsedTimer clock;
    events.setTimerType(Qt::PreciseTimer);
    QObject::connect(&events, &QTimer::timeout, &events, [&] {
        for (; sent < clock.elapsed() * rate / 1000 && sent < rate * seconds; ++sent) {
            Event event;
            event.at = fleet.at;
            event.kind = EventKind::StateChanged;
            event.service = QStringLiteral("service-%1").arg(sent % 190 + 3);
            event.from = QStringLiteral("starting");
            event.to = QStringLiteral("running");
            event.cause = QStringLiteral("StartUp");
            event.message = event.service + QStringLiteral(": starting -> running, the fleet comes up");
            fleet.events.append(event);
        }
    });
    double before = 0;
    double used = 0;
    QTimer::singleShot(std::chrono::seconds(3), &events, [&] { // all have come
        watch.restart();
        before = processorSeconds();
        clock.start();
        events.start(5);
    });
    std::chrono::milliseconds stall{};
    QTimer::singleShot(std::chrono::seconds(seconds + 4), &events, [&] {
        used = processorSeconds() - before;
        stall = watch.longestStall();
        events.stop();
    });
    QObject::connect(&other, &QProcess::finished, &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    const QList<QByteArray> heard = other.readAllStandardOutput().trimmed().split(' ');
    QTextStream(stdout) << listeners << " listeners, " << rate << " events/s for " << seconds << " s: longest stall "
                        << stall.count() << " ms, processor " << qRound(used / seconds * 100) << " % of a core, heard "
                        << heard.value(0) << " of " << qint64(sent) * listeners << " ("
                        << heard.value(1).toLongLong() / 1'000'000 << " MB), cut off " << heard.value(2) << Qt::endl;
    return 0;
}
