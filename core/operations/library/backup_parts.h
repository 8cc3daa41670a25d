#pragma once

#include "core/backup/base_backup.h"
#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// What a base backup is made of, from the situation alone.
struct BackupParts
{
    enum class Kind { Full, Incremental, Cold };

    Kind kind = Kind::Full;
    QString node, operationId, label, rate;
    QString compression;   ///< "gzip", "lz4", "zstd": into tar files; empty: plain files
    QString dataDirectory; ///< of a cold copy's server
    QString basedOnData;   ///< of the backup whose blocks an incremental one leaves out
    int major = 0;
    QString hostId, owner, binDirectory; ///< of the node it is taken from, where it will lie
    QString catalogue, staging, place;   ///< all backups; this one while it is made; and then
    QString marker, title;
    ServerRef source;
    ConnInfo sourceInfo;
    BaseBackup record;

    [[nodiscard]] static BackupParts of(const Situation &situation);
    [[nodiscard]] QString copy() const { return staging + QLatin1Char('/') + QLatin1String(BaseBackup::dataName); }
    [[nodiscard]] QString checksums() const { return staging + QStringLiteral("/howdah-checksums"); }
    [[nodiscard]] QString unpacking() const { return staging + QStringLiteral("/unpacked"); }
    [[nodiscard]] bool isCold() const { return kind == Kind::Cold; }
};

/// Beside the data directory: /srv/pg/n1 → /srv/pg/backups.
[[nodiscard]] QString suggestBackups(const NodeState *node);

/// Arguments that several operations on backups take: where new ones are put, on the host of the node "from"; how fast;
/// and where there are some, on the host of the node "beside".
[[nodiscard]] Param backupDirectoryParam();
[[nodiscard]] Param backupRateParam();
[[nodiscard]] Param backupsParam();

[[nodiscard]] QList<Param> backupKindParams();
/// "control" and "base": what a cold copy's server has left, and the backup that an incremental one is based on.
[[nodiscard]] QList<Probe> backupKindProbes();
[[nodiscard]] QList<Check> backupKindChecks();
/// A check of the running server, which a cold copy needs not.
[[nodiscard]] Check unlessCold(Check check);
[[nodiscard]] QList<Action> coldCopy(const BackupParts &parts);
/// Its files compared with those of the server, which must not have been started since.
[[nodiscard]] Action compareColdCopy(const BackupParts &parts);
[[nodiscard]] Probe controlProbe();
[[nodiscard]] Check stoppedCheck();
[[nodiscard]] bool isColdBackup(const Situation &situation);

[[nodiscard]] QList<Probe> backupProbes();
[[nodiscard]] QList<Check> backupChecks();
[[nodiscard]] QList<Step> backupSteps();

} // namespace howdah::library
