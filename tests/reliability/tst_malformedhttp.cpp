#include "tests/core/api/rawclient.h"
#include "tests/fuzz/mutator.h"
#include "tests/integration/fleetfixture.h"
#include "tests/reliability/httphammer.h"
#include "tests/support/figures.h"

#include <QDir>

using namespace foghorn;

/// T14: requests that no honest client sends, to a real daemon: it lives, has lost nothing and calls none of them its
/// own mistake. (The fixed list is in tst_hostilehttp, name by name; here it is where mutations begin.)
class TestMalformedHttp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mutatedRequestsHarmNobody();

private:
    /// The fuzzer's inputs, with a token that lets them in but may change nothing: whatever a mutation asks for, the
    /// services are the same afterwards.
    static QList<QByteArray> seeds(const QByteArray &viewerToken)
    {
        QList<QByteArray> found;
        const QDir corpus(sourcePath(QStringLiteral("tests/fuzz/corpus/http")));
        const QStringList names = corpus.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(corpus.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                found << file.readAll().replace("operator-token-operator-token-operator", viewerToken);
        }
        return found;
    }
};

void TestMalformedHttp::mutatedRequestsHarmNobody()
{
    FleetFixture fleet("  edge: {command: [sleep, '1000']}\n");
    QVERIFY(fleet.beginAndSettle());
    const qint64 pid = fleet.pidOf("edge");
    const auto port = static_cast<quint16>(fleet.daemon().client().target().url.port());
    const QByteArray token = fleet.read(QStringLiteral("state/token.viewer")).trimmed();
    const QList<QByteArray> inputs = seeds(token);
    QVERIFY(inputs.size() >= 16 && !token.isEmpty());
    const QByteArray whole = request("GET", "/api/orchestration/services", token);
    QCOMPARE(call(port, whole).status, 200);
    const int before = descriptorCountOf(fleet.daemon().pid());

    const int count = figure(3'000, 500'000);
    auto mutator = std::make_shared<Mutator>(20261123, inputs, 8192);
    {
        HttpHammer::Plan plan;
        plan.make = [mutator](int) { return mutator->next(); };
        plan.requests = count;
        plan.lanes = figure(64, 256);
        plan.patience = std::chrono::milliseconds(300); // for those that lack their end, nothing ever comes
        HttpHammer hammer(port, plan);
        QVERIFY(hammer.run(figure(120'000, 3'000'000)));
        QVERIFY(fleet.daemon().isRunning());
        QCOMPARE(hammer.withStatus(500, 599), 0);
        QVERIFY(hammer.withStatus(200, 299) > 0 && hammer.withStatus(400, 499) > 0);
        reportFigure("T14",
            QStringLiteral("%1 mutated requests: %2 answered with 2xx, %3 with 4xx, none with 5xx, %4 cut or "
                           "unfinished")
                .arg(count)
                .arg(hammer.withStatus(200, 299))
                .arg(hammer.withStatus(400, 499))
                .arg(hammer.statuses.value(0)));
    }
    QCOMPARE(call(port, whole).status, 200);
    constexpr int ownConnections = 8; // of our own client, which keeps as many as it likes
    QTRY_VERIFY_WITH_TIMEOUT(descriptorCountOf(fleet.daemon().pid()) <= before + ownConnections, 20'000);
    QCOMPARE(fleet.pidOf("edge"), pid);
    QCOMPARE(fleet.number("edge", "restart_count"), 0);
}

QTEST_GUILESS_MAIN(TestMalformedHttp)
#include "tst_malformedhttp.moc"
