#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/lab/exercises/exercise.h"

/// What the commands about exercises share.
namespace howdah::cli {

/// The exercise that the first argument names; a file that cannot be read is most likely the one that is meant.
[[nodiscard]] Result<Exercise> chosenExercise(const Invocation &invocation);
[[nodiscard]] QStringList exerciseCommandPath(const char *word);
[[nodiscard]] CommandArgument exerciseArgument();

/// What is handed in and what comes of a class.
[[nodiscard]] QList<Command> exerciseResultCommands();

} // namespace howdah::cli
