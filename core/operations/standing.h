#pragma once

#include "core/operations/journal.h"

namespace howdah {

/// How things stand when an operation is broken off where this one is, as its plan says; empty when it says nothing.
[[nodiscard]] QString standing(const JournalEntry &entry);

} // namespace howdah
