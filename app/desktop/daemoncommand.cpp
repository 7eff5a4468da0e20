#include "app/desktop/daemoncommand.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace foghorn {

namespace {

constexpr qint64 MostRead = 1 << 20; ///< bytes; the kernel's limit for arguments and environment is near

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(MostRead) : QByteArray();
}

/// The parts of "a\0b\0".
QStringList partsOf(const QByteArray &zeroTerminated)
{
    QStringList parts;
    const QList<QByteArray> raw = zeroTerminated.split('\0');
    for (const QByteArray &part : raw)
        parts.append(QString::fromLocal8Bit(part));
    if (!parts.isEmpty() && parts.last().isEmpty())
        parts.removeLast();
    return parts;
}

} // namespace

std::optional<DaemonCommand> DaemonCommand::of(const QString &stateDirectory)
{
    bool isNumber = false;
    const qint64 pid = contentOf(stateDirectory + QLatin1String("/lock")).trimmed().toLongLong(&isNumber);
    if (!isNumber || pid <= 0)
        return std::nullopt;
    const QString process = QStringLiteral("/proc/%1/").arg(pid);
    DaemonCommand command;
    command.program = QFile::symLinkTarget(process + QLatin1String("exe"));
    command.directory = QFile::symLinkTarget(process + QLatin1String("cwd"));
    command.arguments = partsOf(contentOf(process + QLatin1String("cmdline"))).mid(1);
    // The lock may be of one that is gone, and its number another program's by now.
    if (QFileInfo(command.program).fileName() != QLatin1String("foghornd") || command.directory.isEmpty())
        return std::nullopt;
    const QStringList variables = partsOf(contentOf(process + QLatin1String("environ")));
    for (const QString &variable : variables)
        command.environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    if (command.environment.contains(QStringLiteral("INVOCATION_ID"))) // systemd's
        return std::nullopt;
    return command;
}

Result<void> DaemonCommand::run() const
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setWorkingDirectory(directory);
    process.setProcessEnvironment(environment);
    // What it says goes to its own state directory's events; nobody reads its terminal here.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (process.startDetached())
        return {};
    return Error{QCoreApplication::translate("foghorn::DaemonCommand", "%1 could not be started: %2")
                     .arg(program, process.errorString())};
}

} // namespace foghorn
