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
    return {
        .id = QStringLiteral("slot"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Reserve WAL for %1 on %2")
                    .arg(situation.argument(QStringLiteral("name")), situation.argument(QStringLiteral("source")));
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const CloneParts parts = CloneParts::of(situation);
            return {{.text = Tr::tr("Create the replication slot \"%1\" on %2").arg(parts.slot, parts.source.node),
                     .what = RunSql{
                         .server = parts.source,
                         .sql = QStringLiteral("SELECT pg_create_physical_replication_slot($1, true) WHERE NOT EXISTS"
                                               " (SELECT FROM pg_replication_slots WHERE slot_name = $1)"),
                         .parameters = {parts.slot}}}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const CloneParts parts = CloneParts::of(situation);
            return {{.text = Tr::tr("Wait until nobody uses the slot \"%1\"").arg(parts.slot),
                     .what = WaitFor{{.text = Tr::tr("the slot \"%1\" is not in use").arg(parts.slot),
                                      .look = SqlSays{.server = parts.source,
                                                      .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots"
                                                                            " WHERE slot_name = $1 AND active"),
                                                      .parameters = {parts.slot},
                                                      .expected = QStringLiteral("0")}}}},
                    {.text = Tr::tr("Drop the replication slot \"%1\" on %2").arg(parts.slot, parts.source.node),
                     .what = RunSql{.server = parts.source,
                                    .sql = QStringLiteral("SELECT pg_drop_replication_slot(slot_name)"
                                                          " FROM pg_replication_slots WHERE slot_name = $1"),
                                    .parameters = {parts.slot}}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const CloneParts parts = CloneParts::of(situation);
            return {{.text = Tr::tr("the slot \"%1\" is on %2").arg(parts.slot, parts.source.node),
                     .look = SqlSays{.server = parts.source,
                                     .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots"
                                                           " WHERE slot_name = $1 AND slot_type = 'physical'"
                                                           " AND restart_lsn IS NOT NULL"),
                                     .parameters = {parts.slot},
                                     .expected = QStringLiteral("1")}}};
        }};
}

QStringList baseBackupArguments(const CloneParts &parts)
{
    const ConnInfo info = replicationInfo(parts.sourceInfo).with(QStringLiteral("application_name"), parts.backupTitle);
    QStringList argv{parts.binDirectory + QStringLiteral("/pg_basebackup"),
                     QStringLiteral("--dbname=") + info.toString(), QStringLiteral("--pgdata=") + parts.copy,
                     QStringLiteral("--wal-method=stream"), QStringLiteral("--slot=") + parts.slot,
                     // A spread checkpoint would let the copy wait for minutes before it begins.
                     QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-password"), QStringLiteral("--progress"),
                     QStringLiteral("--verbose")};
    if (!parts.rate.isEmpty())
        argv << QStringLiteral("--max-rate=") + parts.rate;
    return argv;
}

Step copyStep()
{
    return {.id = QStringLiteral("copy"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Copy the data of %1").arg(situation.argument(QStringLiteral("source")));
                },
            .act =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    QList<Action> actions = endLeftOverBackup(parts);
                    actions.append(
                        {.text = Tr::tr("Make the directory %1 to copy into").arg(parts.staging),
                         .what = MakeMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.stagingMarker}});
                    actions.append(
                        {.text = Tr::tr("Take a base backup of %1").arg(parts.source.node),
                         .what = RunCommand{.hostId = parts.hostId,
                                            .command = {.argv = baseBackupArguments(parts), .asUser = parts.owner},
                                            .progress = RunCommand::Progress::BaseBackup}});
                    return actions;
                },
            .undo =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    QList<Action> actions = endLeftOverBackup(parts);
                    actions.append(
                        {.text = Tr::tr("Remove the directory %1 and the copy in it").arg(parts.staging),
                         .what = RemoveMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.stagingMarker}});
                    return actions;
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
            .act = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                return {
                    {.text = Tr::tr("Compare the copy with its manifest: sizes, checksums and WAL"),
                     .what = RunCommand{.hostId = parts.hostId,
                                        .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_verifybackup"),
                                                             QStringLiteral("--exit-on-error"), parts.copy},
                                                    .asUser = parts.owner}},
                     // A copy that has run as a server was verified before that, and differs from its manifest since.
                     .unless = Observation{
                         .text = Tr::tr("a server has run on the copy already"),
                         .look = PathIs{parts.hostId, parts.copy + QStringLiteral("/postmaster.opts"), parts.owner},
                         .timeout = Milliseconds{0}}}};
            }};
}

