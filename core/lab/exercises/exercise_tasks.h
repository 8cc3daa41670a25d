#pragma once

#include "core/lab/exercises/exercise_place.h"
#include "core/lab/exercises/exercise_record.h"
#include "core/operations/runner.h"

namespace howdah {

/// Does one task for real and tells what came of it; the evidence says whether it went as the exercise wants. Blocks;
/// worker thread.
[[nodiscard]] TaskEvidence performTask(const ExerciseTask &task, ExercisePlace &place);

/// The line as the learner would type it, words filled in where they mean something by now: "psql …", a shell's, or
/// "howdahctl clone …".
[[nodiscard]] QString taskLine(const ExerciseTask &task, const ExercisePlace &place);

/// The arguments of a task that is an operation, words filled in and roles turned into the nodes that have them now.
[[nodiscard]] Result<Arguments> taskArguments(const ExerciseTask &task, const ExercisePlace &place);

/// What an operation's run is as evidence.
[[nodiscard]] TaskEvidence operationEvidence(const RunOutcome &outcome);

/// Long output cut, passwords masked: what evidence may hold.
[[nodiscard]] QString evidenceText(const QString &output, const QStringList &secrets = {});

} // namespace howdah
