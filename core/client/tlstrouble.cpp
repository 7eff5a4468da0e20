#include "core/client/tlstrouble.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslError>
#include <QStringList>

#include <algorithm>

namespace foghorn {
namespace {

QString nameIn(const QStringList &names) { return names.isEmpty() ? QStringLiteral("nobody") : names.join(u", "); }

QString detailsOf(const QSslCertificate &certificate)
{
    QStringList hosts{certificate.subjectAlternativeNames().values()};
    if (hosts.isEmpty())
        hosts = certificate.subjectInfo(QSslCertificate::CommonName);
    return QStringLiteral("Certificate of: %1\nIssued by: %2\nValid until: %3\nSHA-256 fingerprint: %4")
        .arg(nameIn(hosts), nameIn(certificate.issuerInfo(QSslCertificate::CommonName)),
            certificate.expiryDate().toUTC().toString(Qt::ISODate), fingerprintOf(certificate));
}

bool isSelfSigned(const QSslError &error)
{
    return error.error() == QSslError::SelfSignedCertificate
        || error.error() == QSslError::SelfSignedCertificateInChain;
}

/// That it is unknown is one fact, however many errors say so.
bool isOfUnknownIssuer(const QSslError &error)
{
    return isSelfSigned(error) || error.error() == QSslError::CertificateUntrusted
        || error.error() == QSslError::UnableToGetLocalIssuerCertificate
        || error.error() == QSslError::UnableToVerifyFirstCertificate;
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

TlsTrouble tlsTroubleOf(const QString &host, const QList<QSslError> &errors)
{
    if (errors.isEmpty())
        return {};
    QStringList reasons;
    for (const QSslError &error : errors) {
        const QString reason = error.errorString();
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    const auto shown = std::find_if(errors.cbegin(), errors.cend(), isSelfSigned);
    const QSslCertificate certificate = (shown != errors.cend() ? *shown : errors.first()).certificate();
    const bool trustWouldHelp =
        shown != errors.cend() && std::all_of(errors.cbegin(), errors.cend(), isOfUnknownIssuer);
    return {QStringLiteral("the certificate of %1 is not to be trusted: %2").arg(host, reasons.join(u"; ")),
        certificate.isNull() ? QString() : detailsOf(certificate), trustWouldHelp ? certificate.toPem() : QByteArray()};
}

} // namespace foghorn
