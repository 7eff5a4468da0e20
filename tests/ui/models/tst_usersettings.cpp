#include "ui/models/usersettings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace foghorn;

/// Goal L7: what is kept, and that no content of the file keeps the program from starting.
class TestUserSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsFromRunToRun();
    void forgetsWithoutAFile();
    void tellsOfChangesOnly();
    void anythingInTheFileIsSurvived_data();
    void anythingInTheFileIsSurvived();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("deep/foghorn.ini")); }

    QTemporaryDir m_folder;
};

void TestUserSettings::keepsFromRunToRun()
{
    QFile::remove(file());
    {
        UserSettings settings(file());
        settings.setValue(QStringLiteral("window/page"), 3);
        settings.setValue(QStringLiteral("window/gone"), 1);
        settings.setValue(QStringLiteral("window/gone"), {});
    }
    const UserSettings settings(file());
    QCOMPARE(settings.value(QStringLiteral("window/page")).toInt(), 3);
    QCOMPARE(settings.keysIn(QStringLiteral("window")), QStringList{QStringLiteral("page")});
    QCOMPARE(settings.value(QStringLiteral("window/gone"), 7).toInt(), 7);
    QVERIFY(settings.notice().isEmpty());
}

void TestUserSettings::forgetsWithoutAFile()
{
    UserSettings settings;
    settings.setValue(QStringLiteral("a/b"), true);
    QCOMPARE(settings.value(QStringLiteral("a/b")).toBool(), true);
    QCOMPARE(UserSettings().keysIn(QStringLiteral("a")), QStringList());
}

void TestUserSettings::tellsOfChangesOnly()
{
    UserSettings settings;
    QSignalSpy spy(&settings, &UserSettings::changed);
    settings.setValue(QStringLiteral("a/b"), 1);
    settings.setValue(QStringLiteral("a/b"), 1);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toString(), QStringLiteral("a/b"));
}

void TestUserSettings::anythingInTheFileIsSurvived_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("setAside");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("older, without a version") << QByteArray("[window]\npage=2\n") << false;
    QTest::newRow("later version") << QByteArray("[settings]\nversion=99\n") << true;
    QTest::newRow("version is a word") << QByteArray("[settings]\nversion=new\n") << true;
    QTest::newRow("not INI") << QByteArray("{\"page\": 3}") << true;
    QTest::newRow("torn") << QByteArray("[window]\npage=3\n[sett") << true;
    QTest::newRow("bytes that are no INI either") << QByteArray::fromHex("00ff7b6e6f7420696e69") << true;
    QTest::newRow("bytes") << QByteArray::fromHex("00ff017f80feffff0a5b5d3d0a") << true;
}

void TestUserSettings::anythingInTheFileIsSurvived()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, setAside);
    QDir(m_folder.path()).mkpath(QStringLiteral("deep"));
    QFile raw(file());
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write(content);
    raw.close();
    {
        UserSettings settings(file());
        QCOMPARE(!settings.notice().isEmpty(), setAside);
        settings.setValue(QStringLiteral("window/page"), 5);
    }
    const UserSettings settings(file());
    QCOMPARE(settings.value(QStringLiteral("window/page")).toInt(), 5);
    QVERIFY(settings.notice().isEmpty());
    const QStringList kept =
        QDir(m_folder.filePath(QStringLiteral("deep"))).entryList({QStringLiteral("foghorn.ini.*Z")});
    QCOMPARE(!kept.isEmpty(), setAside);
    for (const QString &name : kept)
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("deep/") + name)));
}

QTEST_GUILESS_MAIN(TestUserSettings)
#include "tst_usersettings.moc"
