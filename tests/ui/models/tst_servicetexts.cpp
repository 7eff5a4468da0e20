// What is written of services for elsewhere: tables, diagnoses, settings; and the ways from one to the next.
#include "core/base/secrets.h"
#include "tests/ui/support/fakefleet.h"
#include "ui/models/blockerpath.h"
#include "ui/models/diagnosis.h"
#include "ui/models/nextstep.h"
#include "ui/models/problemorder.h"
#include "ui/models/serviceexport.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicesettings.h"
#include "ui/models/servicetablemodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

TableCut wholeOf(const ServiceTableModel &model)
{
    TableCut cut;
    for (int row = 0; row < model.rowCount(); ++row)
        cut.rows.append(row);
    for (int column = 0; column < ServiceTableModel::ColumnCount; ++column)
        cut.columns.append(column);
    return cut;
}

} // namespace

class TestServiceTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void csvIsWhatTheRfcSays();
    void csvHoldsNoFormulas_data();
    void csvHoldsNoFormulas();
    void tabTextHasOneLineARow();
    void secretsAreLeftOut_data();
    void secretsAreLeftOut();
    void whatIsNoSecretStays();
    void diagnosisHoldsWhatAReportNeeds();
    void settingsMaskSecrets();
    void settingsSayWhatIsNotKnownHere();
    void pathLeadsToTheCause();
    void nextStepIsToldWithItsTime();
    void problemsComeTheWorstFirst();
    void selectionGoesBackAndForward();

private:
    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<ServiceTableModel> m_model;
};

void TestServiceTexts::init()
{
    m_model.reset();
    m_registry = std::make_unique<ServiceRegistry>();
    m_registry->setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(*m_registry);
    m_model = std::make_unique<ServiceTableModel>(*m_registry);
}

void TestServiceTexts::csvIsWhatTheRfcSays()
{
    const QByteArray csv = serviceCsv(*m_model, wholeOf(*m_model), "2026-11-23T10:00:00.000Z");
    const QList<QByteArray> lines = csv.split('\n');
    QCOMPARE(lines.size(), 12); // header, ten services, the end of the last line
    QVERIFY(lines.at(0).startsWith("as_of,status,name,checks,uptime,response,layer,needs,needed_by,restarts,since,"));
    for (int i = 0; i < 11; ++i)
        QVERIFY(lines.at(i).endsWith('\r'));
    const QByteArray onion = lines.at(6);
    QVERIFY2(onion.startsWith("2026-11-23T10:00:00.000Z,running/unhealthy,onion,"), onion.constData());
    QVERIFY(onion.contains("DDUUUUUUU")); // oldest first, one letter a check
    // A time as a machine reads it.
    const QString since = m_model->exportValue(5, ServiceTableModel::Since);
    QVERIFY2(fromRfc3339(since.toLatin1()).has_value(), qPrintable(since));
    // Nothing that is not known is made up.
    QCOMPARE(m_model->exportValue(9, ServiceTableModel::Response), QString()); // bitchat is stopped
    QCOMPARE(m_model->exportValue(9, ServiceTableModel::NextCheck), QString());
}

void TestServiceTexts::csvHoldsNoFormulas_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("equals") << id("=HYPERLINK(\"x\")") << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"");
    QTest::newRow("plus") << id("+1+1") << QByteArray("'+1+1");
    QTest::newRow("minus") << id("-2") << QByteArray("'-2");
    QTest::newRow("at") << id("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << id("\t=1") << QByteArray("'\t=1");
    QTest::newRow("line") << id("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("comma") << id("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("harmless") << id("exit 1") << QByteArray("exit 1");
}

void TestServiceTexts::csvHoldsNoFormulas()
{
    QFETCH(QString, error);
    QFETCH(QByteArray, field);
    ServiceStatus status = m_registry->find(id("dao"))->status;
    status.lastError = error;
    m_registry->update(status);
    m_model->flush();
    const QByteArray csv = serviceCsv(*m_model, {{0}, {ServiceTableModel::LastError}}, "now");
    QCOMPARE(csv, QByteArray("as_of,last_error\r\nnow," + field + "\r\n"));
}

void TestServiceTexts::tabTextHasOneLineARow()
{
    ServiceStatus status = m_registry->find(id("dao"))->status;
    status.lastError = QStringLiteral("one\ttwo\nthree");
    m_registry->update(status);
    m_model->flush();
    const QString text = tabText(*m_model, wholeOf(*m_model));
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 12);
    for (int i = 0; i < 11; ++i)
        QCOMPARE(lines.at(i).count(u'\t'), ServiceTableModel::ColumnCount - 1);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("Status\tName\t")));
    QVERIFY(lines.at(6).startsWith(QStringLiteral("Running · Unhealthy\tonion\tlast 100 checks: ")));
}

