#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <unordered_map>

namespace foghorn {

/// Which clock of a service runs.
enum class DeadlineKind { StartTimeout, StopTimeout, Backoff, ResetAttempts, Linger };

/// All running clocks of a fleet on one timer: at most one of each kind per service.
class Deadlines final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deadlines)
public:
    explicit Deadlines(QObject *parent = nullptr);
    ~Deadlines() override;

    /// Replaces a running clock of the same kind.
    void set(const ServiceId &service, DeadlineKind kind, MonoTime at);
    /// Puts a running clock off to `at`, when it would ring earlier.
    void extend(const ServiceId &service, DeadlineKind kind, MonoTime at);
    void cancel(const ServiceId &service, DeadlineKind kind);
    bool isRunning(const ServiceId &service, DeadlineKind kind) const;
    void cancelAll(const ServiceId &service);

Q_SIGNALS:
    void passed(const foghorn::ServiceId &service, foghorn::DeadlineKind kind);

private:
    using Key = std::pair<ServiceId, DeadlineKind>;
    void onTimeout();
    void arm();

    std::multimap<MonoTime, Key> m_due;
    std::map<Key, std::multimap<MonoTime, Key>::iterator> m_running;
    QTimer m_timer;
};

} // namespace foghorn
