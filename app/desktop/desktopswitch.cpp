// How the window goes from one fleet to another: a new window on a new room takes the place of both.
#include "app/desktop/desktop.h"

#include "core/client/remotecontrolroom.h"
#include "ui/dialogs/reloaddialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowmemory.h"

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
    connect(&m_desk, &DesktopConnections::fleetWanted, this, &Desktop::openFleet, Qt::QueuedConnection);
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
    const Result<void> ran = runOwn();
    const QList<QString> files = m_options.files.isEmpty() ? QList<QString>{m_desk.exampleFleet()} : m_options.files;
    if (ran)
        m_remote.reset();
    else if (files.first().isEmpty() || !showsFaults(files, [this] { switchToOwn(); }))
        m_window->showProblem(ran.error().text);
}

/// The window that is there stays when the file is no good. Else the room goes before the next one is made: both may
/// want the same port and state. What it ran is nothing, or lives on without it.
void Desktop::openFleet(const QString &file)
{
    if (!m_room || !m_window)
        return;
    const auto again = [this, file] { openFleet(file); };
    if (showsFaults({file}, again))
        return;
    const DesktopOptions before = m_options;
    closeRoom();
    m_options.files = {file};
    m_options.stateDirectory.clear(); // the other fleet's
    const Result<void> ran = runOwn();
    if (ran)
        return;
    m_options = before;
    if (const Result<void> back = runOwn(); back)
        m_window->showProblem(ran.error().text);
    else
        refuse(ran.error().text, 1);
}

bool Desktop::showsFaults(const QList<QString> &files, const std::function<void()> &again)
{
    const LoadedFleet loaded = loadFleetOfProcess(files);
    if (loaded.isGood())
        return false;
    ReloadOutcome refused{.verdict = Verdict::Invalid};
    for (const Fault &fault : loaded.faults)
        refused.faults.append(fault.toString());
    for (const Fault &warning : loaded.warnings)
        refused.warnings.append(warning.toString());
    refused.cycles = loaded.cycles;
    auto *dialog = new ReloadDialog(refused, QFileInfo(files.value(0)).fileName(), m_window.get());
    connect(dialog, &ReloadDialog::againWanted, this, again, Qt::QueuedConnection); // once it has closed
    dialog->open();
    return true;
}

void Desktop::closeRoom()
{
    if (auto *memory = m_window->findChild<WindowMemory *>())
        memory->save();
    m_window->disconnect(this);
    m_window.reset(); // reads the room
    m_room.reset();
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
