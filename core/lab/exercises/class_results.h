#pragma once

#include "core/lab/exercises/exercise_record.h"

namespace howdah {

/// What a class handed in, summed up for the instructor: result.json files as deliverables hold them, found below one
/// folder.
struct ClassResults
{
    struct Step
    {
        QString id;
        int passed = 0, begun = 0; ///< learners
        int checks = 0, hints = 0; ///< of all of them together
    };
    struct OfExercise
    {
        QString exercise;
        QList<ExerciseRecord> learners; ///< by name
        [[nodiscard]] int passed() const; ///< learners who have passed all of it
        QList<Step> steps;              ///< in the exercise's order
        /// Where most of those who have not passed are; empty when everybody has.
        [[nodiscard]] QString stuckAt() const;
    };
    struct Unreadable
    {
        QString file, why;
    };
    QList<OfExercise> exercises;  ///< by name
    QList<Unreadable> unreadable; ///< files that are no results, broken or somebody else's
};

/// Who handed the same exercise in twice counts once, with what was begun last. Pure.
[[nodiscard]] ClassResults sumUp(const QList<ExerciseRecord> &records);
[[nodiscard]] ClassResults readClassResults(const QString &directory);

} // namespace howdah
