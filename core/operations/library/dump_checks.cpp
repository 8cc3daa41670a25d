#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/dump_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

#include <numeric>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Dump)
};

constexpr int oldestWithMethods = 16; ///< whose pg_dump knows lz4 and zstd
constexpr int oldestWithFilter = 17;

bool isTrue(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString() == QLatin1String("t");
}

/// The first few of them, by name.
QString named(const QList<DumpTable> &tables)
{
    constexpr qsizetype shown = 5;
    QStringList names;
    for (const DumpTable &table : tables.mid(0, shown))
        names << table.schema + QLatin1Char('.') + table.name;
    if (tables.size() > shown)
        names << Tr::tr("and %1 more").arg(tables.size() - shown);
    return names.join(QStringLiteral(", "));
}

template <typename Predicate> QList<DumpTable> those(const Situation &situation, Predicate predicate)
{
    QList<DumpTable> tables = chosenTables(situation);
    tables.removeIf([&predicate](const DumpTable &table) { return !predicate(table); });
    return tables;
}

Judgement judgeProgram(const Situation &situation, const Values &seen)
{
    const NodeState *node = dumpedNode(situation);
    const int server = node && node->lastAnswer ? node->lastAnswer->version.major() : 0;
    if (seen.contains(key("newest")))
        return blocked(Tr::tr("The newest pg_dump here is %1, the server is of PostgreSQL %2: pg_dump refuses servers "
                              "newer than itself.")
                           .arg(seen.value(key("newest")).toString())
                           .arg(server),
                       Tr::tr("Install the client programs of PostgreSQL %1 or newer.").arg(server));
    return ok(Tr::tr("pg_dump %1 in %2.")
                  .arg(seen.value(key("version")).toString(), seen.value(key("directory")).toString()));
}

Judgement judgeDatabase(const Situation &situation, const Values &)
{
    const DumpParts parts = DumpParts::of(situation);
    if (!parts.isOfDatabase())
        return ok(Tr::tr("All databases, or what belongs to none."));
    const QStringList unmatched = unmatchedPatterns(situation);
    if (!unmatched.isEmpty())
        return blocked(
            Tr::tr("%1 names nothing in %2.").arg(unmatched.join(QStringLiteral(", ")), parts.record.database),
            Tr::tr("Write the name as pg_dump wants it: schema.table, capitals in double quotes."));
    if (!situation.argument(key("schema")).isEmpty() && !situation.argument(key("table")).isEmpty())
        return blocked(Tr::tr("Schemas and tables are named: pg_dump takes no schemas into account then."),
                       Tr::tr("Name one or the other; the tables of a schema are schema.*"));
    return ok(
        Tr::tr("%1 relations of %2 will be dumped.").arg(chosenTables(situation).size()).arg(parts.record.database));
}

Judgement judgeRights(const Situation &situation, const Values &seen)
{
    const QString user = seen.value(key("user")).toString();
    const DumpParts parts = DumpParts::of(situation);
    if (isTrue(seen, "isSuperuser"))
        return ok(Tr::tr("%1 is a superuser.").arg(user));
    if (parts.record.what == QLatin1String("all"))
        return warning(
            Tr::tr("%1 is no superuser: pg_dumpall stops at the first table that it may not read.").arg(user),
            Tr::tr("Connect as a superuser, or grant pg_read_all_data to the role."));
    const QList<DumpTable> unreadable =
        those(situation, [](const DumpTable &table) { return !table.readable && table.kind != QLatin1Char('v'); });
    if (!unreadable.isEmpty())
        return blocked(Tr::tr("%1 may not read %2.").arg(user, named(unreadable)),
                       Tr::tr("Grant pg_read_all_data to the role, or leave those tables out."));
    if (parts.isOfDatabase() && !parts.writesGlobals())
        return ok(Tr::tr("%1 may read all that is dumped.").arg(user));
    return warning(Tr::tr("%1 is no superuser: the roles will be dumped without their passwords.").arg(user),
                   Tr::tr("Connect as a superuser to have them too."));
}

