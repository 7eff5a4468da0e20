#include "core/store/fleetloader.h"

#include "core/store/asidefile.h"
#include "core/store/databaseconnection.h"
#include "core/store/fleetreader.h"

namespace foghorn {
namespace {

MaybeFault tryLoad(const QString &path, std::chrono::milliseconds patience, SavedFleet &fleet)
{
    fleet = {};
    DatabaseConnection connection(path, patience);
    if (auto fault = connection.open())
        return fault;
    return readFleet(connection.database(), fleet);
}

/// An empty fleet of which nobody said that it ended cleanly; what its file holds, if there is one, is not known.
SavedFleet unknownFleet(QString notice)
{
    SavedFleet fleet;
    fleet.endedCleanly = false;
    fleet.wasRead = false;
    fleet.notice = std::move(notice);
    return fleet;
}

SavedFleet startAnew(const QString &path, const StoreFault &why, WallTime now, std::chrono::milliseconds patience)
{
    const bool isNewer = why.kind == StoreFault::Kind::Newer;
    const QString what = isNewer
        ? QStringLiteral("The history %1 was written by a newer Foghorn (%2)").arg(path, why.text)
        : QStringLiteral("The history %1 is damaged (%2)").arg(path, why.text);
    const Result<QString> aside = setAside(path, isNewer ? QStringLiteral("newer") : QStringLiteral("corrupt"), now);
    if (!aside)
        return unknownFleet(
            QStringLiteral("%1 and cannot be set aside (%2); the fleet's history is kept in memory only")
                .arg(what, aside.error().text));
    SavedFleet fresh;
    if (const auto fault = tryLoad(path, patience, fresh))
        return unknownFleet(
            QStringLiteral("%1 and was renamed to %2, but a new one cannot be made (%3); the fleet's history is kept in"
                           " memory only")
                .arg(what, aside.value(), fault->text));
    fresh.endedCleanly = false;
    fresh.notice = QStringLiteral("%1. It was renamed to %2 and a new one was begun").arg(what, aside.value());
    return fresh;
}

} // namespace

SavedFleet loadFleet(const QString &path, WallTime now, std::chrono::milliseconds patience)
{
    SavedFleet fleet;
    const auto fault = tryLoad(path, patience, fleet);
    if (!fault)
        return fleet;
    switch (fault->kind) {
    case StoreFault::Kind::Damaged:
    case StoreFault::Kind::Foreign:
    case StoreFault::Kind::Newer:
        return startAnew(path, *fault, now, patience);
    case StoreFault::Kind::Busy:
        return unknownFleet(
            QStringLiteral("The history %1 is locked by another process and was not read; what happens from now on is"
                           " written to it as soon as it is free")
                .arg(path));
    case StoreFault::Kind::Unavailable:
    case StoreFault::Kind::Failed:
        return unknownFleet(
            QStringLiteral("The history %1 cannot be used (%2); the fleet's history is kept in memory only")
                .arg(path, fault->text));
    }
    return fleet;
}

} // namespace foghorn
