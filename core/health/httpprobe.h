#pragma once

#include "core/health/httpconnection.h"
#include "core/health/httpverdict.h"
#include "core/health/probe.h"

#include <QTimer>

namespace foghorn {

/// Passes when a GET of the URL answers with the expected status and JSON members. Follows at most five redirects, and
/// only on the same host; knows no proxies, cookies or caches. What is the same in each check is made once.
class HttpProbe final : public Probe
{
    Q_OBJECT
public:
    HttpProbe(ProbeSpec spec, std::shared_ptr<ConnectionPool> pool);

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void onAnswered(const HttpAnswer &answer);
    void onFailed(const QString &message, bool couldNotAsk);
    void refuse();
    /// Where the answer sends us, when we go there.
    HttpTargetPtr redirectTarget(const HttpAnswer &answer) const;
    ProbeDetails details() const;
    ProbeAnswer judge(const HttpAnswer &answer) const;

    ProbeSpec m_spec;
    HttpVerdict m_verdict;
    HttpConnection m_connection;
    QTimer m_later; ///< for what cannot be asked
    const HttpTargetPtr m_first; ///< the spec's; null when it is no web address
    const ProbeDetails m_firstDetails;
    HttpTargetPtr m_target; ///< being asked: m_first, or where a redirect led
    int m_redirects = 0;
    int m_lastStatus = 0; ///< that m_lastPass is about
    ProbeAnswer m_lastPass;
};

} // namespace foghorn
