#pragma once

#include "core/store/statestore.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#ifdef __SANITIZE_THREAD__
/// QProcess starts its children as vfork() does, and the sanitizer takes this process for the child.
extern "C" [[gnu::used]] inline const char *__tsan_default_options() { return "die_after_fork=0"; }
/// Qt's own library is not instrumented: the count by which a future's last owner frees it is not seen.
extern "C" [[gnu::used]] inline const char *__tsan_default_suppressions()
{
    return "race:QtPrivate::ResultStoreBase\nrace:QFutureInterface\nrace:QWaitCondition::~QWaitCondition\n";
}
#endif

namespace foghorn::samples {

inline WallTime wall(qint64 milliseconds) { return WallTime(std::chrono::milliseconds(milliseconds)); }

inline CheckResult check(const QString &service, int number)
{
    CheckResult result;
    result.service = service;
    result.at = wall(1'700'000'000'000 + number);
    result.passed = number % 3 != 0;
    result.timedOut = number % 7 == 0;
    result.responseTime = std::chrono::microseconds(number * 11);
    result.message = QStringLiteral("HTTP %1").arg(number % 3 == 0 ? 503 : 200);
    result.details = {
        {QStringLiteral("probe"), QStringLiteral("http")}, {QStringLiteral("status_code"), QStringLiteral("200")}};
    result.healthAfter = result.passed ? Health::Healthy : Health::Degraded;
    return result;
}

inline SavedService service(const QString &name, int number)
{
    SavedService saved;
    saved.service = name;
    saved.goal = Goal::Up;
    saved.state = RunState::Backoff;
    saved.cause = Cause::Signaled;
    saved.since = wall(1'700'000'000'123);
    saved.wasReady = true;
    saved.restartCount = number;
    saved.restartAttempts = 2;
    saved.lastRestart = wall(1'700'000'000'001);
    saved.lastExit = ExitInfo{ExitInfo::Kind::Signaled, 0, 11, true, QString()};
    saved.lastError = QStringLiteral("killed by SIGSEGV – “core”");
    saved.ports = {{QStringLiteral("http"), 8080}, {QStringLiteral("admin"), 65535}};
    saved.fingerprint = QByteArray("\0\x01\xff", 3);
    return saved;
}

/// What SQLite's own tool says of the file.
inline QString sqlite(const QString &path, const QString &statement)
{
    QProcess tool;
    QSignalSpy finished(&tool, &QProcess::finished);
    // Whoever opens a database in the moment that another one closes it finds it locked.
    tool.start(QStringLiteral("sqlite3"), {QStringLiteral("-cmd"), QStringLiteral(".timeout 10000"), path, statement});
    if (finished.isEmpty() && !finished.wait(20'000))
        return QStringLiteral("sqlite3 did not answer");
    return QString::fromUtf8(tool.readAllStandardOutput() + tool.readAllStandardError()).trimmed();
}

/// Loads in a store of its own, which ends at once.
inline SavedFleet load(const QString &path)
{
    StateStore store(path);
    return store.load();
}

} // namespace foghorn::samples
