#include "core/crashes/corefile.h"
#include "core/crashes/crashstore.h"
#include "core/crashes/lastlines.h"

#include <QtTest>

using namespace foghorn;

/// What of a crash is on the disk: reports, good descriptions, logs and cores.
class TestCrashStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static ServiceSpec spec(const QString &name, const QString &program)
    {
        ServiceSpec spec;
        spec.name = name;
        spec.command = {program};
        spec.environment = {{QStringLiteral("TOKEN"), QStringLiteral("s3cret")}, {QStringLiteral("MODE"), program}};
        return spec;
    }
    static RunEnd dumped(qint64 pid)
    {
        RunEnd end;
        end.pid = pid;
        end.exit.kind = ExitInfo::Kind::Signaled;
        end.exit.signal = 11;
        end.exit.coreDumped = true;
        end.startedAt = Now::read().wall - 1s;
        return end;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsTheNewestTwenty()
    {
        const CrashStore store(path(QStringLiteral("crashes")));
        const QString edge = QStringLiteral("edge");
        QVERIFY(store.newest(edge, 20).isEmpty());
        for (int i = 1; i <= 25; ++i)
            QVERIFY(store.add(edge, 1000 * i, i, "{\"pid\":" + QByteArray::number(i) + '}'));
        const QList<QByteArray> reports = CrashStore(path(QStringLiteral("crashes"))).newest(edge, 100);
        QCOMPARE(reports.size(), 20);
        QCOMPARE(reports.first(), QByteArray("{\"pid\":25}"));
        QCOMPARE(reports.last(), QByteArray("{\"pid\":6}"));
        QCOMPARE(store.newest(edge, 2).size(), 2);
        QVERIFY(store.newest(QStringLiteral("other"), 20).isEmpty());
    }
    void isForItsOwnerOnly()
    {
        const CrashStore store(path(QStringLiteral("crashes")));
        QVERIFY(store.add(QStringLiteral("edge"), 1, 1, "{}"));
        const QString folder = path(QStringLiteral("crashes/edge"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QStringList names = QDir(folder).entryList(QDir::Files);
        QCOMPARE(names.size(), 1);
        QCOMPARE(QFile::permissions(folder + u'/' + names.first()) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(path(QStringLiteral("crashes"))) & others, QFile::Permissions());
    }
    void passesOverWhatIsNoReport()
    {
        const CrashStore store(path(QStringLiteral("crashes")));
        QVERIFY(store.add(QStringLiteral("edge"), 1, 1, "{\"good\":1}"));
        write(QStringLiteral("crashes/edge/999999999999999-1.json"), "{\"torn\":");
        QCOMPARE(store.newest(QStringLiteral("edge"), 20), QList<QByteArray>{"{\"good\":1}"});
    }
    void refusesNamesThatAreNone()
    {
        const CrashStore store(path(QStringLiteral("crashes")));
        QVERIFY(!store.add(QStringLiteral("../edge"), 1, 1, "{}"));
        QVERIFY(store.newest(QStringLiteral("../crashes"), 20).isEmpty());
    }
    void remembersGoodDescriptions()
    {
        const CrashStore store(path(QStringLiteral("crashes")));
        const QString edge = QStringLiteral("edge");
        const QString dao = QStringLiteral("dao");
        QVERIFY(!store.goodFacts(edge));
        QVERIFY(store.keepGood({edge, dao}, {spec(edge, QStringLiteral("one")), spec(dao, QStringLiteral("one"))}));
        QVERIFY(store.keepGood({dao}, {spec(edge, QStringLiteral("two")), spec(dao, QStringLiteral("two"))}));
        QCOMPARE(*store.goodFacts(edge), factsOf(spec(edge, QStringLiteral("one"))));
        QCOMPARE(*store.goodFacts(dao), factsOf(spec(dao, QStringLiteral("two"))));
        QFile file(path(QStringLiteral("crashes/GOOD")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
    }
    void namesWhatChangedAndNoSecrets()
    {
        ServiceSpec before = spec(QStringLiteral("edge"), QStringLiteral("one"));
        ServiceSpec after = spec(QStringLiteral("edge"), QStringLiteral("two"));
        QCOMPARE(changesBetween(factsOf(before), factsOf(before)), QList<SpecChange>());
        after.limits.nofile = 5;
        after.restart.maxAttempts = 9;
        const QList<SpecChange> expected{{QStringLiteral("command"), QStringLiteral("one"), QStringLiteral("two")},
            {QStringLiteral("environment.MODE"), {}, {}}, {QStringLiteral("limits.nofile"), {}, QStringLiteral("5")},
            {QStringLiteral("restart.max_attempts"), QStringLiteral("3"), QStringLiteral("9")}};
        QCOMPARE(changesBetween(factsOf(before), factsOf(after)), expected);
    }
    void hidesSecretsInCommands()
    {
        ServiceSpec before = spec(QStringLiteral("edge"), QStringLiteral("one"));
        before.command = {
            QStringLiteral("run"), QStringLiteral("--password=hunter2hunter2"), QStringLiteral("hunter4hunter4")};
        before.environment = {{QStringLiteral("API_TOKEN"), QStringLiteral("hunter4hunter4")}};
        ServiceSpec after = before;
        QVERIFY(changesBetween(factsOf(before), factsOf(after)).isEmpty());
        after.command[1] = QStringLiteral("--password=hunter3hunter3");
        const QList<SpecChange> changes = changesBetween(factsOf(before), factsOf(after));
        QCOMPARE(changes.size(), 1); // that it changed is told
        QCOMPARE(changes.first().key, QStringLiteral("command"));
        for (const QString &shown :
            {changes.first().before.value_or(QString()), changes.first().after.value_or(QString())}) {
            QVERIFY2(shown.startsWith(QStringLiteral("run --password=")), qPrintable(shown));
            QVERIFY2(!shown.contains(QStringLiteral("hunter")), qPrintable(shown));
        }
    }
    void readsLastLines()
    {
        QVERIFY(lastLines(path(QStringLiteral("none")), 200).isEmpty());
        QByteArray text;
        for (int i = 0; i < 50'000; ++i)
            text += "line " + QByteArray::number(i) + '\n';
        const QList<QString> lines = lastLines(write(QStringLiteral("long"), text), 200);
        QCOMPARE(lines.size(), 200);
        QCOMPARE(lines.first(), QStringLiteral("line 49800"));
        QCOMPARE(lines.last(), QStringLiteral("line 49999"));
        QCOMPARE(lastLines(path(QStringLiteral("long")), 200, 14),
            (QList<QString>{QStringLiteral("line 0"), QStringLiteral("line 1")}));
        const QList<QString> odd =
            lastLines(write(QStringLiteral("odd"), "\x1b[2Ja\xff\n" + QByteArray(9000, 'x')), 200);
        QCOMPARE(odd.first(), QStringLiteral("\\x1b[2Ja") + QChar(QChar::ReplacementCharacter));
        QCOMPARE(odd.last().size(), 2000);
    }
    void findsCores()
    {
        const QString core = write(QStringLiteral("core.sh.77"), QByteArray(123, 'c'));
        const CorePattern named{path(QStringLiteral("core.%e.%p")), false};
        const auto found = findCore(named, dumped(77), {});
        QVERIFY(found);
        QCOMPARE(found->path, core);
        QCOMPARE(found->size, 123);
        QVERIFY(!findCore(named, dumped(78), {}));
        const CorePattern local{QStringLiteral("core.sh"), true}; // in the working directory, with the pid behind it
        QVERIFY(findCore(local, dumped(77), m_folder->path()));
        RunEnd whole = dumped(77);
        whole.exit.coreDumped = false;
        QVERIFY(!findCore(named, whole, {}));
        RunEnd later = dumped(77);
        later.startedAt = Now::read().wall + 1h;
        QVERIFY(!findCore(named, later, {}));
        const CorePattern piped{QStringLiteral("|/usr/bin/apport %p %s"), false};
        QCOMPARE(piped.handler(), QStringLiteral("/usr/bin/apport"));
        QVERIFY(!findCore(piped, dumped(77), {}));
    }
};

QTEST_GUILESS_MAIN(TestCrashStore)
#include "tst_crashstore.moc"
