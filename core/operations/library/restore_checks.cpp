#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

bool isTrue(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString() == QLatin1String("t");
}

int serverMajor(const Situation &situation)
{
    const NodeState *node = restoredNode(situation);
    return node && node->lastAnswer ? node->lastAnswer->version.major() : 0;
}

Judgement judgeSql(const Situation &situation, const Values &seen)
{
    const RestoreParts parts = RestoreParts::of(situation);
    if (seen.value(key("namesDatabases")).toBool())
        return blocked(Tr::tr("%1 makes databases and connects to them by itself: it cannot be restored in one"
                              " transaction, nor into another database.")
                           .arg(parts.path),
                       Tr::tr("“restore-cluster” brings it into a server that has none of its databases."));
    if (!seen.value(parts.isGlobals() ? key("clusterComplete") : key("complete")).toBool())
        return blocked(
            Tr::tr("%1 has no last line as pg_dump writes it: it was cut off, or was never finished.").arg(parts.path),
            Tr::tr("Take another dump."));
    return ok(parts.isGlobals() ? Tr::tr("Roles and tablespaces by pg_dumpall, as SQL.")
                                : Tr::tr("A dump of one database, as SQL."));
}

Judgement judgeFile(const Situation &situation, const Values &seen)
{
    const RestoreParts parts = RestoreParts::of(situation);
    if (parts.format.isEmpty())
        return blocked(Tr::tr("%1 is no dump: it begins neither like an archive of pg_dump nor like its SQL.")
                           .arg(seen.value(key("path")).toString()),
                       Tr::tr("Name a file or a directory that pg_dump or pg_dumpall wrote."));
    const int minor = seen.value(key("archiveMinor")).toInt();
    const int needed = minor > 0 ? majorThatReads(minor) : 0;
    const int programs = situation.value(key("programs"), key("major")).toInt();
    if (minor > 0 && (needed == 0 || needed > programs))
        return blocked(
            Tr::tr("It is an archive of version 1.%1, which pg_restore %2 does not read: it comes from a newer"
                   " pg_dump.")
                .arg(minor)
                .arg(programs),
            Tr::tr("Install the client programs of that version of PostgreSQL, or dump again as plain SQL."));
    if (!parts.isArchive())
        return judgeSql(situation, seen);
    if (parts.sha256.isEmpty())
        return ok(Tr::tr("An archive, format %1.").arg(parts.format));
    return ok(Tr::tr("An archive, format %1, on record.").arg(parts.format));
}

Judgement judgeProgram(const Situation &situation, const Values &seen)
{
    if (seen.contains(key("newest")))
        return blocked(Tr::tr("The newest pg_restore here is %1, the server is of PostgreSQL %2.")
                           .arg(seen.value(key("newest")).toString())
                           .arg(serverMajor(situation)),
                       Tr::tr("Install the client programs of PostgreSQL %1 or newer.").arg(serverMajor(situation)));
    return ok(Tr::tr("pg_restore %1 in %2.")
                  .arg(seen.value(key("version")).toString(), seen.value(key("directory")).toString()));
}

Judgement judgeVersion(const Situation &situation, const Values &seen)
{
    const QString version = seen.value(key("serverVersion")).toString().isEmpty()
                                ? situation.value(key("file"), key("serverVersion")).toString()
                                : seen.value(key("serverVersion")).toString();
    const int dumped = version.section(QLatin1Char('.'), 0, 0).toInt();
    if (dumped == 0)
        return ok(Tr::tr("The dump does not say from which server it comes."));
    if (dumped > serverMajor(situation))
        return warning(Tr::tr("The dump comes from PostgreSQL %1, this server is of %2: it may not know all that is"
                              " in it.")
                           .arg(version)
                           .arg(serverMajor(situation)),
                       Tr::tr("What it does not know ends the restore, and all of it is taken back. Better: restore on"
                              " a server of that version."));
    return ok(Tr::tr("The dump comes from PostgreSQL %1.").arg(version));
}

