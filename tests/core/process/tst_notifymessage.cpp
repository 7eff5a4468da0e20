#include "core/process/notifymessage.h"

#include <QTest>

using namespace foghorn;

/// What services say of themselves, hostile or not.
class TestNotifyMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
};

void TestNotifyMessage::parses_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isMessage");
    QTest::addColumn<NotifyMessage>("expected");
    const auto row = [](const char *name, const QByteArray &text, const auto &change) {
        NotifyMessage expected;
        change(expected);
        QTest::newRow(name) << text << true << expected;
    };
    const auto none = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << text << false << NotifyMessage();
    };
    row("ready", "READY=1", [](NotifyMessage &m) { m.ready = true; });
    row("line ends", "READY=1\n", [](NotifyMessage &m) { m.ready = true; });
    row("one NUL at the end", QByteArray("READY=1\0", 8), [](NotifyMessage &m) { m.ready = true; });
    row("several", "RELOADING=1\nSTOPPING=1\nWATCHDOG=1",
        [](NotifyMessage &m) { m.reloading = m.stopping = m.watchdog = true; });
    row("trigger", "WATCHDOG=trigger", [](NotifyMessage &m) { m.watchdogTrigger = true; });
    row("numbers", "MAINPID=4711\nERRNO=2\nEXTEND_TIMEOUT_USEC=1500000", [](NotifyMessage &m) {
        m.mainPid = 4711;
        m.errorNumber = 2;
        m.extendTimeout = 1500ms;
    });
    row("huge extension", "EXTEND_TIMEOUT_USEC=9223372036854775807", [](NotifyMessage &m) { m.extendTimeout = 24h; });
    row("watchdog time-out", "WATCHDOG_USEC=20000000", [](NotifyMessage &m) { m.watchdogTimeout = 20s; });
    row("reload as Type=notify-reload says it", "RELOADING=1\nMONOTONIC_USEC=4711",
        [](NotifyMessage &m) { m.reloading = true; });
    row("long status", "STATUS=" + QByteArray(3000, 'x'),
        [](NotifyMessage &m) { m.status = QString(statusTextLimit, u'x'); });
    row("last status holds", "STATUS=a\nSTATUS=b=c", [](NotifyMessage &m) { m.status = QStringLiteral("b=c"); });
    row("empty status", "STATUS=", [](NotifyMessage &m) { m.status = QStringLiteral(""); });
    row("status no UTF-8", "STATUS=a\xff", [](NotifyMessage &m) { m.status = QStringLiteral("a\uFFFD"); });
    row("status with escape", "STATUS=\x1b[31m", [](NotifyMessage &m) { m.status = QStringLiteral("\\x1b[31m"); });
    row("nonsense between", "=\n\nFOO=1\n=1\nREADY\nREADY=1", [](NotifyMessage &m) { m.ready = true; });
    none("empty", "");
    none("only NUL", QByteArray("\0", 1));
    none("two NULs at the end", QByteArray("READY=1\0\0", 9));
    none("not ready", "READY=0");
    none("ready with space", "READY=1 ");
    none("lower case", "ready=1");
    none("pid of init", "MAINPID=1");
    none("negative pid", "MAINPID=-5");
    none("pid too large", "MAINPID=99999999999");
    none("number with sign", "ERRNO=+2");
    none("no number", "EXTEND_TIMEOUT_USEC=soon");
    none("barrier", "BARRIER=1");
    none("descriptors to keep", "FDSTORE=1\nFDNAME=foo");
    none("watchdog of no time", "WATCHDOG_USEC=0");
    none("too long", QByteArray("READY=1\n") + QByteArray(4096, '\n'));
}

void TestNotifyMessage::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isMessage);
    QFETCH(NotifyMessage, expected);
    const auto message = parseNotifyMessage(text);
    QCOMPARE(message.has_value(), isMessage);
    if (isMessage)
        QVERIFY(*message == expected);
}

QTEST_GUILESS_MAIN(TestNotifyMessage)
#include "tst_notifymessage.moc"
