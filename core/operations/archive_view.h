#pragma once

#include "core/backup/archive_growth.h"
#include "core/backup/archive_proof.h"
#include "core/backup/archive_trouble.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/operations/preparation.h"

#include <QJsonObject>

namespace howdah {

/// A cluster's archive and who fills it, as one look found them. Immutable.
struct ArchiveView
{
    QString cluster, node; ///< the node whose settings were read, on whose host it was looked
    QDateTime madeAt;      ///< UTC
    quint32 segmentBytes = 16U * 1024U * 1024U;
    Timeline timeline = 0; ///< the server's present one

    QString mode, command, library;
    ArchivePlace place; ///< no directory: none that is read here
    QString issue;      ///< a sentence: why an archive is not read, though there is one
    std::optional<ArchiveSurroundings> surroundings;
    ArchiveInventory inventory; ///< of what is sound
    QList<ArchiveFault> faults;
    QList<TimelineEntry> way; ///< of the present timeline
    /// Between the oldest segment on that way and the newest: the first that is missing.
    std::optional<WalSegment> missing;
    ArchiveGrowth growth;
    std::optional<double> bytesPerTransaction; ///< WAL, since the last checkpoint; nothing after too few transactions
    std::optional<QDateTime> fullAt;

    std::optional<qint64> archivedCount, failedCount;
    QString lastArchived, lastFailed; ///< names
    QDateTime lastArchivedAt, lastFailedAt;
    qint64 waiting = 0; ///< segments that the archiver still has to take, and that stay in pg_wal until then
    QString oldestWaiting;
    std::optional<ArchiveTrouble> trouble;
    qint64 walBytes = 0, walFreeBytes = 0; ///< pg_wal, and what its disk has left
    QList<SlotSample> retaining;           ///< the node's slots
    QList<WalSenderSample> receivers;      ///< pg_receivewal and the like: no node of the cluster
    std::optional<Lsn> head;               ///< of the node's WAL

    [[nodiscard]] bool archives() const { return !mode.isEmpty() && mode != QLatin1String("off"); }
    [[nodiscard]] qint64 waitingBytes() const { return waiting * segmentBytes; }
    /// WAL that a receiver has not made durable yet.
    [[nodiscard]] std::optional<qint64> lagOf(const WalSenderSample &receiver) const
    {
        return head && receiver.flushed ? std::optional(std::max<qint64>(0, *head - *receiver.flushed)) : std::nullopt;
    }
};
using ArchiveViewPtr = std::shared_ptr<const ArchiveView>;

/// Looks: at the primary, or, while there is none, at a standby that answers. Errors: NotFound when no node answers,
/// Unsupported when its host is not known, those of the connection and the host. What cannot be seen of the archive
/// itself is told in the view. Blocking; worker thread.
[[nodiscard]] Result<ArchiveView> lookAtArchive(const ClusterSnapshot &snapshot, const Environment &environment,
                                                ProofDepth depth, const Deadline &deadline, std::stop_token stop);

/// The document of `howdahctl archive --json`: null means not known, never 0.
[[nodiscard]] QJsonObject toJson(const ArchiveView &view);

} // namespace howdah
