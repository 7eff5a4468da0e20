#include "app/daemon/daemon.h"
#include "core/process/descriptorlimit.h"
#include "core/process/ownrights.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace foghorn;
    raiseDescriptorLimit();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("foghornd"));
    const auto parsed = parseDaemonOptions(QCoreApplication::arguments());
    if (const auto *end = std::get_if<EarlyEnd>(&parsed)) {
        std::fprintf(end->exitCode == 0 ? stdout : stderr, "%s\n", end->text.toUtf8().constData());
        return end->exitCode;
    }
    becomeLastToBeKilled();
    Daemon daemon(std::get<DaemonOptions>(parsed));
    if (const std::optional<int> exitCode = daemon.begin())
        return *exitCode;
    return QCoreApplication::exec();
}
