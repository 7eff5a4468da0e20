#include "core/base/names.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace foghorn {
namespace {

bool isAlphanumeric(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }

bool isHarmless(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

/// How many letters must be typed, left out, replaced, or swapped with the next one (each at most once).
qsizetype editDistance(QStringView a, QStringView b, qsizetype limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, row);
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (a[i] == b[j] ? 0 : 1)});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                row[at] = std::min(row[at], beforeLast[at - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

bool isServiceName(QStringView text)
{
    if (text.isEmpty() || text.size() > 63 || !isAlphanumeric(text.front()) || !isAlphanumeric(text.back()))
        return false;
    return std::all_of(
        text.begin(), text.end(), [](QChar c) { return isAlphanumeric(c) || c == u'_' || c == u'.' || c == u'-'; });
}

QString nearestName(QStringView text, const QList<QString> &candidates)
{
    if (text.size() > 100)
        return {};
    const qsizetype allowed = text.size() <= 3 ? 1 : std::max<qsizetype>(2, text.size() / 3);
    qsizetype best = allowed + 1;
    QString nearest;
    for (const QString &candidate : candidates) {
        const qsizetype distance = editDistance(text, candidate, best - 1);
        if (distance < best && distance < std::max(text.size(), candidate.size())) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

QString printable(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool paired = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (paired) {
            out += c;
            out += text[++i];
        } else if (c.isSurrogate() || !isHarmless(c)) {
            const int width = c.unicode() < 0x100 ? 2 : 4;
            out += width == 2 ? QStringView(u"\\x") : QStringView(u"\\u");
            out += QStringLiteral("%1").arg(static_cast<int>(c.unicode()), width, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

QString shortened(const QString &text, qsizetype longest)
{
    const bool isCutInPair = longest > 0 && longest < text.size() && text.at(longest - 1).isHighSurrogate();
    return text.left(isCutInPair ? longest - 1 : longest);
}

} // namespace foghorn
