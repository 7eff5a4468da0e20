#include "core/api/acceptlanguage.h"
#include "core/api/routes.h"
#include "core/api/statuspage.h"
#include "core/api/ticketbook.h"

#include <QFile>

#include <memory>

namespace foghorn {
namespace {

QByteArray resource(const QString &name)
{
    QFile file(QLatin1String(":/foghorn/statuspage/") + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Nothing but our own style, script, icon and stream; nobody may frame the page.
void addPageHeaders(HttpReply &reply)
{
    reply.addHeader("Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    reply.addHeader("Referrer-Policy", "no-referrer");
    reply.addHeader("X-Frame-Options", "DENY");
    reply.addHeader("Cross-Origin-Opener-Policy", "same-origin");
}

HttpReply answer(const ApiContext &context, StatusPage &page)
{
    const Now now = Now::read();
    const bool isPublic = context.statusPage == StatusPageAccess::Public;
    const QByteArray ticket = context.tickets.issue(isPublic ? TicketScope::Public : TicketScope::Full, now.mono);
    HttpReply reply = HttpReply::text(page.html(ticket, now.wall));
    reply.contentType = "text/html; charset=utf-8";
    reply.etag = etagOf("page", ticket); // no two pages are the same, and reading megabytes would not show more
    addPageHeaders(reply);
    const QLatin1String language = toWord(page.language());
    reply.addHeader("Content-Language", QByteArray(language.data(), language.size()));
    reply.addHeader("Vary", "Accept-Language");
    return reply;
}

HttpReply switchedOff(const ApiRequest &)
{
    return HttpReply::problem(
        404, QStringLiteral("The status page is switched off; `api.status_page` in the fleet file switches it on."));
}

Access accessOf(StatusPageAccess access)
{
    switch (access) {
    case StatusPageAccess::Token:
        return Access::Page;
    case StatusPageAccess::Public:
    case StatusPageAccess::Off: // nobody needs to prove anything to be told that it is off
        return Access::Open;
    }
    Q_UNREACHABLE();
}

/// They are the same for everybody and hold nothing of the fleet.
void addAsset(Router &router, const ApiContext &context, const char *name, const char *type)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray("/status/") + name;
    route.access = Access::Open;
    if (context.statusPage == StatusPageAccess::Off) {
        route.handler = switchedOff;
    } else {
        HttpReply reply = HttpReply::text(resource(QLatin1String(name)));
        reply.contentType = type;
        route.handler = [reply](const ApiRequest &) { return reply; };
    }
    router.add(route);
}

} // namespace

void addStatusPageRoutes(Router &router, ApiContext &context)
{
    Route root;
    root.method = "GET";
    root.pattern = "/";
    root.access = accessOf(context.statusPage);
    if (context.statusPage == StatusPageAccess::Off) {
        root.handler = switchedOff;
    } else {
        const auto audience =
            context.statusPage == StatusPageAccess::Public ? StreamAudience::Public : StreamAudience::Token;
        std::array<std::shared_ptr<StatusPage>, allLanguages.size()> pages;
        for (const Language language : allLanguages)
            pages[static_cast<std::size_t>(language)] = std::make_shared<StatusPage>(
                context.registry, context.events, audience, Phrasebook::of(language), context.version.toLatin1());
        root.handler = [&context, pages](const ApiRequest &request) {
            const Language language = preferredLanguage(request.head.header("accept-language"));
            return answer(context, *pages[static_cast<std::size_t>(language)]);
        };
    }
    router.add(root);
    addAsset(router, context, "page.css", "text/css; charset=utf-8");
    addAsset(router, context, "page.js", "text/javascript; charset=utf-8");
    addAsset(router, context, "icon.svg", "image/svg+xml");
}

} // namespace foghorn
