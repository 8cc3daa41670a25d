#pragma once

#include "core/operations/journal.h"
#include "core/operations/preparation.h"

namespace howdah {

/// Whether going on with it is to be confirmed, as beginning it was.
[[nodiscard]] bool mustBeConfirmed(const JournalEntry &entry);

/// Why an interrupted entry that has not begun its point of no return may not go on as things are now (safety rule 5);
/// nothing when it may. Pure. Its steps may have changed the answers of some checks themselves: those are left out.
[[nodiscard]] std::optional<Error> obstacleToResuming(const Operation &operation, const JournalEntry &entry,
                                                      const Situation &now);

} // namespace howdah
