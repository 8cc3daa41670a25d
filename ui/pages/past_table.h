#pragma once

#include "core/operations/past_reader.h"
#include "ui/pages/page_table_model.h"

/// What the table of the time machine holds. Pure: a view of the past in, rows out.
namespace howdah::past {

[[nodiscard]] QList<TableColumn> columns();
[[nodiscard]] QString keyOf(const NamedTransaction &transaction);
[[nodiscard]] QList<TableRow> rows(const PastView &view); ///< newest first

/// "499 deleted in public.users"
[[nodiscard]] QString deedOf(const NamedTransaction &transaction);

} // namespace howdah::past
