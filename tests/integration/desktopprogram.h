#pragma once

#include <QJsonValue>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace foghorn {

/// The real desktop program with a probe in it (windowprobe/): on the X server of $DISPLAY-free Xvfb where there is
/// one, else on memory. Settings are its own. Killed at the end; what it runs belongs to the test.
class DesktopProgram final
{
    Q_DISABLE_COPY_MOVE(DesktopProgram)
public:
    /// `display`: ":99"; empty: paints into memory.
    explicit DesktopProgram(const QString &display);
    ~DesktopProgram();

    /// Starts it and waits until the window is there.
    bool start(const QStringList &arguments);
    /// What the probe answers; null when it does not in time, or there is no such thing. No line breaks in it.
    QJsonValue ask(const QString &question);
    /// The same until the answer is not null, half a minute at most.
    bool get(const QString &question);
    QStringList items(const QString &list);
    /// The row of the list that begins with `name`; empty: none.
    QString row(const QString &list, const QString &name);
    QProcess &process() { return m_process; }
    /// Its home, settings and state are below; made with it.
    QString home() const { return m_home.path(); }
    bool hasEnded(int timeoutMs = 60'000);

private:
    QTemporaryDir m_home;
    QString m_socketName;
    QString m_display;
    QProcess m_process;
    std::unique_ptr<QLocalSocket> m_socket;
};

/// Xvfb on a display of its own, while it lives.
class VirtualDisplay final
{
    Q_DISABLE_COPY_MOVE(VirtualDisplay)
public:
    VirtualDisplay();
    ~VirtualDisplay();
    /// ":99"; empty when Xvfb is not here.
    const QString &name() const { return m_name; }

private:
    QProcess m_process;
    QString m_name;
};

} // namespace foghorn
