#include "ui/mainwindow/connectionwords.h"

#include "ui/style/wording.h"

#include "core/base/names.h"

namespace foghorn {

namespace {

using namespace std::chrono_literals;

constexpr auto PatientFor = 5s; ///< then a first connection says what it waits for

} // namespace

QString ConnectionWords::chip(const ConnectionState &connection, WallTime heardAt, WallTime now)
{
    if (!connection.isRemote())
        //: where the services are run from: this very program
        return tr("local");
    const QString place = printable(connection.place);
    switch (connection.link) {
    case ConnectionState::Link::Connecting:
        return tr("%1 · connecting…").arg(place);
    case ConnectionState::Link::Connected:
        return place;
    case ConnectionState::Link::Lagging:
        //: %1 is an address, %2 an age
        return tr("%1 · %2 old").arg(place, Wording::age(now - heardAt));
    case ConnectionState::Link::Reconnecting:
        return tr("%1 · not connected").arg(place);
    case ConnectionState::Link::Refused:
        return tr("%1 · refused").arg(place);
    }
    return {};
}

StateLook ConnectionWords::look(ConnectionState::Link link)
{
    switch (link) {
    case ConnectionState::Link::Connecting:
        return {StateFamily::Busy, Silhouette::Starting, Badge::None, 0};
    case ConnectionState::Link::Connected:
        return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    case ConnectionState::Link::Lagging:
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};
    case ConnectionState::Link::Reconnecting:
        return {StateFamily::Degraded, Silhouette::Backoff, Badge::None, 0};
    case ConnectionState::Link::Refused:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 0};
    }
    return {};
}

QString ConnectionWords::lost(const ConnectionState &connection, WallTime heardAt, WallTime now)
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

QString ConnectionWords::title(const ConnectionState &connection)
{
    const QString place = printable(connection.place);
    return connection.link == ConnectionState::Link::Refused ? tr("%1 does not let this window in").arg(place)
                                                             : tr("Connecting to %1…").arg(place);
}

QString ConnectionWords::explanation(const ConnectionState &connection, WallTime now)
{
    const QString reason = printable(connection.reason);
    if (connection.link == ConnectionState::Link::Refused || now - connection.since >= PatientFor)
        return reason.isEmpty() ? tr("Waiting for an answer.") : reason;
    return {};
}

QString ConnectionWords::whyBlocked(const ConnectionState &connection)
{
    if (connection.isUsable())
        return {};
    const QString place = printable(connection.place);
    switch (connection.link) {
    case ConnectionState::Link::Connecting:
        return tr("Still connecting to %1").arg(place);
    case ConnectionState::Link::Reconnecting:
        return tr("Not connected to %1 since %2").arg(place, Wording::clock(connection.since));
    case ConnectionState::Link::Refused:
        return tr("%1 does not let this window in").arg(place);
    case ConnectionState::Link::Connected:
    case ConnectionState::Link::Lagging:
        break;
    }
    return {};
}

} // namespace foghorn
