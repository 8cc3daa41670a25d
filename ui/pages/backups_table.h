#pragma once

#include "core/operations/backup_stock.h"
#include "ui/pages/page_table_model.h"

/// What the page Backups says of a stock. Pure.
namespace howdah::backups {

[[nodiscard]] QList<TableColumn> columns();
[[nodiscard]] QList<TableRow> rows(const BackupStock &stock); ///< the newest first; keys are ids

/// "The newest backup ended 6 h ago and is verified; one was proven by a restore drill 2 d ago."
[[nodiscard]] QString sentenceFor(const BackupStock &stock);
/// Whether anything stands on it: its newest verification and drill, its reach.
[[nodiscard]] Health healthOf(const BaseBackup &backup, const BackupStock &stock);
/// What can be done with the chosen one, in a sentence or two.
[[nodiscard]] QString wordsFor(const BaseBackup &backup, const BackupStock &stock);
/// "6 h ago"
[[nodiscard]] QString ago(const QDateTime &moment, const QDateTime &now);
[[nodiscard]] QString titleOf(const BaseBackup &backup); ///< its label, else its name

} // namespace howdah::backups
