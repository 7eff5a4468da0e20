#include "core/client/discovery.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

class tst_Discovery : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static void makeState(
        const QTemporaryDir &root, const QString &fleet, const QByteArray &url, const QByteArray &token)
    {
        write(root.filePath(fleet + QLatin1String("/api.url")), url + '\n');
        write(root.filePath(fleet + QLatin1String("/token")), token + '\n');
    }

private Q_SLOTS:
    void takesTheUsualAddressWhenNothingRuns()
    {
        QTemporaryDir root;
        const auto target = discover({}, root.path());
        QVERIFY(target);
        QCOMPARE(target.value().url, QUrl(QStringLiteral("http://127.0.0.1:7464")));
        QVERIFY(target.value().token.isEmpty());
    }

    void findsTheOnlyFleet()
    {
        QTemporaryDir root;
        makeState(root, QStringLiteral("fog"), "http://127.0.0.1:9001", "secret");
        const auto target = discover({}, root.path());
        QVERIFY(target);
        QCOMPARE(target.value().url.port(), 9001);
        QCOMPARE(target.value().token, QByteArray("secret"));
        QCOMPARE(target.value().stateDirectory, root.filePath(QStringLiteral("fog")));
    }

    void asksWhichOfSeveral()
    {
        QTemporaryDir root;
        makeState(root, QStringLiteral("fog"), "http://127.0.0.1:9001", "one");
        makeState(root, QStringLiteral("mist"), "http://127.0.0.1:9002", "two");
        const auto refused = discover({}, root.path());
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(u"fog, mist"));
        QVERIFY(refused.error().text.contains(u"--fleet"));
        DiscoveryWish wish;
        wish.fleet = QStringLiteral("mist");
        QCOMPARE(discover(wish, root.path()).value().token, QByteArray("two"));
    }

    void whatWasKilledIsNotMeant()
    {
        QTemporaryDir root;
        makeState(root, QStringLiteral("fog"), "http://127.0.0.1:9001", "one");
        makeState(root, QStringLiteral("mist"), "http://127.0.0.1:9002", "two");
        write(root.filePath(QStringLiteral("fog/lock")), "2147483647\n");
        const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
        write(root.filePath(QStringLiteral("mist/lock")), own + '\n');
        QCOMPARE(discover({}, root.path()).value().token, QByteArray("two"));
        write(root.filePath(QStringLiteral("fog/lock")), own + "\n\n\n\n\n\n");
        QVERIFY(!discover({}, root.path())); // both run
        DiscoveryWish wish;
        wish.fleet = QStringLiteral("fog");
        QCOMPARE(discover(wish, root.path()).value().token, QByteArray("one"));
    }

    void pairsATokenOnlyWithItsOwnAddress()
    {
        QTemporaryDir root;
        makeState(root, QStringLiteral("fog"), "http://127.0.0.1:9001", "secret");
        DiscoveryWish wish;
        wish.url = QStringLiteral("http://127.0.0.1:9001/");
        QCOMPARE(discover(wish, root.path()).value().token, QByteArray("secret"));
        wish.url = QStringLiteral("http://127.0.0.1:9002");
        QVERIFY(discover(wish, root.path()).value().token.isEmpty());
        wish.url = QStringLiteral("https://127.0.0.1:9001");
        QVERIFY(discover(wish, root.path()).value().token.isEmpty());
    }

    void readsTheTokenFileThatWasNamed()
    {
        QTemporaryDir root;
        makeState(root, QStringLiteral("fog"), "http://127.0.0.1:9001", "secret");
        write(root.filePath(QStringLiteral("viewer")), "other\n");
        DiscoveryWish wish;
        wish.tokenFile = root.filePath(QStringLiteral("viewer"));
        QCOMPARE(discover(wish, root.path()).value().token, QByteArray("other"));
        wish.tokenFile = root.filePath(QStringLiteral("missing"));
        QVERIFY(!discover(wish, root.path()));
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"ftp://127.0.0.1", "127.0.0.1:7464", "http://", "nonsense", "http://a b"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void refusesWhatIsNoAddress()
    {
        QTemporaryDir root;
        QFETCH(QString, url);
        DiscoveryWish wish;
        wish.url = url;
        QVERIFY(!discover(wish, root.path()));
    }

    void refusesAStateDirectoryWithoutAddress()
    {
        QTemporaryDir root;
        DiscoveryWish wish;
        wish.stateDirectory = root.path();
        QVERIFY(!discover(wish, root.path()));
    }
};

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
