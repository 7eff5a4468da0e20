#pragma once

#include "ui/tray/notificationsink.h"

#include <QHash>
#include <QStringList>

#include <optional>

class QDBusMessage;

namespace foghorn {

/// The notifications of the desktop (org.freedesktop.Notifications), with buttons where it has them. It is asked for
/// nothing before the first one.
class DesktopNotes final : public NotificationSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotes)
public:
    explicit DesktopNotes(QObject *parent = nullptr);
    ~DesktopNotes() override;

    void show(const Notification &notification) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void askWhatItCan();
    void send(const Notification &notification);
    QStringList buttonsFor(const Notification &notification) const;
    static QDBusMessage call(const QString &method);

    std::optional<QStringList> m_capabilities; ///< nothing: not asked yet
    QList<Notification> m_waiting; ///< for the answer to that
    QHash<uint, Notification> m_shown; ///< by the desktop's number
};

} // namespace foghorn
