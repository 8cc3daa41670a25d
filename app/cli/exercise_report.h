#pragma once

#include "core/lab/exercises/class_results.h"
#include "core/lab/exercises/exercise.h"
#include "core/lab/exercises/exercise_record.h"

#include <QJsonObject>

namespace howdah::cli {

/// An exercise, made readable (exercise_words.h), and a learner's way through it, for people and for programs. `record`
/// null: never begun.
[[nodiscard]] QString exerciseText(const Exercise &exercise, const ExerciseRecord *record);
[[nodiscard]] QString stepText(const Exercise &exercise, int step);
[[nodiscard]] QString taskText(const TaskEvidence &task);
[[nodiscard]] QString observationsText(const StepRecord &step);
[[nodiscard]] QJsonObject exerciseJson(const Exercise &exercise, const ExerciseRecord *record);
[[nodiscard]] QString classText(const ClassResults &results);
[[nodiscard]] QJsonObject classJson(const ClassResults &results);

} // namespace howdah::cli
