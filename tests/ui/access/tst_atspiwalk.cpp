#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

/// Goal A5 of the desktop: no crash while a screen reader asks for everything and everything changes. Ten seconds;
/// FOGHORN_WALK_SECONDS=60 for the whole minute.
class TestAtSpiWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survives();
};

void TestAtSpiWalk::survives()
{
    for (const char *tool : {"dbus-run-session", "Xvfb", "/usr/bin/python3"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP(qPrintable(
                QStringLiteral("NOT TESTED: %1 is missing; ./dev test installs it").arg(QString::fromLatin1(tool))));
    }
    if (!QFile::exists(QStringLiteral("/usr/lib/python3/dist-packages/pyatspi/__init__.py")))
        QSKIP("NOT TESTED: python3-pyatspi is missing; ./dev test installs it");
    const QByteArray seconds = qEnvironmentVariable("FOGHORN_WALK_SECONDS", QStringLiteral("10")).toUtf8();
    QProcess walk;
    walk.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&walk, &QProcess::finished);
    walk.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("/usr/bin/python3"), QStringLiteral(FOGHORN_WALK),
            QStringLiteral(FOGHORN_RESTLESS), QString::fromUtf8(seconds)});
    QVERIFY(finished.wait(180'000 + seconds.toInt() * 2000));
    const QByteArray said = walk.readAll();
    qInfo("%s", said.constData());
    QVERIFY2(walk.exitStatus() == QProcess::NormalExit && walk.exitCode() == 0, said.constData());
}

QTEST_GUILESS_MAIN(TestAtSpiWalk)
#include "tst_atspiwalk.moc"