Judgement judgeRowSecurity(const Situation &situation, const Values &seen)
{
    if (isTrue(seen, "bypassesRowSecurity"))
        return ok(Tr::tr("The role sees every row."));
    const QList<DumpTable> hidden = those(situation, [](const DumpTable &table) { return table.rowsHidden; });
    if (hidden.isEmpty())
        return ok(Tr::tr("No policy keeps rows from the role."));
    if (situation.argument(key("enable-row-security")) == QLatin1String("true"))
        return warning(Tr::tr("Of %1 only the rows that policies show to the role are dumped.").arg(named(hidden)),
                       Tr::tr("Connect as a role with BYPASSRLS to have all of them."));
    return blocked(Tr::tr("Policies keep rows of %1 from the role: pg_dump stops there, rather than leave rows out.")
                       .arg(named(hidden)),
                   Tr::tr("Connect as a role with BYPASSRLS, or choose to dump only the rows that the role may see."));
}

Judgement judgeForm(const Situation &situation, const Values &seen)
{
    const DumpParts parts = DumpParts::of(situation);
    const int major = seen.value(key("major")).toInt();
    const QString format = parts.record.format;
    const QString compression = parts.record.compression;
    if (parts.jobs > 1 && format != QLatin1String("directory"))
        return blocked(Tr::tr("%1 jobs write %1 files at a time, which only the directory format has.").arg(parts.jobs),
                       Tr::tr("Choose the directory format, or one job."));
    if (format == QLatin1String("tar") && compression != QLatin1String("none"))
        return blocked(Tr::tr("A tar archive is not compressed by pg_dump."),
                       Tr::tr("Choose no compression, or the custom format."));
    const bool isNew = compression == QLatin1String("lz4") || compression == QLatin1String("zstd");
    if (isNew && major < oldestWithMethods)
        return blocked(Tr::tr("pg_dump %1 compresses with gzip alone; %2 came with 16.").arg(major).arg(compression),
                       Tr::tr("Choose gzip, or install newer client programs."));
    if (!situation.argument(key("filter")).isEmpty() && major < oldestWithFilter)
        return blocked(Tr::tr("pg_dump %1 reads no filter file; that came with 17.").arg(major),
                       Tr::tr("Name schemas and tables instead, or install newer client programs."));
    return ok(parts.isArchive()
                  ? Tr::tr("Format %1, compression %2, jobs: %3.").arg(format, compression).arg(parts.jobs)
                  : Tr::tr("SQL, compression %1.").arg(compression));
}

Judgement judgeLocks(const Situation &situation, const Values &)
{
    const QList<DumpTable> locked = those(situation, [](const DumpTable &table) { return table.locked; });
    if (locked.isEmpty())
        return ok(Tr::tr("No session keeps a table that is dumped to itself."));
    return warning(
        Tr::tr("A session holds %1 so that nobody can read it; pg_dump would wait for it.").arg(named(locked)),
        Tr::tr("Wait until it has ended. The dump gives up after the time that is set for locks."));
}

Judgement judgeStandby(const Situation &situation, const Values &seen)
{
    if (!isTrue(seen, "inRecovery"))
        return ok(Tr::tr("%1 is the primary: one transaction is open on it for as long as the dump takes.")
                      .arg(situation.argument(key("from"))));
    const int delay = seen.value(key("conflictDelay")).toInt();
    if (seen.value(key("feedback")).toString() == QLatin1String("on"))
        return ok(Tr::tr("hot_standby_feedback is on: the primary keeps what the dump still needs."));
    if (delay < 0)
        return warning(Tr::tr("The standby waits for the dump, and does not replay meanwhile if the two are at odds."),
                       Tr::tr("Dump another node if this one must stay close to its primary."));
    return warning(
        Tr::tr("The standby breaks the dump off %1 after replay is held up by it.").arg(prettyDuration(delay)),
        Tr::tr("Set hot_standby_feedback = on for it, raise max_standby_streaming_delay, or dump the primary."));
}

