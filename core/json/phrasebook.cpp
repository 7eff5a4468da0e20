#include "core/json/phrasebook.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace foghorn {
namespace {

QByteArray fileOf(Language language)
{
    QFile file(QLatin1String(":/foghorn/words/") + toWord(language) + QLatin1String(".json"));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QLatin1String toWord(Language language)
{
    switch (language) {
    case Language::English:
        return QLatin1String("en");
    case Language::German:
        return QLatin1String("de");
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageFromWord(QStringView tag)
{
    for (const Language language : allLanguages) {
        if (tag == toWord(language))
            return language;
    }
    return std::nullopt;
}

const Phrasebook &Phrasebook::of(Language language)
{
    static const Phrasebook english(Language::English, fileOf(Language::English));
    static const Phrasebook german(Language::German, fileOf(Language::German));
    switch (language) {
    case Language::English:
        return english;
    case Language::German:
        return german;
    }
    Q_UNREACHABLE();
}

Phrasebook::Phrasebook(Language language, const QByteArray &json)
    : m_language(language)
{
    const QJsonObject texts = QJsonDocument::fromJson(json).object();
    m_keys.reserve(texts.size());
    m_entries.reserve(texts.size());
    for (auto at = texts.constBegin(); at != texts.constEnd(); ++at) {
        const QJsonValue value = at.value();
        m_keys << at.key().toLatin1();
        const Entry entry = value.isObject()
            ? Entry{value[QLatin1String("other")].toString(), value[QLatin1String("one")].toString()}
            : Entry{value.toString(), {}};
        m_entries.insert(QLatin1String(m_keys.constLast()), entry);
    }
}

QByteArray Phrasebook::json(const QList<QLatin1String> &prefixes) const
{
    QJsonObject texts;
    for (auto at = m_entries.cbegin(); at != m_entries.cend(); ++at) {
        const QLatin1String key = at.key();
        if (!std::any_of(prefixes.begin(), prefixes.end(), [key](QLatin1String one) { return key.startsWith(one); }))
            continue;
        if (at->one.isNull())
            texts.insert(key, at->other);
        else
            texts.insert(key, QJsonObject{{QStringLiteral("one"), at->one}, {QStringLiteral("other"), at->other}});
    }
    return QJsonDocument(texts).toJson(QJsonDocument::Compact);
}

} // namespace foghorn