Judgement judgeChoice(const Situation &situation, const Values &)
{
    const QStringList only = objectsOf(situation.argument(key("only")));
    if (!contentsOf(situation))
        return only.isEmpty() ? ok(Tr::tr("All of it."))
                              : blocked(Tr::tr("SQL is restored as a whole."),
                                        Tr::tr("Choose nothing, or dump as an archive the next time."));
    const DumpSelection selection = selectionOf(situation);
    if (!selection.notThere.isEmpty())
        return blocked(Tr::tr("The archive has no %1.").arg(firstOf(selection.notThere)),
                       Tr::tr("--list shows what it has."));
    if (selection.objects.isEmpty())
        return warning(Tr::tr("There is no object in it to restore."), Tr::tr("Look whether this is the right dump."));
    QStringList said{Tr::tr("%1 objects.").arg(selection.objects.size())};
    if (!selection.broughtAlong.isEmpty())
        said << Tr::tr("Not chosen, but needed: %1.").arg(firstOf(selection.broughtAlong));
    if (selection.leftOut.isEmpty())
        return ok(said.join(QLatin1Char(' ')));
    said
        << Tr::tr("Left out, because their other end is neither chosen nor there: %1.").arg(firstOf(selection.leftOut));
    return warning(said.join(QLatin1Char(' ')), Tr::tr("Choose the other table too, if the tie is wanted."));
}

Judgement judgeRights(const Situation &situation, const Values &seen)
{
    const RestoreParts parts = RestoreParts::of(situation);
    const QString user = seen.value(key("user")).toString();
    if (isTrue(seen, "isSuperuser"))
        return ok(Tr::tr("%1 is a superuser.").arg(user));
    if (parts.isGlobals())
        return blocked(Tr::tr("%1 is no superuser.").arg(user), Tr::tr("Connect as a superuser to make roles."));
    const bool may = parts.isNew ? isTrue(seen, "mayCreate")
                                 : situation.value(key("target"), key("mayCreate")).toString() == QLatin1String("t");
    if (may)
        return ok(parts.isNew ? Tr::tr("%1 may make databases.").arg(user)
                              : Tr::tr("%1 may make objects in %2.").arg(user, parts.database));
    return blocked(parts.isNew ? Tr::tr("%1 may not make databases.").arg(user)
                               : Tr::tr("%1 may not make anything in %2.").arg(user, parts.database),
                   parts.isNew ? Tr::tr("ALTER ROLE … CREATEDB, or connect as another role.")
                               : Tr::tr("GRANT CREATE ON DATABASE …, or connect as another role."));
}

QStringList missing(QStringList wanted, const QStringList &there)
{
    wanted.removeDuplicates();
    wanted.removeIf([&there](const QString &name) { return name.isEmpty() || there.contains(name); });
    return wanted;
}

Judgement judgeRoles(const Situation &situation, const Values &)
{
    const RestoreParts parts = RestoreParts::of(situation);
    const QStringList there = situation.value(key("server"), key("roles")).toStringList();
    QStringList wanted;
    if (parts.keepsRights)
        wanted << situation.value(key("contents"), key("grantees")).toStringList();
    if (parts.keepsOwners)
        for (const DumpEntry &entry : selectionOf(situation).entries)
            wanted << entry.owner;
    const QStringList lacking = missing(wanted, there);
    if (lacking.isEmpty())
        return ok(Tr::tr("Every role that the dump names is there."));
    const QString observed = Tr::tr("The server has no role %1.").arg(firstOf(lacking));
    const QString remedy =
        Tr::tr("Restore the roles first (globals.sql beside the dump), or leave owners and rights out.");
    return parts.goesOn ? warning(observed, remedy) : blocked(observed, remedy);
}

Judgement judgeSurroundings(const Situation &situation, const Values &)
{
    const auto there = [&](const char *name) { return situation.value(key("server"), key(name)).toStringList(); };
    QStringList extensions;
    for (const DumpEntry &entry : selectionOf(situation).entries)
        if (entry.kind == QLatin1String("EXTENSION"))
            extensions << entry.name;
    if (const QStringList lacking = missing(extensions, there("extensions")); !lacking.isEmpty())
        return blocked(Tr::tr("The server cannot make the extension %1: it is not installed.").arg(firstOf(lacking)),
                       Tr::tr("Install its package on the host, or leave it and what needs it out."));
    const QStringList spaces =
        missing(situation.value(key("contents"), key("tablespaces")).toStringList(), there("tablespaces"));
    if (!spaces.isEmpty())
        return blocked(Tr::tr("The server has no tablespace %1.").arg(firstOf(spaces)),
                       Tr::tr("Make it first: CREATE TABLESPACE."));
    const RestoreParts parts = RestoreParts::of(situation);
    const QStringList known = there("locales") + QStringList{key("C"), key("POSIX")};
    const QStringList locales = parts.isNew ? missing({parts.collate, parts.characterType}, known) : QStringList();
    if (!locales.isEmpty())
        return warning(Tr::tr("The server has no collation of the locale %1, which the new database shall have.")
                           .arg(firstOf(locales)),
                       Tr::tr("Install the locale on the host. Without it the database cannot be made."));
    const int firstWithProvider = parts.provider == QLatin1String("builtin") ? 17 : 15;
    if (parts.isNew && !parts.provider.isEmpty() && serverMajor(situation) < firstWithProvider)
        return blocked(Tr::tr("The database was made with the locale provider %1, which came with PostgreSQL %2.")
                           .arg(parts.provider)
                           .arg(firstWithProvider),
                       Tr::tr("Make a database as you want it, and restore into that."));
    return ok(Tr::tr("Extensions, tablespaces and locales are there."));
}

