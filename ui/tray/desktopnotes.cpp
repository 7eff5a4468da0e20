#include "ui/tray/desktopnotes.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QStandardPaths>
#include <QVariantMap>

namespace foghorn {

namespace {

constexpr QLatin1String Service("org.freedesktop.Notifications");
constexpr QLatin1String Path("/org/freedesktop/Notifications");
constexpr int Patience = 5'000; ///< ms

/// Without one libdbus would start one, with a window system for it.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QLatin1String("/bus"));
}

} // namespace

DesktopNotes::DesktopNotes(QObject *parent)
    : NotificationSink(parent)
{
}

DesktopNotes::~DesktopNotes() = default;

QDBusMessage DesktopNotes::call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

void DesktopNotes::show(const Notification &notification)
{
    if (m_capabilities)
        return send(notification);
    if (!hasSessionBus()) {
        Q_EMIT failed(notification);
        return;
    }
    m_waiting.append(notification);
    if (m_waiting.size() == 1)
        askWhatItCan();
}

void DesktopNotes::askWhatItCan()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(QStringLiteral("GetCapabilities")), Patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        const QList<Notification> waiting = std::exchange(m_waiting, {});
        if (!reply.isError())
            m_capabilities = reply.value();
        for (const Notification &each : waiting) {
            if (reply.isError())
                Q_EMIT failed(each);
            else
                send(each);
        }
    });
}

QStringList DesktopNotes::buttonsFor(const Notification &notification) const
{
    if (!m_capabilities->contains(QLatin1String("actions")))
        return {};
    QStringList buttons{QStringLiteral("default"), tr("Show"), QStringLiteral("show"), tr("Show")};
    if (notification.isTrouble() && !notification.service.isEmpty())
        buttons << QStringLiteral("restart") << tr("Restart…") << QStringLiteral("mute") << tr("Mute for 1 hour");
    return buttons;
}

void DesktopNotes::send(const Notification &notification)
{
    QDBusMessage message = call(QStringLiteral("Notify"));
    const bool hasMarkup = m_capabilities->contains(QLatin1String("body-markup"));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue<uchar>(notification.isTrouble() ? 2 : 1)},
        {QStringLiteral("desktop-entry"), QStringLiteral("io.github.foghorn.Foghorn")}};
    message.setArguments({QStringLiteral("Foghorn"), uint(0), QStringLiteral("io.github.foghorn.Foghorn"),
        notification.title, hasMarkup ? notification.text.toHtmlEscaped() : notification.text, buttonsFor(notification),
        hints, notification.isTrouble() ? 0 : -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, Patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Q_EMIT failed(notification);
        else
            m_shown.insert(reply.value(), notification);
    });
}

void DesktopNotes::onActionInvoked(uint id, const QString &action)
{
    if (!m_shown.contains(id))
        return; // another program's
    const Notification notification = m_shown.value(id); // it may be taken away by what is done
    if (action == QLatin1String("restart"))
        Q_EMIT restartWanted(notification);
    else if (action == QLatin1String("mute"))
        Q_EMIT muteWanted(notification);
    else
        Q_EMIT showWanted(notification);
}

void DesktopNotes::onClosed(uint id, uint) { m_shown.remove(id); }

} // namespace foghorn
