#include "core/operations/library/keeper_parts.h"
#include "core/base/key.h"

#include "core/backup/barman.h"
#include "core/backup/pgbackrest.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Keeper)
};

using Keeper = KeeperParts::Keeper;

const NodeState *hostOf(const Situation &situation)
{
    return situation.node(situation.argument(key("beside")));
}

/// As the cluster's archive_command hands it over, unless another is named.
QString configOf(const Situation &situation, Keeper keeper)
{
    if (const QString named = situation.argument(key("config")); !named.isEmpty())
        return named;
    for (const NodeState &node : situation.snapshot->nodes)
        if (const QString option = node.lastAnswer ? pgBackRestConfig(node.lastAnswer->archiveCommand) : QString();
            keeper == Keeper::PgBackRest && !option.isEmpty())
            return option.section(QLatin1Char('='), 1);
    return {};
}

QVariantMap valuesOf(const KeptClusters &kept)
{
    QVariantMap clusters, backups;
    for (const KeptCluster &one : kept.clusters) {
        clusters.insert(one.name, one.systemIdentifier);
        backups.insert(one.name, one.backups);
    }
    return {{key("installed"), kept.installed}, {key("clusters"), clusters}, {key("backups"), backups}};
}

/// Both unless one is named, so that the one that knows the cluster can be suggested. One that cannot be asked says
/// why.
Result<QVariantMap> lookAtKeepers(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    const Result<QString> login = (*host)->loginUser(context.deadline);
    if (!login)
        return login.error();
    const QString config = configOf(situation, Keeper::PgBackRest);
    const QString named = situation.argument(key("keeper"));
    const Result<KeptClusters> pgBackRest =
        named == QLatin1String("barman")
            ? KeptClusters{}
            : askPgBackRest(**host, As{layout("owner")},
                            config.isEmpty() ? QString() : QStringLiteral("--config=") + config, context.deadline,
                            context.stop);
    const Result<KeptClusters> barman =
        named == QLatin1String("pgbackrest")
            ? KeptClusters{}
            : askBarman(**host, configOf(situation, Keeper::Barman), context.deadline, context.stop);
    const auto said = [](const Result<KeptClusters> &asked) {
        return asked ? valuesOf(*asked) : QVariantMap{{key("installed"), true}, {key("issue"), asked.error().full()}};
    };
    return QVariantMap{{key("pgbackrest"), said(pgBackRest)}, {key("barman"), said(barman)}, {key("login"), *login}};
}

QVariantMap seenOf(const Situation &situation, const char *keeper)
{
    return situation.value(key("keeper"), key(keeper)).toMap();
}

/// What that keeper calls this cluster; empty when it does not know it.
QString nameIn(const QVariantMap &seen, const QString &systemIdentifier)
{
    const QVariantMap clusters = seen.value(key("clusters")).toMap();
    for (auto one = clusters.begin(); one != clusters.end(); ++one)
        if (one.value().toString() == systemIdentifier)
            return one.key();
    return {};
}

QString suggestKeeper(const Situation &situation)
{
    const QString system = situation.snapshot->systemIdentifier;
    const bool barman = nameIn(seenOf(situation, "pgbackrest"), system).isEmpty() &&
                        !nameIn(seenOf(situation, "barman"), system).isEmpty();
    return barman ? key("barman") : key("pgbackrest");
}

QString suggestName(const Situation &situation)
{
    const bool barman = situation.argument(key("keeper")) == QLatin1String("barman");
    return nameIn(seenOf(situation, barman ? "barman" : "pgbackrest"), situation.snapshot->systemIdentifier);
}

Judgement judgeInstalled(const Situation &situation, const Values &values)
{
    const KeeperParts parts = KeeperParts::of(situation);
    const QVariantMap seen = values.value(situation.argument(key("keeper"))).toMap();
    const QString node = situation.argument(key("beside"));
    if (!seen.value(key("installed")).toBool())
        return blocked(Tr::tr("%1 is not installed on the host of %2.").arg(parts.title, node),
                       Tr::tr("Install it there and tell it of this cluster; or take backups with Howdah itself."));
    if (const QString issue = seen.value(key("issue")).toString(); !issue.isEmpty())
        return blocked(Tr::tr("%1 on the host of %2 cannot be asked: %3").arg(parts.title, node, issue),
                       Tr::tr("Mend its configuration: it says so on the command line too."));
    return ok(Tr::tr("%1 is there, and answers.").arg(parts.title));
}

