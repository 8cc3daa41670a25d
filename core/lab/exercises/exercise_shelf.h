#pragma once

#include "core/lab/exercises/exercise.h"

namespace howdah {

/// Every exercise there is: those that come with Howdah, and the instructor's own *.yaml in `exercises` of the
/// configuration directory, where one with an id of ours takes its place.
struct ExerciseShelf
{
    QList<Exercise> exercises; ///< by number, then by id
    QList<Error> refused;      ///< files that could not be read, with file, line and reason

    [[nodiscard]] const Exercise *find(const QString &numberOrId) const;
};

[[nodiscard]] QString ownExercisesDirectory();
[[nodiscard]] ExerciseShelf readExerciseShelf();

} // namespace howdah
