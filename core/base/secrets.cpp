#include "core/base/secrets.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

constexpr qsizetype shortestValue = 6;

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

QString secretDots() { return QStringLiteral("••••"); }

QString withoutSecrets(const QString &text)
{
    QString shown = text;
    for (const QRegularExpression &pattern : patterns())
        shown.replace(pattern, QStringLiteral("\\1") + secretDots() + QStringLiteral("\\2"));
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

void SecretValues::add(const QString &name, const QString &value)
{
    if (value.size() >= shortestValue && isSecretName(name) && !m_values.contains(value))
        m_values.append(value);
}

void SecretValues::add(const QList<QByteArray> &environment)
{
    for (const QByteArray &variable : environment) {
        const qsizetype end = variable.indexOf('=');
        if (end > 0)
            add(QString::fromUtf8(variable.left(end)), QString::fromUtf8(variable.mid(end + 1)));
    }
}

const SecretValues &SecretValues::ofThisProcess()
{
    static const SecretValues own = [] {
        SecretValues values;
        const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QStringList names = environment.keys();
        for (const QString &name : names)
            values.add(name, environment.value(name));
        return values;
    }();
    return own;
}

QString SecretValues::hiddenIn(const QString &text) const
{
    QString shown = text;
    for (const QString &value : m_values)
        shown.replace(value, secretDots());
    return withoutSecrets(shown);
}

} // namespace foghorn
