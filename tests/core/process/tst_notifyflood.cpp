#include "tests/core/process/keeperfixture.h"

namespace foghorn {

/// One service says more over NOTIFY_SOCKET than anybody can hear.
class TestNotifyFlood final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsLittleAndDelaysNobody_data();
    void costsLittleAndDelaysNobody();

private:
    qint64 launch(const ServiceId &service, const QString &program, const QList<QByteArray> &arguments)
    {
        LaunchOrder order = m_fixture->order(service, KeeperFixture::program(program), arguments);
        order.environment.append("NOTIFY_SOCKET=" + m_client->notifyAddress().toLocal8Bit());
        return m_fixture->launch(*m_client, order);
    }
    std::unique_ptr<KeeperFixture> m_fixture;
    std::unique_ptr<KeeperClient> m_client;
};

namespace {

/// In milliseconds.
qint64 processorTimeOf(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toLongLong() + fields.value(12).toLongLong()) * 1000 / ::sysconf(_SC_CLK_TCK);
}

} // namespace

void TestNotifyFlood::costsLittleAndDelaysNobody_data()
{
    QTest::addColumn<QByteArray>("senders");
    QTest::addColumn<QByteArray>("noGroups");
    QTest::newRow("the leader") << QByteArray("1") << QByteArray("0");
    QTest::newRow("many children") << QByteArray("8") << QByteArray("0");
    QTest::newRow("many children, without groups") << QByteArray("8") << QByteArray("1");
}

void TestNotifyFlood::costsLittleAndDelaysNobody()
{
    constexpr int others = 20;
    QFETCH(QByteArray, senders);
    QFETCH(QByteArray, noGroups);
    qputenv("FOGHORN_NO_CGROUP", noGroups);
    m_fixture = std::make_unique<KeeperFixture>();
    m_client = m_fixture->connectClient();
    QVERIFY(m_client);
    QSignalSpy heard(m_client.get(), &KeeperClient::notified);
    QVERIFY(launch(QStringLiteral("flood"), QStringLiteral("flooder"), {senders}) > 1);
    QTRY_VERIFY_WITH_TIMEOUT(heard.size() > 50, 30'000); // what it may say at once is said
    const qint64 usedBefore = processorTimeOf(m_client->keeperPid());
    const qsizetype heardBefore = heard.size();
    QList<qint64> delays;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < others; ++i) {
        const ServiceId service = QStringLiteral("web%1").arg(i);
        const qsizetype before = heard.size();
        QVERIFY(launch(service, QStringLiteral("notifier"), {"READY=1"}) > 1);
        QElapsedTimer delay;
        delay.start();
        const auto isHeard = [&] {
            return std::any_of(heard.cbegin() + before, heard.cend(),
                [&service](const QList<QVariant> &one) { return one.first().toString() == service; });
        };
        while (!isHeard() && delay.elapsed() < 10'000)
            heard.wait(100);
        QVERIFY(isHeard());
        delays.append(delay.elapsed());
    }
    // long enough for ten times a second to show
    QTRY_VERIFY_WITH_TIMEOUT(heard.size() - heardBefore - others >= 40, 30'000);
    const qint64 passed = timer.elapsed();
    const qint64 used = processorTimeOf(m_client->keeperPid()) - usedBefore;
    const qsizetype told = heard.size() - heardBefore - others;
    std::sort(delays.begin(), delays.end());
    qInfo("keeper: %lld ms of %lld; told of the flood %lld times; others heard after %lld ms, at worst %lld", used,
        passed, qint64(told), delays.at(others / 2), delays.last());
    m_client->signal(QStringLiteral("flood"), SIGKILL, SignalScope::Tree);
    QVERIFY2(used < passed * 2 / 5, "a fifth of a processor, and what it starts meanwhile");
    QVERIFY2(told < passed / 1000 * 12 + 20, "ten times a second");
    QVERIFY2(delays.at(others / 2) < 2000, "others are heard all the while");
    QSignalSpy empty(m_client.get(), &KeeperClient::treeEmpty);
    QSignalSpy exited(m_client.get(), &KeeperClient::exited);
    QTRY_VERIFY(!empty.isEmpty() || !exited.isEmpty());
    m_client.reset();
    m_fixture.reset();
    qunsetenv("FOGHORN_NO_CGROUP");
}

} // namespace foghorn

QTEST_GUILESS_MAIN(foghorn::TestNotifyFlood)
#include "tst_notifyflood.moc"
