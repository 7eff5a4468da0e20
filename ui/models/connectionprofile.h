#pragma once

#include "ui/style/connectiontint.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace foghorn {

/// What a person says of a daemon to connect to. The token is no part of it: that is kept by a TokenStore or nowhere.
struct ConnectionProfile
{
    QString name; ///< what people call it; empty: it has none, the address stands for it
    QString url; ///< "https://edge-7:7464"
    QString tokenFile; ///< empty: the token is typed, or in the key ring
    QString authorities; ///< PEM file of authorities to trust for it; empty: the computer's own
    QString ownCertificate; ///< PEM file with the certificate to show it; empty: none
    QString ownKey; ///< PEM file with its key; empty: in the same file
    QByteArray certificate; ///< PEM of a certificate that a person chose to trust; empty: none
    QString label; ///< "production"
    ConnectionTint tint = ConnectionTint::None;
    bool isProtected = false; ///< what concerns all services needs its name typed

    bool operator==(const ConnectionProfile &) const = default;
};

/// What a connection may be called, and where it may lead. Pure.
class ConnectionProfileCheck
{
public:
    /// A name or label longer than this is cut.
    static constexpr qsizetype LongestName = 60;
    /// http or https with a host, and nobody's password in it.
    static bool isAddress(const QString &url);
    /// What a person types, made an address: without a scheme http on this computer, https elsewhere; the port of
    /// Foghorn when none is given with it.
    static QString completed(const QString &typed);
    /// The host and port of an address, for people; the text itself when it is none.
    static QString placeOf(const QString &url);
};

} // namespace foghorn
