#pragma once

#include "core/backup/retention.h"
#include "core/operations/library/nodes.h"

namespace howdah::library {

/// What expiry moves and what it removes, from the situation alone.
struct ExpireParts
{
    struct Going
    {
        QString id, directory, why;
    };
    QString hostId, owner;
    QString backups, archive; ///< the directories; archive is empty when WAL is left alone
    QString backupsAside, archiveAside, marker;
    QList<Going> going;
    QStringList walFiles;
    struct Earlier
    {
        QString directory, marker;
    };
    QList<Earlier> earlier; ///< what earlier runs have moved aside
    bool removes = false, bringsBack = false;

    [[nodiscard]] static ExpireParts of(const Situation &situation);
};

[[nodiscard]] RetentionPolicy policyOf(const Situation &situation);
[[nodiscard]] QList<Probe> expireProbes();
[[nodiscard]] QList<Check> expireChecks();
[[nodiscard]] QList<Step> expireSteps();
/// What stays and what goes, a sentence each.
[[nodiscard]] QStringList expireConsequences(const Situation &situation);

} // namespace howdah::library
