#include "core/client/alertfollower.h"

#include "core/json/alertsanswer.h"

#include <QJsonArray>
#include <QSet>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto gathered = 50ms;

QMap<ServiceId, WallTime> maintenanceIn(const QJsonObject &object)
{
    QMap<ServiceId, WallTime> maintenance;
    for (auto period = object.begin(); period != object.end(); ++period) {
        if (const auto until = fromRfc3339(period.value().toString().toLatin1()))
            maintenance.insert(period.key(), *until);
    }
    return maintenance;
}

} // namespace

AlertFollower::AlertFollower(ApiClient &client, AlertBoard &board, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_board(board)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gathered);
    connect(&m_soon, &QTimer::timeout, this, &AlertFollower::ask);
}
AlertFollower::~AlertFollower() = default;

void AlertFollower::ask()
{
    const QUrlQuery query{{QStringLiteral("status"), QStringLiteral("all")}};
    m_client.get(
        ApiClient::apiPath(QStringLiteral("alerts")), query, m_etag, this, [this](const Result<ApiAnswer> &answer) {
            // A loss is the stream's to tell; then all is asked for anew.
            if (!answer || !answer.value().isSuccess())
                return;
            m_etag = answer.value().etag;
            take(answer.value().object());
        });
}

void AlertFollower::take(const QJsonObject &answer)
{
    QList<Alert> alerts;
    QSet<qint64> ids;
    const QJsonArray told = answer.value(u"alerts").toArray();
    for (const QJsonValue &value : told) {
        if (const std::optional<Alert> alert = alertFromJson(value.toObject())) {
            alerts.prepend(*alert); // the answer has the newest first
            ids.insert(alert->id);
        }
    }
    // One that the orchestrator no longer knows (it lost its memory) does not fire either.
    const std::map<qint64, Alert> held = m_board.alerts();
    for (const auto &[id, alert] : held) {
        if (!alert.isFiring() || ids.contains(id))
            continue;
        Alert gone = alert;
        gone.resolvedAt = Now::read().wall;
        m_board.put(gone);
    }
    for (const Alert &alert : std::as_const(alerts))
        m_board.put(alert);
    m_board.setMaintenance(maintenanceIn(answer.value(u"maintenance").toObject()));
}

} // namespace foghorn
