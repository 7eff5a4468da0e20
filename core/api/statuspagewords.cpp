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

} // namespace

StatusPageWords::StatusPageWords(const Phrasebook &words)
    : book(words)
    , critical(markup(words("page.critical")))
    , since(markup(words("page.since")))
    , uptimeLabels{markup(words("page.up1")), markup(words("page.up24")), markup(words("page.up7"))}
    , decimal(decimalOf(words))
    , percent(markup(words("number.percent")))
    , allOfIt(filled(percent, {"100"}))
    , noneOfIt(filled(percent, {"0"}))
    , notObserved("<span title=\"" + markup(words("page.notObserved")) + "\">&ndash;</span>")
    , noChecks(markup(words("strip.none")))
    , today(markup(words("time.today")))
    , otherDay(markup(words("time.otherDay")))
{
}

QByteArray StatusPageWords::filled(const QByteArray &text, std::initializer_list<QByteArrayView> parts)
{
    QByteArray out;
    out.reserve(text.size() + 24);
    qsizetype from = 0;
    for (qsizetype at = text.indexOf('%'); at >= 0 && at + 1 < text.size(); at = text.indexOf('%', at + 1)) {
        const auto place = static_cast<std::size_t>(text.at(at + 1) - '1');
        if (place >= parts.size())
            continue;
        out.append(text.constData() + from, at - from).append(*(parts.begin() + place));
        from = at + 2;
    }
    return out.append(text.constData() + from, text.size() - from);
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