void TestServiceTexts::secretsAreLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char *text, const char *secret) { QTest::newRow(text) << id(text) << id(secret); };
    row("postgres://app:hunter2@db:5432/x", "hunter2");
    row("password=hunter2", "hunter2");
    row("DB_PASSWORD: hunter2 and more", "hunter2");
    row("{\"api_key\": \"hunter2\", \"port\": 80}", "hunter2");
    row("run --token hunter2 --port 80", "hunter2");
    row("run --api-key=hunter2", "hunter2");
    row("Authorization: Bearer hunter2hunter2", "hunter2");
    row("authorization: Basic aHVudGVyMg==", "aHVudGVyMg");
    row("-----BEGIN RSA PRIVATE KEY-----\nhunter2\nhunter2\n-----END RSA PRIVATE KEY-----", "hunter2");
}

void TestServiceTexts::secretsAreLeftOut()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const QString shown = withoutSecrets(text);
    QVERIFY2(!shown.contains(secret), qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("••••")), qPrintable(shown));
}

void TestServiceTexts::whatIsNoSecretStays()
{
    for (const char *text : {"circuit 77 built in 212 ms", "GET http://127.0.0.1:7464/health 200", "listening on :9050",
             "the monkey jumps: keyboard layout", "HTTP 503, expected 200-299"})
        QCOMPARE(withoutSecrets(id(text)), id(text));
    QVERIFY(isSecretName(id("DB_PASSWORD")) && isSecretName(id("SIGNING_KEY")) && isSecretName(id("apiKey")));
    QVERIFY(!isSecretName(id("PATH")) && !isSecretName(id("KEYBOARD")) && !isSecretName(id("PORT")));
}

void TestServiceTexts::diagnosisHoldsWhatAReportNeeds()
{
    QList<LogLine> log;
    for (int i = 0; i < 60; ++i)
        log.append({id("onion"), {}, false, false, "line " + QByteArray::number(i) + " password=hunter2 \x1b[31m<b>"});
    const QString text = Diagnosis::text(*m_registry, id("onion"), log, {});
    QVERIFY2(text.startsWith(QStringLiteral("Diagnosis of onion in the fleet local\n")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("State: Running · Unhealthy")));
    QVERIFY(text.contains(QStringLiteral("Why: no answer within 5 s")));
    QVERIFY(text.contains(QStringLiteral("Needs: fog_coordinator")));
    QCOMPARE(text.count(QStringLiteral("failed")), 9); // of the last 20 checks
    QCOMPARE(text.count(QStringLiteral("HTTP 200")), 11);
    QVERIFY(!text.contains(QStringLiteral("line 9 ")) && text.contains(QStringLiteral("line 10 ")));
    QVERIFY(text.contains(QStringLiteral("line 59 ")));
    QVERIFY(!text.contains(QStringLiteral("hunter2")));
    QVERIFY(!text.contains(QChar(0x1b)));

    const QString waiting = Diagnosis::text(*m_registry, id("betanet"), {}, QStringLiteral("permission denied"));
    QVERIFY(waiting.contains(QStringLiteral("Caused by: onion – no answer within 5 s")));
    QVERIFY(waiting.contains(QStringLiteral("permission denied")));
}

void TestServiceTexts::settingsMaskSecrets()
{
    ServiceSpec spec;
    spec.name = id("dao");
    spec.command = {id("/bin/dao"), id("--token"), id("hunter2"), id("--listen"), id("a b")};
    spec.environment = {
        {id("DB_PASSWORD"), id("hunter2")}, {id("DB"), id("postgres://u:hunter2@h/d")}, {id("COLOUR"), id("green")}};
    spec.probe.kind = ProbeSpec::Kind::Http;
    spec.probe.url = id("http://u:hunter2@127.0.0.1:80/health");
    ServiceInfo info = m_registry->find(id("dao"))->info;
    info.command = spec.command;
    info.spec = {std::make_shared<const ServiceSpec>(spec)};
    QString all;
    for (const Setting &setting : settingsOf(info))
        all += setting.title + u'=' + setting.value + u'\n';
    QVERIFY2(!all.contains(id("hunter2")), qPrintable(all));
    QVERIFY(all.contains(id("COLOUR=green")));
    QVERIFY(all.contains(id("--listen \"a b\"")));
    QVERIFY(all.contains(id("Every=30s")));
    QVERIFY(all.contains(QStringLiteral("Unhealthy after=3 failures in a row")));
}

