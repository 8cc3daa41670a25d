#pragma once

#include "core/lab/exercises/exercise.h"

namespace howdah {

/// One exercise from YAML as resources/labs/README.md describes it. `file` is named in errors: Invalid with file, line
/// and reason. Pure.
[[nodiscard]] Result<Exercise> readExercise(const QByteArray &yaml, const QString &file);

} // namespace howdah
