#pragma once

namespace foghorn {

/// Gives memory that is free inside the heap back to the system: after a start-up, what reading the fleet took.
void trimMemory();

} // namespace foghorn
