#pragma once

#include "core/base/result.h"
#include "core/client/clientcertificate.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <optional>

namespace foghorn {

/// What a person said about which orchestrator is meant; empty members: nothing.
struct DiscoveryWish
{
    QString url; ///< "http://127.0.0.1:7464"
    QString tokenFile;
    QString stateDirectory;
    QString fleet; ///< the name of a folder in the state root
    QString certificates = {}; ///< a PEM file of authorities to trust beside the machine's own
    QString certificate = {}; ///< a PEM file with the certificate to show
    QString key = {}; ///< and the key that belongs to it; empty: in the same file
};

/// The wish with what the environment says where nothing was said: FOGHORN_CA, FOGHORN_CERT and FOGHORN_KEY.
DiscoveryWish withEnvironment(DiscoveryWish wish);

/// Where an orchestrator answers and what it takes as proof of who asks.
struct ApiTarget
{
    QUrl url;
    QByteArray token; ///< empty: none found. Never printed.
    QString stateDirectory; ///< empty: not known
    QList<QSslCertificate> authorities = {}; ///< to trust beside the machine's own
    ClientCertificate certificate = {}; ///< to show; empty: none

    /// tls() says more than what Qt does by itself.
    bool hasOwnTls() const { return !authorities.isEmpty() || !certificate.isEmpty(); }
    /// For https and wss; the certificate is always checked.
    QSslConfiguration tls() const;
};

/// The address that a person or a file gives, http or https with a host; an error shows what one looks like.
Result<QUrl> toApiUrl(const QString &text);

/// The folder that holds one state directory per fleet: `$XDG_STATE_HOME/foghorn`, by default `~/.local/state/foghorn`.
QString defaultStateRoot();

/// The state directories below `root` that hold an address, by name.
QList<QString> stateDirectoriesIn(const QString &root);

/// The token that stands in the target's state directory now, when it is another one: there was a new one made.
std::optional<QByteArray> renewedToken(const ApiTarget &target);

/// Finds address and token. A token is only ever paired with the address that stands beside it, unless the wish names
/// the token file. Without any state directory: http://127.0.0.1:7464 without a token. An error when several fleets
/// could be meant, or when a file that the wish names cannot be read.
Result<ApiTarget> discover(const DiscoveryWish &wish, const QString &stateRoot);

} // namespace foghorn
