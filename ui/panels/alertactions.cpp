#include "ui/panels/alertactions.h"

#include "ui/panels/mutedialog.h"
#include "ui/style/actionicon.h"
#include "ui/style/wording.h"

#include <QAction>
#include <QDateTime>
#include <QFutureWatcher>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

Actor desktopActor()
{
    return {QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)};
}

constexpr int morning = 8; ///< o'clock

std::chrono::minutes untilMorning()
{
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime then(now.date().addDays(now.time() < QTime(4, 0) ? 0 : 1), QTime(morning, 0));
    constexpr qint64 minute = 60;
    return std::chrono::minutes(std::max<qint64>(1, now.secsTo(then) / minute));
}

} // namespace

AlertActions::AlertActions(AlertCommands &commands, QWidget &owner)
    : QObject(&owner)
    , m_commands(commands)
    , m_owner(owner)
{
    m_seen = make(tr("Mark as &seen"), tr("Somebody looks after it"), QKeySequence(Qt::Key_Space));
    m_seen->setShortcutContext(Qt::WidgetShortcut); // the space bar is for buttons elsewhere
    connect(m_seen, &QAction::triggered, this, &AlertActions::markSeen);
    buildMenus();
    m_graph = make(tr("Show in &graph"), tr("Show the service among those it needs (Shift+Enter)"));
    connect(m_graph, &QAction::triggered, this, [this] { Q_EMIT graphWanted(m_chosen.first().service); });
    m_restart = make(tr("&Restart cause"), tr("Restart the service that the alert is about"));
    m_restart->setIcon(actionIcon(ActionSymbol::Restart));
    connect(m_restart, &QAction::triggered, this, [this] { Q_EMIT restartWanted(m_chosen.first().service); });
    update();
}

AlertActions::~AlertActions() = default;

QAction *AlertActions::make(const QString &text, const QString &tip, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setWhatsThis(tip); // shown while nothing speaks against it
    action->setShortcut(key);
    return action;
}

void AlertActions::buildMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QString &tip, auto &&call) {
        QAction *action = make(text, tip);
        connect(action, &QAction::triggered, this, call);
        menu->addAction(action);
        return action;
    };
    m_mute = new QMenu(tr("&Mute"), &m_owner);
    const QString quiet = tr("Tell nobody of it for so long");
    add(m_mute, tr("For 15 &minutes"), quiet, [this] { mute(15min); });
    m_muteHour = add(m_mute, tr("For &1 hour"), quiet, [this] { mute(1h); });
    m_muteHour->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    add(m_mute, tr("For &8 hours"), quiet, [this] { mute(8h); });
    add(m_mute, tr("Until &tomorrow, 08:00"), tr("Tell nobody of it until then"), [this] { mute(untilMorning()); });
    add(m_mute, tr("Until it is &over"), tr("Tell nobody of it as long as it lasts, 30 days at most"),
        [this] { mute(AlertCommands::longestSilence); });
    add(m_mute, tr("&Until…"), tr("Choose the day and time"), [this] {
        auto *dialog = new MuteDialog(&m_owner);
        connect(dialog, &MuteDialog::chosen, this, &AlertActions::mute);
        dialog->open();
    });
    m_mute->addSeparator();
    m_unmute = add(m_mute, tr("&End mute"), tr("Tell of it again"), [this] { mute(0min); });

    m_maintenance = new QMenu(tr("M&aintenance"), &m_owner);
    const QString work = tr("The service is worked on: neither it nor what it causes is told");
    add(m_maintenance, tr("For &1 hour"), work, [this] { maintain(1h); });
    add(m_maintenance, tr("For &4 hours"), work, [this] { maintain(4h); });
    add(m_maintenance, tr("Until &tomorrow, 08:00"), work, [this] { maintain(untilMorning()); });
    m_maintenance->addSeparator();
    m_endMaintenance =
        add(m_maintenance, tr("&End maintenance"), tr("The work is done: tell again"), [this] { maintain(0min); });
}

void AlertActions::fill(QMenu &menu) const
{
    menu.addAction(m_seen);
    menu.addMenu(m_mute);
    menu.addMenu(m_maintenance);
    menu.addSeparator();
    menu.addAction(m_graph);
    menu.addAction(m_restart);
}

void AlertActions::setChosen(const QList<Alert> &alerts)
{
    m_chosen = alerts;
    update();
}

void AlertActions::setBlocked(const QString &why)
{
    if (why == m_blocked)
        return;
    m_blocked = why;
    update();
}

void AlertActions::setReason(QAction *action, const QString &reason)
{
    action->setEnabled(reason.isEmpty());
    action->setStatusTip(reason.isEmpty() ? action->whatsThis() : reason);
    action->setToolTip(action->statusTip());
}

