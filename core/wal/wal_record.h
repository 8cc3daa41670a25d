#pragma once

#include "core/pg/lsn.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <compare>
#include <optional>

namespace howdah {

/// A relation as the WAL names it: by its file, not by its oid (pg_filenode_relation() tells which it is now).
struct RelationFile
{
    quint32 tablespace = 0, database = 0, file = 0;
    auto operator<=>(const RelationFile &) const = default;
};

/// One line of pg_waldump (PostgreSQL 13 to 18). The views point into the line that was parsed.
struct WalRecord
{
    enum class Kind { Other, Insert, Update, Delete, Commit, Abort, Checkpoint, RestorePoint };
    Kind kind = Kind::Other;
    QByteArrayView resourceManager;       ///< "Heap", "Transaction" …
    QByteArrayView description;           ///< what follows "desc: ", block references included
    quint32 transaction = 0;              ///< 0: of none; of a prepared one that ends, its own
    Lsn lsn;                              ///< where the record begins
    int rows = 0;                         ///< that it inserts, updates or deletes
    quint32 bytes = 0;                    ///< of the whole record, page images included
    std::optional<RelationFile> relation; ///< of its first block reference
    quint32 block = 0;
};

/// Nothing for a line that is no record (a message, half a line).
[[nodiscard]] std::optional<WalRecord> parseWalRecord(QByteArrayView line);

/// What a commit or an abort says beside its number.
struct TransactionEnd
{
    QDateTime at; ///< UTC, provided that pg_waldump ran with TZ=UTC; invalid when it is not understood
    QList<quint32> subtransactions;
    QList<RelationFile> dropped; ///< files that went with it (DROP, TRUNCATE, a rewrite); default tablespace as 1663
};
[[nodiscard]] TransactionEnd transactionEnd(const WalRecord &record);

/// The name that pg_create_restore_point() was given.
[[nodiscard]] QString restorePointName(const WalRecord &record);

/// Of a checkpoint record: every transaction before this one had ended. 0: all had, but those that were prepared (the
/// server was shut down, or recovered from a crash).
[[nodiscard]] std::optional<quint32> oldestRunning(const WalRecord &record);

/// Where replay would begin from a checkpoint record.
[[nodiscard]] std::optional<Lsn> redoOf(const WalRecord &record);

} // namespace howdah
