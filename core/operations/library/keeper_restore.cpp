#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/keeper_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

// A data directory that pgBackRest or Barman makes of a backup, beside the live server.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::KeeperRestore)
};

using Keeper = KeeperParts::Keeper;

QString into(const Situation &situation)
{
    return situation.argument(key("into"));
}

QString marker(const Situation &situation)
{
    return QStringLiteral("Howdah operation %1").arg(situation.operationId);
}

QStringList backupsOf(const Situation &situation)
{
    const QVariantMap seen = situation.value(key("keeper"), situation.argument(key("keeper"))).toMap();
    return seen.value(key("backups")).toMap().value(situation.argument(key("name"))).toStringList();
}

/// Beside the data directory: /srv/pg/n1 → /srv/pg/restored-20261120-081545.
QString suggestPlace(const Situation &situation)
{
    const QString data = situation.value(key("layout"), key("dataDirectory")).toString();
    if (data.isEmpty() || situation.operationId.isEmpty())
        return {};
    const QString parent = parentOf(data);
    return (parent == QLatin1String("/") ? QString() : parent) + QStringLiteral("/restored-") + situation.operationId;
}

QList<Param> restoreParams()
{
    using Kind = Param::Kind;
    return {{.id = key("backup"),
             .title = Tr::tr("Backup"),
             .help = Tr::tr("Its label there; the newest unless said."),
             .kind = Kind::Text,
             .required = false,
             .suggest =
                 [](const Situation &situation) {
                     const QStringList backups = backupsOf(situation);
                     return backups.isEmpty() ? QString() : backups.last();
                 }},
            {.id = key("into"),
             .title = Tr::tr("Into"),
             .help = Tr::tr("A directory that does not exist yet; the data directory will be in it."),
             .kind = Kind::Path,
             .suggest = suggestPlace}};
}

