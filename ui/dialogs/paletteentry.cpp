#include "ui/dialogs/paletteentry.h"

#include "ui/dialogs/fuzzymatch.h"

#include <algorithm>

namespace foghorn {

namespace {

struct Ranked
{
    int score;
    int entry;
    QList<int> places;
};

} // namespace

QList<PaletteHit> rankEntries(const QList<PaletteEntry> &entries, const QString &pattern, qsizetype most)
{
    const bool isEmpty = pattern.trimmed().isEmpty();
    QList<Ranked> ranked;
    for (int i = 0; i < entries.size(); ++i) {
        if (std::optional<FuzzyMatch> match = fuzzyMatch(pattern, entries.at(i).title))
            ranked.append({match->score, i, std::move(match->places)});
    }
    const auto isBetter = [&entries, isEmpty](const Ranked &a, const Ranked &b) {
        if (isEmpty)
            return a.entry < b.entry;
        if (a.score != b.score)
            return a.score > b.score;
        const PaletteEntry &left = entries.at(a.entry);
        const PaletteEntry &right = entries.at(b.entry);
        if (left.weight != right.weight)
            return left.weight > right.weight;
        return a.entry < b.entry;
    };
    const auto count = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + count, ranked.end(), isBetter);
    QList<PaletteHit> hits;
    for (qsizetype i = 0; i < count; ++i)
        hits.append({ranked.at(i).entry, ranked.at(i).places});
    return hits;
}

} // namespace foghorn
