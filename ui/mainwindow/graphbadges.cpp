#include "ui/mainwindow/graphbadges.h"

#include "ui/graph/graphscene.h"
#include "ui/panels/detailpanel.h"

#include "core/base/clock.h"
#include "core/registry/alertboard.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace foghorn {

using namespace std::chrono_literals;

GraphBadges::GraphBadges(GraphScene &scene, const AlertBoard &alerts, const DetailPanel &details, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
    , m_alerts(alerts)
{
    m_end.setSingleShot(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_end, &QTimer::timeout, this, &GraphBadges::showMuted);
    connect(&m_soon, &QTimer::timeout, this, &GraphBadges::showMuted);
    connect(&alerts, &AlertBoard::alertChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&alerts, &AlertBoard::maintenanceChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&details, &DetailPanel::pinChanged, this,
        [this, &details] { m_scene.setPinned(details.isPinned() ? details.shown() : ServiceId()); });
    showMuted();
}

GraphBadges::~GraphBadges() = default;

void GraphBadges::showMuted()
{
    const WallTime now = Now::read().wall;
    QSet<ServiceId> muted;
    std::optional<WallTime> nextEnd;
    const auto mute = [&](const ServiceId &service, WallTime until) {
        if (until <= now)
            return;
        muted.insert(service);
        nextEnd = std::min(nextEnd.value_or(until), until);
    };
    for (const auto &[id, alert] : m_alerts.alerts()) {
        if (alert.isFiring() && alert.mutedUntil && !alert.service.isEmpty())
            mute(alert.service, *alert.mutedUntil);
    }
    const QMap<ServiceId, WallTime> &maintenance = m_alerts.maintenance();
    for (auto each = maintenance.cbegin(); each != maintenance.cend(); ++each)
        mute(each.key(), each.value());
    m_scene.setMuted(muted);
    if (nextEnd)
        m_end.start(std::chrono::ceil<milliseconds>(std::clamp<WallTime::duration>(*nextEnd - now, 1s, 1h)));
    else
        m_end.stop();
}

} // namespace foghorn
