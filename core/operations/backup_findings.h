#pragma once

#include "core/operations/backup_stock.h"

namespace howdah {

/// What a DBA should know about a cluster's backups; worst first. Pure.
[[nodiscard]] QList<Finding> backupFindings(const BackupStock &stock);

} // namespace howdah