Judgement judgeDirectory(const Situation &situation, const Values &seen)
{
    const QString into = seen.value(key("writtenInto")).toString();
    const DumpParts parts = DumpParts::of(situation);
    const QString data = situation.value(key("layout"), key("dataDirectory")).toString();
    if (parts.catalogue == data || parts.catalogue.startsWith(data + QLatin1Char('/')))
        return blocked(Tr::tr("%1 lies in the data directory, and is lost with it.").arg(parts.catalogue),
                       Tr::tr("Choose a directory of its own."));
    if (!seen.value(key("writable")).toBool())
        return blocked(Tr::tr("%1 may not write into %2, or it is not there.").arg(parts.owner, into),
                       Tr::tr("Make it for %1, or choose another directory.").arg(parts.owner));
    return ok(seen.value(key("there")).toBool() ? Tr::tr("%1 is there.").arg(into)
                                                : Tr::tr("It will be made in %1.").arg(into));
}

qint64 bytesToDump(const Situation &situation)
{
    const DumpParts parts = DumpParts::of(situation);
    if (parts.record.sections == QLatin1String("schema") || parts.record.what == QLatin1String("globals"))
        return 0;
    if (parts.record.what == QLatin1String("all"))
        return situation.value(key("server"), key("allBytes")).toLongLong();
    const QList<DumpTable> tables = chosenTables(situation);
    return std::accumulate(tables.begin(), tables.end(), qint64{0},
                           [](qint64 sum, const DumpTable &table) { return sum + table.bytes; });
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    constexpr qint64 usualPacking = 10;
    const qint64 wanted = bytesToDump(situation);
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const bool packed = DumpParts::of(situation).record.compression != QLatin1String("none");
    const QString observed = Tr::tr("%1 free, %2 of tables to be dumped.").arg(prettySize(spare), prettySize(wanted));
    const QString remedy = Tr::tr("Make room, or choose another directory.");
    if (spare <= wanted / usualPacking || (!packed && spare <= wanted / 2))
        return blocked(observed, remedy);
    return spare > wanted
               ? ok(observed)
               : warning(observed + QLatin1Char(' ') + Tr::tr("It fits if the data is packed well."), remedy);
}

} // namespace

QList<Check> dumpChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        lasting(answers(key("from"))),
        lasting(supportedVersion(key("from"))),
        lasting(hostKnown(key("from"), key("layout"))),
        check("program", Tr::tr("A pg_dump that knows this server"),
              Tr::tr("pg_dump reads servers up to its own version; a newer one than the server's is fine."), "programs",
              judgeProgram),
        check("login", Tr::tr("pg_dump can log in"),
              Tr::tr("It runs as the owner of the data directory, and nobody is there to type a password."), "login",
              [](const Situation &, const Values &seen) {
                  return ok(Tr::tr("Logged in as %1.").arg(seen.value(key("user")).toString()));
              }),
        check("database", Tr::tr("What is named is there"),
              Tr::tr("A name that matches nothing would give a dump without what was wanted."), "database",
              judgeDatabase),
        check("rights", Tr::tr("The role may read it all"),
              Tr::tr("pg_dump stops at the first table that it may not read."), "server", judgeRights),
        check("row-security", Tr::tr("No rows are hidden"),
              Tr::tr("Row-level security would leave rows out of a dump without a word; pg_dump refuses instead."),
              "server", judgeRowSecurity),
        check("form", Tr::tr("Format, compression and jobs go together"),
              Tr::tr("Which of them a pg_dump has depends on its version and on the format."), "programs", judgeForm),
        check("locks", Tr::tr("No lock stands in the way"),
              Tr::tr("pg_dump locks every table against changes of its form; it waits for who holds one."), "database",
              judgeLocks),
        check("standby", Tr::tr("It can be read for as long as it takes"),
              Tr::tr("All of it is read in one transaction, of one moment; a standby may break that off."), "server",
              judgeStandby),
        check("directory", Tr::tr("The dump has a place"),
              Tr::tr("Nothing that lies there is replaced: each dump has a directory of its own."), "place",
              judgeDirectory),
        check("space", Tr::tr("Room for the dump"),
              Tr::tr("A full disk ends the dump, and whatever else writes there."), "place", judgeSpace)};
}

} // namespace howdah::library
