#pragma once

#include "core/rows/row_return.h"

class QIODevice;

namespace howdah {

/// Writes the wanted rows to a device of this machine: as INSERT statements in one transaction, or as CSV with a header
/// (one table). Rows of a table without a primary key, or that is gone, are all rows of the side instance. How many
/// were written.
[[nodiscard]] Result<qint64> writeRows(Connection &side, Connection &live, const RowReturn &wish, bool csv,
                                       QIODevice &device, const Deadline &deadline, std::stop_token stop,
                                       const RowProgress &progress = {});

} // namespace howdah
