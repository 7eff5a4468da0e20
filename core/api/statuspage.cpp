#include "core/api/statuspage.h"

#include "core/api/statuspagehtml.h"
#include "core/model/words.h"

#include <algorithm>

namespace foghorn {
namespace {

constexpr qsizetype recentEvents = 12;

QByteArray word(QLatin1String text) { return {text.data(), text.size()}; }

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

constexpr char ticketMark[] = "data-ticket=\"";

} // namespace

StatusPage::StatusPage(const ServiceRegistry &registry, const EventLog &events, StreamAudience audience,
    const Phrasebook &book, QByteArray version)
    : m_registry(registry)
    , m_events(events)
    , m_isFull(audience == StreamAudience::Token)
    , m_version(std::move(version))
    , m_words(book)
    , m_rows(audience, m_words)
{
}

QByteArray StatusPage::html(const QByteArray &ticket, WallTime now)
{
    const qint64 second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (m_page.isEmpty() || m_revision != m_registry.revision() || m_lastEventId != m_events.lastId()
        || m_second != second) {
        m_revision = m_registry.revision();
        m_lastEventId = m_events.lastId();
        m_second = second;
        m_page = page(now);
    }
    const qsizetype at = m_page.indexOf(ticketMark) + qsizetype(sizeof(ticketMark)) - 1;
    QByteArray out;
    out.reserve(m_page.size() + ticket.size());
    return out.append(m_page.constData(), at).append(ticket).append(m_page.constData() + at, m_page.size() - at);
}

QByteArray StatusPage::page(WallTime now)
{
    const Headline headline = headlineOf(m_registry, m_words.book);
    const QByteArray fleet = htmlText(m_registry.fleetName());
    QByteArray out = head(headline, fleet) + glyphSprite() + banner(headline, fleet, now);
    out += QByteArray("<main>\n") + tools() + "<table role=\"table\"" + (m_isFull ? "" : " class=\"public\"")
        + ">\n<caption>" + m_words("page.caption") + "</caption>\n" + m_rows.columns()
        + "<tbody role=\"rowgroup\" id=\"services\">\n";
    m_rows.write(out, m_registry, now);
    out += "</tbody>\n</table>\n<p id=\"none\" hidden>" + m_words("page.none")
        + " <button id=\"clear\" type=\"button\">" + m_words("page.clear") + "</button></p>\n";
    if (m_isFull)
        out += recent(now);
    out += "</main>\n<template id=\"row\"><table><tbody>" + m_rows.blank(now) + "</tbody></table></template>\n"
        + m_words.forScript() + "<footer>Foghorn " + m_version + "</footer>\n</body>\n</html>\n";
    return out;
}

QByteArray StatusPage::head(const Headline &headline, const QByteArray &fleet) const
{
    return "<!doctype html>\n<html lang=\"" + m_words.languageTag()
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + fleet + ": " + htmlText(headline.text)
        + "</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"/status/icon.svg\">\n"
          "<link rel=\"stylesheet\" href=\"/status/page.css\">\n<script src=\"/status/page.js\" defer></script>\n"
          "</head>\n<body "
        + ticketMark + "\" data-stream=\"/api/orchestration/events/stream\" data-audience=\""
        + (m_isFull ? QByteArray("token\" data-after=\"") + QByteArray::number(m_events.lastId())
                    : QByteArray("public"))
        + "\">\n";
}

QByteArray StatusPage::banner(const Headline &headline, const QByteArray &fleet, WallTime now) const
{
    return "<header>\n<h1>" + fleet + "</h1>\n<p id=\"headline\" class=\"" + word(headline.family)
        + "\" role=\"status\" aria-live=\"polite\">" + htmlGlyph(word(headline.glyph)) + "<span>"
        + htmlText(headline.text) + "</span></p>\n<p id=\"age\"><span id=\"live\">" + m_words("live.asOf") + "</span> "
        + htmlTime(m_words, now, now) + "</p>\n</header>\n<p id=\"band\" role=\"alert\" hidden></p>\n";
}

/// Shown by the script, which gives it its use.
QByteArray StatusPage::tools() const
{
    return "<div id=\"tools\" role=\"search\" hidden><label>" + m_words("page.filter")
        + " <input id=\"filter\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\""
        + m_words("page.filterHint") + "\"></label> <button id=\"trouble\" type=\"button\" aria-pressed=\"false\">"
        + m_words("page.onlyTrouble") + "</button> <output id=\"shown\" for=\"filter\"></output></div>\n";
}

QByteArray StatusPage::recent(WallTime now) const
{
    QList<Event> events = m_events.after(std::max<qint64>(0, m_events.lastId() - 200), 200);
    std::reverse(events.begin(), events.end());
    QByteArray items;
    qsizetype shown = 0;
    for (const Event &event : std::as_const(events)) {
        if (isNews(event) && ++shown <= recentEvents)
            items += "<li>" + htmlTime(m_words, event.at, now) + ' ' + m_words.event(event) + "</li>\n";
    }
    return "<section class=\"recent\"><h2>" + m_words("page.recent") + "</h2>\n<ol id=\"recent\">" + items
        + "</ol></section>\n";
}

} // namespace foghorn
