#pragma once

#include "core/lab/exercises/exercise_place.h"
#include "core/lab/exercises/exercise_record.h"

namespace howdah {

/// Does one task for real and tells what came of it; the evidence says whether it went as the exercise wants. Blocks;
/// worker thread.
[[nodiscard]] TaskEvidence performTask(const ExerciseTask &task, ExercisePlace &place);

/// The line as the learner would type it, words filled in where they mean something by now: "psql …", a shell's, or
/// "howdahctl clone …".
[[nodiscard]] QString taskLine(const ExerciseTask &task, const ExercisePlace &place);

} // namespace howdah
