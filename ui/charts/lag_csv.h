#pragma once

#include "core/cluster/history.h"

namespace howdah {

/// What a chart shows, as CSV: time (UTC, ISO 8601), node, lowest, average, highest. A gap is an absence of rows.
[[nodiscard]] QByteArray lagCsv(const QList<std::pair<QString, HistorySegments>> &nodes, qint64 fromMs, qint64 toMs,
                                const QString &unit);

/// A cell of a CSV file: quoted where it must be. Text that a spreadsheet would run as a formula is made text.
[[nodiscard]] QString csvCell(const QString &text);

} // namespace howdah
