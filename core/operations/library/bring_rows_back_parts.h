#pragma once

#include "core/operations/library/side_instance.h"

namespace howdah::library {

/// What bringing rows back is made of, from the situation alone.
struct BringRowsParts
{
    enum class Where { Tables, Schema, File };
    Where where = Where::Tables;
    const NodeState *primary = nullptr;
    ServerRef side, live;
    RowReturn what;
    QString path; ///< of the file
    bool csv = false;
    QString hostId;  ///< where the side instance runs
    Command dump;    ///< see BringRows
    QString comment; ///< on a schema that this operation made
    qint64 rows = 0; ///< all that will come

    [[nodiscard]] static BringRowsParts of(const Situation &situation);
};

/// One of the tables as it was seen, by the names that lookAtTables() gives.
[[nodiscard]] QList<QVariantMap> seenTables(const Situation &situation);
[[nodiscard]] QString titleOf(const QVariantMap &table);
/// Its name and what it refers to, no more; with `onlyStrict` without foreign keys that may wait for the commit.
[[nodiscard]] TableShape foreignKeysOf(const QVariantMap &table, bool onlyStrict);

[[nodiscard]] QList<Param> bringRowsParams();
[[nodiscard]] QList<Probe> bringRowsProbes();
[[nodiscard]] QList<Check> bringRowsChecks();
[[nodiscard]] QList<Step> bringRowsSteps();

} // namespace howdah::library
