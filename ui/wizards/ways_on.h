#pragma once

#include "core/operations/journal.h"

namespace howdah {

/// What can be done about an operation that stopped half-way, in sentences.
[[nodiscard]] QString resumeSentence(const JournalEntry &entry);
[[nodiscard]] QString undoSentence();
/// Why undoing is no longer possible; empty when it is.
[[nodiscard]] QString undoObstacle(const JournalEntry &entry);

} // namespace howdah
