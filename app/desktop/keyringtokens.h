#pragma once

#include "ui/models/tokenstore.h"

namespace foghorn {

/// Tokens in the desktop's key ring: the Secret Service of GNOME and others, or KWallet. Where none answers within two
/// seconds there is none; nothing is ever kept in the clear instead.
class KeyringTokens final : public TokenStore
{
public:
    KeyringTokens() = default;

    void read(const QString &url, QObject *context, Reader reader) override;
    void write(const QString &url, const QByteArray &token, QObject *context, Writer writer) override;
    void forget(const QString &url) override;
};

} // namespace foghorn
