#pragma once

#include "core/base/result.h"
#include "core/pg/lsn.h"

#include <QByteArray>
#include <QDateTime>

namespace howdah {

/// What a backup_label file says, or the `.backup` history file of the archive, which is the same with its end (manual,
/// "Making a Base Backup Using the Low Level API").
struct BackupLabel
{
    QString label;
    Timeline timeline = 0;
    Lsn start, checkpoint;
    Lsn stop; ///< only in the history file
    bool fromStandby = false;
    QDateTime startedAt, stoppedAt; ///< in UTC; invalid when not said or in a zone that is not understood
};

/// Invalid when it lacks what every version writes.
[[nodiscard]] Result<BackupLabel> parseBackupLabel(const QByteArray &content);

} // namespace howdah
