#pragma once

#include "core/json/phrasebook.h"
#include "core/model/event.h"

#include <QByteArray>

#include <array>
#include <initializer_list>

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
    const QByteArray percent; ///< %1 is the number
    const QByteArray allOfIt; ///< 100 %
    const QByteArray noneOfIt; ///< 0 %
    const QByteArray notObserved;
    const QByteArray noChecks;
    const QByteArray today; ///< %1 is the time
    const QByteArray otherDay; ///< %1 year, %2 month, %3 day, %4 time

    QByteArray operator()(const char *key) const;
    /// A text with places, filled in with markup.
    static QByteArray filled(const QByteArray &text, std::initializer_list<QByteArrayView> parts);
    QByteArray languageTag() const;
    /// What the script says, as JSON in an element that is not shown.
    QByteArray forScript() const;
    /// One event in a sentence; where there is only the journal's, it is marked as English.
    QByteArray event(const Event &event) const;
};

} // namespace foghorn
