#pragma once

#include "ui/pages/page_table_model.h"

/// What the tables of the replication page hold. Pure: a snapshot in, rows out.
namespace howdah::replication {

[[nodiscard]] QList<TableColumn> standbyColumns();
[[nodiscard]] QList<TableRow> standbyRows(const ClusterSnapshot &snapshot); ///< key: the node's name

[[nodiscard]] QList<TableColumn> slotColumns();
[[nodiscard]] QList<TableRow> slotRows(const ClusterSnapshot &snapshot);

/// Walsenders of no known node: pg_receivewal, a base backup, a standby nobody has added.
[[nodiscard]] QList<TableColumn> strangerColumns();
[[nodiscard]] QList<TableRow> strangerRows(const ClusterSnapshot &snapshot);

} // namespace howdah::replication
