#pragma once

#include "core/backup/archive_file.h"
#include "core/base/result.h"
#include "core/pg/lsn.h"

#include <QDateTime>
#include <QJsonObject>

namespace howdah {

/// A base backup on record: a directory of its own with `howdah-backup.json` beside `data`. The record is written last,
/// after pg_verifybackup: a directory without it is no backup of ours. Where its WAL begins and ends the manifest
/// tells. Others' backups, read from what lies there or from their keeper's own catalogue, have no record.
struct BaseBackup
{
    static constexpr const char *recordName = "howdah-backup.json";
    static constexpr const char *dataName = "data"; ///< the copy, as pg_basebackup leaves it

    enum class Keeper { Howdah, ByHand, PgBackRest, Barman };
    enum class Format {
        Plain,
        Tar,    ///< base.tar and pg_wal.tar beside backup_manifest, maybe compressed
        Foreign ///< its keeper alone can read it
    };

    QString id;        ///< of the operation that took it; the name of its directory
    QString label;     ///< what the user called it
    QString directory; ///< on its host
    QString cluster, systemIdentifier;
    QString takenFrom; ///< node
    int serverVersion = 0;
    Timeline timeline = 0;          ///< at its end
    Lsn start, stop;                ///< consistent from `stop` on
    QDateTime startedAt, stoppedAt; ///< UTC; the first is invalid when not known
    QDateTime verifiedAt;           ///< by pg_verifybackup, when it was taken
    qint64 bytes = 0;
    Keeper keeper = Keeper::Howdah;
    Format format = Format::Plain;
    Compression compression = Compression::None; ///< of a Tar
    bool cold = false;                           ///< copied while the server was stopped: no manifest, no label
    bool fromStandby = false;
    QString basedOn = {}; ///< id of the backup whose blocks an incremental one leaves out; empty: it is whole
    qint64 plainBytes = 0; ///< of its files as a server has them, not packed; 0: not known

    /// Where the copy lies: by hand it is the directory itself.
    [[nodiscard]] QString dataDirectory() const
    {
        return keeper == Keeper::Howdah ? directory + QLatin1Char('/') + QLatin1String(dataName) : directory;
    }
    bool operator==(const BaseBackup &) const = default;
};

/// Stable words for JSON: "howdah", "by-hand", "pgbackrest", "barman".
[[nodiscard]] QString keeperName(BaseBackup::Keeper keeper);
/// For people.
[[nodiscard]] QString keeperTitle(BaseBackup::Keeper keeper);

/// What the record itself says; the rest of a BaseBackup comes from the files beside it.
[[nodiscard]] QJsonObject backupRecord(const BaseBackup &backup);
/// Invalid with the directory when something is missing.
[[nodiscard]] Result<BaseBackup> backupFromRecord(const QJsonObject &record, const QString &directory);

/// From the end of a backup_manifest (its last 4 KiB do), where the WAL that a restore needs is told: timeline, start
/// and stop. A backup from a standby may have crossed to another timeline: then it is the later one's. False when
/// nothing is said there.
[[nodiscard]] bool takeWalRanges(BaseBackup &backup, const QByteArray &manifestEnd);

} // namespace howdah
