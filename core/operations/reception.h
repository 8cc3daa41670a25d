#pragma once

#include "core/operations/sessions.h"

namespace howdah {

/// What ReceivedMost says: waits until nothing more arrives at any of its standbys, ten seconds at most. `seen`: what
/// it is otherwise.
[[nodiscard]] Result<bool> hasReceivedMost(const ReceivedMost &look, Sessions &sessions, std::stop_token stop,
                                           QString *seen);

} // namespace howdah
