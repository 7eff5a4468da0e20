#include "core/api/acceptlanguage.h"

#include <QByteArray>

#include <optional>

namespace foghorn {
namespace {

constexpr int most = 1000; ///< q=1, in thousandths

/// "q=0.8" -> 800; nothing for what is no weight between 0 and 1 with three decimals at most.
std::optional<int> weightOf(QByteArrayView parameter)
{
    const QByteArray text = parameter.trimmed().toByteArray().toLower();
    if (!text.startsWith("q=") || text.size() < 3 || text.size() > 7 || (text.at(2) != '0' && text.at(2) != '1'))
        return std::nullopt;
    int weight = (text.at(2) - '0') * most;
    if (text.size() > 3 && text.at(3) != '.')
        return std::nullopt;
    int unit = 100;
    for (qsizetype i = 4; i < text.size(); ++i, unit /= 10) {
        if (text.at(i) < '0' || text.at(i) > '9')
            return std::nullopt;
        weight += (text.at(i) - '0') * unit;
    }
    return weight > most ? std::nullopt : std::optional<int>(weight);
}

/// How much it wants that language; -1: it does not name it. "de" also by "de-AT", since no other German is spoken
/// here.
struct Wants
{
    std::array<int, allLanguages.size()> weights;
    int others = -1; ///< "*"
};

void take(Wants &wants, QByteArrayView part)
{
    const qsizetype semicolon = part.indexOf(';');
    const std::optional<int> weight = semicolon < 0 ? most : weightOf(part.sliced(semicolon + 1));
    if (!weight)
        return;
    const QByteArray range = (semicolon < 0 ? part : part.first(semicolon)).trimmed().toByteArray().toLower();
    if (range == "*") {
        wants.others = std::max(wants.others, *weight);
        return;
    }
    const qsizetype dash = range.indexOf('-');
    const std::optional<Language> language =
        languageFromWord(QString::fromLatin1(dash < 0 ? range : range.first(dash)));
    if (!language)
        return;
    int &wanted = wants.weights[static_cast<std::size_t>(*language)];
    wanted = std::max(wanted, *weight);
}

} // namespace

Language preferredLanguage(QByteArrayView accepted)
{
    Wants wants;
    wants.weights.fill(-1);
    std::optional<Language> first; // named first: decides between equal wishes
    for (qsizetype from = 0; from <= accepted.size();) {
        qsizetype to = accepted.indexOf(',', from);
        if (to < 0)
            to = accepted.size();
        const Wants before = wants;
        take(wants, accepted.sliced(from, to - from));
        for (const Language language : allLanguages) {
            const auto at = static_cast<std::size_t>(language);
            if (!first && before.weights[at] != wants.weights[at])
                first = language;
        }
        from = to + 1;
    }
    Language best = Language::English;
    int weight = 0;
    for (const Language language : allLanguages) {
        const int named = wants.weights[static_cast<std::size_t>(language)];
        const int wanted = named >= 0 ? named : wants.others;
        if (wanted > weight || (wanted == weight && weight > 0 && first == language)) {
            best = language;
            weight = wanted;
        }
    }
    return best;
}

} // namespace foghorn
