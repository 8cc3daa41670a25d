#pragma once

#include "core/backup/dump_record.h"
#include "core/operations/library/nodes.h"

namespace howdah::library {

/// A relation of the database, as the dump's probe saw it.
struct DumpTable
{
    QString schema, name;
    QChar kind; ///< pg_class.relkind
    qint64 bytes = 0;
    bool readable = true;
    bool rowsHidden = false; ///< row-level security keeps rows from the role
    bool locked = false;     ///< by a session that lets nobody read
};

/// What a dump is made of, from the situation alone.
struct DumpParts
{
    QString node, operationId;
    QString hostId, owner;
    QString programs; ///< the directory of the pg_dump that is used
    int major = 0;    ///< that pg_dump's
    QString catalogue, staging, place;
    QString marker, title;
    QString lockWait; ///< milliseconds; empty: for ever
    int jobs = 1;
    ServerRef source; ///< the database itself
    ConnInfo sourceInfo;
    DumpRecord record;

    [[nodiscard]] static DumpParts of(const Situation &situation);
    [[nodiscard]] bool isOfDatabase() const { return record.what == QLatin1String("database"); }
    [[nodiscard]] bool isArchive() const { return isOfDatabase() && record.format != QLatin1String("plain"); }
    [[nodiscard]] bool writesGlobals() const { return isOfDatabase() && record.hasGlobals; }
    [[nodiscard]] QString file() const { return staging + QLatin1Char('/') + record.file; }
    [[nodiscard]] QString program(const char *name) const { return programs + QLatin1Char('/') + QLatin1String(name); }
};

[[nodiscard]] const NodeState *dumpedNode(const Situation &situation);
[[nodiscard]] ServerRef databaseOn(const NodeState &node, const QString &database);

/// What the database has; empty when it could not be looked at.
[[nodiscard]] QList<DumpTable> dumpTables(const Situation &situation);
/// Those that the arguments choose.
[[nodiscard]] QList<DumpTable> chosenTables(const Situation &situation);
/// Patterns that match nothing.
[[nodiscard]] QStringList unmatchedPatterns(const Situation &situation);

[[nodiscard]] QList<Param> dumpParams();
[[nodiscard]] QList<Probe> dumpProbes();
[[nodiscard]] QList<Check> dumpChecks();
[[nodiscard]] QList<Step> dumpSteps();
/// Of pg_dump or pg_dumpall, without the program.
[[nodiscard]] QStringList dumpArguments(const Situation &situation, const DumpParts &parts);
[[nodiscard]] QStringList globalsArguments(const Situation &situation, const DumpParts &parts);

/// "directory", "version", "major": the newest pg_dump and pg_restore on a host that are not older than `leastMajor`;
/// only "newest" when all are older. `first`: a directory to look in before others.
[[nodiscard]] Result<QVariantMap> lookForDumpPrograms(ProbeContext &context, const QString &hostId,
                                                      const QString &owner, int leastMajor, const QString &first);
/// A login as the owner of the programs makes it, without a password being asked for.
[[nodiscard]] Result<QVariantMap> tryDatabaseLogin(ProbeContext &context, const ServerPlace &place,
                                                   const ServerRef &server);

} // namespace howdah::library
