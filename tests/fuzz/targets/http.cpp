#include "core/api/gate.h"
#include "core/api/httphead.h"
#include "core/api/requestchecks.h"
#include "core/api/websockethandshake.h"
#include "tests/fuzz/targets/fakeapi.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {
namespace {

using Kind = HeadVerdict::Kind;

void checkHead(const HttpHead &head)
{
    mustHold(!head.method.isEmpty() && head.path.startsWith('/'), "a whole head has a method and a path");
    mustHold(head.contentLength >= 0, "a body is not shorter than nothing");
    mustHold(head.headers.size() <= 64, "headers are bounded");
    for (const HttpHead::Header &header : head.headers) {
        const QByteArray value = header.value.toByteArray();
        mustHold(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'), "a value is one line");
    }
}

/// What a head is may not hang on the pieces it comes in.
void checkPieces(const QByteArray &bytes, const HeadVerdict &whole)
{
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / 16);
    for (qsizetype size = 0; size < bytes.size(); size += step) {
        HttpHead head;
        const HeadVerdict part = inspectHead(bytes.first(size), head);
        if (part.kind == Kind::Refused)
            mustHold(whole.kind == Kind::Refused, "what began wrong does not end well");
        if (part.kind == Kind::Complete)
            mustHold(whole.kind == Kind::Complete, "what follows a head changes nothing about it");
    }
}

void checkWire(const HttpReply &reply, bool headOnly)
{
    const QByteArray wire = wireBytes(reply, headOnly, true);
    const qsizetype end = wire.indexOf("\r\n\r\n");
    mustHold(end > 0 && (!headOnly || end + 4 == wire.size()), "an answer has a head, and one to HEAD nothing else");
    const QByteArray head = wire.first(end);
    mustHold(head.count('\n') == head.count("\r\n") && head.count('\r') == head.count('\n'), "its lines are whole");
    mustHold(!head.contains('\0') && !head.contains('\x1b'), "and hold no control characters");
}

void readUpgrade(const HttpHead &head)
{
    const auto offer = readOffer(head);
    if (const auto *refusal = std::get_if<HttpReply>(&offer))
        return checkReply(*refusal);
    for (const QByteArray &protocol : std::get<0>(offer).protocols) {
        const QByteArray answer = switchingProtocols(std::get<0>(offer), protocol);
        mustHold(answer.endsWith("\r\n\r\n") && answer.count("\r\n\r\n") == 1, "nobody splits the 101");
    }
}

std::optional<HttpReply> answerOf(const HttpHead &head, Role role)
{
    const Router::Match match = fakeApi().router().match(head.method, head.path);
    mustHold(!match.isMalformed || match.route == nullptr, "a broken path leads nowhere");
    if (match.route == nullptr)
        return std::nullopt;
    const Route &route = *match.route;
    const bool hasId = route.pattern.contains("{id}");
    if (route.pattern.contains("{name}") && !isServiceName(match.name))
        return std::nullopt;
    ApiRequest request{head, {}, role, false, hasId ? QString() : match.name, {}, {}, hasId ? 1 : 0};
    auto query = readQuery(head.query, route.parameters);
    if (const auto *refusal = std::get_if<HttpReply>(&query))
        return *refusal;
    request.query = std::get<0>(std::move(query));
    if (!isReading(head.method))
        return std::nullopt;
    if (route.handler)
        return route.handler(request);
    return route.precheck ? route.precheck(request) : std::nullopt;
}

} // namespace

void fuzzHttp(QByteArrayView input)
{
    const QByteArray bytes = input.toByteArray();
    HttpHead head;
    const HeadVerdict verdict = inspectHead(bytes, head);
    checkPieces(bytes, verdict);
    if (verdict.kind == Kind::Refused) {
        mustHold(verdict.status >= 400 && verdict.status < 500, "a refusal has its status");
        return;
    }
    if (verdict.kind != Kind::Complete)
        return;
    checkHead(head);
    static Gate gate(fakeApi().fleet().options);
    if (const auto refusal = gate.checkOrigin(head, {})) {
        checkReply(*refusal);
        return;
    }
    // the far future: of the wrong tokens that came before none counts
    static MonoTime now = std::chrono::steady_clock::now();
    now += std::chrono::minutes(2);
    const Role role = gate.identify(head, {}, now, Access::View).role;
    if (head.wantsWebSocket)
        readUpgrade(head);
    if (const auto reply = answerOf(head, role)) {
        checkReply(*reply);
        checkWire(revalidated(head, *reply, "x"), head.method == "HEAD");
    }
}

} // namespace foghorn
