#pragma once

#include "core/lab/exercises/exercise_place.h"
#include "core/lab/exercises/exercise_record.h"

namespace howdah {

/// Looks at one thing of the cluster. The answer is one text: a first cell, an output, "primary", "present", a number of
/// lines … NULL is "NULL", and what a server refuses is its SQLSTATE after "refused ". Blocks; worker thread.
[[nodiscard]] Result<QString> measure(const Measurement &measurement, ExercisePlace &place);

/// Whether `seen` is as expected; numbers are compared as numbers, other texts never more or less. Pure.
[[nodiscard]] bool isAsExpected(const QString &seen, const Expectation &expectation);
/// "is 2", "at least 1" … in words. Pure.
[[nodiscard]] QString expectationWords(const Expectation &expectation);

/// A measurement's answer as people read it: "Standby", "not found"; a server's own value as it is. Pure.
[[nodiscard]] QString shownValue(Measurement::Kind kind, const QString &value);

/// Looks until it is as expected or the observation's time is over.
[[nodiscard]] ObservationEvidence observe(const ExerciseObservation &observation, ExercisePlace &place);

} // namespace howdah