Result<QVariantMap> lookAtPlace(ProbeContext &context)
{
    const KeeperParts parts = KeeperParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const QString place = into(context.situation);
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            (*host)->run({.argv = {key("test"), question, path}, .asUser = parts.owner}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const Result<CommandOutcome> reached =
        (*host)->run({.argv = {key("test"), key("-x"), parentOf(place)}, .asUser = parts.user}, context.deadline);
    return QVariantMap{{key("there"), answers(key("-e"), place) || answers(key("-L"), place)},
                       {key("reached"), reached && reached->succeeded()},
                       {key("writable"), answers(key("-w"), parentOf(place))}};
}

Judgement judgeBackup(const Situation &situation, const Values &)
{
    const QStringList backups = backupsOf(situation);
    const QString wanted = situation.argument(key("backup"));
    if (backups.isEmpty())
        return blocked(Tr::tr("It has no backup of this cluster yet."), Tr::tr("Take one first."));
    return backups.contains(wanted) ? ok(Tr::tr("%1 is there.").arg(wanted))
                                    : blocked(Tr::tr("It has no backup %1.").arg(wanted),
                                              Tr::tr("It has these: %1.").arg(backups.join(QStringLiteral(", "))));
}

Judgement judgePlace(const Situation &situation, const Values &seen)
{
    const KeeperParts parts = KeeperParts::of(situation);
    const QString place = into(situation);
    if (seen.value(key("there")).toBool())
        return blocked(Tr::tr("%1 is there already.").arg(place), Tr::tr("Name a directory that does not exist yet."));
    if (place.startsWith(situation.value(key("layout"), key("dataDirectory")).toString() + QLatin1Char('/')))
        return blocked(Tr::tr("%1 lies in the live server's data directory.").arg(place),
                       Tr::tr("Choose a directory of its own."));
    if (!seen.value(key("reached")).toBool())
        return blocked(Tr::tr("%1 runs as %2, who may not enter %3.").arg(parts.title, parts.user, parentOf(place)),
                       Tr::tr("Choose a directory that both %1 and %2 can enter.").arg(parts.user, parts.owner));
    return seen.value(key("writable")).toBool()
               ? ok(Tr::tr("%1 will be made.").arg(place))
               : blocked(Tr::tr("%1 may not write into %2, or it is not there.").arg(parts.owner, parentOf(place)),
                         Tr::tr("Choose another directory."));
}

Judgement judgeHandOver(const Situation &situation)
{
    const KeeperParts parts = KeeperParts::of(situation);
    if (parts.keeper == Keeper::PgBackRest || !parts.user.isEmpty())
        return ok(Tr::tr("The files will be those of %1.").arg(parts.owner));
    return blocked(Tr::tr("Barman restores as its own user, and Howdah does not log in there as root to give the files "
                          "to %1.")
                       .arg(parts.owner),
                   Tr::tr("Restore there: barman recover %1 %2 …").arg(parts.name, situation.argument(key("backup"))));
}

/// It archives nothing; its tablespaces lie beside it.
QStringList restoreWords(const KeeperParts &parts, const Situation &situation)
{
    const QString data = into(situation) + QStringLiteral("/data");
    const QString backup = situation.argument(key("backup"));
    if (parts.keeper == Keeper::Barman)
        return {key("recover"), parts.name, backup, data};
    return {key("--set=") + backup,
            key("--pg1-path=") + data,
            key("--archive-mode=off"),
            key("--tablespace-map-all=") + into(situation) + key("/tablespaces"),
            key("--type=immediate"),
            key("--target-action=promote"),
            key("restore")};
}

QList<Action> restoreActions(const Situation &situation)
{
    const KeeperParts parts = KeeperParts::of(situation);
    const QString data = into(situation) + QStringLiteral("/data");
    QList<Action> actions{{.text = Tr::tr("Make the directory %1").arg(into(situation)),
                           .what = MakeMarkedDirectory{parts.hostId, into(situation), parts.owner, marker(situation)}}};
    const auto run = [&](const QString &text, const QStringList &argv, const QString &user) {
        actions << Action{.text = text,
                          .what = RunCommand{.hostId = parts.hostId, .command = {.argv = argv, .asUser = user}}};
    };
    run(Tr::tr("Make the directory %1").arg(data), {key("mkdir"), key("-m"), key("700"), key("-p"), data}, parts.owner);
    if (parts.keeper == Keeper::Barman) {
        run(Tr::tr("Let Barman write there"), {key("chown"), parts.user, into(situation), data}, {});
        run(Tr::tr("Have Barman restore %1").arg(situation.argument(key("backup"))),
            parts.argv(restoreWords(parts, situation)), parts.user);
        run(Tr::tr("Give the files to %1").arg(parts.owner),
            {key("chown"), key("--recursive"), parts.owner + QLatin1Char(':'), into(situation)}, {});
        return actions;
    }
    run(Tr::tr("Have pgBackRest restore %1").arg(situation.argument(key("backup"))),
        parts.argv(restoreWords(parts, situation)), parts.owner);
    return actions;
}

Observation isOfThisCluster(const Situation &situation)
{
    const KeeperParts parts = KeeperParts::of(situation);
    const QString script = QStringLiteral("LC_ALL=C \"$1\" \"$2\" | grep -q \"system identifier: *$3$\"");
    return {.text = Tr::tr("it is of this cluster"),
            .look = CommandSucceeds{.hostId = parts.hostId,
                                    .command = {.argv = {key("sh"), key("-c"), script, key("sh"),
                                                         parts.binDirectory + key("/pg_controldata"),
                                                         into(situation) + key("/data"),
                                                         situation.snapshot->systemIdentifier},
                                                .asUser = parts.owner}},
            .timeout = Milliseconds{0}};
}

Step restoreStep()
{
    return {.id = key("restore"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Have %1 restore it aside").arg(KeeperParts::of(situation).title);
                },
            .act = restoreActions,
            .undo = [](const Situation &situation) -> QList<Action> {
                const KeeperParts parts = KeeperParts::of(situation);
                QList<Action> actions;
                if (parts.keeper == Keeper::Barman)
                    actions << Action{
                        .text = Tr::tr("Give the directory back to %1").arg(parts.owner),
                        .what = RunCommand{.hostId = parts.hostId,
                                           .command = {.argv = {key("sh"), key("-c"),
                                                                key("[ ! -d \"$1\" ] || chown -R \"$2:\" \"$1\""),
                                                                key("sh"), into(situation), parts.owner}}}};
                return actions << Action{.text = Tr::tr("Remove %1 and what is in it").arg(into(situation)),
                                         .what = RemoveMarkedDirectory{parts.hostId, into(situation), parts.owner,
                                                                       marker(situation)}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> { return {isOfThisCluster(situation)}; }};
}

} // namespace

Operation keeperRestore()
{
    return {
        .id = key("keeper-restore"),
        .title = Tr::tr("Restore through pgBackRest or Barman"),
        .summary = Tr::tr("Has the keeper of backups that is installed make a data directory of one, beside the live "
                          "server."),
        .icon = key("recover"),
        .group = OperationGroup::Backups,
        .params = keeperParams() + restoreParams(),
        .probes = keeperProbes() + QList<Probe>{{.id = key("place"), .look = lookAtPlace}},
        .checks = keeperChecks() +
                  QList<Check>{factCheck(key("backup"), Tr::tr("The backup"), Tr::tr("It is named by its label there."),
                                         key("keeper"), judgeBackup),
                               factCheck(key("place"), Tr::tr("The copy has a place"),
                                         Tr::tr("Nothing that lies there is replaced."), key("place"), judgePlace),
                               {.id = key("hand-over"),
                                .title = Tr::tr("Whose files they will be"),
                                .why = Tr::tr("PostgreSQL starts only as the owner of its data directory."),
                                .judge = judgeHandOver}},
        .steps = {restoreStep()},
        .consequences = [](const Situation &situation) -> QStringList {
            return {Tr::tr("The live servers are not touched, and nothing is started."),
                    Tr::tr("%1 takes as much room as the cluster.").arg(into(situation))};
        },
        .readySentence =
            [](const Situation &situation) {
                return Tr::tr("%1 will be restored into %2.").arg(situation.argument(key("backup")), into(situation));
            },
        .next = [](const Situation &situation) -> QStringList {
            return {Tr::tr("Before it is started: give it a port of its own, and see that it archives nothing "
                           "(archive_mode) and follows nobody (primary_conninfo)."),
                    Tr::tr("It lies in %1/data.").arg(into(situation))};
        }};
}

} // namespace howdah::library
