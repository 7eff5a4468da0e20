#pragma once

#include "core/model/event.h"
#include "core/registry/eventlog.h"
#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace foghorn {

/// Which part of a service's past, both ends included, and how many points of each series at most.
struct HistoryWindow
{
    std::optional<WallTime> from;
    std::optional<WallTime> to;
    qint64 points = 500;

    bool holds(WallTime at) const { return (!from || at >= *from) && (!to || at <= *to); }
};

/// At most `points` of `checks`, oldest first: of each bundle of neighbours the one that says most, which is a failed
/// one, else the slowest.
QList<CheckResult> thinned(const QList<CheckResult> &checks, qint64 points);

/// The state changes of a service within the window, as far as the journal still holds them; the newest `points`.
QList<Event> statesOf(const EventLog &events, const ServiceId &service, const HistoryWindow &window);

/// GET /service/{name}/history: service, from, to, points, checks[], states[].
QByteArray historyAnswer(const RegistryEntry &entry, const QList<Event> &states, const HistoryWindow &window);

} // namespace foghorn
