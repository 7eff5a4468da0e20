#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace foghorn {

/// How well somebody's letters fit a text, and where they are in it.
struct FuzzyMatch
{
    int score = 0; ///< greater is better
    QList<int> places; ///< of the letters in the text, ascending
};

/// Each word of `pattern` must be in `text` with its letters in order, in any case; the letters need not be together.
/// The best is the text itself, then its beginning, the beginning of a word in it, letters that stand together, first
/// letters of words ("fc" in "fog_coordinator"). Only the first 200 characters of a text count. Nothing: no match.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text);

} // namespace foghorn
