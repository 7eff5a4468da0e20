#include "tests/core/fleetfile/fleetfiles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace foghorn;

/// Files made to break a reader are refused with a fault that says where and why.
class TestHostileYaml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QByteArray laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 20; ++i) {
            const QByteArray alias = "*a" + QByteArray::number(i - 1);
            const QByteArray name = QByteArray::number(i);
            laughs += "a" + name + ": &a" + name + " [" + QByteArray(alias + ", ").repeated(9) + alias + "]\n";
        }
        QTest::newRow("billion laughs") << laughs
                                        << QStringLiteral("f.yaml:6:45: the aliases of this file stand for more than "
                                                          "1000000 values; write the values out, or use 'defaults'");
        QTest::newRow("alias in itself") << QByteArray("a: &a [*a]\n")
                                         << QStringLiteral("f.yaml:1:8: this alias stands inside what it repeats");
        const QString deep = QStringLiteral(": maps and lists are nested more than 64 deep");
        QTest::newRow("deep lists") << QByteArray("[").repeated(100'000) << QStringLiteral("f.yaml:1:33") + deep;
        QTest::newRow("deep maps") << QByteArray("{a: ").repeated(100'000) << QStringLiteral("f.yaml:1:253") + deep;
        QTest::newRow("deep block lists")
            << QByteArray("- ").repeated(100'000) << QStringLiteral("f.yaml:1:129") + deep;
        QTest::newRow("deep keys") << QByteArray("? ").repeated(100'000) << QStringLiteral("f.yaml:1:129") + deep;
        QTest::newRow("not UTF-8") << QByteArray("fleet: a\nservices: \xff\n")
                                   << QStringLiteral(
                                          "f.yaml:2:11: the byte 0xff is not UTF-8; a fleet file is UTF-8 text");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "f\0l\0",
            6) << QStringLiteral("f.yaml:1:1: the byte 0xff is not UTF-8; a fleet file is UTF-8 text");
        QTest::newRow("overlong") << QByteArray(
            "a: \xc0\xaf\n") << QStringLiteral("f.yaml:1:4: the byte 0xc0 is not UTF-8; a fleet file is UTF-8 text");
        QTest::newRow("surrogate") << QByteArray("a: \xed\xa0\x80\n")
                                   << QStringLiteral(
                                          "f.yaml:1:4: the byte 0xed is not UTF-8; a fleet file is UTF-8 text");
        QTest::newRow("cut sequence") << QByteArray(
            "a: \xe2\x82") << QStringLiteral("f.yaml:1:4: the byte 0xe2 is not UTF-8; a fleet file is UTF-8 text");
        QTest::newRow("NUL") << QByteArray("a: b\0c\n", 7)
                             << QStringLiteral("f.yaml:1:5: control character 0x00; a fleet file is UTF-8 text");
        QTest::newRow("end of transmission")
            << QByteArray("a: b\x04\nservices: {}\n")
            << QStringLiteral("f.yaml:1:5: control character 0x04; a fleet file is UTF-8 text");
        QTest::newRow("escape") << QByteArray("a: \x1b[2J\n")
                                << QStringLiteral("f.yaml:1:4: control character 0x1b; a fleet file is UTF-8 text");
        const QByteArray start = "services:\n  a:\n    command: [x]\n";
        QTest::newRow("NUL as an escape") << start + "    version: \"a\\0b\"\n"
                                          << QStringLiteral("f.yaml:4:14: a text with the character \\0 in it; no "
                                                            "program can be given one; leave it out");
        // yaml-cpp takes the end of the file for the closing quote: a file that was cut off would pass
        const QString open = QStringLiteral(": not valid YAML: the closing quote is missing");
        QTest::newRow("open double quote") << start + "    version: \"1.2 \\\"\n"
                                           << QStringLiteral("f.yaml:4:14") + open;
        QTest::newRow("open single quote") << start + "    version: '1.2 it''s\n"
                                           << QStringLiteral("f.yaml:4:14") + open;
        QTest::newRow("open quote behind an anchor") << "\xef\xbb\xbf" + start + "    version: &v !!str \"1.2\n"
                                                     << QStringLiteral("f.yaml:4:14") + open;
    }

    void closedQuotesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("double") << QByteArray("\"a \\\" b\"");
        QTest::newRow("single") << QByteArray("'it''s'");
        QTest::newRow("empty") << QByteArray("''");
        QTest::newRow("anchor and tag") << QByteArray("&v !!str \"x\"");
        QTest::newRow("block") << QByteArray("|\n      \"a");
        QTest::newRow("plain with a quote") << QByteArray("a\"b");
        QTest::newRow("over lines") << QByteArray("\"a\n      b\"");
    }
    void closedQuotesAreTaken()
    {
        QFETCH(QByteArray, version);
        for (const char *lead : {"", "\xef\xbb\xbf"}) {
            m_files.write(
                QStringLiteral("f.yaml"), lead + ("services:\n  a:\n    command: [x]\n    version: " + version + '\n'));
            QCOMPARE(m_files.lines(m_files.load({QStringLiteral("f.yaml")}).faults), QString());
        }
    }

    void isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        m_files.write(QStringLiteral("f.yaml"), text);
        const LoadedFleet loaded = m_files.load({QStringLiteral("f.yaml")});
        QCOMPARE(m_files.lines(loaded.faults), fault);
    }

    void boundsTheValues()
    {
        m_files.write(QStringLiteral("f.yaml"), "services: [" + QByteArray("a,").repeated(2'100'000) + "a]\n");
        const LoadedFleet loaded = m_files.load({QStringLiteral("f.yaml")});
        QCOMPARE(loaded.faults.size(), 1);
        QVERIFY(loaded.faults[0].what.contains(QLatin1String("more than 2000000 values")));
    }

    void boundsEndpointsMadeOfEndpoints()
    {
        QByteArray text = "services:\n  web:\n    command: [web]\n    endpoints:\n      e0: \"0123456789\"\n";
        for (int i = 1; i < 15; ++i) {
            const QByteArray reference = "${endpoint.e" + QByteArray::number(i - 1) + "}";
            text += "      e" + QByteArray::number(i) + ": \"" + reference.repeated(10) + "\"\n";
        }
        m_files.write(QStringLiteral("f.yaml"), text);
        const LoadedFleet loaded = m_files.load({QStringLiteral("f.yaml")});
        QVERIFY(m_files.lines(loaded.faults).startsWith(QLatin1String("f.yaml:8:11: an endpoint longer than 8 KiB")));
    }

    void showsControlCharactersOfFaultsHarmlessly()
    {
        m_files.write(QStringLiteral("f.yaml"), "services: {web: {command: [web], \"a\\e[2J\\u202eb\": 1}}\n");
        const LoadedFleet loaded = m_files.load({QStringLiteral("f.yaml")});
        QCOMPARE(loaded.faults.size(), 1);
        QVERIFY(loaded.faults[0].toString().contains(QLatin1String("unknown key 'a\\x1b[2J\\u202eb'")));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fault");
        QTest::newRow("missing") << QStringLiteral("none.yaml") << QStringLiteral("none.yaml: no such file");
        QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("folder: is a directory, not a file");
        QTest::newRow("huge") << QStringLiteral("huge.yaml") << QStringLiteral("huge.yaml: is larger than 64 MiB");
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, fault);
        QDir().mkpath(m_files.path(QStringLiteral("folder")));
        QFile huge(m_files.path(QStringLiteral("huge.yaml")));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(65LL * 1024 * 1024));
        QCOMPARE(m_files.lines(m_files.load({name}).faults), fault);
    }

    void reportsTenThousandFaultsQuickly()
    {
        QByteArray text = "services:\n";
        for (int i = 0; i < 10'000; ++i)
            text +=
                "  svc-" + QByteArray::number(i) + ": {command: [x], depends_on: [svc" + QByteArray::number(i) + "]}\n";
        m_files.write(QStringLiteral("f.yaml"), text);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_files.load({QStringLiteral("f.yaml")}).faults.size(), 10'000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    FleetFiles m_files;
};

QTEST_GUILESS_MAIN(TestHostileYaml)
#include "tst_hostileyaml.moc"