/// Puts the lines named "file:line:name" at the end of a file, and fails when one of them does not set that name any
/// more: the files may have been edited while the data was copied.
const char *const pickSettings = R"(BEGIN {
    out = ARGV[1]; wanted = split(ARGV[2], lines, " "); ARGV[1] = ""; ARGV[2] = ""
    for (i = 1; i <= wanted; i++) { split(lines[i], part, ":"); name[part[1] ":" part[2]] = tolower(part[3]) }
}
FNR == 1 { file++ }
(file ":" FNR) in name {
    text = tolower($0); sub(/^[ \t]+/, "", text)
    if (index(text, name[file ":" FNR]) == 1) { print >> out; found++ }
}
END {
    if (found != wanted) { print "The configuration files were changed in the meantime." > "/dev/stderr"; exit 1 }
})";

Action copyFile(const CloneParts &parts, const QString &from, const QString &name)
{
    return {.text = Tr::tr("Copy %1, which the source keeps outside its data directory").arg(from),
            .what =
                RunCommand{.hostId = parts.hostId,
                           .command = {.argv = {QStringLiteral("install"), QStringLiteral("-m"), QStringLiteral("0600"),
                                                QStringLiteral("--"), from, parts.copy + QLatin1Char('/') + name},
                                       .asUser = parts.owner}}};
}

/// Copied on the host by its own programs: what these files say is nobody's to read, least of all in a plan.
QList<Action> bringConfiguration(const CloneParts &parts)
{
    if (parts.configFile.isEmpty())
        return {};
    const QString file = parts.copy + QStringLiteral("/postgresql.conf");
    QList<Action> actions{
        {.text = Tr::tr("Write postgresql.conf, which the source keeps outside its data directory"),
         .what = WriteFile{
             parts.hostId, file, parts.owner,
             (Tr::tr("# What was in force in %1 when this copy was made.").arg(parts.configFile) + QLatin1Char('\n'))
                 .toUtf8()}}};
    // Without a file to read, awk would wait for its standard input.
    if (!parts.settingFiles.isEmpty())
        actions.append(
            {.text = Tr::tr("Copy the settings in force to it"),
             .what = RunCommand{.hostId = parts.hostId,
                                .command = {.argv = QStringList{QStringLiteral("awk"), QLatin1String(pickSettings),
                                                                file, parts.settingLines.join(QLatin1Char(' '))} +
                                                    parts.settingFiles,
                                            .asUser = parts.owner}}});
    actions.append(copyFile(parts, parts.hbaFile, QStringLiteral("pg_hba.conf")));
    actions.append(copyFile(parts, parts.identFile, QStringLiteral("pg_ident.conf")));
    return actions;
}

Step configureStep()
{
    return {.id = QStringLiteral("configure"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Make the copy a standby of %1").arg(situation.argument(QStringLiteral("source")));
                },
            .act =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    QList<Action> actions = bringConfiguration(parts);
                    actions.append(
                        {.text = Tr::tr("Set its connection, slot, port and name in postgresql.auto.conf"),
                         .what = AppendFile{parts.hostId, parts.copy + QStringLiteral("/postgresql.auto.conf"),
                                            parts.owner, parts.configuration}});
                    actions.append({.text = Tr::tr("Mark it as a standby with standby.signal"),
                                    .what = WriteFile{parts.hostId, parts.copy + QStringLiteral("/standby.signal"),
                                                      parts.owner, parts.standbySignal}});
                    return actions;
                },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                return {{.text = Tr::tr("the copy is marked as a standby"),
                         .look = PathIs{parts.hostId, parts.copy + QStringLiteral("/standby.signal"), parts.owner}}};
            },
            .always = true};
}

} // namespace

QList<Step> cloneCopySteps()
{
    return {slotStep(), copyStep(), verifyCopyStep(), configureStep()};
}

} // namespace howdah::library
