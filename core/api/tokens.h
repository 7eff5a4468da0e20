#pragma once

#include "core/api/access.h"

#include <QByteArray>

namespace foghorn {

/// SHA-256 of the two tokens; the tokens themselves are not kept. An empty digest matches nothing.
struct TokenDigests
{
    QByteArray operate;
    QByteArray view;

    static QByteArray digestOf(QByteArrayView token);
    /// The role of whoever holds `token`. Takes the same time whatever the token is.
    Role roleOf(QByteArrayView token) const;
};

/// Compares secrets: takes the same time wherever they differ.
bool isEqualInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace foghorn
