#include "core/api/requestchecks.h"
#include "core/json/alertsanswer.h"
#include "core/json/eventsanswer.h"
#include "tests/fuzz/targets/fakeapi.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

#include <QJsonDocument>

#include <vector>

namespace foghorn {
namespace {

/// All that take a body, in the router's order.
const std::vector<const Route *> &routesWithBodies()
{
    static const std::vector<const Route *> found = [] {
        std::vector<const Route *> routes;
        for (const Route &route : fakeApi().router().routes()) {
            if (!route.members.isEmpty() && !route.pattern.contains("token")) // that one writes files
                routes.push_back(&route);
        }
        return routes;
    }();
    return found;
}

HttpHead headOf(const Route &route)
{
    HttpHead head;
    const HeadVerdict verdict =
        inspectHead(route.method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n", head);
    mustHold(verdict.kind == HeadVerdict::Kind::Complete, "the fuzzer's own head is good");
    return head;
}

void give(const Route &route, const QJsonObject &body, const HttpHead &head)
{
    ApiRequest request{head, {}, Role::Operator, false, QStringLiteral("outside"), {}, body};
    if (!route.handler)
        return;
    checkReply(route.handler(request));
    // what it took is shown by everybody from now on
    for (const char *path : {"/api/orchestration/registry", "/api/orchestration/services", "/metrics",
             "/api/orchestration/dependencies", "/api/orchestration/service/outside", "/api/orchestration/metrics"}) {
        const Router::Match match = fakeApi().router().match("GET", path);
        mustHold(match.route != nullptr && bool(match.route->handler), "the fuzzer's own paths are good");
        request.body = {};
        checkReply(match.route->handler(request));
    }
    (void)fakeApi().fleet().leases.deregister(QStringLiteral("outside")).isOk(); // if it was taken at all
}

/// What a client of ours reads of a server that may be anybody.
void readAsAnswer(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const EventPage page = eventPageFromJson(object);
    mustHold(page.events.size() <= bytes.size(), "no events come from nowhere");
}

} // namespace

void fuzzRequestBody(QByteArrayView input)
{
    const auto &routes = routesWithBodies();
    const unsigned which = takeByte(input);
    const Route &route = *routes[which % routes.size()];
    const QByteArray bytes = input.toByteArray();
    const HttpHead head = headOf(route);
    auto body = readBody(head, bytes, route);
    readAsAnswer(bytes);
    if (const auto *refusal = std::get_if<HttpReply>(&body)) {
        mustHold(refusal->status == 400, "a body in JSON that is not taken is a bad request");
        return checkReply(*refusal);
    }
    for (const BodyMember &member : route.members)
        mustHold(!member.isRequired || std::get<0>(body).contains(member.name), "a member that is needed is there");
    give(route, std::get<0>(body), head);
}

} // namespace foghorn
