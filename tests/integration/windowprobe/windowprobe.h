#pragma once

#include <QGenericPlugin>
#include <QJsonValue>
#include <QLocalServer>
#include <QTimer>

class QAccessibleInterface;
class QWidget;

namespace foghorn {

/// Sits in the real program and does for a test what a person does: reads what is shown (as a screen reader gets it),
/// presses keys, takes pictures. Listens on a local socket; a line is a question, a line of JSON the answer:
///
///     title                    the title of the window in front
///     items LIST               names of the rows of the list with this accessible name
///     watch LIST NAME          from now on notes each sentence that the row beginning with NAME comes to
///     seen                     what was noted
///     choose LIST NAME         makes the row beginning with NAME the current one
///     key Ctrl+R               a key press to the window in front
///     press TEXT               clicks the button with this text
///     action TEXT              triggers the action with this text
///     grab FILE                writes a picture of the window; answers how light it is, 0 to 1
///
/// null: there is no such thing (yet).
class WindowProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowProbe)
public:
    explicit WindowProbe(const QString &socket);
    ~WindowProbe() override;

private:
    void onConnected();
    QJsonValue answer(const QString &question);
    QJsonValue choose(const QString &list, const QString &name);
    void note();

    QLocalServer m_server;
    QTimer m_noting;
    QString m_watchedList;
    QString m_watchedName;
    QStringList m_seen;
};

class WindowProbePlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "windowprobe.json")
    Q_DISABLE_COPY_MOVE(WindowProbePlugin)
public:
    WindowProbePlugin() = default;
    ~WindowProbePlugin() override = default;
    QObject *create(const QString &name, const QString &socket) override;
};

} // namespace foghorn
