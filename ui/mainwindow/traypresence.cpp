#include "ui/mainwindow/traypresence.h"

#include "ui/mainwindow/fleetactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/tray/desktopnotes.h"

#include "core/base/names.h"
#include "core/commands/alertcommands.h"
#include "core/registry/alertboard.h"
#include "core/registry/connectionboard.h"
#include "core/registry/serviceregistry.h"

#include <QAction>
#include <QFutureWatcher>
#include <QMenu>
#include <QSystemTrayIcon>

namespace foghorn {

namespace {

using namespace std::chrono_literals;

constexpr auto Beat = 2'000ms;
constexpr auto IconDelay = 200ms;

} // namespace

TrayPresence::Outside TrayPresence::desktop()
{
    return {&QSystemTrayIcon::isSystemTrayAvailable, std::make_unique<DesktopNotes>()};
}

TrayPresence::TrayPresence(MainWindow &window, const WindowSources &sources, UserSettings &settings, Outside outside)
    : QObject(&window)
    , m_window(window)
    , m_sources(sources)
    , m_settings(settings)
    , m_outside(std::move(outside))
    , m_menu(std::make_unique<QMenu>())
{
    buildActions();
    connectSink();
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayPresence::fillMenu);
    m_beat.setInterval(Beat);
    m_soon.setInterval(IconDelay);
    m_soon.setSingleShot(true);
    const auto refreshSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_beat, &QTimer::timeout, this, &TrayPresence::look);
    connect(&m_soon, &QTimer::timeout, this, &TrayPresence::refreshIcon);
    connect(&m_window.model(), &ServiceTableModel::refreshed, this, refreshSoon);
    connect(&m_sources.connection, &ConnectionBoard::changed, this, refreshSoon);
    connect(&m_sources.alerts, &AlertBoard::alertChanged, this, &TrayPresence::look, Qt::QueuedConnection);
    connect(&m_window.actionsOnServices().operations().model(), &OperationModel::ended, this,
        &TrayPresence::onOperationEnded);
    connect(&m_settings, &UserSettings::changed, this, [this](const QString &key) {
        if (key == TrayKey)
            setTrayShown(m_settings.value(TrayKey).toBool());
    });
    setTrayShown(m_settings.value(TrayKey).toBool());
    m_beat.start();
}

TrayPresence::~TrayPresence() = default;

void TrayPresence::buildActions()
{
    m_trayAction = m_window.addToMenu(MainWindow::Menu::Tools, tr("Icon in the system &tray"), {}, {});
    m_trayAction->setCheckable(true);
    connect(m_trayAction, &QAction::triggered, this, [this](bool on) { m_settings.setValue(TrayKey, on); });
    m_notesAction = m_window.addToMenu(MainWindow::Menu::Tools, tr("Desktop &notifications"),
        tr("Tell of failures while this window is not in front"), {});
    m_notesAction->setCheckable(true);
    m_notesAction->setChecked(m_settings.value(NotificationsKey, true).toBool());
    connect(m_notesAction, &QAction::triggered, this, [this](bool on) { m_settings.setValue(NotificationsKey, on); });
    m_pause = new QAction(tr("&Pause notifications for 1 hour"), this);
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::toggled, this,
        [this](bool on) { m_notifier.pauseUntil(on ? std::optional(Now::read().wall + 1h) : std::nullopt); });
    QTimer *end = new QTimer(m_pause);
    end->setInterval(1h);
    end->setSingleShot(true);
    connect(m_pause, &QAction::toggled, end, [end](bool on) { on ? end->start() : end->stop(); });
    connect(end, &QTimer::timeout, m_pause, [this] { m_pause->setChecked(false); });
}

void TrayPresence::connectSink()
{
    m_outside.sink->setParent(nullptr);
    const NotificationSink *sink = m_outside.sink.get();
    connect(sink, &NotificationSink::showWanted, this, [this](const Notification &told) { openAt(told.service); });
    connect(sink, &NotificationSink::restartWanted, this, [this](const Notification &told) { restart(told.service); });
    connect(sink, &NotificationSink::muteWanted, this, [this](const Notification &told) { mute(told.alert); });
    connect(sink, &NotificationSink::failed, this, &TrayPresence::fallBack);
}

void TrayPresence::setTrayShown(bool shown)
{
    const bool hasTray = m_outside.hasTray();
    m_trayAction->setEnabled(hasTray);
    m_trayAction->setChecked(shown && hasTray);
    m_trayAction->setStatusTip(hasTray ? tr("Closing the window hides it there, and services go on being watched")
                                       : tr("This desktop has no system tray"));
    m_window.setClosingHides(shown && hasTray);
    if (shown && hasTray == (m_icon != nullptr))
        return;
    m_icon.reset();
    if (!shown || !hasTray)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            open();
    });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayPresence::open);
    m_content = {};
    refreshIcon();
    m_icon->show();
}

