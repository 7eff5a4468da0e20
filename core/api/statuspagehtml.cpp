#include "core/api/statuspagehtml.h"

#include "core/base/names.h"

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

constexpr qsizetype slots = 60;

struct Bar
{
    char letter;
    const char *style; ///< class of the path
    const char *words; ///< of the Phrasebook
    std::array<const char *, 2> heights; ///< where its lines run, in a strip of 16; stroke widths are the style's
};
// Heights and cuts tell them apart without colour (ui.md 3.4).
constexpr std::array<Bar, 4> bars{{
    {'h', "h", "strip.h", {"12.8", nullptr}},
    {'d', "d", "strip.d", {"10.4", nullptr}},
    {'u', "u", "strip.u", {"3.5", "12.5"}},
    {'?', "n", "strip.?", {"14.8", nullptr}},
}};

QByteArray number(qsizetype value) { return QByteArray::number(value); }

/// One path per kind of result; a run of equal ones is one line, which the style cuts into bars.
QByteArray pathOf(const Bar &bar, QByteArrayView letters)
{
    QByteArray path;
    const qsizetype empty = slots - letters.size();
    for (qsizetype from = 0; from < letters.size();) {
        qsizetype to = from;
        while (to < letters.size() && letters[to] == letters[from])
            ++to;
        if (letters[from] == bar.letter) {
            for (const char *height : bar.heights) {
                if (height)
                    path += 'M' + number(empty + from) + ' ' + height + 'h' + number(to - from);
            }
        }
        from = to;
    }
    return path;
}

QByteArray countsOf(const StatusPageWords &words, QByteArrayView letters)
{
    if (letters.isEmpty())
        return words.noChecks;
    const Phrasebook &say = words.book;
    QString counts;
    for (const Bar &bar : bars) {
        const auto count = std::count(letters.begin(), letters.end(), bar.letter);
        if (count > 0)
            counts += (counts.isEmpty() ? QLatin1String() : QLatin1String(", ")) + say(bar.words, count);
    }
    return htmlText(say.counted("strip.last", letters.size(), counts));
}

} // namespace

QByteArray htmlText(QStringView text)
{
    const QByteArray plain = printable(text).toUtf8();
    QByteArray out;
    out.reserve(plain.size() + 16);
    for (const char c : plain) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

QByteArray htmlTime(const StatusPageWords &words, WallTime time, WallTime now)
{
    const QByteArray exact = toRfc3339(time); // 2026-11-23T00:31:07.042Z
    const bool isToday = exact.first(10) == toRfc3339(now).first(10);
    const QByteArrayView part = exact;
    return "<time datetime=\"" + exact + "\">"
        + (isToday ? StatusPageWords::filled(words.today, {part.sliced(11, 8)})
                   : StatusPageWords::filled(
                       words.otherDay, {part.first(4), part.sliced(5, 2), part.sliced(8, 2), part.sliced(11, 5)}))
        + "</time>";
}

QByteArray htmlPercent(const StatusPageWords &words, std::optional<double> share)
{
    if (!share)
        return words.notObserved;
    if (*share >= 1 || *share <= 0)
        return *share >= 1 ? words.allOfIt : words.noneOfIt;
    // never rounded up to a perfect record
    QByteArray number = QByteArray::number(std::min(*share * 100, 99.99), 'f', 2);
    number[number.size() - 3] = words.decimal;
    return StatusPageWords::filled(words.percent, {number});
}

QByteArray htmlGlyph(QByteArrayView name)
{
    return "<svg class=\"glyph\" aria-hidden=\"true\"><use href=\"#glyph-" + name.toByteArray() + "\"/></svg>";
}

QByteArray htmlStrip(const StatusPageWords &words, QByteArrayView letters)
{
    if (letters.size() > slots)
        letters = letters.last(slots);
    const QByteArray counts = countsOf(words, letters);
    QByteArray out = "<svg class=\"strip\" viewBox=\"0 0 60 16\" preserveAspectRatio=\"none\" role=\"img\"><title>"
        + counts + "</title>";
    if (letters.size() < slots)
        out += "<path class=\"e\" d=\"M0 15.2h" + number(slots - letters.size()) + "\"/>";
    for (const Bar &bar : bars) {
        if (const QByteArray path = pathOf(bar, letters); !path.isEmpty())
            out += QByteArray("<path class=\"") + bar.style + "\" d=\"" + path + "\"/>";
    }
    return out + "</svg>";
}

} // namespace foghorn
