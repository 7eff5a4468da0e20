#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QFile>
#include <QSet>

#include <atomic>
#include <cstdio>
#include <random>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace foghorn;

namespace {

/// How a version of the file is written.
enum class Way { ByteByByte, Appending, Renaming };

/// Writes the versions of a fleet file, one after the other, as slowly as may be: a part of each is a good fleet as
/// well. From a thread, which to the daemon is another process.
class SlowWriter
{
public:
    SlowWriter(QString path, QList<QByteArray> versions, Way way)
        : m_path(QFile::encodeName(path))
        , m_versions(std::move(versions))
        , m_way(way)
        , m_thread([this] { run(); })
    {
    }
    ~SlowWriter()
    {
        m_ends = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(SlowWriter)
    int rounds() const { return m_rounds; }

private:
    void run()
    {
        std::mt19937 random(20261123);
        while (!m_ends) {
            const QByteArray &version = m_versions.at(static_cast<qsizetype>(random()) % m_versions.size());
            write(version, std::chrono::microseconds(random() % 60));
            ++m_rounds;
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 3 == 0 ? 0 : 130 + random() % 120));
        }
    }
    void write(const QByteArray &version, std::chrono::microseconds pause)
    {
        const QByteArray target = m_way == Way::Renaming ? m_path + ".new" : m_path;
        int file = ::open(target.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        for (const char byte : version) {
            if (m_way == Way::Appending && byte == '\n') {
                ::close(file);
                file = ::open(target.constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
            }
            if (::write(file, &byte, 1) != 1)
                return;
            if (pause.count() > 0)
                std::this_thread::sleep_for(pause);
        }
        ::close(file);
        if (m_way == Way::Renaming)
            std::rename(target.constData(), m_path.constData());
    }

    const QByteArray m_path;
    const QList<QByteArray> m_versions;
    const Way m_way;
    std::atomic<bool> m_ends{false};
    std::atomic<int> m_rounds{0};
    std::thread m_thread;
};

QByteArray serviceLine(const QByteArray &name, const QByteArray &argument, const QByteArray &more = {})
{
    return "  " + name + ": {command: [sleep, '" + argument + "']" + more + "}\n";
}

QByteArray fleetOf(const QByteArray &services)
{
    return "fleet: t\ndefaults: {stop_timeout: 2s}\nservices:\n" + services;
}

} // namespace

/// T13: fleet files that are read while somebody writes them.
class TestTornReloads final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverApplyAPart_data();
    void neverApplyAPart();
    void refuseAFileThatIsNeverWhole();
    void takeAFileThatStaysOpen();

private:
    /// What the daemon runs, by name.
    static QSet<QString> namesOf(FleetFixture &fleet)
    {
        const QStringList names = fleet.pids().keys();
        return {names.begin(), names.end()};
    }
};

void TestTornReloads::neverApplyAPart_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("byte by byte") << int(Way::ByteByByte);
    QTest::newRow("line by line, each opened anew") << int(Way::Appending);
    QTest::newRow("renamed") << int(Way::Renaming);
}

void TestTornReloads::neverApplyAPart()
{
    QFETCH(int, way);
    const QByteArray head = serviceLine("a", "1000") + serviceLine("b", "1000") + serviceLine("c", "1000");
    const QByteArray tail = serviceLine("y", "1000") + serviceLine("z", "1000", ", depends_on: [a]");
    const QList<QByteArray> versions{
        fleetOf(head + tail), // as it was
        fleetOf(serviceLine("a", "1000") + serviceLine("c", "1000") + tail), // one removed
        fleetOf(serviceLine("a", "1000") + serviceLine("bb", "1000") + serviceLine("c", "1000") + tail), // one renamed
        fleetOf(serviceLine("a", "1000") + serviceLine("b", "1001") + serviceLine("c", "1000") + tail), // one changed
        fleetOf(serviceLine("a", "1000", ", depends_on: [z]") + serviceLine("b", "1000") + tail), // a cycle
    };
    const QList<QSet<QString>> whole{{u"a"_qs, u"b"_qs, u"c"_qs, u"y"_qs, u"z"_qs},
        {u"a"_qs, u"c"_qs, u"y"_qs, u"z"_qs}, {u"a"_qs, u"bb"_qs, u"c"_qs, u"y"_qs, u"z"_qs}};
    FleetFixture fleet("");
    fleet.writeRaw(versions.first());
    QVERIFY(fleet.beginAndSettle());
    const qint64 kept = fleet.pidOf("z");
    int taken = 0;
    int refused = 0;
    {
        const SlowWriter writer(fleet.path(QStringLiteral("fleet.yaml")), versions, static_cast<Way>(way));
        while (taken + refused < figure(14, 167)) {
            const ApiAnswer answer = fleet.post("reload");
            QVERIFY2(answer.status == 200 || answer.status == 400, answer.body.constData());
            ++(answer.status == 200 ? taken : refused);
            if (answer.status == 400)
                QVERIFY2(answer.body.contains("a -> z -> a") || answer.body.contains("z -> a -> z")
                        || answer.body.contains("is being written"),
                    answer.body.constData());
            const QSet<QString> names = namesOf(fleet);
            QVERIFY2(whole.contains(names), qPrintable(QStringList(names.values()).join(u' ')));
        }
        QVERIFY(writer.rounds() > 1);
    }
    QVERIFY(taken > 0);
    QCOMPARE(fleet.pidOf("z"), kept); // nobody touched what every version has
    QCOMPARE(fleet.number("z", "restart_count"), 0);
    reportFigure("T13",
        QStringLiteral("%1: %2 reloads taken and %3 refused while the file was written, none partly")
            .arg(QLatin1String(QTest::currentDataTag()))
            .arg(taken)
            .arg(refused));
}

/// Somebody writes and writes: that is said, and what runs goes on.
void TestTornReloads::refuseAFileThatIsNeverWhole()
{
    FleetFixture fleet(serviceLine("a", "1000") + serviceLine("b", "1000"));
    QVERIFY(fleet.beginAndSettle());
    std::atomic<bool> ends{false};
    const QByteArray path = QFile::encodeName(fleet.path(QStringLiteral("fleet.yaml")));
    std::thread restless([&] {
        while (!ends) {
            const int file = ::open(path.constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
            (void)!::write(file, "#", 1);
            ::close(file);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    const ApiAnswer answer = fleet.post("reload");
    ends = true;
    restless.join();
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("fleet.yaml: is being written by another program; read it again once it is whole"),
        answer.body.constData());
    QCOMPARE(namesOf(fleet), (QSet<QString>{u"a"_qs, u"b"_qs}));
    QCOMPARE(fleet.post("reload").status, 200);
}

/// Some programs keep a file open that they have long written.
void TestTornReloads::takeAFileThatStaysOpen()
{
    FleetFixture fleet(serviceLine("a", "1000"));
    QVERIFY(fleet.beginAndSettle());
    QFile held(fleet.path(QStringLiteral("fleet.yaml")));
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Append));
    QVERIFY(held.write("  b: {command: [sleep, '1000']}\n") > 0);
    QVERIFY(held.flush());
    QCOMPARE(fleet.post("reload").status, 200);
    QCOMPARE(namesOf(fleet), (QSet<QString>{u"a"_qs, u"b"_qs}));
    QVERIFY(held.isOpen());
}

QTEST_GUILESS_MAIN(TestTornReloads)
#include "tst_tornreloads.moc"
