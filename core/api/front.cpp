#include "core/api/front.h"

#include "core/api/requestchecks.h"
#include "core/base/names.h"

#include <QTimer>

#include <algorithm>

namespace foghorn {
namespace {

/// Plain digits only, without a zero in front: each id has one spelling.
std::optional<qint64> idIn(QStringView text)
{
    const bool isPlain =
        !text.startsWith(u'0') && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isNumber = false;
    const qint64 id = isPlain ? text.toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(id) : std::nullopt;
}

HttpReply notFound()
{
    return HttpReply::problem(
        404, QStringLiteral("There is no such path; GET /api/orchestration/openapi.json lists all."));
}

HttpReply notAllowed(const QByteArray &allow)
{
    HttpReply reply = HttpReply::problem(
        405, QStringLiteral("This path does not take that method; it takes %1.").arg(QString::fromLatin1(allow)));
    reply.addHeader("Allow", allow);
    return reply;
}

/// Checks what stood for the pattern's placeholder; the 400 that says what is wrong with it.
std::optional<HttpReply> takeSegment(const Route &route, ApiRequest &request)
{
    if (route.pattern.contains("{id}")) {
        const QString text = std::exchange(request.service, {});
        request.id = idIn(text).value_or(0);
        if (request.id > 0)
            return std::nullopt;
        return HttpReply::problem(
            400, QStringLiteral("`%1` is no id: a whole number from 1.").arg(printable(QStringView(text).left(64))));
    }
    if (!route.pattern.contains('{') || isServiceName(request.service))
        return std::nullopt;
    return HttpReply::problem(400,
        QStringLiteral("`%1` is no service name: 1 to 63 of a-z, 0-9, `_`, `.`, `-`, with a "
                       "letter or digit at both ends.")
            .arg(printable(QStringView(request.service).left(64))));
}

} // namespace

Front::Front(ConnectionGuard &guard, Router &router, Gate &gate, QByteArray instance, TicketBook &tickets,
    const StreamLimits &streamLimits)
    : HttpServerBase(guard)
    , m_router(router)
    , m_gate(gate)
    , m_instance(std::move(instance))
    , m_tickets(tickets)
    , m_streamLimits(streamLimits)
{
    connect(
        &guard, &ConnectionGuard::upgradeAsked, this, [this](Connection *connection) { onUpgradeAsked(*connection); });
}

Front::~Front() = default;

void Front::onRequest(Connection &connection, const QByteArray &body, const TakeLease &takeLease)
{
    if (body.size() != connection.head().contentLength) {
        connection.refuse(400, "The body is not as long as Content-Length says.");
        return;
    }
    if (const std::optional<HttpReply> reply = respond(connection, body, takeLease))
        connection.answer(revalidated(connection.head(), *reply, m_instance));
}

std::optional<HttpReply> Front::respond(Connection &connection, const QByteArray &body, const TakeLease &takeLease)
{
    const HttpHead &head = connection.head();
    if (std::optional<HttpReply> refusal = m_gate.checkOrigin(head, connection.peer()))
        return refusal;
    const Router::Match match = m_router.match(head.method, head.path);
    Role role = Role::Nobody;
    if (!match.route || match.route->access != Access::Open) {
        if (std::optional<HttpReply> refusal = enter(connection, match, takeLease, role))
            return refusal;
        if (role == Role::Nobody)
            return std::nullopt; // a wrong token, answered later
    }
    if (match.isMalformed)
        return HttpReply::problem(
            400, QStringLiteral("The path has a broken percent-encoding; write it as UTF-8 in %XX."));
    if (!match.route)
        return match.allow.isEmpty() ? notFound() : notAllowed(match.allow);
    ApiRequest request{head, connection.peer(), role, false, match.name, {}, {}};
    return handle(connection, *match.route, request, body, takeLease);
}

std::optional<HttpReply> Front::enter(
    Connection &connection, const Router::Match &match, const TakeLease &takeLease, Role &role)
{
    const HttpHead &head = connection.head();
    const Access access = match.route ? match.route->access : Access::View;
    const Gate::Identity identity = m_gate.identify(head, connection.peer(), std::chrono::steady_clock::now(), access);
    role = identity.role;
    if (role == Role::Operator || (role == Role::Viewer && isReading(head.method)))
        return std::nullopt;
    if (role == Role::Viewer) {
        if (!match.route)
            return std::nullopt; // 404 and 405 come before the question who may
        return HttpReply::problem(403, QStringLiteral("The viewer's token may only read; use the operator's."));
    }
    if (connection.peer().isLocal)
        return HttpReply::problem(
            403, QStringLiteral("Only the user that runs Foghorn, and root, may use this socket."));
    return refuseNobody(connection, Gate::unauthorized(head, access), identity.delay, takeLease);
}

std::optional<HttpReply> Front::refuseNobody(
    Connection &connection, HttpReply refusal, std::chrono::milliseconds delay, const TakeLease &takeLease)
{
    if (delay.count() == 0 || *m_late >= m_guard.limits().maxPendingAnswers)
        return refusal;
    QTimer::singleShot(
        delay, this, [reply = postpone(connection, takeLease, m_late), refusal] { reply->send(refusal); });
    return std::nullopt;
}

std::optional<HttpReply> Front::handle(
    Connection &connection, const Route &route, ApiRequest &request, const QByteArray &body, const TakeLease &takeLease)
{
    if (std::optional<HttpReply> refusal = takeSegment(route, request))
        return refusal;
    auto query = readQuery(request.head.query, route.parameters);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    request.query = std::get<0>(std::move(query));
    if (!body.isEmpty() || !route.members.isEmpty()) {
        auto members = readBody(request.head, body, route);
        if (const auto *refusal = std::get_if<HttpReply>(&members))
            return *refusal;
        request.body = std::get<0>(std::move(members));
    }
    if (m_isShuttingDown && !isReading(request.head.method))
        return HttpReply::problem(503, QStringLiteral("The orchestrator is shutting down; start it again first."));
    if (route.handler)
        return route.handler(request);
    if (route.precheck) {
        if (std::optional<HttpReply> reply = route.precheck(request))
            return reply;
    }
    if (*m_pending >= m_guard.limits().maxPendingAnswers) {
        HttpReply reply =
            HttpReply::problem(429, QStringLiteral("Too many slow calls are under way; try again in a second."));
        reply.addHeader("Retry-After", "1");
        return reply;
    }
    handleLater(connection, route, request, takeLease);
    return std::nullopt;
}

void Front::handleLater(
    Connection &connection, const Route &route, const ApiRequest &request, const TakeLease &takeLease)
{
    const PendingReplyPtr reply = postpone(connection, takeLease, m_pending);
    const std::weak_ptr<PendingReply> waiting = reply;
    QTimer::singleShot(m_guard.limits().answerDeadline, this, [waiting] {
        if (const PendingReplyPtr late = waiting.lock())
            late->send(HttpReply::problem(504,
                QStringLiteral("This is still under way after the longest time an answer "
                               "may take; look at GET /api/orchestration/services.")));
    });
    route.slowHandler(request, reply);
}

PendingReplyPtr Front::postpone(
    Connection &connection, const TakeLease &takeLease, const std::shared_ptr<int> &count) const
{
    return std::make_shared<PendingReply>(connection, takeLease(), count, m_instance);
}

} // namespace foghorn
