#pragma once

#include <QByteArray>
#include <QHash>
#include <QLatin1String>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace foghorn {

enum class Language { English, German };
inline constexpr std::array allLanguages{Language::English, Language::German};

QLatin1String toWord(Language language); ///< "en", "de": the tag, and the name of its file in resources/words
std::optional<Language> languageFromWord(QStringView tag);

/// What core says to people, in one language: texts by key, %1 to %9 in them stand for what is filled in. The desktop
/// has translations of its own (tr()); these are for those whom only text reaches: a browser, a reader of the API.
class Phrasebook
{
    Q_DISABLE_COPY_MOVE(Phrasebook)
public:
    /// Read once; never changes.
    static const Phrasebook &of(Language language);

    /// `json`: an object of texts; where a text depends on a count, of `{"one": …, "other": …}`.
    Phrasebook(Language language, const QByteArray &json);

    Language language() const { return m_language; }
    bool isEnglish() const { return m_language == Language::English; }

    /// Empty when there is none.
    QString text(QLatin1String key) const { return m_entries.value(key).other; }
    /// With what is filled in: texts or numbers, in the order of their places.
    template<typename... Values> QString operator()(const char *key, const Values &...values) const
    {
        const QString found = text(QLatin1String(key));
        if constexpr (sizeof...(values) == 0)
            return found;
        else
            return found.arg(shown(values)...); // all at once: no %1 within a value is taken for a place
    }
    /// As it is said of so many; `count` is %1.
    template<typename... Values> QString counted(const char *key, qsizetype count, const Values &...values) const
    {
        const Entry entry = m_entries.value(QLatin1String(key));
        const QString &found = count == 1 && !entry.one.isNull() ? entry.one : entry.other;
        return found.contains(u'%') ? found.arg(shown(count), shown(values)...) : found;
    }
    /// The texts whose keys begin with one of these, as the JSON that they were read from.
    QByteArray json(const QList<QLatin1String> &prefixes) const;

private:
    struct Entry
    {
        QString other;
        QString one; ///< null where the count does not matter
    };
    static QString shown(const QString &text) { return text; }
    static QString shown(qsizetype number) { return QString::number(number); }

    Language m_language;
    QList<QByteArray> m_keys; ///< hold the bytes of those in m_entries
    QHash<QLatin1String, Entry> m_entries;
};

} // namespace foghorn
