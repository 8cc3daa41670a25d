#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/library.h"
#include "core/operations/library/restore_cluster_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RestoreCluster)
};

/// What PostgreSQL's own database has of users' already: the dump's statements would meet it.
Result<QVariantMap> lookAtOwnDatabase(ProbeContext &context)
{
    const NodeState *node = restoredNode(context.situation);
    if (!node)
        return QVariantMap{};
    Result<Connection> session = context.connect(databaseOn(*node, key("postgres")));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                      " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND n.nspname !~ '^pg_'"
                                      " AND n.nspname <> 'information_schema'"),
                       {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QVariantMap{{key("relations"), row->integer(0, 0).value_or(0)}};
}

Judgement judgeFile(const Situation &situation, const Values &seen)
{
    const QString path = seen.value(key("path")).toString();
    if (seen.value(key("format")).toString() != QLatin1String("globals") || !seen.value(key("namesDatabases")).toBool())
        return blocked(Tr::tr("%1 is no dump of a whole server by pg_dumpall.").arg(path),
                       Tr::tr("A dump of one database, and one of roles alone, is restored by “restore”."));
    if (!seen.value(key("clusterComplete")).toBool())
        return blocked(
            Tr::tr("%1 has no last line as pg_dumpall writes it: it was cut off, or was never finished.").arg(path),
            Tr::tr("Take another dump."));
    const ClusterRestoreParts parts = ClusterRestoreParts::of(situation);
    return ok(Tr::tr("All of a server, as SQL. Databases: %1.").arg(firstOf(parts.databases)));
}

Judgement judgeFresh(const Situation &situation, const Values &seen)
{
    const QStringList there = situation.value(key("server"), key("databases")).toStringList();
    QStringList both = ClusterRestoreParts::of(situation).databases;
    both.removeIf([&there](const QString &name) { return !there.contains(name); });
    if (!both.isEmpty())
        return blocked(
            Tr::tr("The server has these databases already: %1.").arg(firstOf(both)),
            Tr::tr("Restore into a fresh server (initdb), or rename them first. Nothing is ever overwritten."));
    const qint64 relations = seen.value(key("relations")).toLongLong();
    if (relations > 0)
        return blocked(Tr::tr("The database postgres holds tables, views or sequences of users: %1.").arg(relations),
                       Tr::tr("Restore into a fresh server, where the dump's cannot meet them."));
    return ok(Tr::tr("None of the dump's databases is there."));
}

Judgement judgeVersion(const Situation &situation, const Values &seen)
{
    const NodeState *node = restoredNode(situation);
    const int server = node && node->lastAnswer ? node->lastAnswer->version.major() : 0;
    const QString version = seen.value(key("serverVersion")).toString();
    const int dumped = version.section(QLatin1Char('.'), 0, 0).toInt();
    if (dumped <= server)
        return ok(dumped == 0 ? Tr::tr("The dump does not say from which server it comes.")
                              : Tr::tr("The dump comes from PostgreSQL %1.").arg(version));
    return warning(
        Tr::tr("The dump comes from PostgreSQL %1, this server is of %2: it may not know all that is in it.")
            .arg(version)
            .arg(server),
        Tr::tr("What it does not know ends the restore, and its databases are dropped again. Better: restore "
               "on a server of that version."));
}

Judgement judgeSurroundings(const Situation &situation, const Values &seen)
{
    if (situation.value(key("server"), key("isSuperuser")).toString() != QLatin1String("t"))
        return blocked(Tr::tr("%1 is no superuser.").arg(situation.value(key("server"), key("user")).toString()),
                       Tr::tr("Connect as a superuser: roles and databases are made."));
    const QStringList there = situation.value(key("server"), key("tablespaces")).toStringList();
    QStringList spaces = seen.value(key("tablespaces")).toStringList();
    spaces.removeIf([&there](const QString &name) { return there.contains(plainRole(name)); });
    return spaces.isEmpty() ? ok(Tr::tr("The role may do it, and tablespaces are there."))
                            : blocked(Tr::tr("The server has no tablespace %1.").arg(firstOf(spaces)),
                                      Tr::tr("Make it first, on a directory of this host: CREATE TABLESPACE."));
}

