#pragma once

#include "core/backup/backup_catalogue.h"
#include "core/operations/time_machine.h"

namespace howdah {

/// A directory that backups are put in, on one host.
struct BackupPlace
{
    QString node; ///< through which it is reached
    QString hostId, owner, binDirectory;
    QString directory;
    BackupCatalogue catalogue;
    std::optional<Error> error; ///< why it could not be looked at
};

/// How far one backup leads.
struct BackupReach
{
    QString backup;        ///< id
    Lsn reaches;           ///< contiguous WAL from it on ends here; its own end when the archive leads no further
    QDateTime until;       ///< when the WAL there was written
    QString why;           ///< a sentence, when the archive does not lead on from it
    bool toTheEnd = false; ///< up to the newest that is archived
};

/// All that a cluster can be restored from, wherever it lies and whoever made it.
struct BackupStock
{
    QString cluster;
    QDateTime madeAt; ///< UTC
    QString systemIdentifier;
    QList<BackupPlace> places;
    QList<BaseBackup> foreign;                  ///< of other keepers' catalogues
    QStringList keeperIssues;                   ///< sentences: a keeper that is there and could not be asked
    std::shared_ptr<const TimeMachine> machine; ///< null when no node answers
    QString machineIssue;                       ///< a sentence then
    QList<BackupReach> reaches;
    QList<Finding> findings; ///< worst first

    [[nodiscard]] const BackupPlace *placeOf(const QString &backup) const; ///< null for a foreign one
    [[nodiscard]] const BaseBackup *find(const QString &backup) const;
    [[nodiscard]] const BackupReach *reachOf(const QString &backup) const;
    [[nodiscard]] QList<BaseBackup> all() const; ///< of this cluster, oldest first
    /// The oldest moment that can be recovered to without a hole up to the newest one, and that one. Both invalid when
    /// there is none.
    [[nodiscard]] QPair<QDateTime, QDateTime> window() const;
};

/// Looks beside every node's data directory and where backups were put before; with a `directory`, there alone. Never
/// fails as a whole: what could not be looked at says so. Blocking; worker thread.
[[nodiscard]] BackupStock lookAtBackups(const ClusterSnapshot &snapshot, const Environment &environment,
                                        const Deadline &deadline, std::stop_token stop, const QString &directory = {});

[[nodiscard]] QJsonObject toJson(const BackupStock &stock);

} // namespace howdah
