#include "core/api/tlsfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>

namespace foghorn {
namespace {

Result<QByteArray> contentOf(const QString &path, QLatin1String what)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return Error{QStringLiteral("cannot read the %1 %2: %3").arg(what, path, file.errorString())};
    return file.readAll();
}

Result<QList<QSslCertificate>> certificatesOf(const QString &path, QLatin1String what)
{
    const Result<QByteArray> pem = contentOf(path, what);
    if (!pem)
        return pem.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem.value(), QSsl::Pem);
    if (certificates.isEmpty())
        return Error{QStringLiteral("the %1 %2 holds no certificate in PEM form").arg(what, path)};
    return certificates;
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

/// Both encodings end in, or hold, the same public numbers: modulus and exponent (RSA), the point (EC).
bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    constexpr qsizetype telling = 60;
    return key.toDer().contains(certificate.publicKey().toDer().last(telling));
}

} // namespace

QString keyExposure(const TlsSpec &spec)
{
    const QFileInfo key(spec.key); // of where a link leads
    QString reader;
    if (key.permission(QFile::ReadOther))
        reader = QStringLiteral("everybody on this machine");
    else if (key.permission(QFile::ReadGroup) && key.ownerId() != 0)
        reader = QStringLiteral("its group (%1)").arg(key.groupId());
    if (reader.isEmpty())
        return {};
    return QStringLiteral("the TLS key %1 can be read by %2, who could answer in our place; chmod 600 it")
        .arg(spec.key, reader);
}

Result<QSslConfiguration> loadTls(const TlsSpec &spec)
{
    const Result<QList<QSslCertificate>> chain = certificatesOf(spec.certificate, QLatin1String("TLS certificate"));
    if (!chain)
        return chain.error();
    const Result<QByteArray> pem = contentOf(spec.key, QLatin1String("TLS key"));
    if (!pem)
        return pem.error();
    const QSslKey key = keyOf(pem.value());
    if (key.isNull())
        return Error{QStringLiteral("the TLS key %1 holds no RSA or EC key in PEM form").arg(spec.key)};
    if (!belongTogether(chain.value().first(), key))
        return Error{QStringLiteral("the TLS key %1 is not the key of the first certificate in %2; give the pair that "
                                    "was made together")
                         .arg(spec.key, spec.certificate)};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setLocalCertificateChain(chain.value());
    configuration.setPrivateKey(key);
    if (!spec.clientCa.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities =
            certificatesOf(spec.clientCa, QLatin1String("TLS client CA"));
        if (!authorities)
            return authorities.error();
        configuration.setCaCertificates(authorities.value());
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return configuration;
}

} // namespace foghorn
