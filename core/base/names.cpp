#include "core/base/names.h"

#include <algorithm>
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

qsizetype editDistance(QStringView a, QStringView b, qsizetype limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype substituted = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
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
    qsizetype best = std::max<qsizetype>(2, text.size() / 3) + 1;
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
