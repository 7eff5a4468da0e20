#pragma once

#include "ui/tray/notification.h"

#include <QObject>

namespace foghorn {

/// Where notifications are shown, and what people do with them.
class NotificationSink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationSink)
public:
    explicit NotificationSink(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    virtual void show(const foghorn::Notification &notification) = 0;

Q_SIGNALS:
    /// Somebody wants to see what it is about.
    void showWanted(const foghorn::Notification &notification);
    void restartWanted(const foghorn::Notification &notification);
    void muteWanted(const foghorn::Notification &notification);
    /// There is no place for notifications here; this one was not shown.
    void failed(const foghorn::Notification &notification);
};

} // namespace foghorn