Judgement judgeKnown(const Situation &situation, const Values &values)
{
    const KeeperParts parts = KeeperParts::of(situation);
    const QVariantMap clusters = values.value(situation.argument(key("keeper"))).toMap().value(key("clusters")).toMap();
    const QString system = situation.snapshot->systemIdentifier;
    const bool stanzas = parts.keeper == Keeper::PgBackRest;
    if (clusters.isEmpty())
        return blocked(Tr::tr("%1 knows no cluster there.").arg(parts.title),
                       stanzas ? Tr::tr("Make a stanza of this one: pgbackrest --stanza=… stanza-create")
                               : Tr::tr("Describe this one in /etc/barman.d, and see: barman check …"));
    const QString own = nameIn(values.value(situation.argument(key("keeper"))).toMap(), system);
    if (parts.name.isEmpty() || !clusters.contains(parts.name))
        return blocked(
            parts.name.isEmpty() ? Tr::tr("%1 knows this cluster (%2) by no name; it knows %3.")
                                       .arg(parts.title, system, clusters.keys().join(QStringLiteral(", ")))
                                 : Tr::tr("%1 knows no \"%2\"; it knows %3.")
                                       .arg(parts.title, parts.name, clusters.keys().join(QStringLiteral(", "))),
            own.isEmpty() ? Tr::tr("Tell it of this cluster first.") : Tr::tr("It is \"%1\" there.").arg(own));
    const QString theirs = clusters.value(parts.name).toString();
    if (theirs != system)
        return blocked(
            theirs.isEmpty()
                ? Tr::tr("Of which cluster \"%1\" is, %2 cannot tell.").arg(parts.name, parts.title)
                : Tr::tr("\"%1\" is of another cluster, with the system identifier %2.").arg(parts.name, theirs),
            own.isEmpty() ? Tr::tr("Tell it of this cluster first.") : Tr::tr("It is \"%1\" there.").arg(own));
    return ok(Tr::tr("It is \"%1\" there.").arg(parts.name));
}

} // namespace

KeeperParts KeeperParts::of(const Situation &situation)
{
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    const bool barman = situation.argument(key("keeper")) == QLatin1String("barman");
    KeeperParts parts{.keeper = barman ? Keeper::Barman : Keeper::PgBackRest,
                      .title = barman ? QStringLiteral("Barman") : QStringLiteral("pgBackRest"),
                      .hostId = layout("hostId"),
                      .owner = layout("owner"),
                      .binDirectory = layout("binDirectory"),
                      .name = situation.argument(key("name"))};
    parts.config = configOf(situation, parts.keeper);
    const bool root = situation.value(key("keeper"), key("login")).toString() == QLatin1String("root");
    parts.user = !barman ? parts.owner : root ? key("barman") : QString();
    return parts;
}

QStringList KeeperParts::argv(const QStringList &words) const
{
    if (keeper == Keeper::Barman)
        return QStringList{key("barman")} + (config.isEmpty() ? QStringList() : QStringList{key("-c"), config}) + words;
    QStringList call{key("pgbackrest")};
    if (!config.isEmpty())
        call << key("--config=") + config;
    return call << key("--stanza=") + name << words;
}

QList<Param> keeperParams()
{
    using Kind = Param::Kind;
    return {{.id = key("beside"),
             .title = Tr::tr("On the host of"),
             .help = Tr::tr("The node on whose host pgBackRest or Barman runs."),
             .kind = Kind::Node,
             .suggest = suggestBeside},
            {.id = key("keeper"),
             .title = Tr::tr("Through"),
             .help = Tr::tr("Which of them keeps the backups."),
             .kind = Kind::Choice,
             .options = {{key("pgbackrest"), QStringLiteral("pgBackRest")}, {key("barman"), QStringLiteral("Barman")}},
             .suggest = suggestKeeper},
            {.id = key("name"),
             .title = Tr::tr("Stanza or server"),
             .help = Tr::tr("What it calls this cluster."),
             .kind = Kind::Text,
             .required = false,
             .suggest = suggestName},
            {.id = key("config"),
             .title = Tr::tr("Configuration"),
             .help = Tr::tr("Its file, where that is not its usual one or the one that archive_command names."),
             .kind = Kind::Path,
             .required = false,
             .advanced = true}};
}

QList<Probe> keeperProbes()
{
    return {layoutProbe(key("layout"), hostOf), {.id = key("keeper"), .look = lookAtKeepers}};
}

QList<Check> keeperChecks()
{
    return {hostKnown(key("beside"), key("layout")),
            factCheck(key("keeper"), Tr::tr("It is there"), Tr::tr("It is asked to do what it is set up for."),
                      key("keeper"), judgeInstalled),
            factCheck(key("known"), Tr::tr("It knows this cluster"),
                      Tr::tr("By the system identifier, which no two clusters share."), key("keeper"), judgeKnown)};
}

} // namespace howdah::library
