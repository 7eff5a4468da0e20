#include "tests/ui/support/fakefleet.h"
#include "ui/models/servicefilter.h"
#include "ui/models/servicetablemodel.h"

#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestServiceFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void namesNearMisses_data();
    void namesNearMisses();
    void takesNothingAmiss_data();
    void takesNothingAmiss();
    void partsAndJoinsTerms();
    void writesKindsAndLayers();
    void everyServiceIsOfOneKind();

private:
    QStringList found(const QString &text) const
    {
        const ServiceFilter filter = ServiceFilter::parse(text);
        QStringList names;
        for (const ServiceRow &row : m_model->rows()) {
            if (filter.matches(row))
                names.append(row.id);
        }
        names.sort();
        return names;
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<ServiceTableModel> m_model;
};

/// vpn_coordinator failed, onion unhealthy, p2p degraded, harvest starting, betanet waiting, bitchat stopped.
void TestServiceFilter::init()
{
    m_model.reset();
    m_registry = std::make_unique<ServiceRegistry>();
    FleetOutline outline = fakeOutline(id("local"), tenServices());
    outline.services[2].labels.insert(id("zone"), id("Edge-1")); // edge
    outline.services[0].labels.insert(id("zone"), id("core")); // dao
    m_registry->setOutline(outline);
    makeBusyEvening(*m_registry);
    CheckResult slow;
    slow.service = id("scheduler");
    slow.passed = true;
    slow.responseTime = 1500ms;
    slow.healthAfter = Health::Healthy;
    m_registry->recordCheck(slow, {Health::Healthy, 0, 1});
    m_model = std::make_unique<ServiceTableModel>(*m_registry);
}

void TestServiceFilter::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("services");
    const auto row = [](const char *text, const char *services) { QTest::newRow(text) << id(text) << id(services); };
    row("status:failed", "vpn_coordinator");
    row("STATUS:Failed", "vpn_coordinator");
    row("status:fail", "vpn_coordinator"); // still being typed
    row("status:failed,unhealthy", "onion vpn_coordinator");
    row("status:failed status:unhealthy", "onion vpn_coordinator");
    row("status:waiting", "betanet");
    row("status:starting", "harvest");
    row("status:degraded", "p2p");
    row("status:problem", "onion p2p vpn_coordinator");
    row("status:stopped", "bitchat");
    row("layer:0", "dao");
    row("layer:>3 status:failed", "vpn_coordinator");
    row("layer:0-1", "dao edge scheduler");
    row("layer:<1", "dao");
    row("tag:edge", "edge");
    row("tag:zone=", "dao edge");
    row("tag:zone tag:core", "dao");
    row("slow:>1000", "scheduler");
    row("slow:1s", "scheduler");
    row("slow:>1.4s", "scheduler");
    row("slow:>1500", ""); // more than, not as much
    row("crit:yes layer:1", "edge scheduler");
    row("crit:no status:healthy", "");
    row("coord failed", "vpn_coordinator");
    row("503", "p2p"); // in its reason
    row("\"no answer\"", "onion");
    row("status:", "betanet bitchat dao edge fog_coordinator harvest onion p2p scheduler vpn_coordinator");
}

void TestServiceFilter::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, services);
    QCOMPARE(found(text).join(u' '), services);
    const ServiceFilter filter = ServiceFilter::parse(text);
    for (const FilterTerm &term : filter.terms())
        QVERIFY2(term.problem.isEmpty(), qPrintable(term.problem));
}

void TestServiceFilter::namesNearMisses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *text, const char *problem) {
        QTest::newRow(text) << id(text) << QString::fromUtf8(problem);
    };
    row("statsu:failed", "“statsu:” is no filter; did you mean status:failed?");
    row("layr:2", "“layr:” is no filter; did you mean layer:2?");
    row("status:faild", "“faild” is no status; did you mean status:failed?");
    row("layer:two", "“two” is no layer; write layer:2, layer:1-3 or layer:>2");
    row("layer:-1", "“-1” is no layer; write layer:2, layer:1-3 or layer:>2");
    row("layer:99999999999", "“99999999999” is no layer; write layer:2, layer:1-3 or layer:>2");
    row("slow:>often", "“>often” is no response time; write slow:>200 (milliseconds) or slow:>1.5s");
    row("slow:nan", "“nan” is no response time; write slow:>200 (milliseconds) or slow:>1.5s");
    row("crit:maybe", "“maybe” is neither yes nor no; write crit:yes or crit:no");
}

