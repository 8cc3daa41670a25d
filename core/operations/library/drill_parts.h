#pragma once

#include "core/operations/library/backup_chosen.h"
#include "core/operations/library/recover_parts.h"

namespace howdah::library {

/// What a restore drill is made of: a recovery into a directory of its own that is taken away again.
struct DrillParts
{
    ChosenBackup chosen;
    RecoverParts recovery;
    QString role; ///< a superuser of the cluster
    bool full = true;

    [[nodiscard]] static DrillParts of(const Situation &situation);
};

/// The same situation as `recover` would see it: this backup, and the archive or none.
[[nodiscard]] Situation asRecovery(const Situation &situation);

[[nodiscard]] QList<Probe> drillProbes();
[[nodiscard]] QList<Check> drillChecks();
[[nodiscard]] QList<Step> drillSteps();
/// Connects to every database, reads every row, checks every index with amcheck where the server has it, and puts the
/// outcome on record. As the owner, through the copy's own socket.
[[nodiscard]] Action drillExamination(const DrillParts &parts);
/// Restores the backup; that it cannot be goes on record.
[[nodiscard]] Action drillRestore(const DrillParts &parts);
/// When the copy would not start: puts that on record, once.
[[nodiscard]] Action noteFailedDrill(const DrillParts &parts);

} // namespace howdah::library
