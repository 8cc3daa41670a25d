#pragma once

#include "core/backup/archive_surroundings.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/settings.h"

namespace howdah::library {

/// One server of the cluster whose archiving is set.
struct ArchivingNode
{
    struct Change
    {
        Setting before;
        QString value;
    };
    ServerRef server;
    ServerPlace place;
    bool isPrimary = false;
    QList<Change> changes; ///< that differ from what is in force or written
    bool restartNeeded = false;
    bool restart = false;         ///< needed, and asked for
    ArchiveSurroundings seen;     ///< the archive, for this server's owner
    bool hasOwnDirectory = false; ///< .howdah in its data directory
    QString modeBefore, started;
    [[nodiscard]] QList<Setting> before() const;
};

/// Arguments and facts of a set-archiving, put together once. Pure.
struct ArchiveParts
{
    QString operationId, cluster, systemIdentifier;
    QString mode; ///< "on", "always", "off"
    ArchivePlace place;
    Packing packing;
    std::optional<QString> command; ///< nothing while it is off, or the names cannot stand in a setting
    QList<ArchivingNode> nodes;     ///< the primary last

    [[nodiscard]] static ArchiveParts of(const Situation &situation);
    [[nodiscard]] bool isOff() const { return mode == QLatin1String("off"); }
    [[nodiscard]] const ArchivingNode *primary() const;
    /// One for each place that gets a directory: each host, or the one machine that all log in to.
    [[nodiscard]] QList<const ArchivingNode *> places() const;
    [[nodiscard]] bool waitsForRestart() const; ///< some server that needs one gets none
};

[[nodiscard]] QStringList archiveSettingNames();
[[nodiscard]] QList<const NodeState *> archivingNodes(const Situation &situation);
/// Beside the data directory: /srv/pg/n1 → /srv/pg/archive.
[[nodiscard]] QString suggestArchive(const NodeState *node);

/// Probe "places": by node its files ("layout" …), what lies where the archive is to be, or "error".
[[nodiscard]] QList<Probe> archiveProbes();
[[nodiscard]] QList<Param> archiveParams();
[[nodiscard]] QList<Check> archiveChecks();
[[nodiscard]] QList<Step> archiveSteps();
/// Puts the scripts where they are called, and takes them away again.
[[nodiscard]] Step archiveInstallStep();
/// A segment is ended, and seen to arrive.
[[nodiscard]] Step archiveProofStep();

} // namespace howdah::library
