#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace foghorn {

/// All certificates of a file in PEM form, in its order, at least one. `what` names it in the error, as in
/// "the TLS certificate /etc/fog.pem holds no certificate in PEM form".
Result<QList<QSslCertificate>> readCertificates(const QString &path, QLatin1String what);
/// The first key of a file in PEM form, RSA or EC, without a pass phrase.
Result<QSslKey> readPrivateKey(const QString &path, QLatin1String what);

} // namespace foghorn
