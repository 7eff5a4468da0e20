#include "core/alerts/alertmanagerfeed.h"

#include "core/alerts/alertmanagerbody.h"

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// As Prometheus does: so long a resolved alert is sent on.
constexpr auto resolvedSpan = 15min;
/// So many intervals without being sent again, and an alert is over.
constexpr int missesUntilOver = 4;
/// Changes that come within it go together.
constexpr auto togetherSpan = 100ms;

} // namespace

AlertmanagerFeed::AlertmanagerFeed(const AlertBoard &board, const QUrl &url, QString fleet, QObject *parent)
    : QObject(parent)
    , m_board(board)
    , m_fleet(std::move(fleet))
    , m_sink(url)
{
    m_soon.setSingleShot(true);
    m_again.setInterval(m_resend);
    connect(&m_soon, &QTimer::timeout, this, &AlertmanagerFeed::send);
    connect(&m_again, &QTimer::timeout, this, &AlertmanagerFeed::send);
    connect(&board, &AlertBoard::alertChanged, this, &AlertmanagerFeed::onAlertChanged);
    for (const auto &[id, alert] : board.alerts()) {
        if (alert.isFiring())
            m_known.insert(id, alert);
    }
    m_again.start();
    m_soon.start(togetherSpan);
}

AlertmanagerFeed::~AlertmanagerFeed() = default;

void AlertmanagerFeed::setResend(std::chrono::milliseconds interval)
{
    m_resend = interval;
    m_again.start(interval);
}

void AlertmanagerFeed::onAlertChanged(const Alert &alert)
{
    const auto known = m_known.constFind(alert.id);
    if (known != m_known.cend() && (known->rule != alert.rule || known->severity != alert.severity)) {
        // other labels are another alert to it: the one that it knows ends now
        Alert outdated = *known;
        outdated.resolvedAt = Now::read().wall;
        m_outdated.append(outdated);
    }
    if (alert.isFiring())
        m_known.insert(alert.id, alert);
    else
        m_known.remove(alert.id);
    if (m_isBusy)
        m_isStale = true;
    else if (m_pause == 0ms || !m_soon.isActive()) // else the next try takes it along; there is none for an empty list
        m_soon.start(togetherSpan);
}

QList<Alert> AlertmanagerFeed::toSend(WallTime now) const
{
    QList<Alert> alerts;
    for (const Alert &alert : m_outdated) {
        if (now - *alert.resolvedAt <= resolvedSpan)
            alerts.append(alert);
    }
    for (const auto &[id, alert] : m_board.alerts()) {
        const bool isRecent = alert.isFiring() || now - *alert.resolvedAt <= resolvedSpan;
        if (isRecent && !alert.isSilenced())
            alerts.append(alert);
    }
    return alerts;
}

void AlertmanagerFeed::send()
{
    if (m_isBusy)
        return;
    m_soon.stop();
    const WallTime now = Now::read().wall;
    const QList<Alert> alerts = toSend(now);
    if (alerts.isEmpty())
        return;
    m_isBusy = true;
    m_isStale = false;
    const AlertmanagerFrame frame{m_fleet, m_generatorUrl, now + missesUntilOver * m_resend};
    m_sink.tell(alertmanagerBody(alerts, frame), [this](const SinkOutcome &outcome) { onTold(outcome); });
}

void AlertmanagerFeed::onTold(const SinkOutcome &outcome)
{
    m_isBusy = false;
    const bool wasFailing = m_pause > 0ms;
    if (outcome.kind == SinkOutcome::Kind::Told) {
        m_pause = 0ms;
        m_outdated.removeIf(
            [now = Now::read().wall](const Alert &alert) { return now - *alert.resolvedAt > resolvedSpan; });
        if (m_isStale)
            m_soon.start(togetherSpan);
        if (wasFailing)
            Q_EMIT recovered();
        return;
    }
    m_pause = std::min<std::chrono::milliseconds>(std::max<std::chrono::milliseconds>(1s, 2 * m_pause), m_resend);
    m_soon.start(m_pause);
    if (!wasFailing)
        Q_EMIT failing(outcome.reason);
}

} // namespace foghorn
