#include "core/keeper/controlgroups.h"

#include <QFile>
#include <QTest>

using namespace foghorn;
using namespace foghorn::keeper;

/// Where control groups are, and whose process a line of /proc/PID/cgroup names.
class TestControlGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsHowProcShowsAGroup_data();
    void knowsHowProcShowsAGroup();
    void anotherGroupOfOurNameIsNotOurs();
};

void TestControlGroups::knowsHowProcShowsAGroup_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("mountinfo");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray legacy = "30 29 0:26 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw\n";
    QTest::newRow("whole hierarchy") << QByteArray("/sys/fs/cgroup/user.slice/foghorn-1")
                                     << QByteArray("41 31 0:38 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
                                     << QByteArray("/user.slice/foghorn-1");
    QTest::newRow("beside the old one") << QByteArray("/sys/fs/cgroup/unified/foghorn-1")
                                        << legacy + "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"
                                        << QByteArray("/foghorn-1");
    QTest::newRow("a part of it") << QByteArray("/sys/fs/cgroup/foghorn-1")
                                  << QByteArray("41 31 0:38 /docker/7 /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
                                  << QByteArray("/docker/7/foghorn-1");
    QTest::newRow("not mounted") << QByteArray("/sys/fs/cgroup/foghorn-1") << legacy << QByteArray();
}

void TestControlGroups::knowsHowProcShowsAGroup()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, mountinfo);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(shownGroupPath(path.toStdString(), mountinfo.toStdString())), shown);
}

void TestControlGroups::anotherGroupOfOurNameIsNotOurs()
{
    ControlGroups groups = ControlGroups::probe("tst-controlgroups");
    if (!groups.isUsable())
        QSKIP("there is no control group hierarchy that we may write");
    QFile mountinfo(QStringLiteral("/proc/self/mountinfo"));
    QVERIFY(mountinfo.open(QFile::ReadOnly));
    const std::string events = groups.eventsPath("a"); // …/foghorn-ID/a.service/cgroup.events
    const std::string ours = shownGroupPath(events.substr(0, events.rfind('/')), mountinfo.readAll().toStdString());
    QVERIFY(ours.ends_with("/foghorn-tst-controlgroups/a.service"));
    QCOMPARE(groups.serviceIn("0::" + ours + "\n"), std::string("a"));
    QCOMPARE(groups.serviceIn("0::" + ours + "/below\n"), std::string("a"));
    QCOMPARE(groups.serviceIn("8:pids:/\n0::" + ours + "\n"), std::string("a"));
    QCOMPARE(groups.serviceIn("0::/user.slice/mine" + ours + "\n"), std::string());
    QCOMPARE(groups.serviceIn("1:name=systemd:" + ours + "\n0::/\n"), std::string());
    groups.removeBase();
}

QTEST_GUILESS_MAIN(TestControlGroups)
#include "tst_controlgroups.moc"
