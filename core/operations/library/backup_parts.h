#pragma once

#include "core/backup/base_backup.h"
#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// What a base backup is made of, from the situation alone.
struct BackupParts
{
    QString node, operationId, label, rate;
    QString hostId, owner, binDirectory; ///< of the node it is taken from, where it will lie
    QString catalogue, staging, place;   ///< all backups; this one while it is made; and then
    QString marker, title;
    ServerRef source;
    ConnInfo sourceInfo;
    BaseBackup record;

    [[nodiscard]] static BackupParts of(const Situation &situation);
    [[nodiscard]] QString copy() const { return staging + QLatin1Char('/') + QLatin1String(BaseBackup::dataName); }
};

/// Beside the data directory: /srv/pg/n1 → /srv/pg/backups.
[[nodiscard]] QString suggestBackups(const NodeState *node);

[[nodiscard]] QList<Probe> backupProbes();
[[nodiscard]] QList<Check> backupChecks();
[[nodiscard]] QList<Step> backupSteps();

} // namespace howdah::library
