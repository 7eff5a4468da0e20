#pragma once

namespace foghorn {

/// Gives back what only a start-up needed: memory that is free inside the heap, and pages of programs and libraries,
/// which the system still has at hand should they be needed again.
void trimMemory();

} // namespace foghorn
