#include "core/process/ownrights.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace foghorn {

bool isRoot() { return ::geteuid() == 0; }

void becomeLastToBeKilled()
{
    constexpr int wanted = -500; // as the keeper's
    QFile score(QStringLiteral("/proc/self/oom_score_adj"));
    if (score.open(QIODevice::ReadWrite | QIODevice::Unbuffered) && score.readAll().trimmed().toInt() > wanted)
        score.write(QByteArray::number(wanted));
}

QList<unsigned> trustedOwners(const QString &program)
{
    if (!isRoot())
        return {};
    QList<unsigned> owners{0};
    bool isNumber = false;
    const unsigned caller = qEnvironmentVariable("SUDO_UID").toUInt(&isNumber);
    if (isNumber)
        owners.append(caller);
    for (QString path = QFileInfo(program).canonicalFilePath(); !path.isEmpty();) {
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !owners.contains(status.st_uid))
            owners.append(status.st_uid);
        const QString above = QFileInfo(path).path();
        path = above == path ? QString() : above;
    }
    return owners;
}

} // namespace foghorn
