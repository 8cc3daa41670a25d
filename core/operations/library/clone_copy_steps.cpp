#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

/// A killed console leaves its pg_basebackup behind, writing into the staging directory. Ending its session on the
/// source ends it.
QList<Action> endLeftOverBackup(const CloneParts &parts)
{
    return {{.text = Tr::tr("End what an earlier try of this clone may have left running"),
             .what = RunSql{.server = parts.source,
                            .sql = QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_replication"
                                                  " WHERE application_name = $1"),
                            .parameters = {parts.backupTitle}}},
            {.text = Tr::tr("Wait until it has gone"),
             .what = WaitFor{{.text = Tr::tr("no backup session of this clone on %1").arg(parts.source.node),
                              .look = SqlSays{.server = parts.source,
                                              .sql = QStringLiteral("SELECT count(*) FROM pg_stat_replication"
                                                                    " WHERE application_name = $1"),
                                              .parameters = {parts.backupTitle},
                                              .expected = QStringLiteral("0")}}}}};
}

Step slotStep()
{
    return {.id = QStringLiteral("slot"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Reserve WAL for %1 on %2")
                        .arg(situation.argument(QStringLiteral("name")), situation.argument(QStringLiteral("source")));
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                return {parts.ownSlot().make(
                    Tr::tr("Create the replication slot \"%1\" on %2").arg(parts.slot, parts.source.node))};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                return QList<Action>{parts.ownSlot().waitUntilReleased()} +
                       parts.ownSlot().drop(
                           Tr::tr("Drop the replication slot \"%1\" on %2").arg(parts.slot, parts.source.node));
            },
            .verify = [](const Situation &situation) { return CloneParts::of(situation).ownSlot().areThere(); }};
}

bool isCompressed(const CloneParts &parts)
{
    return !parts.compression.isEmpty() && parts.compression != QLatin1String("none");
}

QStringList baseBackupArguments(const CloneParts &parts)
{
    const ConnInfo info = copyingInfo(replicationInfo(parts.sourceInfo), parts.backupTitle);
    QStringList argv{parts.binDirectory + QStringLiteral("/pg_basebackup"),
                     QStringLiteral("--dbname=") + info.toString(), QStringLiteral("--pgdata=") + parts.copy,
                     QStringLiteral("--wal-method=stream"), QStringLiteral("--slot=") + parts.slot,
                     // A spread checkpoint would let the copy wait for minutes before it begins.
                     QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-password"), QStringLiteral("--progress"),
                     QStringLiteral("--verbose")};
    if (!parts.rate.isEmpty())
        argv << QStringLiteral("--max-rate=") + parts.rate;
    if (isCompressed(parts))
        argv << QStringLiteral("--compress=server-") + parts.compression;
    return argv + tablespaceMappings(parts);
}

Step copyStep()
{
    return {.id = QStringLiteral("copy"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Copy the data of %1").arg(situation.argument(QStringLiteral("source")));
                },
            .act = [](const Situation &situation) { return copySource(CloneParts::of(situation)); },
            .undo =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    QList<Action> actions = endLeftOverBackup(parts);
                    if (parts.container) // it goes with its volume
                        return actions;
                    actions.append(
                        {.text = Tr::tr("Remove the directory %1 and the copy in it").arg(parts.staging),
                         .what = RemoveMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.stagingMarker}});
                    return actions + removeTablespaceDirectories(parts);
                },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                // pg_basebackup puts the manifest in its place last, after everything is on disk.
                return {{.text = Tr::tr("the copy has its backup manifest"),
                         .look = PathIs{parts.hostId, parts.copy + QStringLiteral("/backup_manifest"), parts.owner}}};
            },
            // A copy in doubt is made anew: a removal cut short leaves a manifest beside files that are gone.
            .always = true};
}

Step verifyCopyStep()
{
    return {.id = QStringLiteral("verify-copy"),
            .title = [](const Situation &) { return Tr::tr("Verify every file of the copy"); },
            .act = [](const Situation &situation) -> QList<Action> { return {verifyCopy(CloneParts::of(situation))}; }};
}

} // namespace

QList<Action> copySource(const CloneParts &parts)
{
    QList<Action> actions = endLeftOverBackup(parts);
    actions.append({.text = Tr::tr("Make the directory %1 to copy into").arg(parts.staging),
                    .what = MakeMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.stagingMarker}});
    actions += makeTablespaceDirectories(parts);
    actions.append({.text = Tr::tr("Take a base backup of %1").arg(parts.source.node),
                    .what = RunCommand{.hostId = parts.hostId,
                                       .command = {.argv = baseBackupArguments(parts), .asUser = parts.owner},
                                       .progress = RunCommand::Progress::BaseBackup}});
    return actions;
}

Action verifyCopy(const CloneParts &parts)
{
    return {.text = Tr::tr("Compare the copy with its manifest: sizes, checksums and WAL"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_verifybackup"),
                                                    QStringLiteral("--exit-on-error"), parts.copy},
                                           .asUser = parts.owner}},
            // A copy that has run as a server was verified before that, and differs from its manifest since.
            .unless =
                Observation{.text = Tr::tr("a server has run on the copy already"),
                            .look = PathIs{parts.hostId, parts.copy + QStringLiteral("/postmaster.opts"), parts.owner},
                            .timeout = Milliseconds{0}}};
}

QList<Step> cloneCopySteps()
{
    return {cloneContainerStep(), slotStep(), copyStep(), verifyCopyStep()};
}

} // namespace howdah::library