Judgement judgeSpace(const Situation &, const Values &seen)
{
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const qint64 dump = seen.value(key("dumpBytes")).toLongLong();
    const QString observed = Tr::tr("%1 free, the dump has %2.").arg(prettySize(spare), prettySize(dump));
    return spare > 2 * dump ? ok(observed) : blocked(observed, Tr::tr("Make room on the server's disk."));
}

QList<Param> params()
{
    QList<Param> params = restoreParams();
    params.removeIf([](const Param &param) {
        return param.id != QLatin1String("on") && param.id != QLatin1String("file") &&
               param.id != QLatin1String("analyze");
    });
    for (Param &param : params) {
        if (param.id != QLatin1String("file"))
            continue;
        param.help = Tr::tr("A file that pg_dumpall wrote, packed or not, on that node's host.");
        param.suggest = {}; // the newest dump is mostly one of a database
    }
    return params;
}

QList<Probe> probes()
{
    QList<Probe> probes = restoreProbes();
    probes.removeIf([](const Probe &probe) {
        return probe.id == QLatin1String("contents") || probe.id == QLatin1String("target");
    });
    return probes << Probe{.id = key("own-database"), .look = lookAtOwnDatabase};
}

QList<Check> checks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    QList<Check> shared = restoreChecks();
    shared.removeIf(
        [](const Check &one) { return one.id != QLatin1String("program") && one.id != QLatin1String("login"); });
    return QList<Check>{lasting(answers(key("on"))), lasting(supportedVersion(key("on"))),
                        lasting(hostKnown(key("on"), key("layout")))} +
           shared +
           QList<Check>{
               check("file", Tr::tr("It is a dump of a whole server"),
                     Tr::tr("What it is is told by how it begins and ends, before anything is touched."), "file",
                     judgeFile),
               check("fresh", Tr::tr("The server has none of it yet"),
                     Tr::tr("Such a dump makes databases by itself and cannot be one transaction: only what it "
                            "made can be taken back."),
                     "own-database", judgeFresh),
               check("dump-version", Tr::tr("The server knows what is in it"),
                     Tr::tr("A dump goes forward in versions, not back."), "file", judgeVersion),
               check("surroundings", Tr::tr("The server has what the dump needs"),
                     Tr::tr("Roles and databases are made by a superuser; tablespaces want a directory."), "file",
                     judgeSurroundings),
               check("space", Tr::tr("Room for it"), Tr::tr("A full disk stops the server for everybody."), "space",
                     judgeSpace)};
}

} // namespace

ClusterRestoreParts ClusterRestoreParts::of(const Situation &situation)
{
    ClusterRestoreParts parts{.common = RestoreParts::of(situation)};
    for (const QString &written : situation.value(key("file"), key("databases")).toStringList())
        parts.databases << plainRole(written);
    parts.analyzes = situation.argument(key("analyze")) == QLatin1String("true");
    return parts;
}

Operation restoreCluster()
{
    return {.id = key("restore-cluster"),
            .title = Tr::tr("Restore a whole server's dump"),
            .summary =
                Tr::tr("Brings roles and all databases of a dump by pg_dumpall into a server that has none of them."),
            .icon = key("recover"),
            .group = OperationGroup::Backups,
            .params = params(),
            .probes = probes(),
            .checks = checks(),
            .steps = clusterRestoreSteps(),
            .consequences = [](const Situation &situation) -> QStringList {
                return {
                    Tr::tr("Roles that are not there are made, with the passwords of the dump; they stay even if the "
                           "restore is taken back."),
                    Tr::tr("These databases are made: %1.")
                        .arg(ClusterRestoreParts::of(situation).databases.join(QStringLiteral(", ")))};
            },
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("%n databases will be made, with the roles that are missing.", nullptr,
                                  static_cast<int>(ClusterRestoreParts::of(situation).databases.size()));
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString()
                                              : Tr::tr("No primary answers, and only a primary can be written to.");
                },
            .next = [](const Situation &) -> QStringList {
                return {Tr::tr("Look whether the databases have what you expect.")};
            },
            .resultTitles = {{key("databases"), Tr::tr("Databases restored")}}};
}

} // namespace howdah::library
