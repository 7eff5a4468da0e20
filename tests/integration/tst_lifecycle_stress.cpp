#include "tests/integration/fleetfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <csignal>
#include <functional>
#include <vector>

using namespace foghorn;

namespace {

constexpr int serviceCount = 30;
/// The suite's share; FOGHORN_STRESS_ROUNDS says another number of rounds, however long they take.
constexpr qint64 usualMs = 25'000;

QString nameOf(int index) { return QStringLiteral("s%1").arg(index, 2, 10, QLatin1Char('0')); }

} // namespace

/// kill -9 of the orchestrator, of the keeper or of both at random moments of random commands: nothing is lost, nothing
/// runs twice, what was not touched keeps its process, and what was answered holds unless both die in that moment.
class TestLifecycleStress : public QObject
{
    Q_OBJECT

    enum class Wish { Up, Down, Either };
    struct Expected
    {
        Wish wish = Wish::Up;
        bool mayBeNew = true; ///< another process than before
        bool mustBeNew = false;
    };

    QRandomGenerator m_random;
    std::unique_ptr<FleetFixture> m_fleet;
    QList<Expected> m_expected{QList<Expected>(serviceCount)};
    QMap<QString, qint64> m_pids;
    QList<int> m_editions{QList<int>(serviceCount, 0)};
    std::vector<std::unique_ptr<FleetFixture::Pending>> m_pending; ///< of this round
    std::vector<std::function<void(bool isAnswered)>> m_consequences; ///< of each of them
    QByteArray m_did; ///< in this round, for people

    QByteArray markOf(int index) const { return (m_fleet->path(u"mark-"_qs + nameOf(index))).toLocal8Bit(); }
    void writeFleet()
    {
        QByteArray text;
        for (int i = 0; i < serviceCount; ++i) {
            const QByteArray edition = ", environment: {EDITION: '" + QByteArray::number(m_editions.at(i)) + "'}";
            const QByteArray slow = "'trap \"sleep 0.05; exit 0\" TERM; : " + markOf(i) + "; sleep 1000 & wait'";
            const QByteArray quick = "[test-steady, " + markOf(i) + ']';
            text += "  " + nameOf(i).toLatin1() + ": {command: " + (i % 5 == 0 ? slow : quick) + edition + "}\n";
        }
        m_fleet->write(text);
    }
    bool isSettled()
    {
        const QJsonObject services = m_fleet->daemon().get(QStringLiteral("services")).value(u"services").toObject();
        for (const QJsonValue &service : services) {
            const QString state = service[u"state"].toString();
            if (state != u"running" && state != u"stopped" && state != u"finished" && state != u"failed")
                return false;
        }
        return services.size() == serviceCount;
    }

