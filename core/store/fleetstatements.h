#pragma once

#include "core/store/checkwriter.h"
#include "core/store/eventwriter.h"
#include "core/store/thinner.h"

#include <QSqlQuery>

namespace foghorn {

/// What FleetWriter writes with; prepared once per connection.
struct FleetStatements
{
    explicit FleetStatements(QSqlDatabase &database)
        : findService(database)
        , addService(database)
        , state(database)
        , cutSpans(database)
        , span(database)
        , value(database)
        , checks(database)
        , events(database)
        , thinner(database)
    {
    }
    MaybeFault prepare();

    QSqlQuery findService, addService, state, cutSpans, span, value;
    CheckWriter checks;
    EventWriter events;
    Thinner thinner;
};

} // namespace foghorn
