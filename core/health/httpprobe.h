#pragma once

#include "core/health/httpconnection.h"
#include "core/health/probe.h"

namespace foghorn {

/// Passes when a GET of the URL answers with the expected status and JSON members. Follows at most five redirects, and
/// only on the same host; knows no proxies, cookies or caches.
class HttpProbe final : public Probe
{
    Q_OBJECT
public:
    HttpProbe(ProbeSpec spec, std::shared_ptr<IdleConnections> idle);

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void onAnswered(const HttpAnswer &answer);
    void onFailed(const QString &message, bool couldNotAsk);
    /// Where the answer sends us, when we go there.
    QUrl redirectTarget(const HttpAnswer &answer) const;
    ProbeDetails details() const;

    ProbeSpec m_spec;
    HttpConnection m_connection;
    QUrl m_url; ///< being asked: the spec's, or where a redirect led
    int m_redirects = 0;
};

} // namespace foghorn
