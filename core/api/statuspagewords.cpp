#include "core/api/statuspagewords.h"

#include "core/api/statuspagehtml.h"

namespace foghorn {
namespace {

QByteArray markup(const QString &text) { return htmlText(text).replace("\xc2\xa0", "&nbsp;"); }

char decimalOf(const Phrasebook &book)
{
    const QString mark = book("number.decimal");
    return mark.isEmpty() ? '.' : mark.back().toLatin1();
}

std::array<QByteArray, 2> around(const Phrasebook &book)
{
    const QString whole = book("number.percent");
    const qsizetype at = whole.indexOf(QLatin1String("%1"));
    return {markup(whole.left(at)), markup(whole.mid(at + 2))};
}

} // namespace

StatusPageWords::StatusPageWords(const Phrasebook &words)
    : book(words)
    , critical(markup(words("page.critical")))
    , since(markup(words("page.since")))
    , uptimeLabels{markup(words("page.up1")), markup(words("page.up24")), markup(words("page.up7"))}
    , decimal(decimalOf(words))
    , aroundPercent(around(words))
    , notObserved("<span title=\"" + markup(words("page.notObserved")) + "\">&ndash;</span>")
{
}

QByteArray StatusPageWords::operator()(const char *key) const { return markup(book(key)); }

QByteArray StatusPageWords::languageTag() const
{
    const QLatin1String tag = toWord(book.language());
    return {tag.data(), tag.size()};
}

QByteArray StatusPageWords::forScript() const
{
    return "<template id=\"words\">"
        + htmlText(QString::fromUtf8(book.json({QLatin1String("event."), QLatin1String("live."),
            QLatin1String("number."), QLatin1String("shown."), QLatin1String("strip.")})))
        + "</template>\n";
}

QByteArray StatusPageWords::event(const Event &event) const
{
    const char *kind = event.kind == EventKind::StateChanged ? "event.state."
        : event.kind == EventKind::HealthChanged             ? "event.health."
                                                             : nullptr;
    if (book.isEnglish())
        return "<span>" + htmlText(event.message) + "</span>";
    const auto say = [this](QLatin1String group, const QString &word) {
        return book.text(QLatin1String(QByteArray(group.data(), group.size()) + word.toLatin1()));
    };
    const QString from = kind ? say(QLatin1String(kind), event.from) : QString();
    const QString to = kind ? say(QLatin1String(kind), event.to) : QString();
    if (from.isEmpty() || to.isEmpty())
        return "<span lang=\"en\">" + htmlText(event.message) + "</span>";
    const QString cause = say(QLatin1String("event.cause."), event.cause);
    return "<span>"
        + htmlText(cause.isEmpty() ? book("event.change", event.service, from, to)
                                   : book("event.changeBecause", event.service, from, to, cause))
        + "</span>";
}

} // namespace foghorn
