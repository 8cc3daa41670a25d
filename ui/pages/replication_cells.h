#pragma once

#include "ui/pages/page_table_model.h"

/// Cells by kind of value. What is not known is a dash, never 0.
namespace howdah::replication {

[[nodiscard]] TableCell textCell(const QString &text);
[[nodiscard]] TableCell numberCell(std::optional<qint64> value);
[[nodiscard]] TableCell bytesCell(std::optional<qint64> bytes);
[[nodiscard]] TableCell durationCell(std::optional<qint64> ms);
/// How long before `now` it was; the moment itself, in the user's zone, is the tooltip.
[[nodiscard]] TableCell ageCell(const std::optional<QDateTime> &moment, const QDateTime &now);

} // namespace howdah::replication
