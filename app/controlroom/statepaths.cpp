#include "app/controlroom/statepaths.h"

#include <QCoreApplication>
#include <QDir>

namespace foghorn {

QString defaultStateDirectory(const QString &fleet)
{
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base))
        base = QDir::homePath() + QStringLiteral("/.local/state");
    return base + QStringLiteral("/foghorn/") + fleet;
}

QString ownProgram(const QString &name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

} // namespace foghorn
