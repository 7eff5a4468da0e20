#pragma once

#include "core/base/result.h"
#include "core/model/fleetspec.h"

#include <QSslConfiguration>

namespace foghorn {

/// Certificate chain, key and, for clients that must show one, the CA, from their PEM files. TLS 1.2 at least.
Result<QSslConfiguration> loadTls(const TlsSpec &spec);

} // namespace foghorn
