#pragma once

#include "core/backup/archive_header.h"
#include "core/backup/archive_inventory.h"
#include "core/backup/base_backup.h"

#include <optional>

namespace howdah {

/// Where recovery is to end (manual, "Recovery Target").
struct RecoveryTarget
{
    enum class Kind { End, Transaction, Time, Lsn, Name };
    Kind kind = Kind::End;
    quint32 transaction = 0;
    QDateTime time;  ///< with its zone
    howdah::Lsn lsn; ///< of Lsn; of the others where it lies, as far as the WAL was read: invalid when not known
    QString name;
    bool inclusive = true;
    Timeline timeline = 0; ///< 0: the newest
};

/// What there is to recover from.
struct RecoveryMaterial
{
    QString systemIdentifier;
    QList<BaseBackup> backups;
    ArchiveInventory archive;
    QMap<Timeline, QByteArray> histories; ///< content of the history files of the archive
    QList<ArchiveFault> faults = {};      ///< files that count as missing because they are not what their name says
    std::optional<SegmentRun> liveWal;    ///< what still lies in pg_wal of the primary, not archived
    bool unlisted = false; ///< a command alone brings the archive's segments: which there are is not known beforehand
};

/// The way to a target, or why there is none.
struct RecoveryWay
{
    std::optional<BaseBackup> backup;
    Timeline timeline = 0;
    Lsn reaches;  ///< contiguous WAL from the backup on ends here; invalid when the archive cannot be listed
    QString why;  ///< a sentence when there is no way: what is missing, and where
    QString hint; ///< what to do about it
    [[nodiscard]] bool exists() const { return backup.has_value(); }
};

/// The newest backup that ended before the target and from which the archive's WAL goes there without a hole. Pure.
[[nodiscard]] RecoveryWay recoveryWay(const RecoveryTarget &target, const RecoveryMaterial &material);

} // namespace howdah
