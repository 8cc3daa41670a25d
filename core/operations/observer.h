#pragma once

#include "core/operations/sessions.h"

namespace howdah {

/// One look. `seen` gets what was there instead, in words, for the error when it is never seen.
[[nodiscard]] Result<bool> look(const Observation &observation, Sessions &sessions, std::stop_token stop,
                                QString *seen = nullptr);

/// Looks until it is seen or its timeout has passed (0: one look). TimedOut's detail says what was seen last.
/// Unreachable when the server that it depends on has ended meanwhile (Observation::life), with what that said last.
[[nodiscard]] Result<void> lookUntilSeen(const Observation &observation, Sessions &sessions, std::stop_token stop);

} // namespace howdah
