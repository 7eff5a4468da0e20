#pragma once

#include "core/base/result.h"
#include "core/model/fleetspec.h"

#include <QSslConfiguration>

namespace foghorn {

/// Certificate chain, key and, for clients that must show one, the CA, from their PEM files. TLS 1.2 at least.
Result<QSslConfiguration> loadTls(const TlsSpec &spec);

/// Who beside its owner can read the key, as a sentence that says what to do; empty: nobody. A group may when root gave
/// it the file (Debian's ssl-cert).
QString keyExposure(const TlsSpec &spec);

} // namespace foghorn
