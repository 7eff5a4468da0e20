#pragma once

#include "core/alerts/webhooksink.h"
#include "core/registry/alertboard.h"

#include <QObject>
#include <QTimer>

namespace foghorn {

/// Keeps a Prometheus Alertmanager up to date as Prometheus itself does: all that fires is sent again and again, with a
/// time at which it is over unless it is sent once more; what was resolved is sent for a while longer. So nothing needs
/// to be queued, and nothing is lost by a restart of either. Silenced alerts are not sent.
class AlertmanagerFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertmanagerFeed)
public:
    /// The board must outlive the feed.
    AlertmanagerFeed(const AlertBoard &board, const QUrl &url, QString fleet, QObject *parent = nullptr);
    ~AlertmanagerFeed() override;

    void setGeneratorUrl(const QString &url) { m_generatorUrl = url; }
    void setResend(std::chrono::milliseconds interval);
    WebhookSink &sink() { return m_sink; }

Q_SIGNALS:
    /// Once until it works again.
    void failing(const QString &reason);
    void recovered();

private:
    void onAlertChanged(const Alert &alert);
    QList<Alert> toSend(WallTime now) const;
    void send();
    void onTold(const SinkOutcome &outcome);

    const AlertBoard &m_board;
    const QString m_fleet;
    QString m_generatorUrl;
    WebhookSink m_sink;
    QHash<qint64, Alert> m_known; ///< as last seen, while they fire
    QList<Alert> m_outdated; ///< alerts under labels they no longer have, ended
    QTimer m_soon; ///< after a change, or a failure
    QTimer m_again;
    std::chrono::milliseconds m_resend{60'000};
    std::chrono::milliseconds m_pause{0}; ///< before the next try, while it fails
    bool m_isBusy = false;
    bool m_isStale = false; ///< something changed while it was busy
};

} // namespace foghorn
