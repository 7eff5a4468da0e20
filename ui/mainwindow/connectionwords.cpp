#include "ui/mainwindow/connectionwords.h"

#include "ui/style/isolated.h"
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
    const QString name = isolated(connection.name());
    switch (connection.link) {
    case ConnectionState::Link::Connecting:
        return tr("%1 · connecting…").arg(name);
    case ConnectionState::Link::Connected:
        //: may look, but not give commands
        return connection.mayOperate ? name : tr("%1 · read-only").arg(name);
    case ConnectionState::Link::Lagging:
        //: %1 is an address, %2 an age
        return tr("%1 · %2 old").arg(name, Wording::age(now - heardAt));
    case ConnectionState::Link::Reconnecting:
        return tr("%1 · not connected").arg(name);
    case ConnectionState::Link::Refused:
        return tr("%1 · refused").arg(name);
    case ConnectionState::Link::Closed:
        return tr("%1 · disconnected").arg(name);
    }
    return {};
}

StateLook ConnectionWords::look(const ConnectionState &connection)
{
    switch (connection.link) {
    case ConnectionState::Link::Connecting:
        return {StateFamily::Busy, Silhouette::Starting, Badge::None, 0};
    case ConnectionState::Link::Connected:
        return connection.mayOperate ? StateLook{StateFamily::Healthy, Silhouette::Check, Badge::None, 0}
                                     : StateLook{StateFamily::Neutral, Silhouette::Finished, Badge::None, 0};
    case ConnectionState::Link::Lagging:
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};
    case ConnectionState::Link::Reconnecting:
        return {StateFamily::Degraded, Silhouette::Backoff, Badge::None, 0};
    case ConnectionState::Link::Refused:
        return {StateFamily::Unhealthy, Silhouette::Failed, Badge::None, 0};
    case ConnectionState::Link::Closed:
        return {StateFamily::Neutral, Silhouette::Stopped, Badge::None, 0};
    }
    return {};
}

QString ConnectionWords::lost(const ConnectionState &connection, WallTime heardAt, WallTime now)
{
    const QString name = isolated(connection.name());
    const QString since = Wording::moment(connection.since);
    const bool isWaiting = connection.nextTryAt && *connection.nextTryAt - now >= 1s;
    const QString next =
        isWaiting ? tr("Trying again in %1.").arg(Wording::age(*connection.nextTryAt - now)) : tr("Trying again…");
    const QString what = connection.hasEnded
        ? tr("The daemon on %1 ended at %2. Its services may still run.").arg(name, since)
        : tr("Connection to %1 lost at %2.").arg(name, since);
    //: %1 and %2 are sentences about a lost connection
    return tr("%1 %2 Showing the state of %3.").arg(what, next, Wording::moment(heardAt));
}

QString ConnectionWords::title(const ConnectionState &connection)
{
    const QString name = isolated(connection.name());
    if (connection.link == ConnectionState::Link::Closed)
        return tr("Disconnected from %1").arg(name);
    if (connection.link != ConnectionState::Link::Refused)
        return tr("Connecting to %1…").arg(name);
    switch (connection.refusal) {
    case ConnectionState::Refusal::Token:
        return tr("%1 wants another token").arg(name);
    case ConnectionState::Refusal::Version:
        return tr("%1 cannot be understood").arg(name);
    case ConnectionState::Refusal::Certificate:
        return tr("%1 may be somebody else").arg(name);
    case ConnectionState::Refusal::Other:
        break;
    }
    return tr("%1 does not let this window in").arg(name);
}

QString ConnectionWords::explanation(const ConnectionState &connection, WallTime now)
{
    QString reason = printable(connection.reason);
    if (connection.link == ConnectionState::Link::Closed)
        return tr("What runs there goes on running.");
    if (connection.link != ConnectionState::Link::Refused && now - connection.since < PatientFor)
        return {};
    if (reason.isEmpty())
        return tr("Waiting for an answer.");
    reason[0] = reason.at(0).toUpper();
    return reason.endsWith(u'.') ? reason : reason + u'.';
}

QString ConnectionWords::details(const ConnectionState &connection)
{
    QStringList lines = connection.details.split(u'\n');
    for (QString &line : lines)
        line = printable(line);
    return lines.join(u'\n');
}

QString ConnectionWords::whyBlocked(const ConnectionState &connection)
{
    const QString name = isolated(connection.name());
    switch (connection.link) {
    case ConnectionState::Link::Connecting:
        return tr("Still connecting to %1").arg(name);
    case ConnectionState::Link::Reconnecting:
        return tr("Not connected to %1 since %2").arg(name, Wording::clock(connection.since));
    case ConnectionState::Link::Refused:
        return tr("%1 does not let this window in").arg(name);
    case ConnectionState::Link::Closed:
        return tr("Disconnected from %1").arg(name);
    case ConnectionState::Link::Connected:
    case ConnectionState::Link::Lagging:
        break;
    }
    return connection.mayOperate ? QString() : tr("The token for %1 may only look").arg(name);
}

} // namespace foghorn
