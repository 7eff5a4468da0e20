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
/// A command line for people: words with spaces in quotation marks, without secrets.
QString shownCommand(const QList<QString> &words);

} // namespace foghorn