void AlertActions::update()
{
    const auto any = [this](auto &&test) { return std::any_of(m_chosen.cbegin(), m_chosen.cend(), test); };
    const bool anyFiring = any([](const Alert &alert) { return alert.isFiring(); });
    const QString none = m_chosen.isEmpty() ? tr("Select an alert first") : QString();
    const QString all = m_blocked.isEmpty() ? none : m_blocked;
    const QString over = !all.isEmpty() || anyFiring ? all : tr("It is over already");
    const bool allSeen = anyFiring && !any([](const Alert &a) { return a.isFiring() && a.acknowledgedBy.isEmpty(); });
    m_seen->setText(allSeen ? tr("Mark as un&seen") : tr("Mark as &seen"));
    m_seen->setWhatsThis(allSeen ? tr("Nobody looks after it") : tr("Somebody looks after it"));
    setReason(m_seen, over);
    const bool anyMuted = any([](const Alert &alert) { return alert.mutedUntil.has_value(); });
    for (QAction *action : m_mute->actions()) {
        if (!action->isSeparator())
            setReason(action, over);
    }
    setReason(m_unmute, !over.isEmpty() || anyMuted ? over : tr("It is not muted"));
    m_mute->menuAction()->setEnabled(over.isEmpty());
    const bool isMachine = !m_chosen.isEmpty() && !any([](const Alert &alert) { return !alert.service.isEmpty(); });
    const QString about = isMachine ? tr("It is about this machine, not about a service") : none;
    const QString service = m_blocked.isEmpty() ? about : m_blocked;
    const bool anyMaintained = any([](const Alert &alert) { return alert.inMaintenance; });
    for (QAction *action : m_maintenance->actions()) {
        if (!action->isSeparator())
            setReason(action, service);
    }
    setReason(m_endMaintenance, !service.isEmpty() || anyMaintained ? service : tr("It is not in maintenance"));
    m_maintenance->menuAction()->setEnabled(service.isEmpty());
    const QString one = about.isEmpty() && m_chosen.size() > 1 ? tr("Select one alert only") : about;
    setReason(m_graph, one);
    setReason(m_restart, m_blocked.isEmpty() ? one : m_blocked);
    m_restart->setText(one.isEmpty() ? tr("&Restart %1").arg(m_chosen.first().service) : tr("&Restart cause"));
}

void AlertActions::markSeen()
{
    const bool seen = std::any_of(m_chosen.cbegin(), m_chosen.cend(),
        [](const Alert &alert) { return alert.isFiring() && alert.acknowledgedBy.isEmpty(); });
    QList<Alert> marked = m_chosen;
    marked.removeIf([seen](const Alert &alert) { return !alert.isFiring() || alert.acknowledgedBy.isEmpty() != seen; });
    setSeen(marked, seen);
    Q_EMIT seenMarked(marked, seen);
}

void AlertActions::setSeen(const QList<Alert> &alerts, bool seen)
{
    for (const Alert &alert : alerts)
        watch(m_commands.acknowledge(alert.id, seen, desktopActor()),
            seen ? tr("Marked as seen: %1").arg(alert.service) : tr("No longer marked as seen: %1").arg(alert.service));
}

void AlertActions::mute(std::chrono::minutes time)
{
    QList<Alert> muted = m_chosen;
    muted.removeIf([](const Alert &alert) { return !alert.isFiring(); });
    setMute(muted, time);
    Q_EMIT muteChosen(muted, time);
}

void AlertActions::setMute(const QList<Alert> &alerts, std::chrono::minutes time)
{
    for (const Alert &alert : alerts)
        watch(m_commands.mute(alert.id, time, desktopActor()),
            time > 0min ? tr("Muted for %1: %2").arg(Wording::age(time), alert.service)
                        : tr("No longer muted: %1").arg(alert.service));
}

void AlertActions::maintain(std::chrono::minutes time)
{
    QSet<ServiceId> done;
    const QList<Alert> chosen = m_chosen;
    for (const Alert &alert : chosen) {
        if (alert.service.isEmpty() || done.contains(alert.service))
            continue;
        done.insert(alert.service);
        watch(m_commands.maintain(alert.service, time, desktopActor()),
            time > 0min ? tr("%1 is in maintenance for %2").arg(alert.service, Wording::age(time))
                        : tr("%1 is no longer in maintenance").arg(alert.service));
    }
}

void AlertActions::watch(const QFuture<CommandOutcome> &future, const QString &done)
{
    auto *watcher = new QFutureWatcher<CommandOutcome>(this);
    connect(watcher, &QFutureWatcher<CommandOutcome>::finished, this, [this, watcher, done] {
        watcher->deleteLater();
        if (watcher->isCanceled() || watcher->future().resultCount() == 0)
            return;
        const CommandOutcome outcome = watcher->result();
        if (outcome.verdict == Verdict::Done || outcome.verdict == Verdict::Accepted)
            Q_EMIT succeeded(done);
        else
            Q_EMIT failed(outcome.message);
    });
    watcher->setFuture(future);
}

} // namespace foghorn