    void command(int index)
    {
        static constexpr const char *verbs[] = {"start/", "stop/", "restart/"};
        const int verb = m_random.bounded(3);
        const QByteArray path = verbs[verb] + nameOf(index).toLatin1();
        m_did += path + ' ';
        m_pending.push_back(m_fleet->send(path, {{QStringLiteral("wait"), false}}));
        m_consequences.push_back([this, index, verb](bool isAnswered) {
            Expected &expected = m_expected[index];
            const Wish before = expected.wish;
            const Wish wished = verb == 1 ? Wish::Down : Wish::Up;
            expected.wish = isAnswered || before == wished ? wished : Wish::Either;
            expected.mayBeNew = true;
            expected.mustBeNew = isAnswered && verb == 2 && before == Wish::Up;
        });
    }
    void reload(int index)
    {
        ++m_editions[index];
        m_did += "reload of " + nameOf(index).toLatin1() + ' ';
        writeFleet();
        m_expected[index].mayBeNew = true;
        m_pending.push_back(m_fleet->send("reload"));
        m_consequences.push_back([](bool) {});
    }
    void act()
    {
        QSet<int> taken;
        for (int n = m_random.bounded(4); n >= 0; --n) {
            const int index = m_random.bounded(serviceCount);
            if (taken.contains(index))
                continue;
            taken.insert(index);
            if (m_random.bounded(8) == 0)
                reload(index);
            else
                command(index);
        }
    }
    bool strike()
    {
        const int what = m_random.bounded(4);
        const qint64 keeper = what > 0 ? keeperOf(m_fleet->state()) : 0;
        QTest::qWait(m_random.bounded(3) == 0 ? m_random.bounded(150) : m_random.bounded(12));
        const bool orchestratorDies = what == 0 || what >= 2;
        const bool keeperFirst = what == 3;
        // An answer comes a moment before it is written down; the keeper has its order then, if it lives.
        const bool isKept = what < 2;
        m_did += what == 0 ? "orchestrator" : what == 1 ? "keeper" : "both";
        if (keeper > 1 && (keeperFirst || !orchestratorDies))
            sendSignal(keeper, SIGKILL);
        if (orchestratorDies)
            m_fleet->daemon().kill();
        if (keeper > 1 && orchestratorDies && !keeperFirst)
            sendSignal(keeper, SIGKILL);
        for (std::size_t i = 0; i < m_pending.size(); ++i) {
            if (!orchestratorDies && !m_pending.at(i)->hasEnded())
                return false;
            const auto &answer = m_pending.at(i)->answer;
            m_consequences.at(i)(isKept && answer && answer->status >= 200 && answer->status < 300);
        }
        m_pending.clear();
        m_consequences.clear();
        return !orchestratorDies || m_fleet->beginAndSettle();
    }
    /// What is wrong; empty: nothing.
    QString look()
    {
        const QJsonObject services = m_fleet->daemon().get(QStringLiteral("services")).value(u"services").toObject();
        for (int i = 0; i < serviceCount; ++i) {
            const QJsonObject service = services.value(nameOf(i)).toObject();
            const QString state = service.value(u"state").toString();
            const qint64 pid = service.value(u"pid").toInteger();
            Expected &expected = m_expected[i];
            const QList<qint64> living = processesNaming(markOf(i));
            const bool isUp = state == u"running";
            const QString who = QStringLiteral("%1 is %2 (%3), pid %4 of %5 alive; before: %6")
                                    .arg(nameOf(i), state, service.value(u"why").toString())
                                    .arg(pid)
                                    .arg(living.size())
                                    .arg(m_pids.value(nameOf(i)));
            if (!isUp && state != u"stopped")
                return who;
            if ((expected.wish == Wish::Up && !isUp) || (expected.wish == Wish::Down && isUp))
                return who + QStringLiteral(": not what was answered");
            if (living != (isUp ? QList<qint64>{pid} : QList<qint64>{}))
                return who + QStringLiteral(": lost or doubled");
            if (isUp && !expected.mayBeNew && pid != m_pids.value(nameOf(i)))
                return who + QStringLiteral(": was not touched");
            if (isUp && expected.mustBeNew && pid == m_pids.value(nameOf(i)))
                return who + QStringLiteral(": was not restarted");
            if (!isUp && service.value(u"restart_attempts").toInt() > 0)
                return who + QStringLiteral(": its end was taken for a failure");
            expected = {isUp ? Wish::Up : Wish::Down, false, false};
            m_pids.insert(nameOf(i), pid);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const quint32 seed = qEnvironmentVariableIntValue("FOGHORN_STRESS_SEED") != 0
            ? static_cast<quint32>(qEnvironmentVariableIntValue("FOGHORN_STRESS_SEED"))
            : QRandomGenerator::global()->generate() >> 1U;
        m_random.seed(seed);
        qInfo("FOGHORN_STRESS_SEED=%u", seed);
    }
    void survivesRandomKills()
    {
        m_fleet = std::make_unique<FleetFixture>(QByteArray());
        writeFleet();
        QVERIFY(m_fleet->beginAndSettle());
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 30'000);
        QCOMPARE(look(), QString());
        const int rounds = qEnvironmentVariableIntValue("FOGHORN_STRESS_ROUNDS");
        QElapsedTimer timer;
        timer.start();
        int round = 0;
        for (; rounds > 0 ? round < rounds : timer.elapsed() < usualMs; ++round) {
            m_did = "round " + QByteArray::number(round) + ": ";
            act();
            QVERIFY2(strike(), m_did);
            const bool settles = QTest::qWaitFor([this] { return isSettled(); }, 30'000);
            const QString wrong = look();
            const QByteArray why = m_did + "; " + wrong.toUtf8();
            if (!settles || !wrong.isEmpty())
                qWarning("%s", m_fleet->daemon().errors().constData()); // longer than QVERIFY2 prints
            QVERIFY2(settles && wrong.isEmpty(), why);
        }
        qInfo("%d rounds in %lld ms", round, timer.elapsed());
        QCOMPARE(m_fleet->daemon().stop(), 0);
        for (int i = 0; i < serviceCount; ++i)
            QCOMPARE(processesNaming(markOf(i)), QList<qint64>());
    }
};

QTEST_GUILESS_MAIN(TestLifecycleStress)
#include "tst_lifecycle_stress.moc"
