#pragma once

#include "core/api/tokens.h"
#include "core/base/result.h"

#include <QString>

namespace foghorn {

/// The token files of a state dir: `token` (operator) and `token.viewer`, 256 random bits each, base64url, mode 0600.
/// Made when missing, read again when there. A file that others can read, that is not ours, or that holds something
/// else is an error that says what to do.
Result<TokenDigests> openTokens(const QString &stateDirectory);

/// The name of a role's token file: "token", "token.viewer".
QString tokenFileName(Role role);
/// A new token in the place of the old one; its digest. The file is replaced whole: whoever reads it finds one or the
/// other. Refuses what openTokens() refuses.
Result<QByteArray> renewToken(const QString &stateDirectory, Role role);

} // namespace foghorn
