#pragma once

#include <QList>
#include <QString>

class QSslCertificate;
class QSslError;

namespace foghorn {

/// Why a server's certificate was not believed.
struct TlsTrouble
{
    QString sentence; ///< for people; empty: there was no trouble
    QString details; ///< whose it is, who issued it, until when, its fingerprint: one line each
    QByteArray certificate; ///< PEM of the one to trust, where that alone would help; else empty

    bool operator==(const TlsTrouble &) const = default;
};

/// `host`: what was asked for.
TlsTrouble tlsTroubleOf(const QString &host, const QList<QSslError> &errors);

/// "AB:CD:…", SHA-256.
QString fingerprintOf(const QSslCertificate &certificate);

} // namespace foghorn
