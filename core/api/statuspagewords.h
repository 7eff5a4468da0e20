#pragma once

#include "core/json/phrasebook.h"
#include "core/model/event.h"

#include <QByteArray>

#include <array>

namespace foghorn {

/// The words of the status page as markup: escaped, in UTF-8. What each row says is looked up once.
struct StatusPageWords
{
    /// `book` stays.
    explicit StatusPageWords(const Phrasebook &book);

    const Phrasebook &book;
    const QByteArray critical;
    const QByteArray since;
    const std::array<QByteArray, 3> uptimeLabels; ///< of an hour, a day, a week
    const char decimal; ///< '.' or ','
    const std::array<QByteArray, 2> aroundPercent; ///< before and after the number
    const QByteArray notObserved;

    QByteArray operator()(const char *key) const;
    QByteArray languageTag() const;
    /// What the script says, as JSON in an element that is not shown.
    QByteArray forScript() const;
    /// One event in a sentence; where there is only the journal's, it is marked as English.
    QByteArray event(const Event &event) const;
};

} // namespace foghorn
