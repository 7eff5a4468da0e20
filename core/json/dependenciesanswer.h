#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>

namespace foghorn {

/// The whole of GET /dependencies. Changes only with the outline and with outside programs that come and go.
QByteArray dependenciesAnswer(const ServiceRegistry &registry);

} // namespace foghorn
