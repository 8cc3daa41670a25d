#pragma once

#include "core/backup/named_transaction.h"
#include "core/backup/recovery_target.h"
#include "core/backup/wal_reading.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/operations/preparation.h"

namespace howdah {

/// What there is of a cluster's past: its WAL, archived or not, and the backups that it can be brought back from.
struct TimeMachine
{
    QString node; ///< on whose host it is read
    ConnInfo server;
    QString hostId;
    WalReader wal;
    RecoveryMaterial material;
    bool archives = false; ///< the server is set to archive
    QString archive;       ///< the directory; empty: only pg_wal is read
    QString archiveIssue;  ///< a sentence: why the archive is not read, though there is one
    QString backups;       ///< the directory that backups are put in, unless another is named
};

/// Looks: at the primary, or, while there is none, at a standby that answers. Errors: NotFound when no node answers,
/// Unsupported when its host is not known, those of the connection and the host. Blocking; worker thread.
[[nodiscard]] Result<TimeMachine> lookAtPast(const ClusterSnapshot &snapshot, const Environment &environment,
                                             const Deadline &deadline, std::stop_token stop);

/// Names as the machine's server knows them. The environment must outlive it.
[[nodiscard]] RelationNames relationNames(const TimeMachine &machine, const Environment &environment,
                                          std::stop_token stop, NameMemory memory = {});

/// Whether recovery can end at this transaction, and from which backup. Pure.
[[nodiscard]] RecoveryWay wayTo(const NamedTransaction &transaction, const TimeMachine &machine);
[[nodiscard]] RecoveryWay wayTo(const RestorePoint &point, const TimeMachine &machine);
/// To the last thing on a timeline that was left, or on the newest.
[[nodiscard]] RecoveryWay wayToEndOf(Timeline timeline, const TimeMachine &machine);

} // namespace howdah
