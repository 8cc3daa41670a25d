#pragma once

#include "core/rows/row_text.h"
#include "core/rows/table_shape.h"

#include <functional>

namespace howdah {

/// One row that is not the same on both sides, as the server prints it (fieldsOf(): the stored columns in their order).
struct RowDifference
{
    enum class Kind { Missing, Changed, Extra }; ///< on the live server
    Kind kind = Kind::Missing;
    QString side; ///< empty for Extra
    QString live; ///< empty for Missing
};

struct RowCounts
{
    qint64 compared = 0; ///< rows of the side instance
    qint64 missing = 0, changed = 0, extra = 0;
    bool operator==(const RowCounts &) const = default;
};

/// May end the comparison with an error of its own.
using RowHandler = std::function<Result<void>(const RowDifference &)>;
using RowProgress = std::function<void(const RowCounts &)>;

/// Settings that make both sessions print rows alike, and see everything or fail.
[[nodiscard]] Result<void> setLikePrinting(Connection &session, const Deadline &deadline, std::stop_token stop);
/// The same, and a transaction that sees one moment and changes nothing.
[[nodiscard]] Result<void> beginReading(Connection &session, const Deadline &deadline, std::stop_token stop);

/// Compares by primary key, in its order, a few thousand rows at a time: stretches whose digests agree are not fetched.
/// With `where` (a condition of SQL, on the side instance's rows) only those are looked up, and nothing is called
/// extra. Without a primary key, or with `live` null, all rows of the side instance are missing. Memory is bounded; so
/// is what is handed on at a time. Both sessions in a transaction. A key that equals another without being printed
/// alike (1.0 and 1.00) is told as missing.
[[nodiscard]] Result<RowCounts> compareRows(Connection &side, Connection *live, const TableShape &shape,
                                            const QString &where, const RowHandler &handle, const Deadline &deadline,
                                            std::stop_token stop, const RowProgress &progress = {});

} // namespace howdah
