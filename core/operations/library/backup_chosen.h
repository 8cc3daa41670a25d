#pragma once

#include "core/backup/backup_catalogue.h"
#include "core/backup/backup_notes.h"
#include "core/operations/library/nodes.h"

namespace howdah::library {

// ---- A backup that is there already, as an operation names it: "beside" (a node of its host), "backups" (the
// directory) and "backup" (its id). ----

[[nodiscard]] QList<Param> chosenBackupParams();
/// "layout" and "chosen": what the catalogue says of it. Without an id the newest that can be used is suggested.
[[nodiscard]] QList<Probe> chosenBackupProbes();
/// The host is known, and the backup is there and whole as far as its catalogue tells.
[[nodiscard]] QList<Check> chosenBackupChecks();

struct ChosenBackup
{
    QString id, directory; ///< of the catalogue
    QString hostId, owner, binDirectory;
    BaseBackup backup;
    QStringList chain; ///< data directories of those that it is based on, oldest first, and its own at the end
    [[nodiscard]] QString log() const { return directory + QLatin1Char('/') + QLatin1String(BackupCatalogue::logName); }

    [[nodiscard]] static ChosenBackup of(const Situation &situation);
};

/// The command that makes a data directory of the backup at `target`, which is not there yet (its parent is).
[[nodiscard]] QStringList restoringWords(const ChosenBackup &chosen, const QString &target);
/// The same as an action: makes a data directory of the backup at `target`, which is not there yet (its parent is).
[[nodiscard]] Action restoreAction(const ChosenBackup &chosen, const QString &target);

} // namespace howdah::library
