#pragma once

#include "core/operations/backup_stock.h"

namespace howdah {

// Parts of backupFindings(). Pure.

/// Of schedules: what failed, what was missed, what was not copied; and how old the newest backup is.
[[nodiscard]] QList<Finding> backupRunFindings(const BackupStock &stock);
/// How long it is ago that a backup was verified, and that one was restored.
[[nodiscard]] QList<Finding> backupProofFindings(const BackupStock &stock);

} // namespace howdah
