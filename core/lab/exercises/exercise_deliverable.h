#pragma once

#include "core/lab/exercises/exercise.h"
#include "core/lab/exercises/exercise_record.h"

namespace howdah {

class ReportWriter;
struct ReportFormat;

/// The sheet that a learner hands in, written from the evidence alone: name, date, versions, every step with what was run
/// and what came back, every observation with the value seen, pictures, the learner's own note. `pictures` are PNG by
/// their names in the record. Pure.
void composeDeliverable(ReportWriter &writer, const Exercise &exercise, const ExerciseRecord &record,
                        const QHash<QString, QByteArray> &pictures);

/// The pictures of a record, as they lie beside it; those that are gone are left out.
[[nodiscard]] QHash<QString, QByteArray> picturesOf(const ExerciseRecord &record);

/// A folder with a report in each of the formats, its pictures, and result.json for the instructor. Made if missing; files
/// of an earlier one are replaced. Storage.
[[nodiscard]] Result<void> saveDeliverable(const QString &directory, const Exercise &exercise,
                                           const ExerciseRecord &record, const QList<ReportFormat> &formats);

} // namespace howdah
