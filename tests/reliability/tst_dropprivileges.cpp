#include "tests/integration/fleetfixture.h"
#include "tests/support/ownnamespaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace foghorn;

/// Run as root: what services get of that, and what root does not let itself be told.
class tst_DropPrivileges : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;

    /// Adds a user of our own, "fog" (61234), with a group of its own and two more, to what the machine knows. In
    /// mounts of our own.
    QString addUser() const
    {
        if (QString refusal = enterOwnMounts(); !refusal.isEmpty())
            return refusal;
        const QList<QPair<QString, QByteArray>> additions{
            {QStringLiteral("passwd"), "fog:x:61234:61234::/var/fog:/bin/sh\n"},
            {QStringLiteral("group"), "fog:x:61234:\nharbour:x:61235:fog,root\nlight:x:61236:fog\n"}};
        for (const auto &[name, lines] : additions) {
            const QString real = QStringLiteral("/etc/") + name;
            QFile copy(m_files.filePath(name));
            QFile original(real);
            if (!original.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly)
                || copy.write(original.readAll() + lines) < 0)
                return QStringLiteral("%1 cannot be copied").arg(real);
            copy.close();
            ::chmod(QFile::encodeName(copy.fileName()).constData(), 0644);
            if (QString refusal = bindFile(copy.fileName(), real); !refusal.isEmpty())
                return refusal;
        }
        return {};
    }
    /// What the looker said of itself, once it has ended.
    static QList<QByteArray> said(FleetFixture &fleet, const QString &service)
    {
        const QByteArray name = service.toLatin1();
        (void)QTest::qWaitFor([&] { return fleet.stateOf(name.constData()) == QLatin1String("finished"); }, 20'000);
        return fleet.read(QStringLiteral("state/logs/%1.log").arg(service)).split('\n');
    }
    /// The copy of test-looker is where everybody may run it.
    QByteArray job(const QByteArray &name, const QByteArray &more) const
    {
        return "  " + name + ": {job: true, working_dir: /, command: [\""
            + m_files.filePath(QStringLiteral("looker")).toLocal8Bit() + "\"], " + more + "}\n";
    }
    /// A real start that is to be refused.
    static ProgramRun start(const FleetFixture &fleet)
    {
        return runProgram(QStringLiteral("foghornd"),
            {QStringLiteral("--config"), fleet.path(QStringLiteral("fleet.yaml")), QStringLiteral("--state-dir"),
                fleet.state(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    }
    static ProgramRun check(const FleetFixture &fleet)
    {
        return runProgram(QStringLiteral("foghornd"),
            {QStringLiteral("--config"), fleet.path(QStringLiteral("fleet.yaml")), QStringLiteral("--check")});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("only root can be somebody else");
        if (const QString refusal = addUser(); !refusal.isEmpty())
            QSKIP(qPrintable(refusal));
        const QString looker = m_files.filePath(QStringLiteral("looker"));
        QVERIFY(QFile::copy(QCoreApplication::applicationDirPath() + QStringLiteral("/programs/test-looker"), looker));
        QCOMPARE(::chmod(QFile::encodeName(looker).constData(), 0755), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_files.path()).constData(), 0711), 0);
    }

    void servicesAreTheirUserAndNothingElse()
    {
        FleetFixture fleet(job("who", "user: fog") + job("number", "user: '61234'") + job("self", "critical: true"));
        QVERIFY(fleet.beginAndSettle());
        for (const QString &name : {QStringLiteral("who"), QStringLiteral("number")}) {
            const QList<QByteArray> lines = said(fleet, name);
            const QByteArray all = lines.join('\n');
            QVERIFY2(lines.contains("users=61234,61234,61234"), all);
            QVERIFY2(lines.contains("group_ids=61234,61234,61234"), all);
            QVERIFY2(lines.contains("group_list=61234,61235,61236"), all);
            for (const QByteArray own : {"HOME=/var/fog", "USER=fog", "LOGNAME=fog", "SHELL=/bin/sh"})
                QVERIFY2(lines.contains("env " + own), all);
            for (const QByteArray set : {"CapInh", "CapPrm", "CapEff", "CapAmb"})
                QVERIFY2(lines.contains(set + "=0000000000000000"), all);
        }
        const QList<QByteArray> ours = said(fleet, QStringLiteral("self"));
        QVERIFY2(ours.contains("users=0,0,0"), ours.join('\n'));
        QCOMPARE(fleet.daemon().stop(), 0);
    }
    /// What asks for it and what stops it may be a script of its own.
    void probesAndStopCommandsAreTheUserToo()
    {
        FleetFixture fleet("  a: {user: fog, working_dir: /, command: [sleep, '1000'],"
                           " health: {exec: 'test $$(id -un) = fog', interval: 1s, timeout: 1s},"
                           " stop_command: 'id -un > ${SHARED}/stopper; kill $$MAINPID'}\n");
        const QString shared = m_files.filePath(QStringLiteral("shared"));
        QVERIFY(QDir().mkpath(shared));
        QCOMPARE(::chown(QFile::encodeName(shared).constData(), 61234, 61234), 0);
        fleet.setEnvironment(QStringLiteral("SHARED"), shared);
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        QTRY_COMPARE(fleet.text("a", "health"), QStringLiteral("healthy"));
        QCOMPARE(fleet.post("stop/a").status, 200);
        QFile stopper(shared + QStringLiteral("/stopper"));
        QVERIFY(stopper.open(QIODevice::ReadOnly));
        QCOMPARE(stopper.readAll(), QByteArray("fog\n"));
    }
    /// Opens nothing that is another user's, and cannot become root again.
    void whatItMayNotItCannot()
    {
        FleetFixture fleet(
            "  thief: {user: fog, working_dir: /, command: 'cat ${DIR}/state/token /etc/shadow; touch ${DIR}/x;"
            " kill -0 1; exec sleep 1000'}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("thief"), QStringLiteral("running"), 20'000);
        QTRY_VERIFY(fleet.read(QStringLiteral("state/logs/thief.log")).count("denied") >= 3);
        QVERIFY(!fleet.has(QStringLiteral("x")));
        // Neither can it end what is ours, nor see the descriptors of who started it.
        QCOMPARE(fleet.daemon().stop(), 0);
    }
    void rightsAreAsTheFileSays()
    {
        FleetFixture fleet(job("web", "user: fog, no_new_privs: true, capabilities: [NET_BIND_SERVICE]")
            + job("none", "capabilities: []") + job("plain", "user: fog")
            + job("limited", "user: fog, limits: {nofile: 77, core: 0}"));
        QVERIFY(fleet.beginAndSettle());
        const QList<QByteArray> web = said(fleet, QStringLiteral("web"));
        QVERIFY2(web.contains("NoNewPrivs=1") && web.contains("users=61234,61234,61234"), web.join('\n'));
        for (const QByteArray set : {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"})
            QVERIFY2(web.contains(set + "=0000000000000400"), web.join('\n'));
        const QList<QByteArray> none = said(fleet, QStringLiteral("none"));
        for (const QByteArray set : {"CapPrm", "CapEff", "CapBnd"})
            QVERIFY2(none.contains(set + "=0000000000000000"), none.join('\n'));
        const QList<QByteArray> plain = said(fleet, QStringLiteral("plain"));
        QVERIFY2(plain.contains("NoNewPrivs=0") && plain.contains("CapEff=0000000000000000"), plain.join('\n'));
        const QList<QByteArray> limited = said(fleet, QStringLiteral("limited"));
        QVERIFY2(limited.contains("nofile=77") && limited.contains("core=0"), limited.join('\n'));
        // What it got is enough for what it is for.
        fleet.write(
            "  a: {user: fog, working_dir: /, capabilities: [cap_net_bind_service], command: [python3, -c,"
            " 'import socket, time; s = socket.socket(); s.bind((\"127.0.0.1\", 0 + 61)); time.sleep(1000)']}\n");
        QCOMPARE(fleet.post("reload").status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("running"), 20'000);
        QCOMPARE(fleet.number("a", "restart_count"), 0);
    }
    void anUnknownUserIsAClearFault()
    {
        FleetFixture fleet("  a: {command: [sleep, '1000'], user: nobody-such}\n");
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.stateOf("a"), QStringLiteral("failed"), 20'000);
        QVERIFY2(fleet.text("a", "why").contains(QStringLiteral("nobody-such")), qPrintable(fleet.text("a", "why")));
        QCOMPARE(fleet.number("a", "restart_attempts"), 0); // trying again would not help
    }
    void plantedProgramsAreNotRun()
    {
        FleetFixture fleet("");
        fleet.writeRaw("fleet: t\nservices:\n"
                       "  a: {command: [sleep, '1000'], health: {exec: ['true'], interval: 1s, timeout: 1s}}\n"
                       "  b: {command: 'echo path $PATH; exec sleep 1000'}\n"
                       "  c: {command: 'echo path $PATH; exec sleep 1000', environment: {PATH: \"/opt/own:/bin\"}}\n");
        const QString planted = fleet.path(QStringLiteral("planted"));
        QVERIFY(QDir().mkpath(planted));
        for (const char *name : {"sleep", "true"}) {
            const QString program = QStringLiteral("planted/") + QLatin1String(name);
            fleet.touch(program, "#!/bin/sh\ntouch ${0%/*}/was-run\nexec /bin/sleep 1000\n");
            QFile::setPermissions(fleet.path(program), QFile::ReadOwner | QFile::ExeOwner);
        }
        fleet.setEnvironment(QStringLiteral("PATH"), planted + QStringLiteral(":/usr/bin:/bin"));
        QVERIFY(fleet.beginAndSettle());
        QTRY_COMPARE_WITH_TIMEOUT(fleet.text("a", "health"), QStringLiteral("healthy"), 20'000);
        QVERIFY(!fleet.has(QStringLiteral("planted/was-run")));
        QTRY_VERIFY(fleet.read(QStringLiteral("state/logs/b.log")).contains("path /usr/local/sbin:/usr/local/bin:"));
        QTRY_VERIFY(fleet.read(QStringLiteral("state/logs/c.log")).contains("path /opt/own:/bin"));
    }
    void filesOfOthersAreRefused()
    {
        FleetFixture fleet("");
        fleet.writeRaw("services: {a: {command: [sleep, '1000']}}\n");
        const QByteArray file = QFile::encodeName(fleet.path(QStringLiteral("fleet.yaml")));
        QCOMPARE(check(fleet).exitCode, 0);
        QCOMPARE(::chmod(file.constData(), 0666), 0);
        const ProgramRun run = check(fleet);
        QVERIFY(run.exitCode != 0);
        const QByteArray all = run.output + run.errors;
        QVERIFY2(all.contains("may be written by everybody"), all);
        const ProgramRun refused = start(fleet);
        QVERIFY(refused.exitCode > 0);
        QVERIFY2(refused.errors.contains("chmod go-w"), refused.errors);
        QCOMPARE(::chmod(file.constData(), 0644), 0);
        QCOMPARE(::chown(file.constData(), 61234, 61234), 0);
        QVERIFY(check(fleet).exitCode != 0);
        QCOMPARE(::chown(file.constData(), 0, 0), 0);
        // A reload does not take it either, and changes nothing.
        QVERIFY(fleet.beginAndSettle());
        fleet.writeRaw("services: {a: {command: [sleep, '2000']}}\n");
        QCOMPARE(::chmod(file.constData(), 0646), 0);
        const qint64 pid = fleet.pidOf("a");
        const ApiAnswer answer = fleet.post("reload");
        QVERIFY(answer.status >= 400);
        QVERIFY2(answer.body.contains("may be written by everybody"), answer.body);
        QCOMPARE(fleet.pidOf("a"), pid);
    }
    /// However loose the mask is with which it is started.
    void stateIsOursAlone()
    {
        FleetFixture fleet(job("mask", "user: fog")
            + "  a: {command: [sleep, '1000'], health: {exec: ['true'], interval: 1s, timeout: 1s}}\n");
        const mode_t before = ::umask(0);
        const bool hasBegun = fleet.beginAndSettle();
        ::umask(before);
        QVERIFY(hasBegun);
        QTRY_COMPARE_WITH_TIMEOUT(fleet.text("a", "health"), QStringLiteral("healthy"), 20'000);
        QVERIFY2(said(fleet, QStringLiteral("mask")).contains("Umask=0022"),
            fleet.read(QStringLiteral("state/logs/mask.log")));
        QDir state(fleet.state());
        QStringList loose;
        QStringList folders{fleet.state()};
        while (!folders.isEmpty()) {
            const QString folder = folders.takeFirst();
            const QFileInfoList entries = QDir(folder).entryInfoList(
                QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
            for (const QFileInfo &entry : entries) {
                struct stat status = {};
                if (::lstat(QFile::encodeName(entry.filePath()).constData(), &status) != 0)
                    continue;
                // Services of other users speak to this socket; that is what it is for.
                const bool isForOthers = entry.fileName() == QLatin1String("notify.others.sock");
                if ((status.st_mode & 0077) != 0 && !isForOthers)
                    loose << entry.filePath() + u' ' + QString::number(status.st_mode & 07777, 8);
                if (S_ISDIR(status.st_mode))
                    folders << entry.filePath();
            }
        }
        QVERIFY2(loose.isEmpty(), qPrintable(loose.join(u'\n')));
        QCOMPARE(fleet.daemon().stop(), 0);
    }
    void aStateDirectoryOfOthersIsRefused()
    {
        FleetFixture fleet("");
        fleet.writeRaw("services: {a: {command: [sleep, '1000']}}\n");
        QVERIFY(QDir().mkpath(fleet.state()));
        const QByteArray state = QFile::encodeName(fleet.state());
        QCOMPARE(::chown(state.constData(), 61234, 61234), 0);
        const ProgramRun foreign = start(fleet);
        QVERIFY2(foreign.exitCode > 0 && foreign.errors.contains("belongs to user 61234"), foreign.errors);
        QCOMPARE(::chown(state.constData(), 0, 0), 0);
        QCOMPARE(::chmod(state.constData(), 0770), 0);
        const ProgramRun loose = start(fleet);
        QVERIFY2(loose.exitCode > 0 && loose.errors.contains("may be written by others"), loose.errors);
    }
    void onlyServicesAreKilledForWantOfMemory()
    {
        FleetFixture fleet(job("score", "critical: true"));
        QVERIFY(fleet.beginAndSettle());
        const auto scoreOf = [](qint64 pid) {
            QFile file(QStringLiteral("/proc/%1/oom_score_adj").arg(pid));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 1;
        };
        QFile own(QStringLiteral("/proc/self/oom_score_adj"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        if (scoreOf(keeperOf(fleet.state())) == own.readAll().trimmed().toInt())
            QSKIP("nobody may lower a score here");
        QCOMPARE(scoreOf(keeperOf(fleet.state())), -500);
        QCOMPARE(scoreOf(fleet.daemon().pid()), -500);
        QVERIFY(said(fleet, QStringLiteral("score")).contains("oom=0"));
    }
};

QTEST_GUILESS_MAIN(tst_DropPrivileges)
#include "tst_dropprivileges.moc"
