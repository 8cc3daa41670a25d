#pragma once

#include "core/base/result.h"
#include "core/pg/lsn.h"

#include <QDateTime>
#include <QJsonObject>

namespace howdah {

/// A base backup on record: a directory of its own with `howdah-backup.json` beside `data`. The record is written last,
/// after pg_verifybackup: a directory without it is no backup. Where its WAL begins and ends the manifest tells.
struct BaseBackup
{
    static constexpr const char *recordName = "howdah-backup.json";
    static constexpr const char *dataName = "data"; ///< the plain copy, as pg_basebackup -Fp leaves it

    QString id;        ///< of the operation that took it; the name of its directory
    QString label;     ///< what the user called it
    QString directory; ///< on its host
    QString cluster, systemIdentifier;
    QString takenFrom; ///< node
    int serverVersion = 0;
    Timeline timeline = 0;          ///< at its end
    Lsn start, stop;                ///< consistent from `stop` on
    QDateTime startedAt, stoppedAt; ///< UTC; the first is invalid when not known
    QDateTime verifiedAt;           ///< by pg_verifybackup
    qint64 bytes = 0;

    [[nodiscard]] QString dataDirectory() const { return directory + QLatin1Char('/') + QLatin1String(dataName); }
    bool operator==(const BaseBackup &) const = default;
};

/// What the record itself says; the rest of a BaseBackup comes from the files beside it.
[[nodiscard]] QJsonObject backupRecord(const BaseBackup &backup);
/// Invalid with the directory when something is missing.
[[nodiscard]] Result<BaseBackup> backupFromRecord(const QJsonObject &record, const QString &directory);

/// From the end of a backup_manifest (its last 4 KiB do), where the WAL that a restore needs is told: timeline, start
/// and stop. A backup from a standby may have crossed to another timeline: then it is the later one's. False when
/// nothing is said there.
[[nodiscard]] bool takeWalRanges(BaseBackup &backup, const QByteArray &manifestEnd);

} // namespace howdah
