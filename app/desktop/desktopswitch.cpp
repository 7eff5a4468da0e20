// How the window goes from one fleet to another: a new window on a new room takes the place of both.
#include "app/desktop/desktop.h"

#include "core/client/remotecontrolroom.h"
#include "ui/mainwindow/mainwindow.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foghorn {

namespace {

/// Chosen in a window, by a person.
Actor windowActor()
{
    return {QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)};
}

} // namespace

/// Queued: what is wanted comes from the window that goes then.
void Desktop::connectDesk()
{
    const QString file = QFileInfo(m_options.files.value(0)).completeBaseName();
    m_desk.setOwnFleet(file.isEmpty() ? tr("Default fleet") : file, {});
    connect(&m_desk, &DesktopConnections::targetWanted, this, &Desktop::onSwitchWanted, Qt::QueuedConnection);
    connect(&m_desk, &DesktopConnections::ownWanted, this, &Desktop::switchToOwn, Qt::QueuedConnection);
    connect(&m_desk, &DesktopConnections::hangUpWanted, this, &Desktop::hangUp);
    connect(&m_desk, &DesktopConnections::impossible, this, [this](const QString &reason) {
        if (m_window)
            m_window->showProblem(reason);
    });
}

void Desktop::connectRoom()
{
    connect(m_room.get(), &ControlRoom::shutdownFinished, this, &Desktop::onShutdownFinished, Qt::QueuedConnection);
    connect(m_room.get(), &ControlRoom::failed, this, [this](const QString &text) { m_window->showProblem(text); });
}

void Desktop::show(const ApiTarget &target, const ConnectionProfile &profile)
{
    auto remote = std::make_unique<RemoteControlRoom>(target, "foghorn/" FOGHORN_VERSION);
    //: the name of a connection, and what group it belongs to
    remote->setName(profile.label.isEmpty() ? profile.name : tr("%1 (%2)").arg(profile.name, profile.label));
    const std::unique_ptr<RemoteControlRoom> old = std::exchange(m_remote, std::move(remote)); // goes after its window
    m_desk.setShown(profile);
    m_desk.rememberDaemon(target.stateDirectory);
    connect(&m_remote->connection(), &ConnectionBoard::changed, this, [this, directory = target.stateDirectory] {
        // Each time it is there: another one may have taken over.
        if (m_remote && m_remote->connection().connection().link == ConnectionState::Link::Connected)
            m_desk.rememberDaemon(directory);
    });
    replaceWindow({m_remote->registry(), m_remote->events(), m_remote->commands(), m_remote->history(),
        m_remote->alerts(), m_remote->alertCommands(), m_remote->logs(), m_remote->connection(), &m_desk});
    m_remote->open();
}

void Desktop::onSwitchWanted(const ApiTarget &target, const ConnectionProfile &profile, bool stopsOwn)
{
    if (!m_room || !stopsOwn)
        return switchTo(target, profile);
    m_afterShutdown = [this, target, profile] { switchTo(target, profile); };
    m_room->commands().shutdown(windowActor());
}

/// What this program ran lives on without it; the next one that runs that fleet finds it again.
void Desktop::switchTo(const ApiTarget &target, const ConnectionProfile &profile)
{
    const std::unique_ptr<ControlRoom> left = std::move(m_room); // goes after its window
    if (left)
        m_desk.setOwnFleet(m_desk.ownFleet(), {});
    show(target, profile);
}

void Desktop::switchToOwn()
{
    if (m_room)
        return;
    if (const Result<void> ran = runOwn(); ran)
        m_remote.reset();
    else
        m_window->showProblem(ran.error().text);
}

void Desktop::onShutdownFinished()
{
    if (m_afterShutdown)
        std::exchange(m_afterShutdown, nullptr)();
    else
        QCoreApplication::exit(0);
}

void Desktop::hangUp()
{
    if (m_remote)
        m_remote->close();
}

} // namespace foghorn
