#pragma once

#include "core/lab/exercises/class_results.h"
#include "ui/pages/page_table_model.h"

/// What the page of a class says of one exercise. Pure.
namespace howdah::class_tables {

/// Titles of steps and exercises where the shelf has them, else their ids.
struct Titles
{
    QString exercise;
    QHash<QString, QString> steps;
};
[[nodiscard]] Titles titlesOf(const ClassResults::OfExercise &results);

/// A row for each learner: how each step went, how long it all took.
[[nodiscard]] QList<TableColumn> learnerColumns(const ClassResults::OfExercise &results, const Titles &titles);
[[nodiscard]] QList<TableRow> learnerRows(const ClassResults::OfExercise &results);
/// A row for each step: how many passed it, how often it was checked, how many hints it took.
[[nodiscard]] QList<TableColumn> stepColumns();
[[nodiscard]] QList<TableRow> stepRows(const ClassResults::OfExercise &results, const Titles &titles);

/// "8 of 12 learners have passed all of it. Most of the others are at “Promote”."
[[nodiscard]] QString sentenceFor(const ClassResults::OfExercise &results, const Titles &titles);

} // namespace howdah::class_tables
