#pragma once

#include "core/rows/row_comparison.h"

namespace howdah {

/// Which rows of which table go back, and how many that were when it was approved.
struct ReturningTable
{
    TableName name;
    QString where;                   ///< see compareRows()
    qint64 missing = 0, changed = 0; ///< must be found again, or nothing is brought back
    bool isGone = false;             ///< on the live server: it is made again
    QStringList columns, key, numbered; ///< stored; of the primary key; with a sequence of their own: for a script
    bool operator==(const ReturningTable &) const = default;
};

enum class TriggerWay {
    Fire, ///< as at any INSERT or UPDATE
    Off,  ///< users' triggers are switched off for the transaction; foreign keys are checked
    None  ///< session_replication_role = replica: neither triggers nor foreign keys; superuser
};

struct RowReturn
{
    QList<ReturningTable> tables;
    bool missing = true, changed = false; ///< which rows are wanted
    TriggerWay triggers = TriggerWay::Fire;
    QString schema; ///< a new one, for copies of the tables with these rows alone; empty: back into their own tables
};

/// SQL that makes the tables again that are gone, from pg_dump of the side instance (section pre-data and post-data).
struct TableDefinitions
{
    QString before, after;
};

/// In one transaction of `live`, with both sides seen at one moment each: compares again, and puts the rows where they
/// belong, parents first. The counts must be those that were approved (all zero: it was done already), and as many
/// rows must be written, else nothing is. Errors: Invalid when the tables do not fit any more, Conflict-free words of
/// the server otherwise, always with nothing changed; TimedOut or a broken connection at the commit itself may hide
/// that it was done. `side` is left in its transaction's end, `live` as it was.
[[nodiscard]] Result<QList<ReturningTable>> bringRowsBack(Connection &side, Connection &live, const RowReturn &wish,
                                                          const TableDefinitions &definitions,
                                                          const Deadline &deadline, std::stop_token stop,
                                                          const RowProgress &progress = {});

/// The rows of `wish` that are not the same on the live server now; both sessions idle. For looking whether all is back.
[[nodiscard]] Result<QList<ReturningTable>> rowsStillAway(Connection &side, Connection &live, const RowReturn &wish,
                                                          const Deadline &deadline, std::stop_token stop);

} // namespace howdah
