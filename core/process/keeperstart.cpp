#include "core/process/keeperstart.h"

#include "core/keeper/spawn.h"
#include "core/process/descriptorlimit.h"
#include "core/process/launchfailure.h"

#include <QFile>

#include <fcntl.h>

#include <cerrno>
#include <cstring>

namespace foghorn {
namespace {

constexpr mode_t logMode = 0600;

std::vector<std::string> ownEnvironment()
{
    std::vector<std::string> environment;
    for (char **entry = environ; *entry; ++entry)
        environment.emplace_back(*entry);
    return environment;
}

} // namespace

Result<qint64> startKeeper(const QString &program, const QString &stateDirectory)
{
    const QByteArray logPath = QFile::encodeName(stateDirectory) + "/keeper.log";
    const keeper::Descriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const keeper::Descriptor log(
        ::open(logPath.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, logMode));
    if (!null.isOpen() || !log.isOpen())
        return Error{QStringLiteral("cannot open %1: %2")
                         .arg(QFile::decodeName(logPath), QString::fromLocal8Bit(std::strerror(errno)))};
    keeper::SpawnRequest request;
    request.argv = {
        QFile::encodeName(program).toStdString(), "--state-dir", QFile::encodeName(stateDirectory).toStdString()};
    request.environment = ownEnvironment();
    request.workingDirectory = std::string("/");
    request.input = null.get();
    request.output = log.get();
    request.errorOutput = log.get();
    request.defaultNofile = originalDescriptorLimit();
    const auto answer = keeper::spawn(request);
    if (const auto *failure = std::get_if<keeper::SpawnFailure>(&answer))
        return Error{QStringLiteral("cannot start the keeper: ") + launchFailure(*failure, program).reason};
    return qint64(std::get<keeper::SpawnedProcess>(answer).pid);
}

} // namespace foghorn
