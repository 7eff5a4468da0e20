#include "core/api/statuspage.h"

#include "core/api/statuspagehtml.h"
#include "core/json/servicelook.h"
#include "core/json/whysentence.h"
#include "core/model/words.h"

#include <algorithm>
#include <vector>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype recentEvents = 12;

struct Row
{
    const RegistryEntry *entry;
    ServiceLook look;
};

/// The most urgent first, then the oldest trouble, then by name; what is well stays in the fleet file's order.
std::vector<Row> rowsOf(const ServiceRegistry &registry)
{
    std::vector<Row> rows;
    for (const ServiceId &service : registry.order()) {
        if (const RegistryEntry *entry = registry.find(service))
            rows.push_back({entry, lookOf(*entry)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        if (a.look.severity != b.look.severity)
            return a.look.severity > b.look.severity;
        return a.look.severity >= attentionSeverity && a.entry->status.since < b.entry->status.since;
    });
    return rows;
}

QByteArray word(QLatin1String text) { return {text.data(), text.size()}; }

QByteArray cell(const char *name, const QByteArray &content)
{
    return QByteArray("<td role=\"cell\" class=\"") + name + "\">" + content + "</td>";
}

QByteArray uptimeCell(
    const RegistryEntry &entry, WallTime now, const char *name, const char *label, std::chrono::milliseconds window)
{
    return cell(name,
        QByteArray("<span class=\"label\">") + label + "</span> <span class=\"value\">"
            + htmlPercent(entry.uptime.share(now, window)) + "</span>");
}

/// Nothing when the state already says it all.
QString whyShown(const RegistryEntry &entry)
{
    const QString why = whySentence(entry.status, entry.health, entry.info);
    return why == QLatin1String(toWord(entry.status.state)) ? QString() : why;
}

QByteArray rowHtml(const Row &row, const StatusPageContent &content)
{
    const RegistryEntry &entry = *row.entry;
    const bool isFull = content.audience == StreamAudience::Token;
    const QByteArray name = htmlText(entry.info.name);
    QByteArray out = "<tr role=\"row\" class=\"" + word(row.look.family) + "\" data-name=\"" + name
        + "\" data-severity=\"" + QByteArray::number(row.look.severity) + "\">";
    out += "<th role=\"rowheader\" scope=\"row\" class=\"name\">" + htmlGlyph(word(row.look.glyph)) + "<span>" + name
        + "</span>" + (isFull && entry.info.critical ? " <small class=\"tag\">critical</small>" : "") + "</th>";
    QByteArray state = "<b>" + htmlText(row.look.text) + "</b>";
    if (isFull)
        state += " <span class=\"why\">" + htmlText(whyShown(entry)) + "</span>";
    out += cell("state", state);
    if (isFull)
        out += cell("checks", htmlStrip(checkLetters(entry)));
    out += uptimeCell(entry, content.now, "up1", "1&nbsp;h", 1h);
    out += uptimeCell(entry, content.now, "up24", "24&nbsp;h", 24h);
    out += uptimeCell(entry, content.now, "up7", "7&nbsp;d", 24h * 7);
    if (isFull)
        out += cell("since", "<span class=\"label\">since</span> " + htmlTime(entry.status.since, content.now));
    return out + "</tr>\n";
}

QByteArray columns(bool isFull)
{
    const auto head = [](const char *name, const char *text) -> QByteArray {
        return QByteArray("<th role=\"columnheader\" scope=\"col\" class=\"") + name + "\">" + text + "</th>";
    };
    QByteArray out = "<thead role=\"rowgroup\"><tr role=\"row\">" + head("name", "Service") + head("state", "State");
    if (isFull)
        out += head("checks", "Last checks");
    out += head("up1", "Up 1&nbsp;h") + head("up24", "24&nbsp;h") + head("up7", "7&nbsp;d");
    if (isFull)
        out += head("since", "Since");
    return out + "</tr></thead>\n";
}

/// Whether people who look at a status page want to hear of it.
bool isNews(const Event &event)
{
    const auto isOne = [](QStringView word, std::initializer_list<const char *> words) {
        return std::any_of(words.begin(), words.end(), [word](const char *one) { return word == QLatin1String(one); });
    };
    switch (event.kind) {
    case EventKind::StateChanged:
        return isOne(event.to, {"running", "backoff", "failed", "stopped"});
    case EventKind::HealthChanged:
        return !isOne(event.to, {"unknown"}) && !isOne(event.from, {"unknown"});
    case EventKind::Command:
    case EventKind::Registry:
        return false;
    case EventKind::Reload:
    case EventKind::Fleet:
    case EventKind::Alert:
        return true;
    }
    Q_UNREACHABLE();
}

QByteArray recent(const StatusPageContent &content)
{
    QList<Event> events = content.events.after(std::max<qint64>(0, content.events.lastId() - 200), 200);
    std::reverse(events.begin(), events.end());
    QByteArray items;
    qsizetype shown = 0;
    for (const Event &event : std::as_const(events)) {
        if (isNews(event) && ++shown <= recentEvents)
            items += "<li>" + htmlTime(event.at, content.now) + " <span>" + htmlText(event.message) + "</span></li>\n";
    }
    return "<section class=\"recent\"><h2>Recently</h2>\n<ol id=\"recent\">" + items + "</ol></section>\n";
}

QByteArray head(const StatusPageContent &content, const Headline &headline, const QByteArray &fleet)
{
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + fleet + ": " + htmlText(headline.text)
        + "</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"/status/icon.svg\">\n"
          "<link rel=\"stylesheet\" href=\"/status/page.css\">\n<script src=\"/status/page.js\" defer></script>\n"
          "</head>\n<body data-ticket=\""
        + content.ticket + "\" data-stream=\"/api/orchestration/events/stream\" data-audience=\""
        + (content.audience == StreamAudience::Token
                ? QByteArray("token\" data-after=\"") + QByteArray::number(content.events.lastId())
                : QByteArray("public"))
        + "\">\n";
}

QByteArray banner(const StatusPageContent &content, const Headline &headline, const QByteArray &fleet)
{
    return "<header>\n<h1>" + fleet + "</h1>\n<p id=\"headline\" class=\"" + word(headline.family)
        + "\" role=\"status\" aria-live=\"polite\">" + htmlGlyph(word(headline.glyph)) + "<span>"
        + htmlText(headline.text) + "</span></p>\n<p id=\"age\"><span id=\"live\">as of</span> "
        + htmlTime(content.now, content.now) + "</p>\n</header>\n<p id=\"band\" role=\"alert\" hidden></p>\n";
}

/// Shown by the script, which gives it its use.
constexpr char tools[] =
    "<div id=\"tools\" role=\"search\" hidden><label>Filter <input id=\"filter\" type=\"search\" autocomplete=\"off\" "
    "spellcheck=\"false\" placeholder=\"name or state\"></label> <button id=\"trouble\" type=\"button\" "
    "aria-pressed=\"false\">Only what needs attention</button> <output id=\"shown\" for=\"filter\"></output></div>\n";

} // namespace

