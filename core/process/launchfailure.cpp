#include "core/process/launchfailure.h"

#include "core/base/names.h"

#include <QFile>
#include <QStringBuilder>

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <initializer_list>

namespace foghorn {
namespace {

using keeper::SpawnFailure;
using keeper::SpawnStep;

bool isOneOf(int error, std::initializer_list<int> errors) { return std::ranges::find(errors, error) != errors.end(); }

QString describe(const SpawnFailure &failure, const QString &program)
{
    const QString detail = printable(QFile::decodeName(QByteArray::fromStdString(failure.detail)));
    const QString error = QString::fromLocal8Bit(std::strerror(failure.error));
    const bool isMissing = isOneOf(failure.error, {ENOENT, ENOTDIR});
    const bool isDenied = failure.error == EACCES;
    switch (failure.step) {
    case SpawnStep::AlreadyRunning:
        return detail.isEmpty()
            ? QStringLiteral("still running: something of it holds its lock")
            : QString(QStringLiteral("still running: pid ") % QString(detail).replace(u' ', QStringLiteral(", ")));
    case SpawnStep::LogFile:
        return QStringLiteral("cannot open %1: %2").arg(detail, error);
    case SpawnStep::User:
        return QStringLiteral("unknown user: ") % detail;
    case SpawnStep::Identity:
        return QStringLiteral("cannot run as user %1: %2").arg(detail, error);
    case SpawnStep::WorkingDirectory:
        if (isMissing)
            return QStringLiteral("working_dir missing: ") % detail;
        return isDenied ? QString(QStringLiteral("permission denied: ") % detail)
                        : QStringLiteral("cannot change to working_dir %1: %2").arg(detail, error);
    case SpawnStep::Program:
        if (isMissing)
            return QStringLiteral("program not found: ") % detail;
        if (failure.error == ENOEXEC)
            return QStringLiteral("not an executable program: ") % detail;
        return isDenied ? QString(QStringLiteral("permission denied: ") % detail)
                        : QStringLiteral("cannot start %1: %2").arg(detail, error);
    case SpawnStep::Interpreter:
        return QStringLiteral("bad interpreter: ") % detail;
    case SpawnStep::Limits:
        return QStringLiteral("cannot set the limits or capabilities of %1: %2").arg(printable(program), error);
    case SpawnStep::Clone:
        if (failure.error == EAGAIN) // "Resource temporarily unavailable" names none
            return QStringLiteral("cannot start %1: too many processes; the system, its user or its control group may "
                                  "have no more")
                .arg(printable(program));
        break;
    case SpawnStep::None:
    case SpawnStep::ControlGroup:
    case SpawnStep::Session:
    case SpawnStep::Descriptors:
        break;
    }
    return QStringLiteral("cannot start %1: %2").arg(printable(program), error);
}

} // namespace

ExitInfo launchFailure(const SpawnFailure &failure, const QString &program)
{
    ExitInfo info;
    info.kind = ExitInfo::Kind::SpawnFailed;
    info.reason = describe(failure, program);
    return info;
}

bool isPermanent(const SpawnFailure &failure)
{
    if (isOneOf(failure.error, {EAGAIN, ENOMEM, EMFILE, ENFILE, EINTR}))
        return failure.step == SpawnStep::User;
    switch (failure.step) {
    case SpawnStep::User:
    case SpawnStep::Identity:
    case SpawnStep::WorkingDirectory:
    case SpawnStep::Interpreter:
    case SpawnStep::Limits:
        return true;
    case SpawnStep::Program:
        return failure.error != ETXTBSY && failure.error != EIO;
    case SpawnStep::LogFile:
        return isOneOf(failure.error, {EACCES, ENOENT, ENOTDIR, EISDIR, ELOOP, EINVAL, ENAMETOOLONG, ENXIO});
    case SpawnStep::None:
    case SpawnStep::AlreadyRunning:
    case SpawnStep::Clone:
    case SpawnStep::ControlGroup:
    case SpawnStep::Session:
    case SpawnStep::Descriptors:
        break;
    }
    return false;
}

ExitInfo exitInfoFromStatus(int status)
{
    ExitInfo info;
    if (WIFEXITED(status)) {
        info.kind = ExitInfo::Kind::Exited;
        info.code = WEXITSTATUS(status);
    } else if (WIFSIGNALED(status)) {
        info.kind = ExitInfo::Kind::Signaled;
        info.signal = WTERMSIG(status);
        info.coreDumped = WCOREDUMP(status);
    }
    return info;
}

} // namespace foghorn
