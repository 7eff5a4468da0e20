#include "ui/mainwindow/connectionwords.h"

#include "ui/style/wording.h"

#include "core/base/names.h"

namespace foghorn {

namespace {

using namespace std::chrono_literals;

constexpr auto PatientFor = 5s; ///< then a first connection says what it waits for

} // namespace

QString ConnectionWords::chip(const Connection &connection, WallTime heardAt, WallTime now)
{
    if (!connection.isRemote())
        //: where the services are run from: this very program
        return tr("local");
    const QString place = printable(connection.place);
    switch (connection.link) {
    case Connection::Link::Connecting:
        return tr("%1 · connecting…").arg(place);
    case Connection::Link::Connected:
        return place;
    case Connection::Link::Lagging:
        //: %1 is an address, %2 an age
        return tr("%1 · %2 old").arg(place, Wording::age(now - heardAt));
    case Connection::Link::Reconnecting:
        return tr("%1 · not connected").arg(place);
    case Connection::Link::Refused:
        return tr("%1 · refused").arg(place);
    }
    return {};
}

StateLook ConnectionWords::look(Connection::Link link)
{
    switch (link) {
    case Connection::Link::Connecting:
        return {StateFamily::Busy, Silhouette::Starting, Badge::None, 0};
    case Connection::Link::Connected:
        return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    case Connection::Link::Lagging:
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};
    case Connection::Link::Reconnecting:
        return {StateFamily::Degraded, Silhouette::Backoff, Badge::None, 0};
    case Connection::Link::Refused:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 0};
    }
    return {};
}

QString ConnectionWords::lost(const Connection &connection, WallTime heardAt, WallTime now)
{
    const QString place = printable(connection.place);
    const QString since = Wording::clock(connection.since);
    const bool isWaiting = connection.nextTryAt && *connection.nextTryAt - now >= 1s;
    const QString begin = isWaiting ? tr("Connection to %1 lost at %2. Trying again in %3.")
                                          .arg(place, since, Wording::age(*connection.nextTryAt - now))
                                    : tr("Connection to %1 lost at %2. Trying again…").arg(place, since);
    //: %1 is one of the sentences about a lost connection
    return tr("%1 Showing the state of %2.").arg(begin, Wording::clock(heardAt));
}

QString ConnectionWords::title(const Connection &connection)
{
    const QString place = printable(connection.place);
    return connection.link == Connection::Link::Refused ? tr("%1 does not let this window in").arg(place)
                                                        : tr("Connecting to %1…").arg(place);
}

QString ConnectionWords::explanation(const Connection &connection, WallTime now)
{
    const QString reason = printable(connection.reason);
    if (connection.link == Connection::Link::Refused || now - connection.since >= PatientFor)
        return reason.isEmpty() ? tr("Waiting for an answer.") : reason;
    return {};
}

QString ConnectionWords::whyBlocked(const Connection &connection)
{
    if (connection.isUsable())
        return {};
    const QString place = printable(connection.place);
    switch (connection.link) {
    case Connection::Link::Connecting:
        return tr("Still connecting to %1").arg(place);
    case Connection::Link::Reconnecting:
        return tr("Not connected to %1 since %2").arg(place, Wording::clock(connection.since));
    case Connection::Link::Refused:
        return tr("%1 does not let this window in").arg(place);
    case Connection::Link::Connected:
    case Connection::Link::Lagging:
        break;
    }
    return {};
}

} // namespace foghorn
