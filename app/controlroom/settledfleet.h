#pragma once

#include "core/fleetfile/fleetfile.h"

#include <chrono>
#include <functional>

namespace foghorn {

/// How long fleet files must have been left alone before what they say is believed.
struct Settling
{
    std::chrono::milliseconds rest{100}; ///< after the last change
    std::chrono::milliseconds restWhileOpen{1000}; ///< as long as a program still has one open for writing
    std::chrono::milliseconds patience{3000}; ///< and then it is a fault
};

/// What `load` reads once nobody is writing its files any more: a file of which only a part is written yet may well be
/// a good one with fewer services. Where the last change is long ago that costs one look at each file; else it waits,
/// so it belongs into a worker or before the event loop.
LoadedFleet loadSettled(const std::function<LoadedFleet()> &load, const Settling &settling = {});

} // namespace foghorn