void TestServiceTexts::settingsSayWhatIsNotKnownHere()
{
    QString all;
    for (const Setting &setting : settingsOf(m_registry->find(id("dao"))->info))
        all += setting.title + u'=' + setting.value + u'\n';
    QVERIFY(all.contains(QStringLiteral("Command=known only on the machine that runs it")));
    QVERIFY(!all.contains(QStringLiteral("Every=")));
}

void TestServiceTexts::pathLeadsToTheCause()
{
    const QList<BlockerStep> path = blockerPath(*m_registry, id("betanet"));
    QCOMPARE(path.size(), 1);
    QCOMPARE(path.first().service, id("onion"));
    QCOMPARE(path.first().why, QStringLiteral("no answer within 5 s"));
    QVERIFY(blockerPath(*m_registry, id("onion")).isEmpty());
    QVERIFY(blockerPath(*m_registry, id("nobody")).isEmpty());
    // A longer way, and one that bites its tail.
    ServiceStatus onion = m_registry->find(id("onion"))->status;
    onion.state = RunState::Waiting;
    onion.blockers = {{id("fog_coordinator"), DependencyCondition::Healthy, true}};
    m_registry->update(onion);
    QCOMPARE(blockerPath(*m_registry, id("betanet")).size(), 2);
    ServiceStatus fog = m_registry->find(id("fog_coordinator"))->status;
    fog.blockers = {{id("betanet"), DependencyCondition::Healthy, true}};
    m_registry->update(fog);
    QCOMPARE(blockerPath(*m_registry, id("betanet")).size(), 2);
}

void TestServiceTexts::nextStepIsToldWithItsTime()
{
    const WallTime now = Now::read().wall;
    ServiceStatus status = m_registry->find(id("p2p"))->status;
    status.state = RunState::Backoff;
    status.restartAttempts = 2;
    status.maxAttempts = 3;
    status.nextAttemptAt = now + 4500ms;
    m_registry->update(status);
    QCOMPARE(nextStep(*m_registry->find(id("p2p")), now), QStringLiteral("Restarts by itself in 4 s (2 of 3)"));
    status.restartAttempts = 0; // reset
    m_registry->update(status);
    QCOMPARE(nextStep(*m_registry->find(id("p2p")), now), QStringLiteral("Restarts by itself in 4 s"));
    QVERIFY(
        nextStep(*m_registry->find(id("harvest")), now).startsWith(QStringLiteral("Given up unless it is ready in 5")));
    QCOMPARE(nextStep(*m_registry->find(id("vpn_coordinator")), now),
        QStringLiteral("Not restarted by itself any more; Restart tries again"));
    QCOMPARE(nextStep(*m_registry->find(id("bitchat")), now), QString());
}

void TestServiceTexts::problemsComeTheWorstFirst()
{
    const QStringList order(problemOrder(m_model->rows()));
    QCOMPARE(order, QStringList({id("vpn_coordinator"), id("onion"), id("p2p")}));
    QCOMPARE(nextProblem(m_model->rows(), {}, true), id("vpn_coordinator"));
    QCOMPARE(nextProblem(m_model->rows(), id("dao"), false), id("p2p"));
    QCOMPARE(nextProblem(m_model->rows(), id("vpn_coordinator"), true), id("onion"));
    QCOMPARE(nextProblem(m_model->rows(), id("p2p"), true), id("vpn_coordinator")); // round
    QCOMPARE(nextProblem(m_model->rows(), id("vpn_coordinator"), false), id("p2p"));
    QCOMPARE(nextProblem({}, id("p2p"), true), ServiceId());
}

void TestServiceTexts::selectionGoesBackAndForward()
{
    ServiceSelection selection;
    const auto isThere = [](const ServiceId &service) { return service != id("gone"); };
    QVERIFY(!selection.canGoBack());
    for (const char *name : {"a", "gone", "b", "c"})
        selection.selectOnly(id(name));
    selection.goBack(isThere);
    QCOMPARE(selection.current(), id("b"));
    selection.goBack(isThere); // past the one that has gone
    QCOMPARE(selection.current(), id("a"));
    QVERIFY(!selection.canGoBack());
    selection.goForward(isThere);
    QCOMPARE(selection.current(), id("b"));
    selection.selectOnly(id("d")); // a new way forgets the old one
    QVERIFY(!selection.canGoForward());
    for (int i = 0; i < 300; ++i)
        selection.selectOnly(QString::number(i));
    int steps = 0;
    while (selection.canGoBack() && ++steps < 1000)
        selection.goBack(isThere);
    QCOMPARE(steps, static_cast<int>(ServiceSelection::longestWay));
}

QTEST_MAIN(TestServiceTexts)
#include "tst_servicetexts.moc"
