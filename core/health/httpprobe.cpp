#include "core/health/httpprobe.h"

#include "core/base/secrets.h"
#include "core/health/probewords.h"

namespace foghorn {
namespace {

constexpr int mostRedirects = 5;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

ProbeDetails detailsOf(const QString &url)
{
    return {{QStringLiteral("probe"), QStringLiteral("http")}, {QStringLiteral("url"), shownLine(url)}};
}

/// Without what may be a secret: password, token in the query.
QString shown(const QUrl &url) { return withoutSecrets(url.toString(QUrl::RemoveUserInfo)); }

} // namespace

HttpProbe::HttpProbe(ProbeSpec spec, std::shared_ptr<ConnectionPool> pool)
    : m_spec(std::move(spec))
    , m_verdict(m_spec)
    , m_connection(std::move(pool))
    , m_first(HttpTarget::from(QUrl(m_spec.url, QUrl::StrictMode)))
    , m_firstDetails(detailsOf(m_first ? shown(m_first->url) : withoutSecrets(m_spec.url)))
    , m_target(m_first)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &HttpProbe::refuse);
    connect(&m_connection, &HttpConnection::answered, this, &HttpProbe::onAnswered);
    connect(&m_connection, &HttpConnection::failed, this, &HttpProbe::onFailed);
}

void HttpProbe::start(milliseconds)
{
    m_redirects = 0;
    m_target = m_first;
    if (m_target)
        m_connection.get(m_target);
    else
        m_later.start(0);
}

void HttpProbe::refuse()
{
    onFailed(QStringLiteral("'%1' is no http or https URL").arg(shownLine(withoutSecrets(m_spec.url))), false);
}

void HttpProbe::cancel()
{
    m_later.stop();
    m_connection.close();
}

void HttpProbe::setPid(qint64) { cancel(); }

ProbeAnswer HttpProbe::timeoutAnswer(milliseconds timeout) const
{
    const QString message =
        m_connection.isConnected() ? QStringLiteral("no answer in %1") : QStringLiteral("no connection in %1");
    return {.message = message.arg(spoken(timeout)), .details = details()};
}

ProbeDetails HttpProbe::details() const
{
    return m_target == m_first ? m_firstDetails : detailsOf(shown(m_target->url));
}

HttpTargetPtr HttpProbe::redirectTarget(const HttpAnswer &answer) const
{
    const bool isWanted = answer.status() >= m_spec.statusFrom && answer.status() <= m_spec.statusTo;
    if (isWanted || !isRedirect(answer.status()) || answer.location().isEmpty())
        return nullptr;
    HttpTargetPtr target =
        HttpTarget::from(m_target->url.resolved(QUrl::fromEncoded(answer.location(), QUrl::StrictMode)));
    return target && target->host == m_target->host ? target : nullptr;
}

ProbeAnswer HttpProbe::judge(const HttpAnswer &answer) const
{
    ProbeAnswer found{.message = m_verdict.fault(answer)};
    found.passed = found.message.isEmpty();
    if (found.passed && answer.status() == m_lastStatus && m_target == m_first)
        return m_lastPass;
    found.details = details();
    found.details.append({QStringLiteral("status_code"), QString::number(answer.status())});
    if (found.passed)
        found.message = QStringLiteral("HTTP %1").arg(answer.status());
    else if (isRedirect(answer.status()) && !answer.location().isEmpty())
        found.details.append(
            {QStringLiteral("location"), shownLine(withoutSecrets(QString::fromUtf8(answer.location())))});
    return found;
}

void HttpProbe::onAnswered(const HttpAnswer &answer)
{
    const HttpTargetPtr next = redirectTarget(answer);
    if (next && m_redirects < mostRedirects) {
        ++m_redirects;
        m_target = next;
        m_connection.get(m_target);
        return;
    }
    ProbeAnswer found = judge(answer);
    if (next)
        found.message = QStringLiteral("more than %1 redirects").arg(mostRedirects);
    if (found.passed && m_target == m_first) {
        m_lastStatus = answer.status();
        m_lastPass = found;
    }
    Q_EMIT answered(found);
}

void HttpProbe::onFailed(const QString &message, bool couldNotAsk)
{
    Q_EMIT answered({.couldNotAsk = couldNotAsk, .message = message, .details = details()});
}

} // namespace foghorn