QByteArray statusPage(const StatusPageContent &content)
{
    const bool isFull = content.audience == StreamAudience::Token;
    const Headline headline = headlineOf(content.registry);
    const QByteArray fleet = htmlText(content.registry.fleetName());
    const std::vector<Row> rows = rowsOf(content.registry);
    QByteArray out;
    out.reserve(16'384 + static_cast<qsizetype>(rows.size()) * 1400);
    out += head(content, headline, fleet) + glyphSprite() + banner(content, headline, fleet);
    out += QByteArray("<main>\n") + tools + "<table role=\"table\"" + (isFull ? "" : " class=\"public\"")
        + ">\n<caption>Services, those that need attention first</caption>\n" + columns(isFull)
        + "<tbody role=\"rowgroup\" id=\"services\">\n";
    for (const Row &row : rows)
        out += rowHtml(row, content);
    out +=
        "</tbody>\n</table>\n<p id=\"none\" hidden>No service matches. <button id=\"clear\" type=\"button\">Clear the "
        "filter</button></p>\n";
    if (isFull)
        out += recent(content);
    const RegistryEntry blank{}; // what the script makes rows of services from that come later
    out += "</main>\n<template id=\"row\"><table><tbody>" + rowHtml({&blank, lookOf(blank)}, content)
        + "</tbody></table></template>\n<footer>Foghorn " + content.version + "</footer>\n</body>\n</html>\n";
    return out;
}

} // namespace foghorn
