#pragma once

#include "core/rows/row_return.h"
#include "core/rows/row_stage.h"

#include <vector>

namespace howdah {

/// The rows of one table on their way back: those that are missing, and those that changed.
struct StagedTable
{
    TableShape shape;
    ReturningTable table;
    RowStage missing, changed;
};

/// Users' triggers of these tables off or on again, as far as the way asks for it. In the session's transaction.
[[nodiscard]] Result<void> switchTriggers(const RowStage::Ask &ask, const std::vector<StagedTable> &staged,
                                          TriggerWay way, bool on);
/// Writes what is staged into its table, so many rows as were approved, and moves its sequences behind them.
[[nodiscard]] Result<void> writeStaged(const RowStage::Ask &ask, const StagedTable &one);

} // namespace howdah
