#pragma once

#include "core/operations/row_differences.h"
#include "ui/pages/page_table_model.h"

/// What the table of differing rows holds. Pure: what was found in, rows out.
namespace howdah::differing {

[[nodiscard]] QList<TableColumn> columns();
[[nodiscard]] QList<TableRow> rows(const DifferencesView &view);
[[nodiscard]] QString keyOf(const TableDifferences &table, const RowDifference &row);
/// "public.users: 499 missing, 2 changed; 3 only on the live server"
[[nodiscard]] QString summaryOf(const TableDifferences &table);

} // namespace howdah::differing
