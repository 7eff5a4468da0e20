#pragma once

#include "core/crashes/crashreport.h"

#include <QMap>

namespace foghorn {

/// A service's description as keys of the fleet file with their values as text. Values of the environment are digests:
/// they can be compared and not be read; so are secrets elsewhere (`--password=•••• #0a1b…`).
using SpecFacts = QMap<QString, QString>;
SpecFacts factsOf(const ServiceSpec &spec);

/// The keys in which they differ, in alphabetical order.
QList<SpecChange> changesBetween(const SpecFacts &before, const SpecFacts &after);

} // namespace foghorn
