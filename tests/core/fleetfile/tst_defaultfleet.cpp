#include "core/fleetfile/fleetfile.h"
#include "core/graph/pictures.h"

#include <QTest>

using namespace foghorn;

/// The fleet that is shipped is the seed's.
class TestDefaultFleet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_loaded =
            loadFleet({qEnvironmentVariable("FOGHORN_SOURCE") + QStringLiteral("/resources/fleets/default.yaml")}, {});
    }

    void hasNoFaults()
    {
        for (const Fault &fault : m_loaded.faults + m_loaded.warnings)
            qWarning("%s", qPrintable(fault.toString()));
        QVERIFY(m_loaded.faults.isEmpty());
        QVERIFY(m_loaded.warnings.isEmpty());
        QCOMPARE(m_loaded.fleet.name, QStringLiteral("fog-compute"));
    }

    void startsInTheSeedsOrder()
    {
        QStringList order;
        for (const int node : m_loaded.graph.startOrder())
            order.append(m_loaded.graph.name(node));
        QCOMPARE(order.join(QLatin1Char(' ')),
            QStringLiteral("dao scheduler edge fog_coordinator harvest onion p2p vpn_coordinator betanet bitchat"));
    }

    void drawsTheSeedsPicture()
    {
        const QByteArray expected = "Service Dependency Graph:\n"
                                    "==================================================\n"
                                    "\n"
                                    "Layer 0 (Startup Priority):\n"
                                    "  • dao\n"
                                    "\n"
                                    "Layer 1 (Startup Priority):\n"
                                    "  • edge [optional: dao]\n"
                                    "  • scheduler [optional: dao]\n"
                                    "\n"
                                    "Layer 2 (Startup Priority):\n"
                                    "  • fog_coordinator\n"
                                    "  • harvest <- edge\n"
                                    "\n"
                                    "Layer 3 (Startup Priority):\n"
                                    "  • onion <- fog_coordinator\n"
                                    "  • p2p [optional: fog_coordinator]\n"
                                    "\n"
                                    "Layer 4 (Startup Priority):\n"
                                    "  • vpn_coordinator <- fog_coordinator, onion\n"
                                    "\n"
                                    "Layer 5 (Startup Priority):\n"
                                    "  • betanet [optional: onion, p2p]\n"
                                    "  • bitchat [optional: p2p]\n";
        QCOMPARE(toText(m_loaded.graph), expected);
    }

    void countsFiveServicesAsCritical()
    {
        QStringList critical;
        for (const ServiceSpec &service : m_loaded.fleet.services) {
            if (service.critical)
                critical.append(service.name);
        }
        QCOMPARE(critical.join(QLatin1Char(' ')), QStringLiteral("dao scheduler edge fog_coordinator harvest"));
    }

    void givesEveryServiceAnAutomaticPortAndAProbe()
    {
        QHash<QPair<ServiceId, QString>, quint16> chosen;
        quint16 next = 20000;
        for (const ServiceSpec &service : m_loaded.fleet.services)
            chosen.insert({service.name, QStringLiteral("http")}, next++);
        const FleetSpec fleet = resolvePorts(m_loaded.fleet, chosen);
        QCOMPARE(fleet.services.size(), 10);
        for (const ServiceSpec &service : fleet.services) {
            const QString port = QString::number(chosen.value({service.name, QStringLiteral("http")}));
            QCOMPARE(service.command,
                (QList<QString>{QStringLiteral("foghorn-demo"), QStringLiteral("--name"), service.name,
                    QStringLiteral("--port"), port}));
            QCOMPARE(service.probe.url, QStringLiteral("http://127.0.0.1:%1/health").arg(port));
            QCOMPARE(service.probe.json,
                (QList<ProbeSpec::JsonMember>{{QStringLiteral("status"), QStringLiteral("\"healthy\"")}}));
            QCOMPARE(service.ready, ReadyWhen::Healthy);
        }
        QCOMPARE(fleet.services[4].environment,
            (QList<QPair<QString, QString>>{{QStringLiteral("EDGE_URL"), QStringLiteral("http://127.0.0.1:20002")}}));
    }

private:
    LoadedFleet m_loaded;
};

QTEST_GUILESS_MAIN(TestDefaultFleet)
#include "tst_defaultfleet.moc"
