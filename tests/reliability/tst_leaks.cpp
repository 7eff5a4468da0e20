#include "tests/integration/fleetfixture.h"
#include "tests/reliability/memoryuse.h"
#include "tests/support/figures.h"
#include "tests/support/processcount.h"

#include <QElapsedTimer>

using namespace foghorn;

namespace {

/// What must be as before after any amount of work.
struct Holdings
{
    qsizetype descriptors = 0;
    qsizetype children = 0;
    qsizetype zombies = 0;
    qint64 memory = 0; ///< resident, KiB
};

Holdings holdingsOf(qint64 pid)
{
    return {test::descriptorsOf(pid), test::childrenOf(pid).size(), test::zombiesOf(pid), memoryOf(pid, "VmRSS")};
}

constexpr int serviceCount = 20;

QByteArray services(const QByteArray &one)
{
    QByteArray text;
    for (int i = 0; i < serviceCount; ++i)
        text += "  s" + QByteArray::number(i) + ": " + one + "\n";
    return text;
}

} // namespace

/// T7, T13, rows 3 and 21: descriptors, children, zombies and memory of orchestrator and keeper return to where they
/// were, whatever was done how often.
class TestLeaks : public QObject
{
    Q_OBJECT

    FleetFixture *m_fleet = nullptr;
    Holdings m_daemon;
    Holdings m_keeper;

    /// After a round of the work, so that what is allotted once is allotted.
    void remember(FleetFixture &fleet)
    {
        m_fleet = &fleet;
        m_daemon = holdingsOf(fleet.daemon().pid());
        m_keeper = holdingsOf(keeperOf(fleet.state()));
    }
    /// Empty when everything is as it was, within the 5 MiB of memory that the catalogue allows.
    QString difference()
    {
        constexpr qint64 allowed = 5 * 1024;
        constexpr qsizetype connections = 8; // of our own client, which keeps as many as it likes
        QString text;
        const auto compare = [&text](const char *who, const Holdings &before, const Holdings &now) {
            if (now.descriptors > before.descriptors + connections || now.children > before.children || now.zombies > 0
                || now.memory > before.memory + memoryAllowance(allowed))
                text += QStringLiteral("%1: descriptors %2 -> %3, children %4 -> %5, zombies %6, KiB %7 -> %8; ")
                            .arg(QLatin1String(who))
                            .arg(before.descriptors)
                            .arg(now.descriptors)
                            .arg(before.children)
                            .arg(now.children)
                            .arg(now.zombies)
                            .arg(before.memory)
                            .arg(now.memory);
        };
        compare("orchestrator", m_daemon, holdingsOf(m_fleet->daemon().pid()));
        compare("keeper", m_keeper, holdingsOf(keeperOf(m_fleet->state())));
        return text;
    }
    void report(const char *what, int amount)
    {
        reportFigure("T7",
            QStringLiteral("%1 %2: orchestrator %3 KiB -> %4 KiB, keeper %5 KiB -> %6 KiB, descriptors as before")
                .arg(amount)
                .arg(QLatin1String(what))
                .arg(m_daemon.memory)
                .arg(memoryOf(m_fleet->daemon().pid(), "VmRSS"))
                .arg(m_keeper.memory)
                .arg(memoryOf(keeperOf(m_fleet->state()), "VmRSS")));
    }
    /// As many at a time as an impatient dashboard has.
    bool ask(const QString &path, int times)
    {
        constexpr int atOnce = 20;
        QObject context;
        int sent = 0;
        int good = 0;
        int answered = 0;
        std::function<void()> next = [&] {
            if (sent >= times)
                return;
            ++sent;
            m_fleet->daemon().client().get(ApiClient::apiPath(path), &context, [&](const Result<ApiAnswer> &answer) {
                ++answered;
                good += answer && answer.value().status == 200 ? 1 : 0;
                next();
            });
        };
        for (int i = 0; i < atOnce; ++i)
            next();
        return QTest::qWaitFor([&] { return answered == times; }, 600'000) && good == times;
    }

private Q_SLOTS:
    void crashesAndRestarts()
    {
        const int perRound = figure(50, 100); // of each service
        const int rounds = figure(1, 10);
        FleetFixture fleet({});
        fleet.writeRaw("fleet: t\ndefaults: {restart: {policy: always, backoff_base: 0, max_attempts: "
            + QByteArray::number(perRound - 1) + "}}\nservices:\n" + services("{command: ['true']}"));
        QVERIFY(fleet.begin());
        const auto haveAllFailed = [&fleet, perRound](int times) {
            const QJsonObject all = fleet.daemon().get(QStringLiteral("services")).value(u"services").toObject();
            const int restarts = times * (perRound - 1);
            return std::all_of(all.begin(), all.end(), [restarts](const QJsonValue &service) {
                return service[u"state"].toString() == u"failed" && service[u"restart_count"].toInt() >= restarts;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(haveAllFailed(1), 120'000);
        remember(fleet);
        for (int round = 0; round < rounds; ++round) {
            QVERIFY(fleet.send("start", {{QStringLiteral("wait"), false}})->hasEnded());
            QTRY_VERIFY_WITH_TIMEOUT(haveAllFailed(round + 2), 120'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(difference(), QString(), 10'000);
        report("crashes and restarts", rounds * perRound * serviceCount);
    }
    void execProbes()
    {
        const int rounds = figure(50, 500);
        FleetFixture fleet(
            services("{command: [sleep, '1000'], health: {exec: ['true'], interval: 1h, timeout: 10s}}"));
        QVERIFY(fleet.beginAndSettle());
        const auto checkAll = [&fleet] { return fleet.post("health/check-now").status == 200; };
        for (int i = 0; i < 3; ++i)
            QVERIFY(checkAll());
        remember(fleet);
        for (int i = 0; i < rounds; ++i)
            QVERIFY(checkAll());
        QTRY_COMPARE_WITH_TIMEOUT(difference(), QString(), 10'000);
        report("exec probes", rounds * serviceCount);
    }
    void reloads()
    {
        const int count = figure(60, 500);
        FleetFixture fleet(services("{command: [sleep, '1000']}"));
        QVERIFY(fleet.beginAndSettle());
        const auto pids = fleet.pids();
        const auto reload = [&fleet](int number) {
            QByteArray text =
                services("{command: [sleep, '1000'], labels: {edition: '" + QByteArray::number(number) + "'}}");
            if (number % 2 == 1)
                text += "  more: {command: [sleep, '1000']}\n";
            fleet.write(text);
            return fleet.post("reload").status == 200;
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(reload(i));
        QVERIFY(reload(0));
        remember(fleet);
        for (int i = 1; i <= count; ++i)
            QVERIFY(reload(i));
        QVERIFY(reload(0));
        QCOMPARE(fleet.pids(), pids); // and nobody was touched
        QTRY_COMPARE_WITH_TIMEOUT(difference(), QString(), 10'000);
        report("reloads", count);
    }
    void apiRequests()
    {
        const int count = figure(4'000, 100'000);
        FleetFixture fleet(services("{command: [sleep, '1000']}"));
        QVERIFY(fleet.beginAndSettle());
        m_fleet = &fleet;
        QVERIFY(ask(QStringLiteral("services"), 500));
        remember(fleet);
        QVERIFY(ask(QStringLiteral("services"), count / 2));
        QVERIFY(ask(QStringLiteral("metrics"), count / 4));
        QVERIFY(ask(QStringLiteral("events"), count / 4));
        QTRY_COMPARE_WITH_TIMEOUT(difference(), QString(), 10'000);
        report("API requests", count);
    }
};

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
