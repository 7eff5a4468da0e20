#include "ui/dialogs/fuzzymatch.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype LongestText = 200;

// What a match is worth; the steps keep the kinds apart whatever the lengths are.
constexpr int Together = 1000;
constexpr int WholeText = 600;
constexpr int AtBeginning = 400;
constexpr int AtWord = 200;
constexpr int Scattered = 300;
constexpr int FirstLetter = 40;
constexpr int Neighbour = 15;
constexpr int MostForPlace = 60; ///< how much is taken off for what stands late, or in a long text

bool beginsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    const QChar here = text.at(at);
    return !before.isLetterOrNumber() || (before.isLower() && here.isUpper()) || (before.isLetter() && here.isDigit());
}

int lengthCost(qsizetype extra) { return static_cast<int>(std::min<qsizetype>(extra, MostForPlace)); }

FuzzyMatch matchTogether(QStringView word, QStringView text, qsizetype first)
{
    qsizetype at = first;
    for (qsizetype next = first; next >= 0; next = text.indexOf(word, next + 1, Qt::CaseInsensitive)) {
        if (beginsWord(text, next)) {
            at = next;
            break;
        }
    }
    FuzzyMatch match;
    match.score = Together - lengthCost(at);
    if (at == 0)
        match.score += AtBeginning + (word.size() == text.size() ? WholeText : 0);
    else if (beginsWord(text, at))
        match.score += AtWord;
    for (qsizetype i = 0; i < word.size(); ++i)
        match.places.append(static_cast<int>(at + i));
    return match;
}

bool isSame(QChar a, QChar b) { return a.toCaseFolded() == b.toCaseFolded(); }

/// Letters one by one; each at the beginning of a word if there is such a place before the next letters run out.
std::optional<FuzzyMatch> matchScattered(QStringView word, QStringView text)
{
    // From the end: the last place from which the rest of the word still fits.
    QList<qsizetype> latest(word.size());
    qsizetype limit = text.size();
    for (qsizetype i = word.size() - 1; i >= 0; --i) {
        do {
            if (--limit < 0)
                return std::nullopt;
        } while (!isSame(text.at(limit), word.at(i)));
        latest[i] = limit;
    }
    FuzzyMatch match;
    match.score = Scattered;
    qsizetype from = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        qsizetype chosen = -1;
        for (qsizetype at = from; at <= latest.at(i); ++at) {
            if (!isSame(text.at(at), word.at(i)))
                continue;
            if (chosen < 0)
                chosen = at;
            if (beginsWord(text, at) || (i > 0 && at == from)) {
                chosen = at;
                break;
            }
        }
        match.score += beginsWord(text, chosen) ? FirstLetter : (i > 0 && chosen == from ? Neighbour : 0);
        match.score -= i > 0 ? lengthCost(chosen - from) / 4 : 0;
        match.places.append(static_cast<int>(chosen));
        from = chosen + 1;
    }
    return match;
}

std::optional<FuzzyMatch> matchWord(QStringView word, QStringView text)
{
    if (const qsizetype first = text.indexOf(word, 0, Qt::CaseInsensitive); first >= 0)
        return matchTogether(word, text, first);
    return matchScattered(word, text);
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text)
{
    const QStringView head = QStringView(text).left(LongestText);
    const QList<QStringView> words = QStringView(pattern).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    FuzzyMatch all;
    for (const QStringView word : words) {
        const std::optional<FuzzyMatch> one = matchWord(word, head);
        if (!one)
            return std::nullopt;
        all.score += one->score;
        all.places += one->places;
    }
    std::sort(all.places.begin(), all.places.end());
    all.places.resize(std::unique(all.places.begin(), all.places.end()) - all.places.begin());
    all.score -= words.isEmpty() ? 0 : lengthCost(text.size()) / 4;
    return all;
}

} // namespace foghorn
