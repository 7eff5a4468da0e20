#pragma once

#include "core/registry/serviceregistry.h"

#include <QByteArray>

namespace foghorn {

/// The whole of GET /service/{name} with the newest `history` checks, oldest first.
QByteArray serviceAnswer(const RegistryEntry &entry, std::size_t history, WallTime now);

} // namespace foghorn
