#pragma once

#include "core/lab/exercises/exercise_place.h"

namespace howdah {

/// What Howdah itself finds of a fault: the texts of findings, the last line of a log that matches. Looks until each of
/// `wanted` has been found or their time is over; what was not found is left out. Blocks; worker thread.
[[nodiscard]] QStringList whatIsFound(const QList<Measurement> &wanted, ExercisePlace &place);

/// Why what was observed is not as expected, as the cluster itself says it: what a learner would look for next.
[[nodiscard]] QString likelyReason(ExercisePlace &place);

} // namespace howdah
