#include "core/api/tokenstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

/// The token files of a state dir.
class TestTokenStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void makesTwoTokensThatOnlyWeCanRead();
    void readsThemAgain();
    void refusesLooserModes();
    void refusesLinksAndJunk();
    void saysWhatItCannotCreate();
    void makesNewOnes();
    void makesNewOnesInThePlaceOfOurOwnFilesOnly();

private:
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestTokenStore::makesTwoTokensThatOnlyWeCanRead()
{
    const Result<TokenDigests> tokens = openTokens(m_directory->path());
    QVERIFY(tokens);
    for (const char *name : {"token", "token.viewer"}) {
        QCOMPARE(content(name).size(), 43); // 256 bits
        QCOMPARE(QFile::permissions(path(name)) & ~(QFile::ReadUser | QFile::WriteUser),
            QFile::ReadOwner | QFile::WriteOwner);
    }
    QVERIFY(content("token") != content("token.viewer"));
    QCOMPARE(tokens.value().roleOf(content("token")), Role::Operator);
    QCOMPARE(tokens.value().roleOf(content("token.viewer")), Role::Viewer);
    QCOMPARE(tokens.value().roleOf(""), Role::Nobody);
    QCOMPARE(tokens.value().roleOf(content("token").chopped(1)), Role::Nobody);
    QCOMPARE(TokenDigests().roleOf(""), Role::Nobody);
}

void TestTokenStore::readsThemAgain()
{
    QVERIFY(openTokens(m_directory->path()));
    const QByteArray token = content("token");
    const Result<TokenDigests> again = openTokens(m_directory->path());
    QVERIFY(again);
    QCOMPARE(content("token"), token);
    QCOMPARE(again.value().roleOf(token), Role::Operator);
}

void TestTokenStore::refusesLooserModes()
{
    QVERIFY(openTokens(m_directory->path()));
    QVERIFY(QFile::setPermissions(path("token.viewer"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const Result<TokenDigests> tokens = openTokens(m_directory->path());
    QVERIFY(!tokens);
    QVERIFY(tokens.error().text.contains(path("token.viewer"))
        && tokens.error().text.contains(QStringLiteral("remove it")));
}

void TestTokenStore::refusesLinksAndJunk()
{
    QFile real(path("elsewhere"));
    QVERIFY(real.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner));
    real.write(QByteArray(43, 'x'));
    real.close();
    QVERIFY(QFile::link(path("elsewhere"), path("token")));
    QVERIFY(!openTokens(m_directory->path()));
    QVERIFY(QFile::remove(path("token")));
    QFile junk(path("token"));
    QVERIFY(junk.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner));
    junk.write("short\n");
    junk.close();
    QVERIFY(!openTokens(m_directory->path()));
}

void TestTokenStore::saysWhatItCannotCreate()
{
    const Result<TokenDigests> tokens = openTokens(path("missing"));
    QVERIFY(!tokens);
    QVERIFY(tokens.error().text.contains(QStringLiteral("cannot create the token file")));
}

void TestTokenStore::makesNewOnes()
{
    QVERIFY(openTokens(m_directory->path()));
    const QByteArray before = content("token");
    const QByteArray viewer = content("token.viewer");
    const Result<QByteArray> digest = renewToken(m_directory->path(), Role::Operator);
    QVERIFY(digest);
    QVERIFY(content("token") != before);
    QCOMPARE(content("token").size(), 43);
    QCOMPARE(content("token.viewer"), viewer);
    QCOMPARE(digest.value(), TokenDigests::digestOf(content("token")));
    QCOMPARE(QFile::permissions(path("token")) & ~(QFile::ReadUser | QFile::WriteUser),
        QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing is left lying
    const Result<TokenDigests> again = openTokens(m_directory->path());
    QVERIFY(again);
    QCOMPARE(again.value().roleOf(before), Role::Nobody);
    QCOMPARE(again.value().roleOf(content("token")), Role::Operator);
}

void TestTokenStore::makesNewOnesInThePlaceOfOurOwnFilesOnly()
{
    QVERIFY(openTokens(m_directory->path()));
    QVERIFY(QFile::rename(path("token"), path("elsewhere")));
    QVERIFY(QFile::link(path("elsewhere"), path("token")));
    const QByteArray before = content("elsewhere");
    QVERIFY(!renewToken(m_directory->path(), Role::Operator));
    QCOMPARE(content("elsewhere"), before);
    QVERIFY(QFile::remove(path("token")));
    QVERIFY(renewToken(m_directory->path(), Role::Operator));
    QVERIFY(content("token") != before);
    QVERIFY(!renewToken(path("missing"), Role::Viewer));
}

QTEST_GUILESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
