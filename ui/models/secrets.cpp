#include "ui/models/secrets.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

QString dots() { return QStringLiteral("••••"); }

QString secretWords()
{
    return QStringLiteral("pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|"
                          "private[_-]?key|credentials?|authorization|auth|cookie|session[_-]?id");
}

/// What they match is replaced by what they capture first, the dots, and what they capture second.
const std::array<QRegularExpression, 5> &patterns()
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const std::array<QRegularExpression, 5> all{// https://user:password@host
        QRegularExpression(QStringLiteral("(\\w://[^/\\s:@]{0,200}:)[^/\\s@]+(@)"), options),
        // Authorization: Bearer abc, Basic abc
        QRegularExpression(QStringLiteral("(\\b(?:bearer|basic)\\s+)[\\w.~+/=-]{6,}()"), options),
        // "password": "abc", password=abc, api_key: abc, MY_TOKEN='abc'
        QRegularExpression(QStringLiteral("((?:%1)[\\w-]{0,80}[\"']?\\s*[=:]\\s*[\"']?)"
                                          "(?!\\s)(?!//)[^\\s\"',;&}]+()")
                               .arg(secretWords()),
            options),
        // --password abc
        QRegularExpression(
            QStringLiteral("(\\s--?[\\w-]{0,80}(?:%1)[\\w-]{0,80}\\s+)(?!-)\\S+()").arg(secretWords()), options),
        QRegularExpression(QStringLiteral("(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END|$)"),
            QRegularExpression::DotMatchesEverythingOption)};
    return all;
}

} // namespace

QString withoutSecrets(const QString &text)
{
    QString shown = text;
    for (const QRegularExpression &pattern : patterns())
        shown.replace(pattern, QStringLiteral("\\1") + dots() + QStringLiteral("\\2"));
    return shown;
}

bool isSecretName(const QString &name)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:%1)|(?:^|_)key(?:$|_)").arg(secretWords()), QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

QString shownCommand(const QList<QString> &words)
{
    QStringList quoted;
    for (const QString &word : words) {
        const bool hasSpace = std::any_of(word.begin(), word.end(), [](QChar each) { return each.isSpace(); });
        quoted.append(hasSpace || word.isEmpty() ? u'"' + word + u'"' : word);
    }
    return withoutSecrets(quoted.join(u' '));
}

} // namespace foghorn
