#include "core/client/clientcertificate.h"

#include "core/tls/pemfiles.h"

namespace foghorn {

Result<ClientCertificate> readClientCertificate(const QString &certificateFile, const QString &keyFile)
{
    if (certificateFile.isEmpty())
        return Error{QStringLiteral("a key alone says nothing; give the certificate that belongs to it as well")};
    const Result<QList<QSslCertificate>> chain = readCertificates(certificateFile, QLatin1String("certificate"));
    if (!chain)
        return chain.error();
    const QString &source = keyFile.isEmpty() ? certificateFile : keyFile;
    const Result<QSslKey> key = readPrivateKey(source, QLatin1String("key"));
    if (!key)
        return key.error();
    return ClientCertificate{chain.value(), key.value()};
}

} // namespace foghorn
