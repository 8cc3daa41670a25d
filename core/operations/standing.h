#pragma once

#include "core/operations/journal.h"

namespace howdah {

/// How things stand when an operation is broken off where this one is, as its plan says; empty when it says nothing.
[[nodiscard]] QString standing(const JournalEntry &entry);
/// What to type to go on with an interrupted one, or to take it back while that is possible; empty when neither is.
[[nodiscard]] QString waysOn(const JournalEntry &entry);
/// Its point of no return was begun.
[[nodiscard]] bool isPastReturn(const JournalEntry &entry);

} // namespace howdah
