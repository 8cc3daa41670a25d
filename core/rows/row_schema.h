#pragma once

#include "core/rows/row_return.h"
#include "core/rows/row_stage.h"

namespace howdah {

/// Copies of the tables with the wanted rows alone, in the schema that `wish` names, within the transactions of both
/// sessions. Types are those of the live server.
[[nodiscard]] Result<void> copyIntoSchema(Connection &side, Connection &live, const RowReturn &wish,
                                          const Deadline &deadline, std::stop_token stop, const RowProgress &progress);

/// What was approved is not what is there: nothing is brought back.
[[nodiscard]] Error changedMeanwhile(const QString &what);
/// A statement that must write as many rows as expected.
[[nodiscard]] Result<void> writeCounted(const RowStage::Ask &ask, const TableName &name, const QString &sql,
                                        qint64 expected);

} // namespace howdah
