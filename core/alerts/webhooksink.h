#pragma once

#include "core/alerts/alertsink.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace foghorn {

/// Posts JSON to a URL. Follows no redirect, uses no proxy, reads nothing of the answer but its status, and waits only
/// so long for it.
class WebhookSink final : public QObject, public AlertSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookSink)
public:
    explicit WebhookSink(QUrl url, QObject *parent = nullptr);
    ~WebhookSink() override;

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    void tell(const QByteArray &body, Done done) override;

private:
    const QUrl m_url;
    std::chrono::milliseconds m_patience{10'000};
    QNetworkAccessManager m_network;
};

} // namespace foghorn
