#include "core/tls/pemfiles.h"

#include <QByteArray>
#include <QFile>

namespace foghorn {
namespace {

Result<QByteArray> contentOf(const QString &path, QLatin1String what)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return Error{QStringLiteral("cannot read the %1 %2: %3").arg(what, path, file.errorString())};
    return file.readAll();
}

} // namespace

Result<QList<QSslCertificate>> readCertificates(const QString &path, QLatin1String what)
{
    const Result<QByteArray> pem = contentOf(path, what);
    if (!pem)
        return pem.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem.value(), QSsl::Pem);
    if (certificates.isEmpty())
        return Error{QStringLiteral("the %1 %2 holds no certificate in PEM form").arg(what, path)};
    return certificates;
}

Result<QSslKey> readPrivateKey(const QString &path, QLatin1String what)
{
    const Result<QByteArray> pem = contentOf(path, what);
    if (!pem)
        return pem.error();
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem.value(), kind, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return Error{QStringLiteral("the %1 %2 holds no RSA or EC key in PEM form without a pass phrase").arg(what, path)};
}

} // namespace foghorn
