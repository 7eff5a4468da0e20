// How the window goes from one fleet to another: a new window on a new room takes the place of both.
#include "app/desktop/desktop.h"

#include "core/base/whenended.h"
#include "core/client/remotecontrolroom.h"
#include "ui/dialogs/reloaddialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowmemory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <optional>
#include <utility>

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
    ++m_load; // what is being read was wanted in the place of what was shown
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
    m_afterShutdown = nullptr; // of a room that goes
    const std::unique_ptr<ControlRoom> left = std::move(m_room); // goes after its window
    if (left)
        m_desk.setOwnFleet(m_desk.ownFleet(), {});
    show(target, profile);
}

void Desktop::load(const QList<QString> &files, std::function<void(const LoadedFleet &)> use)
{
    whenEnded(QtConcurrent::run(&loadFleetOfProcess, files), this,
        [this, number = ++m_load, use = std::move(use)](const std::optional<LoadedFleet> &loaded) {
            if (loaded && number == m_load)
                use(*loaded);
        });
}

void Desktop::switchToOwn()
{
    const QList<QString> files = ownFiles();
    if (m_room || !m_window)
        return;
    if (files.first().isEmpty()) {
        m_window->showProblem(
            tr("The default fleet was not found beside the program. Name a fleet file with --config FILE."));
        return;
    }
    load(files, [this, file = files.first()](const LoadedFleet &loaded) {
        if (m_room || !m_window || showsFaults(loaded, file, [this] { switchToOwn(); }))
            return;
        if (const Result<void> ran = runOwn(loaded); ran)
            m_remote.reset();
        else
            m_window->showProblem(ran.error().text);
    });
}

/// The window that is there stays when the file is no good, or a service came to life meanwhile.
void Desktop::openFleet(const QString &file)
{
    if (!mayLeaveRoom())
        return;
    load({file}, [this, file](const LoadedFleet &loaded) {
        if (!mayLeaveRoom() || showsFaults(loaded, file, [this, file] { openFleet(file); }))
            return;
        // Nobody can start a service any more, and the keeper ends: nothing is left behind.
        m_afterShutdown = [this, file, loaded] { exchangeRoom(file, loaded); };
        m_room->commands().shutdown(windowActor());
    });
}

bool Desktop::mayLeaveRoom()
{
    if (!m_room || !m_window)
        return false;
    switch (m_room->rest()) {
    case ControlRoom::Rest::AtRest:
        return true;
    case ControlRoom::Rest::NotYetKnown:
        m_window->showProblem(tr("It is not known yet which services run. Open the file again in a moment."));
        break;
    case ControlRoom::Rest::Awake:
        m_window->showProblem(tr("Services of the fleet that is open run. Stop them first, then open the file again."));
        break;
    case ControlRoom::Rest::ShuttingDown:
        m_window->showProblem(tr("The fleet that is open is shutting down: no other one is opened now."));
        break;
    }
    return false;
}

/// The room goes before the next one is made: both may want the same port and state.
void Desktop::exchangeRoom(const QString &file, const LoadedFleet &loaded)
{
    const DesktopOptions before = m_options;
    closeRoom();
    m_options.files = {file};
    m_options.stateDirectory.clear(); // the other fleet's
    const Result<void> ran = runOwn(loaded);
    if (ran)
        return;
    m_options = before;
    goBack(ran.error().text);
}

void Desktop::goBack(const QString &reason)
{
    load(ownFiles(), [this, reason](const LoadedFleet &loaded) {
        if (runOwn(loaded, true))
            m_window->showProblem(reason);
        else
            refuse(reason, 1);
    });
}

bool Desktop::showsFaults(const LoadedFleet &loaded, const QString &file, const std::function<void()> &again)
{
    if (loaded.isGood())
        return false;
    ReloadOutcome refused{.verdict = Verdict::Invalid};
    for (const Fault &fault : loaded.faults)
        refused.faults.append(fault.toString());
    for (const Fault &warning : loaded.warnings)
        refused.warnings.append(warning.toString());
    refused.cycles = loaded.cycles;
    auto *dialog = new ReloadDialog(refused, QFileInfo(file).fileName(), m_window.get());
    connect(dialog, &ReloadDialog::againWanted, this, again, Qt::QueuedConnection); // once it has closed
    dialog->open();
    return true;
}

void Desktop::closeRoom()
{
    ++m_load;
    m_afterShutdown = nullptr; // it was of this room
    if (auto *memory = m_window->findChild<WindowMemory *>())
        memory->save();
    m_window->disconnect(this);
    m_window.reset(); // reads the room
    m_room.reset();
}

void Desktop::onShutdownFinished()
{
    if (!m_room)
        return; // it was left meanwhile
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
