#include "core/alerts/alertfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;

/// What outlives the orchestrator, and what becomes of a file that cannot be understood.
class TestAlertFile : public QObject
{
    Q_OBJECT

    const WallTime m_at = *fromRfc3339("2026-11-23T00:31:07.042Z");
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("alerts.json")); }

    SavedAlerts sample(int alerts = 2) const
    {
        SavedAlerts saved;
        saved.lastId = 42;
        for (int i = 0; i < alerts; ++i) {
            Alert alert;
            alert.id = i + 1;
            alert.rule = AlertRule::RestartLimit;
            alert.service = QStringLiteral("edge");
            alert.message = QString::fromUtf8("\x1b[31m \"quotes\" \n 雨 ") + QChar(0x202e);
            alert.since = m_at;
            alert.affected = {QStringLiteral("harvest")};
            alert.acknowledgedBy = QStringLiteral("operator 127.0.0.1 curl");
            alert.acknowledgedAt = m_at;
            alert.mutedUntil = m_at + std::chrono::hours(1);
            alert.inMaintenance = true;
            alert.count = 3;
            if (i % 2 == 1) {
                alert.resolvedAt = m_at + std::chrono::minutes(2);
                alert.duration = std::chrono::milliseconds(120'001);
                alert.foldedInto = 1;
            }
            saved.alerts.append(alert);
        }
        saved.maintenance.insert(QStringLiteral("edge"), m_at);
        saved.outbox.append(
            {QStringLiteral("json http://127.0.0.1:1/"), "{\"event\":\"raised\",\"x\":\"\\u0001\"}", m_at, 2});
        return saved;
    }
    void write(const QByteArray &text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isAsItWas()
    {
        const SavedAlerts saved = sample();
        AlertFile(path()).save(saved);
        AlertFile file(path());
        QCOMPARE(file.load(m_at), saved);
        QVERIFY(file.notice().isEmpty());
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions()); // URLs hold secrets
    }

    void beginsWithNothing()
    {
        AlertFile file(path());
        QCOMPARE(file.load(m_at), SavedAlerts());
        QVERIFY(file.notice().isEmpty());
    }

    void theNewestOfManyIsWritten()
    {
        {
            AlertFile file(path());
            for (int i = 1; i <= 200; ++i) {
                SavedAlerts saved = sample(i % 7);
                saved.lastId = i;
                file.save(saved);
                QCoreApplication::processEvents();
            }
        }
        QCOMPARE(AlertFile(path()).load(m_at).lastId, 200);
    }

    void setsAsideWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = toJson(sample());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\0\1\2\xff", 4);
        QTest::newRow("cut off") << good.left(good.size() / 2);
        QTest::newRow("newer") << QByteArray(good).replace("\"version\":1", "\"version\":2");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("no id") << QByteArray(good).replace("\"last_id\":42", "\"last_id\":\"x\"");
        QTest::newRow("unknown rule") << QByteArray(good).replace("restart_limit", "restart_limbo");
        QTest::newRow("bad time") << QByteArray(good).replace("\"since\":\"2026", "\"since\":\"x026");
        QTest::newRow("hostile name") << QByteArray(good).replace("{\"edge\":", "{\"../x\":");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void setsAsideWhatItDoesNotUnderstand()
    {
        QFETCH(QByteArray, text);
        write(text);
        AlertFile file(path());
        QCOMPARE(file.load(m_at), SavedAlerts());
        QVERIFY2(file.notice().contains(QStringLiteral("set aside")), qPrintable(file.notice()));
        QVERIFY(!QFile::exists(path()));
        QFile aside(path() + QStringLiteral(".corrupt-20261123T003107042Z"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), text);
    }

    void neverGrowsBeyondWhatIsRead_data()
    {
        QTest::addColumn<int>("resolved");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<bool>("keepsAll");
        QTest::newRow("a full outbox of bodies that double when quoted") << 0 << 2 << true;
        QTest::newRow("more than an outbox ever holds") << 1 << 5 << false;
        QTest::newRow("very large alerts") << 14 << 1 << false;
    }
    void neverGrowsBeyondWhatIsRead()
    {
        QFETCH(int, resolved);
        QFETCH(int, waiting);
        QFETCH(bool, keepsAll);
        constexpr int most = 1024 * 1024;
        QVERIFY(Outbox::mostBytes * 2 * 2 < AlertFile::usualMostBytes); // quoted, and one under way
        SavedAlerts saved = sample(1);
        saved.outbox.clear();
        for (int i = 0; i < waiting; ++i)
            saved.outbox.append({QStringLiteral("sink"), QByteArray(most / 8, '"'), m_at, 1});
        for (int i = 0; i < resolved; ++i) {
            Alert alert = saved.alerts.first();
            alert.id = i + 2;
            alert.message = QString(most / 8, QLatin1Char('x'));
            alert.resolvedAt = m_at;
            alert.duration = std::chrono::milliseconds(1);
            saved.alerts.append(alert);
        }
        QStringList notices;
        {
            AlertFile file(path(), nullptr, most);
            connect(&file, &AlertFile::shortened, this, [&notices](const QString &notice) { notices << notice; });
            file.save(saved);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path()) && (keepsAll || !notices.isEmpty()), 60'000);
        }
        QVERIFY(QFile(path()).size() <= most);
        AlertFile file(path(), nullptr, most);
        const SavedAlerts loaded = file.load(m_at);
        QVERIFY2(file.notice().isEmpty(), qPrintable(file.notice()));
        QCOMPARE(loaded == saved, keepsAll);
        QCOMPARE(notices.size(), keepsAll ? 0 : 1);
        QCOMPARE(loaded.alerts.first(), saved.alerts.first()); // the open one stays
        QCOMPARE(loaded.lastId, saved.lastId);
        if (resolved > 1)
            QCOMPARE(loaded.alerts.last().id, saved.alerts.last().id); // the newest stay
    }

    void leavesTheFileAloneWhenNothingFits()
    {
        AlertFile(path()).save(sample());
        SavedAlerts saved = sample(1);
        saved.alerts.first().message = QString(100'000, QLatin1Char('x'));
        {
            AlertFile file(path(), nullptr, 100'000);
            QSignalSpy failed(&file, &AlertFile::writeFailed);
            file.save(saved);
            QVERIFY(failed.wait(60'000));
        }
        AlertFile file(path());
        QCOMPARE(file.load(m_at), sample());
        QVERIFY(file.notice().isEmpty());
    }

    void saysThatItCannotBeWritten()
    {
        AlertFile file(m_folder->filePath(QStringLiteral("no/such/folder/alerts.json")));
        QSignalSpy failed(&file, &AlertFile::writeFailed);
        file.save(sample());
        QVERIFY(failed.wait(30'000));
        file.save(sample());
        QTRY_VERIFY(true);
        QDir(m_folder->path()).mkpath(QStringLiteral("no/such/folder"));
        file.save(sample());
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("no/such/folder/alerts.json"))));
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAlertFile)
#include "tst_alertfile.moc"