void TrayPresence::refreshIcon()
{
    const bool isKnown = m_sources.connection.connection().isUsable();
    TrayContent content = TrayWords::content(m_window.model().rows(), m_sources.registry.fleetName(), isKnown);
    if (content == m_content)
        return;
    m_content = std::move(content);
    if (!m_icon)
        return;
    m_icon->setIcon(TrayWords::icon(m_content));
    m_icon->setToolTip(TrayWords::toolTip(m_content));
}

void TrayPresence::fillMenu()
{
    refreshIcon();
    m_menu->clear();
    const QString state =
        m_content.counts.isEmpty() ? m_content.headline : tr("%1 · %2").arg(m_content.headline, m_content.counts);
    m_menu->addAction(state)->setEnabled(false);
    for (const TrayContent::Named &service : std::as_const(m_content.worst))
        addWorst(service);
    m_menu->addSeparator();
    m_menu->addAction(m_window.actionsOnServices().fleet().action(FleetVerb::CheckAll));
    m_menu->addAction(tr("&Open Foghorn"), this, &TrayPresence::open);
    m_menu->addAction(m_pause);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Quit"), this, [this] { m_window.quit(); });
}

void TrayPresence::addWorst(const TrayContent::Named &service)
{
    const QString name = printable(service.id).replace(QLatin1Char('&'), QLatin1String("&&"));
    QMenu *one = m_menu->addMenu(tr("%1 — %2").arg(name, service.state));
    one->setIcon(glyphIcon(service.look, StatePalette::forPalette(one->palette())));
    one->addAction(tr("&Show"), this, [this, id = service.id] { openAt(id); });
    QAction *again = one->addAction(tr("&Restart…"), this, [this, id = service.id] { restart(id); });
    again->setEnabled(m_sources.connection.connection().isUsable() && m_sources.connection.connection().mayOperate);
}

void TrayPresence::open()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void TrayPresence::openAt(const ServiceId &service)
{
    open();
    if (!service.isEmpty() && m_window.model().rowOfService(service) >= 0)
        m_window.selection().selectOnly(service);
}

/// As from the window: what it would do to others is asked there.
void TrayPresence::restart(const ServiceId &service)
{
    openAt(service);
    if (m_window.selection().current() == service)
        m_window.actionsOnServices().action(Verb::Restart)->trigger();
}

void TrayPresence::mute(qint64 alert)
{
    if (alert <= 0)
        return;
    const Actor actor{QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)};
    auto *watcher = new QFutureWatcher<CommandOutcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const CommandOutcome outcome = watcher->future().resultCount() > 0 ? watcher->result() : CommandOutcome{};
        if (outcome.verdict == Verdict::Done)
            m_window.showSuccess(tr("Muted for 1 hour"));
        else
            m_window.showProblem(printable(outcome.message));
    });
    watcher->setFuture(m_sources.alertCommands.mute(alert, 60min, actor)); // it may have ended already
}

bool TrayPresence::isLookedAt() const { return m_window.isVisible() && m_window.isActiveWindow(); }

void TrayPresence::look()
{
    if (m_settings.value(TrayKey).toBool()) {
        setTrayShown(true);
        if (!m_icon && !m_window.isVisible())
            open(); // nobody could get at it any more
    }
    if (!m_sources.connection.connection().isUsable())
        return;
    const bool isSilent = isLookedAt() || !m_settings.value(NotificationsKey, true).toBool();
    m_notifier.setPlace(m_sources.registry.fleetName());
    const QList<Notification> told = m_notifier.look(m_sources.alerts.alerts(), Now::read().wall, isSilent);
    for (const Notification &each : told)
        tell(each);
}

void TrayPresence::tell(const Notification &notification) { m_outside.sink->show(notification); }

void TrayPresence::fallBack(const Notification &notification)
{
    if (m_icon)
        m_icon->showMessage(notification.title, notification.text,
            notification.isTrouble() ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

void TrayPresence::onOperationEnded(int id)
{
    const Operation *operation = m_window.actionsOnServices().operations().model().find(id);
    if (!operation || !operation->endedAt)
        return;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(*operation->endedAt - operation->begunAt);
    const QString sentence =
        operation->isBad() ? tr("%1: not all went well").arg(operation->title) : tr("%1: done").arg(operation->title);
    const bool isSilent = isLookedAt() || !m_settings.value(NotificationsKey, true).toBool();
    if (const auto told = m_notifier.operationEnded(sentence, took, Now::read().wall, isSilent))
        tell(*told);
}

} // namespace foghorn
