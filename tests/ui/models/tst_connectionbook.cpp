#include "ui/models/connectionbook.h"
#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"

#include <QSignalSpy>
#include <QTest>

using namespace foghorn;

class TestConnectionBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsSaidOfAConnection();
    void theLastUsedComesFirst();
    void namesAreUnique();
    void anythingInTheSettingsIsSurvived_data();
    void anythingInTheSettingsIsSurvived();
    void addressesAreCompleted_data();
    void addressesAreCompleted();

private:
    static ConnectionProfile profile(const char *name)
    {
        ConnectionProfile made;
        made.name = QLatin1String(name);
        made.url = QStringLiteral("https://%1:7464").arg(QLatin1String(name));
        return made;
    }
    static QStringList namesIn(const ConnectionBook &book)
    {
        QStringList names;
        for (const ConnectionProfile &each : book.profiles())
            names << each.name;
        return names;
    }
};

void TestConnectionBook::keepsWhatIsSaidOfAConnection()
{
    UserSettings settings;
    ConnectionProfile all = profile("edge-7");
    all.tokenFile = QStringLiteral("/tmp/t");
    all.authorities = QStringLiteral("/tmp/ca.pem");
    all.ownCertificate = QStringLiteral("/tmp/me.pem");
    all.ownKey = QStringLiteral("/tmp/me.key");
    all.certificate = "-----BEGIN CERTIFICATE-----\nx\n";
    all.label = QStringLiteral("production ü “x”");
    all.tint = ConnectionTint::Grey;
    all.isProtected = true;
    {
        ConnectionBook book(settings);
        book.keep(all);
    }
    const ConnectionBook again(settings);
    QCOMPARE(again.profiles(), QList<ConnectionProfile>{all});
    QCOMPARE(again.find(QStringLiteral("edge-7")), all);
    QVERIFY(!again.find(QStringLiteral("edge")));
}

void TestConnectionBook::theLastUsedComesFirst()
{
    UserSettings settings;
    ConnectionBook book(settings);
    for (const char *name : {"a", "b", "c"})
        book.keep(profile(name));
    QCOMPARE(namesIn(book).join(u' '), QStringLiteral("c b a"));
    book.markUsed(QStringLiteral("a"));
    QCOMPARE(namesIn(ConnectionBook(settings)).join(u' '), QStringLiteral("a c b"));
    const QSignalSpy changed(&book, &ConnectionBook::changed);
    book.markUsed(QStringLiteral("nobody"));
    book.remove(QStringLiteral("nobody"));
    QVERIFY(changed.isEmpty());
    for (int i = 0; i < 150; ++i)
        book.keep(profile(qPrintable(QString::number(i))));
    QCOMPARE(book.profiles().size(), ConnectionBook::Most);
    QCOMPARE(namesIn(book).first(), QStringLiteral("149"));
}

void TestConnectionBook::namesAreUnique()
{
    UserSettings settings;
    ConnectionBook book(settings);
    book.keep(profile("a"));
    book.keep(profile("b"));
    QVERIFY(book.isTaken(QStringLiteral("a"), QStringLiteral("b")));
    QVERIFY(!book.isTaken(QStringLiteral("a"), QStringLiteral("a")));
    book.keep(profile("a")); // the same once more
    QCOMPARE(namesIn(book).size(), 2);
    book.keep(profile("c"), QStringLiteral("a")); // renamed, where it was
    QVERIFY(!book.find(QStringLiteral("a")) && book.find(QStringLiteral("c")));
    QCOMPARE(namesIn(book).size(), 2);
    book.keep({});
    QCOMPARE(namesIn(book).size(), 2);
}

void TestConnectionBook::anythingInTheSettingsIsSurvived_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kept");
    const QString good = QStringLiteral("{\"name\":\"a\",\"url\":\"https://a:1\"}");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("no JSON") << QStringLiteral("[{") << 0;
    QTest::newRow("an object") << good << 0;
    QTest::newRow("numbers") << QStringLiteral("[1, null, [], {}]") << 0;
    QTest::newRow("one good") << QStringLiteral("[%1, 7]").arg(good) << 1;
    QTest::newRow("twice") << QStringLiteral("[%1, %1]").arg(good) << 1;
    QTest::newRow("no name") << QStringLiteral("[{\"url\":\"https://a:1\"}]") << 0;
    QTest::newRow("bad address") << QStringLiteral("[{\"name\":\"a\",\"url\":\"javascript:1\"}]") << 0;
    QTest::newRow("types") << QStringLiteral(
        "[{\"name\":\"a\",\"url\":\"https://a:1\",\"colour\":7,\"protected\":\"yes\"}]")
                           << 1;
    QTest::newRow("long name") << QStringLiteral("[{\"name\":\"%1\",\"url\":\"https://a:1\"}]").arg(QString(9999, u'x'))
                               << 1;
    QTest::newRow("lines in the name") << QStringLiteral("[{\"name\":\"a\\nb\",\"url\":\"https://a:1\"}]") << 1;
}

void TestConnectionBook::anythingInTheSettingsIsSurvived()
{
    QFETCH(QString, text);
    QFETCH(int, kept);
    UserSettings settings;
    settings.setValue(ConnectionsKey, text);
    ConnectionBook book(settings);
    QCOMPARE(book.profiles().size(), kept);
    for (const ConnectionProfile &each : book.profiles()) {
        QVERIFY(each.name.size() <= ConnectionProfileCheck::LongestName && !each.name.contains(u'\n'));
        QCOMPARE(each.tint, ConnectionTint::None);
        QVERIFY(!each.isProtected);
    }
    book.keep(profile("z"));
    QCOMPARE(ConnectionBook(settings).profiles().size(), kept + 1);
}

void TestConnectionBook::addressesAreCompleted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAddress");
    const auto row = [](const char *typed, const char *url, bool isAddress) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(url) << isAddress;
    };
    row("edge-7", "https://edge-7:7464", true);
    row(" edge-7:99 ", "https://edge-7:99", true);
    row("localhost", "http://localhost:7464", true);
    row("127.0.0.1:1", "http://127.0.0.1:1", true);
    row("[::1]:1", "http://[::1]:1", true);
    row("[fd00::7]", "https://[fd00::7]:7464", true);
    row("http://edge", "http://edge", true);
    row("ftp://edge", "ftp://edge", false);
    row("https://me:pw@edge", "https://me:pw@edge", false);
    row("a b", "a b", false);
    row("", "", false);
}

void TestConnectionBook::addressesAreCompleted()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    QFETCH(bool, isAddress);
    QCOMPARE(ConnectionProfileCheck::completed(typed), url);
    QCOMPARE(ConnectionProfileCheck::isAddress(ConnectionProfileCheck::completed(typed)), isAddress);
}

QTEST_GUILESS_MAIN(TestConnectionBook)
#include "tst_connectionbook.moc"