Judgement judgeForm(const Situation &situation, const Values &)
{
    const RestoreParts parts = RestoreParts::of(situation);
    if (parts.jobs == 1 && !parts.goesOn)
        return ok(parts.isNew ? Tr::tr("One job; the first error ends it.") : Tr::tr("In one transaction."));
    if (!parts.isArchive() || (parts.jobs > 1 && parts.format == QLatin1String("tar")))
        return blocked(Tr::tr("Only an archive in the custom or the directory format is restored by several jobs, or"
                              " past an error."),
                       Tr::tr("Choose one job, and to stop at the first error."));
    if (!parts.isNew)
        return blocked(Tr::tr("Several jobs, or going on past errors, cannot be one transaction: an error would leave"
                              " %1 half restored.")
                           .arg(parts.database),
                       Tr::tr("Choose one job and to stop at the first error, or restore into a new database."));
    return ok(Tr::tr("Jobs: %1.").arg(parts.jobs));
}

Judgement judgeSpace(const Situation &, const Values &seen)
{
    constexpr qint64 unpacked = 4; // usual for a compressed dump, with its indexes
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const qint64 dump = seen.value(key("dumpBytes")).toLongLong();
    const QString observed = Tr::tr("%1 free, the dump has %2.").arg(prettySize(spare), prettySize(dump));
    const QString remedy = Tr::tr("Make room on the server's disk.");
    if (spare < dump)
        return blocked(observed, remedy);
    return spare > unpacked * dump ? ok(observed) : warning(observed, remedy);
}

} // namespace

QList<Check> restoreChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return QList<Check>{
               lasting(answers(key("on"))),
               lasting(supportedVersion(key("on"))),
               lasting(hostKnown(key("on"), key("layout"))),
               check("program", Tr::tr("A pg_restore for this server"),
                     Tr::tr("It must know the server's version and the archive's."), "programs", judgeProgram),
               check("file", Tr::tr("It is a dump"),
                     Tr::tr("What it is is told by how it begins, before anything is touched."), "file", judgeFile),
               check("contents", Tr::tr("Its contents can be read"), Tr::tr("pg_restore --list reads them."),
                     "contents", judgeChoice),
               check("dump-version", Tr::tr("The server knows what is in it"),
                     Tr::tr("A dump goes forward in versions, not back."), "contents", judgeVersion),
               check("login", Tr::tr("pg_restore can log in"),
                     Tr::tr("It runs as the owner of the data directory, and nobody is there to type a password."),
                     "login",
                     [](const Situation &, const Values &seen) {
                         return ok(Tr::tr("Logged in as %1.").arg(seen.value(key("user")).toString()));
                     }),
               check("rights", Tr::tr("The role may do it"), Tr::tr("Databases and objects are made by it."), "server",
                     judgeRights),
               check("roles", Tr::tr("The roles are there"),
                     Tr::tr("Owners and rights name roles, which lie in no database and in no dump of one."),
                     "contents", judgeRoles),
               check("surroundings", Tr::tr("The server has what the dump needs"),
                     Tr::tr("Extensions, tablespaces and locales are installed on a server, not dumped."), "contents",
                     judgeSurroundings),
               check("form", Tr::tr("It can be taken back"),
                     Tr::tr("Into a new database nothing is at stake; into another it is one transaction."), "file",
                     judgeForm)} +
           restoreOverwriteChecks() +
           QList<Check>{check("space", Tr::tr("Room for it"), Tr::tr("A full disk stops the server for everybody."),
                              "space", judgeSpace)};
}

} // namespace howdah::library
