#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace foghorn {

/// What a program shows to an orchestrator that asks its clients for a certificate (`client_ca`).
struct ClientCertificate
{
    QList<QSslCertificate> chain; ///< the own one first
    QSslKey key;

    bool isEmpty() const { return chain.isEmpty(); }
};

/// From PEM files; an empty `keyFile`: the key is in the certificate's file as well. An error names the file and what
/// is missing in it.
Result<ClientCertificate> readClientCertificate(const QString &certificateFile, const QString &keyFile);

} // namespace foghorn
