#pragma once

#include "core/lab/exercises/exercise_place.h"
#include "core/lab/exercises/exercise_record.h"

namespace howdah {

/// What a learner typed into the lab's console.
struct TypedLine
{
    enum class Language { Sql, Shell };
    Language language = Language::Sql;
    QString node; ///< "primary", "standby", or a name; a shell finds that node's port in PGPORT
    QString text;
    QString database = QStringLiteral("postgres"); ///< of Sql, unless the text connects to another
};

/// The database that a session would be in after the text: that of the last \c in it, else `before`. Pure.
[[nodiscard]] QString databaseAfter(const QString &sql, const QString &before);

/// Runs it: SQL through psql, which knows \d and the rest and fetches a million rows a thousand at a time. Ends when the
/// place's stop is requested: a statement that blocks blocks nothing else. Blocks; worker thread.
[[nodiscard]] TaskEvidence runTypedLine(const TypedLine &line, const ExercisePlace &place);

} // namespace howdah
