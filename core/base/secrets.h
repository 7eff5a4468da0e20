#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// The text with what looks like a password, token or key replaced by dots: values of members and options that are
/// called so ("password=…", "--api-key …", "\"secret\": \"…\""), passwords in addresses ("https://user:…@host"), bearer
/// tokens, private keys. Rather too much than too little; the rest stays as it is.
QString withoutSecrets(const QString &text);
/// Whether something of that name is not to be shown ("DB_PASSWORD", "apiKey").
bool isSecretName(const QString &name);
/// "••••", what stands where a secret was.
QString secretDots();
/// A command line for people: words with spaces in quotation marks, without secrets.
QString shownCommand(const QList<QString> &words);

/// Secrets that are known by their value: what variables with names like DB_PASSWORD hold.
class SecretValues
{
public:
    /// Kept when isSecretName(name), and long enough not to be found in every other text.
    void add(const QString &name, const QString &value);
    /// The same for "NAME=value".
    void add(const QList<QByteArray> &environment);
    /// Those of our own environment, read once.
    static const SecretValues &ofThisProcess();
    void add(const SecretValues &others) { m_values += others.m_values; }

    /// The text with those values, and what withoutSecrets() finds, replaced by dots.
    QString hiddenIn(const QString &text) const;

private:
    QList<QString> m_values;
};

} // namespace foghorn