void TestServiceFilter::namesNearMisses()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const ServiceFilter filter = ServiceFilter::parse(text);
    QCOMPARE(filter.terms().size(), 1);
    QCOMPARE(filter.terms().first().problem, problem);
    QCOMPARE(found(text).size(), 10); // it hides nothing behind anybody's back
}

void TestServiceFilter::takesNothingAmiss_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("address") << QStringLiteral("http://127.0.0.1:7464/x:y");
    QTest::newRow("quotes") << QStringLiteral("\"\"\" \"unfinished");
    QTest::newRow("colons") << QStringLiteral("::: : a:");
    QTest::newRow("markup") << QStringLiteral("<b>status:</b>&amp;");
    QTest::newRow("controls") << QStringLiteral("status:\u202e\u0007 tag:\n");
    QTest::newRow("long") << QString(100'000, u'x') + QStringLiteral(" status:") + QString(100'000, u'y');
    QTest::newRow("surrogate") << QString(QChar(0xD800)) + QStringLiteral(":x");
    QTest::newRow("pattern") << QStringLiteral("status:.* layer:[0-9] (((");
    QTest::newRow("percent") << QStringLiteral("%1 %n status:%1%2");
}

void TestServiceFilter::takesNothingAmiss()
{
    QFETCH(QString, text);
    const ServiceFilter filter = ServiceFilter::parse(text);
    for (const ServiceRow &row : m_model->rows())
        filter.matches(row);
    for (const FilterTerm &term : filter.terms())
        QVERIFY(!term.text.isEmpty());
    // Written anew, it says the same.
    const ServiceFilter again = ServiceFilter::parse(ServiceFilter::without(text, -1));
    QCOMPARE(again.terms(), filter.terms());
}

void TestServiceFilter::partsAndJoinsTerms()
{
    const QString text = QStringLiteral("onion  status:failed \"two words\" layer:2");
    QCOMPARE(ServiceFilter::parse(text).terms().size(), 4);
    QCOMPARE(ServiceFilter::without(text, 1), QStringLiteral("onion \"two words\" layer:2"));
    QCOMPARE(ServiceFilter::without(text, 2), QStringLiteral("onion status:failed layer:2"));
    QCOMPARE(ServiceFilter::without(text, 7), QStringLiteral("onion status:failed \"two words\" layer:2"));
}

void TestServiceFilter::writesKindsAndLayers()
{
    using Kind = StatusKind;
    const QString text = QStringLiteral("onion status:healthy layer:2");
    const QString two = ServiceFilter::withKinds(text, {Kind::Unhealthy, Kind::Failed});
    QCOMPARE(two, QStringLiteral("status:failed,unhealthy onion layer:2"));
    QVERIFY(ServiceFilter::parse(two).showsKind(Kind::Failed));
    QVERIFY(!ServiceFilter::parse(two).showsKind(Kind::Healthy));
    QCOMPARE(ServiceFilter::withKinds(two, {}), QStringLiteral("onion layer:2"));
    const QList<Kind> all(allStatusKinds.begin(), allStatusKinds.end());
    QCOMPARE(ServiceFilter::withKinds(two, all), QStringLiteral("onion layer:2"));
    QCOMPARE(ServiceFilter::withLayer(text, 5), QStringLiteral("layer:5 onion status:healthy"));
    QCOMPARE(ServiceFilter::withLayer(text, {}), QStringLiteral("onion status:healthy"));
    QCOMPARE(ServiceFilter::parse(text).layer(), std::optional(2));
    QCOMPARE(ServiceFilter::parse(QStringLiteral("layer:1-3")).layer(), std::nullopt);
}

void TestServiceFilter::everyServiceIsOfOneKind()
{
    for (const ServiceRow &row : m_model->rows()) {
        int shown = 0;
        for (const StatusKind kind : allStatusKinds)
            shown += ServiceFilter::parse(ServiceFilter::withKinds({}, {kind})).matches(row) ? 1 : 0;
        QCOMPARE(shown, 1);
    }
    for (const StatusKind kind : allStatusKinds)
        QVERIFY(!nameOfKind(kind).isEmpty());
}

QTEST_MAIN(TestServiceFilter)
#include "tst_servicefilter.moc"
