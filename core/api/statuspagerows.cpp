#include "core/api/statuspagerows.h"

#include "core/api/statuspagehtml.h"
#include "core/json/whysentence.h"

#include <algorithm>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr char gap = '\0'; ///< in no text of a service: htmlText() makes it visible

QByteArray word(QLatin1String text) { return {text.data(), text.size()}; }

QByteArray cell(const char *name, const QByteArray &content)
{
    return QByteArray("<td role=\"cell\" class=\"") + name + "\">" + content + "</td>";
}

struct UptimeColumn
{
    const char *style;
    std::chrono::milliseconds window;
};
constexpr std::array<UptimeColumn, 3> uptimeColumns{{{"up1", 1h}, {"up24", 24h}, {"up7", 24h * 7}}};

} // namespace

StatusPageRows::StatusPageRows(StreamAudience audience, const StatusPageWords &words)
    : m_isFull(audience == StreamAudience::Token)
    , m_words(words)
    , m_pieces([this](const RegistryEntry &entry) { return rowHtml(entry); })
{
}

QByteArray StatusPageRows::columns() const
{
    const auto head = [this](const char *name, const char *key) -> QByteArray {
        return QByteArray("<th role=\"columnheader\" scope=\"col\" class=\"") + name + "\">" + m_words(key) + "</th>";
    };
    QByteArray out =
        "<thead role=\"rowgroup\"><tr role=\"row\">" + head("name", "column.service") + head("state", "column.state");
    if (m_isFull)
        out += head("checks", "column.checks");
    out += head("up1", "column.up1") + head("up24", "column.up24") + head("up7", "column.up7");
    if (m_isFull)
        out += head("since", "column.since");
    return out + "</tr></thead>\n";
}

void StatusPageRows::write(QByteArray &out, const ServiceRegistry &registry, WallTime now)
{
    m_now = now;
    follow(registry, std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
    out.reserve(out.size() + 16'384 + static_cast<qsizetype>(m_rows.size()) * 1500);
    for (const Row &row : m_rows)
        fillGap(out, row, now);
}

QByteArray StatusPageRows::blank(WallTime now)
{
    m_now = now;
    const RegistryEntry nobody{};
    QByteArray out;
    fillGap(out, {&nobody, 0, rowHtml(nobody)}, now);
    return out;
}

void StatusPageRows::follow(const ServiceRegistry &registry, qint64 day)
{
    if (m_revision == registry.revision() && m_day == day)
        return;
    m_revision = registry.revision();
    m_day = day;
    m_rows.clear();
    const QList<QByteArray> pieces = m_pieces.all(registry, day);
    const QList<ServiceId> &order = registry.order();
    m_rows.reserve(static_cast<std::size_t>(order.size()));
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (const RegistryEntry *entry = registry.find(order.at(i)))
            m_rows.push_back({entry, lookOf(*entry).severity, pieces.at(i)});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        if (a.severity != b.severity)
            return a.severity > b.severity;
        return a.severity >= attentionSeverity && a.entry->status.since < b.entry->status.since;
    });
}

const QByteArray &StatusPageRows::lookHtml(const ServiceLook &look)
{
    QByteArray &html = m_looks[QLatin1String(look.words)];
    if (html.isEmpty())
        html = m_words(look.words);
    return html;
}

QByteArray StatusPageRows::rowHtml(const RegistryEntry &entry)
{
    const ServiceLook look = lookOf(entry);
    const QByteArray name = htmlText(entry.info.name);
    QByteArray out = "<tr role=\"row\" class=\"" + word(look.family) + "\" data-name=\"" + name + "\" data-severity=\""
        + QByteArray::number(look.severity) + "\">";
    out += "<th role=\"rowheader\" scope=\"row\" class=\"name\">" + htmlGlyph(word(look.glyph)) + "<span>" + name
        + "</span>"
        + (m_isFull && entry.info.critical ? " <small class=\"tag\">" + m_words.critical + "</small>" : QByteArray())
        + "</th>";
    QByteArray state = "<b>" + lookHtml(look) + "</b>";
    if (m_isFull)
        state += " <span class=\"why\">" + htmlText(whyShown(entry, m_words.book)) + "</span>";
    out += cell("state", state);
    if (m_isFull)
        out += cell("checks", htmlStrip(m_words, checkLetters(entry)));
    out += gap;
    if (m_isFull)
        out += cell("since",
            "<span class=\"label\">" + m_words.since + "</span> " + htmlTime(m_words, entry.status.since, m_now));
    return out + "</tr>\n";
}

void StatusPageRows::fillGap(QByteArray &out, const Row &row, WallTime now) const
{
    const qsizetype at = row.html.indexOf(gap);
    out.append(row.html.constData(), at);
    for (std::size_t i = 0; i < uptimeColumns.size(); ++i) {
        const UptimeColumn &column = uptimeColumns[i];
        out.append("<td role=\"cell\" class=\"").append(column.style).append("\"><span class=\"label\">");
        out.append(m_words.uptimeLabels[i]).append("</span> <span class=\"value\">");
        out.append(htmlPercent(m_words, row.entry->uptime.share(now, column.window))).append("</span></td>");
    }
    out.append(row.html.constData() + at + 1, row.html.size() - at - 1);
}

} // namespace foghorn
