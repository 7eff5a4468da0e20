#pragma once

#include "ui/charts/chartcsv.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>

namespace foghorn {

class ServiceRegistry;

/// The stretches that uptime is shown for, and that the response time can be shown for.
inline constexpr std::array<std::chrono::hours, 3> chartRanges{
    std::chrono::hours(1), std::chrono::hours(24), std::chrono::hours(7 * 24)};

/// How much of a stretch a service was up.
struct UptimeShare
{
    std::optional<double> share; ///< 0 to 1; nothing: nobody looked, or it was not meant to be up
    CheckCount checks;

    bool operator==(const UptimeShare &) const = default;
};

/// The past of the charted services. Asks the history when a service comes and once a minute, adds new checks by
/// itself, and tells of it at most once a second; does nothing while it is not active.
class ChartData final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartData)
public:
    /// Both must outlive it.
    ChartData(const ServiceRegistry &registry, History &history, QObject *parent = nullptr);
    ~ChartData() override;

    /// At most mostCompared of them are kept.
    void setServices(const QList<ServiceId> &services);
    const QList<ServiceId> &services() const { return m_services; }
    /// Whether somebody looks.
    void setActive(bool active);

    /// What a service's checks were in the `range`th stretch until `now`; empty until it was answered.
    QList<ResponsePoint> points(const ServiceId &service, std::size_t range, WallTime now) const;
    UptimeShare uptime(const ServiceId &service, std::size_t range, WallTime now) const;
    bool isAnswered(const ServiceId &service) const;
    /// How long a check of it may take; nothing where there is no probe, or it is known only elsewhere.
    std::optional<std::chrono::milliseconds> limit(const ServiceId &service) const;
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// Something to show anew.
    void changed();

private:
    struct Kept
    {
        std::array<QList<CheckPoint>, chartRanges.size()> checks;
        std::size_t answers = 0; ///< the first chartRanges.size() of them complete it
    };

    void askForAll();
    void ask(const ServiceId &service, std::size_t range);
    void onCheck(const CheckResult &check);
    void markChanged(bool soon = false);

    const ServiceRegistry &m_registry;
    History &m_history;
    QList<ServiceId> m_services;
    QHash<ServiceId, Kept> m_kept;
    QTimer m_askTimer;
    QTimer m_changeTimer; ///< at most once a second
    QString m_problem;
    bool m_active = false;
    bool m_hasChanged = false;
};

} // namespace foghorn
