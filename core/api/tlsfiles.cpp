#include "core/api/tlsfiles.h"

#include "core/tls/pemfiles.h"

#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>

namespace foghorn {
namespace {

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
    if (key.permission(QFileDevice::ReadOther))
        reader = QStringLiteral("everybody on this machine");
    else if (key.permission(QFileDevice::ReadGroup) && key.ownerId() != 0)
        reader = QStringLiteral("its group (%1)").arg(key.groupId());
    if (reader.isEmpty())
        return {};
    return QStringLiteral("the TLS key %1 can be read by %2, who could answer in our place; chmod 600 it")
        .arg(spec.key, reader);
}

Result<QSslConfiguration> loadTls(const TlsSpec &spec)
{
    const Result<QList<QSslCertificate>> chain = readCertificates(spec.certificate, QLatin1String("TLS certificate"));
    if (!chain)
        return chain.error();
    const Result<QSslKey> key = readPrivateKey(spec.key, QLatin1String("TLS key"));
    if (!key)
        return key.error();
    if (!belongTogether(chain.value().first(), key.value()))
        return Error{QStringLiteral("the TLS key %1 is not the key of the first certificate in %2; give the pair that "
                                    "was made together")
                         .arg(spec.key, spec.certificate)};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setLocalCertificateChain(chain.value());
    configuration.setPrivateKey(key.value());
    if (!spec.clientCa.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities =
            readCertificates(spec.clientCa, QLatin1String("TLS client CA"));
        if (!authorities)
            return authorities.error();
        configuration.setCaCertificates(authorities.value());
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return configuration;
}

} // namespace foghorn
