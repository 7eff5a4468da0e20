#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace foghorn {

/// SIGTERM, SIGINT, SIGHUP and SIGUSR2 as Qt signals. One per process; SIGPIPE is ignored from then on.
class UnixSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnixSignals)
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    /// SIGTERM or SIGINT; `count` from 1.
    void terminationAsked(int count);
    /// SIGHUP.
    void reloadAsked();
    /// SIGUSR2.
    void leaveAsked();

private:
    void onReadable();

    int m_descriptor = -1;
    int m_terminations = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace foghorn
