#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace foghorn {

/// Makes system calls of a running program fail, as strace's `inject` says it, for as long as this lives.
class StracedProgram final
{
    Q_DISABLE_COPY_MOVE(StracedProgram)
public:
    /// `calls`: "fsync,fdatasync"; `fault`: "error=EIO:when=3+".
    StracedProgram(qint64 pid, const QString &calls, const QString &fault)
        : m_pid(pid)
    {
        m_strace.start(QStringLiteral("strace"),
            {QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                QStringLiteral("-e"), QStringLiteral("trace=") + calls, QStringLiteral("-e"),
                QStringLiteral("inject=%1:%2").arg(calls, fault), QStringLiteral("-p"), QString::number(pid)});
    }
    /// Not by SIGKILL, after which what it traced would stay stopped.
    ~StracedProgram() { (void)end(); }

    /// Waits until the program is traced. Why it is not, or nothing: strace may be missing, or a container forbid it.
    QString whyNot()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
            return QStringLiteral("strace is missing; ./dev test installs it");
        const bool isTraced = QTest::qWaitFor(
            [this] { return isEveryThreadTraced() || m_strace.state() == QProcess::NotRunning; }, 10'000);
        return isTraced && m_strace.state() == QProcess::Running ? QString()
                                                                 : QStringLiteral("strace may not attach here");
    }
    bool end()
    {
        m_strace.terminate();
        return QTest::qWaitFor([this] { return m_strace.state() == QProcess::NotRunning; }, 10'000);
    }

private:
    bool isEveryThreadTraced() const
    {
        const QStringList threads =
            QDir(QStringLiteral("/proc/%1/task").arg(m_pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return !threads.isEmpty() && std::all_of(threads.begin(), threads.end(), [this](const QString &thread) {
            QFile status(QStringLiteral("/proc/%1/task/%2/status").arg(m_pid).arg(thread));
            return status.open(QIODevice::ReadOnly) && !status.readAll().contains("TracerPid:\t0\n");
        });
    }

    qint64 m_pid;
    QProcess m_strace;
};

} // namespace foghorn
