#include "tests/integration/fleetfixture.h"
#include "tests/support/figures.h"

#include <QDir>

using namespace foghorn;

namespace {

/// A control group that may have little memory, of whichever version the machine has; empty path: it may not be made.
class SmallGroup final
{
    Q_DISABLE_COPY_MOVE(SmallGroup)
public:
    SmallGroup()
    {
        const QString name = QStringLiteral("/foghorn-test-%1").arg(QCoreApplication::applicationPid());
        for (const char *base : {"/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/memory"}) {
            const QString path = QLatin1String(base) + name;
            if (!QFile::exists(QLatin1String(base) + QStringLiteral("/cgroup.procs")) || !QDir().mkdir(path))
                continue;
            if (write(path + QStringLiteral("/memory.max"), "16M")
                || write(path + QStringLiteral("/memory.limit_in_bytes"), "16M")) {
                m_path = path;
                write(path + QStringLiteral("/memory.swap.max"), "0");
                return;
            }
            QDir().rmdir(path);
        }
    }
    ~SmallGroup()
    {
        if (!m_path.isEmpty()) // once its processes are reaped
            (void)QTest::qWaitFor([this] { return QDir().rmdir(m_path); });
    }
    QString path() const { return m_path; }

private:
    static bool write(const QString &path, const char *text)
    {
        QFile file(path);
        return file.exists() && file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) > 0;
    }
    QString m_path;
};

} // namespace

/// Row 17: a service that the kernel ends for want of memory is said to have perhaps been that, and is started again;
/// one that somebody killed is not.
class TestOutOfMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldByItsReason();
};

void TestOutOfMemory::isToldByItsReason()
{
    const SmallGroup group;
    QFile counts(QStringLiteral("/proc/vmstat"));
    if (group.path().isEmpty())
        QSKIP("no control group with a limit of memory can be made here");
    if (!counts.open(QIODevice::ReadOnly) || !counts.readAll().contains("\noom_kill "))
        QSKIP("this kernel does not count whom it ends for want of memory");
    const QByteArray join = "echo $$$$ > " + group.path().toLocal8Bit() + "/cgroup.procs && exec ";
    FleetFixture fleet("  killed: {command: [sleep, '1000'], restart: {policy: never}}\n"
                       "  greedy: {command: '"
        + join + "tail /dev/zero', autostart: false, restart: {policy: never}}\n");
    QVERIFY2(fleet.beginAndSettle(), fleet.daemon().errors());
    QVERIFY(sendSignal(fleet.pidOf("killed"), SIGKILL));
    QTRY_COMPARE(fleet.stateOf("killed"), QStringLiteral("failed"));
    QVERIFY2(fleet.text("killed", "last_error").contains(u"SIGKILL"), qPrintable(fleet.text("killed", "last_error")));
    QVERIFY(!fleet.text("killed", "last_error").contains(u"memory"));

    QVERIFY(fleet.send("start/greedy", {{QStringLiteral("wait"), false}})->hasEnded());
    QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("greedy"), QStringLiteral("failed"), 30'000);
    for (const char *member : {"last_error", "why"})
        QVERIFY2(fleet.text("greedy", member).contains(u"SIGKILL, perhaps out of memory"),
            qPrintable(fleet.text("greedy", member)));
    const QJsonArray events = fleet.daemon().get(QStringLiteral("events")).value(u"events").toArray();
    const bool isInJournal = std::any_of(events.begin(), events.end(),
        [](const QJsonValue &event) { return event[u"message"].toString().contains(u"perhaps out of memory"); });
    QVERIFY(isInJournal);
    reportFigure("T10", QStringLiteral("row 17: ended for want of memory, and told so"));
}

QTEST_GUILESS_MAIN(TestOutOfMemory)
#include "tst_outofmemory.moc"
