#pragma once

#include "core/base/error.h"
#include "core/pg/lsn.h"
#include "core/pg/server_version.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace howdah {

/// One row of pg_stat_replication (a walsender), as its server saw it.
struct WalSenderSample
{
    int pid = 0; ///< changes at every reconnect: never a key
    QString applicationName;
    QString clientAddress;
    QString state;     ///< streaming, catchup, startup, backup …; empty when not permitted
    QString syncState; ///< async, potential, sync, quorum
    QString slotName;  ///< of the slot this pid holds; empty without one
    std::optional<Lsn> sent, written, flushed, replayed;
    std::optional<qint64> writeMs, flushMs, replayMs; ///< the server's own intervals; NULL when idle
    std::optional<QDateTime> replyTime;
    [[nodiscard]] bool permitted() const { return !state.isEmpty(); }
};

/// pg_stat_wal_receiver on a standby.
struct WalReceiverSample
{
    QString status; ///< streaming, waiting …
    QString senderHost;
    int senderPort = 0;
    QString slotName;
    std::optional<Lsn> written, flushed; ///< written only from 13 on
    Timeline receivedTimeline = 0;
    std::optional<QDateTime> lastMessageReceived;
};

struct SlotSample
{
    QString name;
    QString type; ///< physical, logical
    QString database;
    bool active = false;
    std::optional<int> activePid;
    std::optional<Lsn> restartLsn;
    QString walStatus; ///< reserved, extended, unreserved, lost; empty before 13
    std::optional<qint64> safeWalBytes;
    std::optional<qint64> retainedBytes; ///< head minus restart_lsn; nothing for a lost slot
};

enum class ReplayPause { NotPaused, Requested, Paused };

/// What one node said in one round trip. Immutable once made; travels between threads as shared_ptr<const>.
/// Anything the server would not or could not say is nothing, never 0.
struct NodeSample
{
    QString cluster, node; ///< names in the registry
    QDateTime takenAt;     ///< UTC, this machine's clock, when the answer was complete
    qint64 roundTripMicroseconds = 0;

    std::optional<Error> failure; ///< the node did not answer: everything below is then empty

    ServerVersion version;
    QString systemIdentifier;
    bool inRecovery = false;
    bool standbySignal = false; ///< recovery with a walreceiver configured (primary_conninfo set)
    Timeline timeline = 0;
    std::optional<Lsn> head;     ///< primary: pg_current_wal_lsn; standby: pg_last_wal_receive_lsn, else replay
    std::optional<Lsn> received; ///< standby only
    std::optional<Lsn> replayed; ///< standby only
    std::optional<ReplayPause> replayPause;
    std::optional<QDateTime> lastReplayedCommit; ///< pg_last_xact_replay_timestamp
    std::optional<QDateTime> serverTime;
    std::optional<QDateTime> postmasterStarted;
    std::optional<WalReceiverSample> receiver;
    QString primaryConnInfo; ///< standby; password removed; empty when not permitted
    QString primarySlotName;
    QString dataDirectory;
    QString clusterName;
    QString serverAddress; ///< that this session came in on, numeric; empty over a Unix socket
    int serverPort = 0;    ///< the server's own `port`: behind a tunnel or in a container not the one connected to
    QString synchronousStandbyNames;
    std::optional<qint64> delayMs; ///< recovery_min_apply_delay
    QList<WalSenderSample> senders;
    QList<SlotSample> replicationSlots;
    std::optional<qint64> databaseBytes; ///< sampled rarely (once a minute); the last known value
    std::optional<int> clientBackends, maxConnections;
    std::optional<int> reservedConnections; ///< superuser_reserved_connections and, from 16 on, reserved_connections
    std::optional<int> maxWalSenders;
    std::optional<qint64> archivedCount, archiveFailedCount;
    QString archiveMode;
    QString archiveCommand; ///< "(disabled)" while archive_mode is off
    QString archiveLibrary; ///< from 15 on
    QString archiveLastFailedWal, archiveLastArchivedWal;
    std::optional<QDateTime> archiveLastFailedAt, archiveLastArchivedAt;
    std::optional<qint64> walSegmentBytes;
    bool restartPending = false; ///< pg_settings.pending_restart anywhere
    bool permitted = true;       ///< false: without pg_monitor; parts are empty for that reason
};

using NodeSamplePtr = std::shared_ptr<const NodeSample>;

} // namespace howdah
