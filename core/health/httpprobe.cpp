#include "core/health/httpprobe.h"

#include "core/health/httpverdict.h"
#include "core/health/probewords.h"

#include <QTimer>

namespace foghorn {
namespace {

constexpr int mostRedirects = 5;

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

HttpProbe::HttpProbe(ProbeSpec spec, std::shared_ptr<IdleConnections> idle)
    : m_spec(std::move(spec))
    , m_connection(std::move(idle))
{
    connect(&m_connection, &HttpConnection::answered, this, &HttpProbe::onAnswered);
    connect(&m_connection, &HttpConnection::failed, this, &HttpProbe::onFailed);
}

void HttpProbe::start(milliseconds)
{
    m_redirects = 0;
    m_url = QUrl(m_spec.url, QUrl::StrictMode);
    if (isWeb(m_url)) {
        m_connection.get(m_url);
        return;
    }
    QTimer::singleShot(0, this,
        [this] { onFailed(QStringLiteral("'%1' is no http or https URL").arg(shownLine(m_spec.url)), false); });
}

void HttpProbe::cancel() { m_connection.close(); }

void HttpProbe::setPid(qint64) { m_connection.close(); }

ProbeAnswer HttpProbe::timeoutAnswer(milliseconds timeout) const
{
    const QString message =
        m_connection.isConnected() ? QStringLiteral("no answer in %1") : QStringLiteral("no connection in %1");
    return {.message = message.arg(spoken(timeout)), .details = details()};
}

ProbeDetails HttpProbe::details() const
{
    return {{QStringLiteral("probe"), QStringLiteral("http")},
        {QStringLiteral("url"), shownLine(m_url.isValid() ? m_url.toString(QUrl::RemoveUserInfo) : m_spec.url)}};
}

QUrl HttpProbe::redirectTarget(const HttpAnswer &answer) const
{
    const bool isWanted = answer.status() >= m_spec.statusFrom && answer.status() <= m_spec.statusTo;
    if (isWanted || !isRedirect(answer.status()) || answer.location().isEmpty())
        return {};
    const QUrl target = m_url.resolved(QUrl::fromEncoded(answer.location(), QUrl::StrictMode));
    return isWeb(target) && target.host() == m_url.host() ? target : QUrl();
}

void HttpProbe::onAnswered(const HttpAnswer &answer)
{
    const QUrl target = redirectTarget(answer);
    ProbeAnswer found{.details = details()};
    found.details.append({QStringLiteral("status_code"), QString::number(answer.status())});
    if (target.isValid()) {
        if (m_redirects < mostRedirects) {
            ++m_redirects;
            m_url = target;
            m_connection.get(m_url);
            return;
        }
        found.message = QStringLiteral("more than %1 redirects").arg(mostRedirects);
    } else {
        found.message = httpFault(m_spec, answer);
        if (isRedirect(answer.status()) && !found.message.isEmpty() && !answer.location().isEmpty())
            found.details.append({QStringLiteral("location"), shownLine(QString::fromUtf8(answer.location()))});
    }
    found.passed = found.message.isEmpty();
    if (found.passed)
        found.message = QStringLiteral("HTTP %1").arg(answer.status());
    Q_EMIT answered(found);
}

void HttpProbe::onFailed(const QString &message, bool couldNotAsk)
{
    Q_EMIT answered({.couldNotAsk = couldNotAsk, .message = message, .details = details()});
}

} // namespace foghorn
