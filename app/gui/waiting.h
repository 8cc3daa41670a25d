#pragma once

#include <functional>

namespace howdah {

/// The event loop goes on for so long: things are laid out and painted.
void settle(int milliseconds);
/// The event loop goes on until `seen()`; false when that took longer.
[[nodiscard]] bool waitUntil(int milliseconds, const std::function<bool()> &seen);

} // namespace howdah
