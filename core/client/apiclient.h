#pragma once

#include "core/base/result.h"
#include "core/client/apianswer.h"
#include "core/client/discovery.h"
#include "core/client/tlstrouble.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrlQuery>

#include <chrono>
#include <functional>

namespace foghorn {

/// Speaks the REST API with one orchestrator: asks in the background, follows no redirect, uses no proxy, so that the
/// token goes to nobody else.
class ApiClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiClient)
public:
    /// Called once, in the event loop; not called when `context` went first. The Error says why nothing was answered.
    using Handler = std::function<void(const Result<ApiAnswer> &)>;

    /// `program`: who asks, for the journal ("foghornctl/0.1.0").
    ApiClient(ApiTarget target, QByteArray program, QObject *parent = nullptr);
    ~ApiClient() override;

    const ApiTarget &target() const { return m_target; }
    /// Asks another one from now on; what is under way is not disturbed.
    void setTarget(ApiTarget target) { m_target = std::move(target); }

    /// `path` from the root: "/readyz", or of the API: apiPath("services"). `etag`: of the answer already held, then
    /// the new one may be isUnchanged().
    void get(const QString &path, const QUrlQuery &query, const QByteArray &etag, QObject *context, Handler handler);
    void get(const QString &path, QObject *context, Handler handler) { get(path, {}, {}, context, std::move(handler)); }
    /// Waits long: commands answer when they are done.
    void post(const QString &path, const QJsonObject &body, QObject *context, Handler handler);

    /// "/api/orchestration/" + rest
    static QString apiPath(const QString &rest);

Q_SIGNALS:
    /// Right before a handler is told that nothing was answered, for this reason.
    void distrusted(const foghorn::TlsTrouble &trouble);

private:
    QNetworkRequest requestFor(const QString &path, const QUrlQuery &query, std::chrono::milliseconds patience) const;
    void handOver(QNetworkReply *reply, QObject *context, Handler handler);

    ApiTarget m_target;
    QByteArray m_program;
    QNetworkAccessManager m_network;
};

} // namespace foghorn
