#pragma once

#include "core/backup/wal_sequence.h"
#include "core/hosts/host.h"
#include "core/wal/transaction_stream.h"

namespace howdah {

/// How the WAL of a place is read: by the server's own pg_waldump, on its host, as its owner.
struct WalReader
{
    std::shared_ptr<Host> host;
    QString owner;
    QString binDirectory;
    int major = 0; ///< of the server
    WalPlaces places;
    qsizetype filesAtOnce = 128; ///< per command
};

/// How a reading went. Transactions that were open where it began, or across a gap, are counted in part.
struct WalReading
{
    Lsn first, last; ///< begin of the first and the last record; invalid when there was none
    Lsn resume;      ///< see TransactionStream::resumeFrom()
    qint64 transactions = 0;
    QList<WalGap> gaps; ///< holes, and segments that could not be read
};

struct WalProgress
{
    qint64 segments = 0, all = 0; ///< read so far, of how many
    Lsn last, resume;             ///< begin of the last record; see TransactionStream::resumeFrom()
};

/// Called on the thread that reads, in the order of the commits; either may be empty.
struct WalListener
{
    TransactionStream::Handler committed;
    TransactionStream::RestorePointHandler restorePoint = {};
    std::function<void(const WalProgress &)> progress = {};
};

/// Reads as a stream: the memory it takes does not grow with the WAL. On the host a directory of links is made for
/// pg_waldump in its temporary directory, where compressed segments are unpacked a few at a time; it goes with each
/// command. A segment that cannot be read is a gap, not an error. Errors: NotFound without pg_waldump, Storage without
/// a temporary directory, Stopped, TimedOut, and the host's own. Blocking; worker thread.
[[nodiscard]] Result<WalReading> readWal(const WalReader &reader, const WalRange &range, const WalListener &listener,
                                         const Deadline &deadline, std::stop_token stop);

} // namespace howdah
