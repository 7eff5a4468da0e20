#include "core/client/clientcertificate.h"

#include <QFile>

namespace foghorn {
namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("cannot read %1: %2").arg(path, file.errorString())};
    return file.readAll();
}

/// A key of any of the usual kinds; null when it is none.
QSslKey keyOf(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, kind, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<ClientCertificate> readClientCertificate(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty())
        return Error{QStringLiteral("a key alone says nothing; give the certificate that belongs to it as well")};
    const Result<QByteArray> certificate = contentOf(certificateFile);
    if (!certificate)
        return certificate.error();
    ClientCertificate read;
    read.chain = QSslCertificate::fromData(certificate.value(), QSsl::Pem);
    if (read.chain.isEmpty())
        return Error{QStringLiteral("%1 holds no certificate in PEM form").arg(certificateFile)};
    const QString &source = keyFile.isEmpty() ? certificateFile : keyFile;
    const Result<QByteArray> key = contentOf(source);
    if (!key)
        return key.error();
    read.key = keyOf(key.value());
    if (read.key.isNull())
        return Error{QStringLiteral("%1 holds no RSA or EC key in PEM form without a pass phrase").arg(source)};
    return read;
}

} // namespace foghorn
