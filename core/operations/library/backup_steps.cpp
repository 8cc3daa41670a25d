#include "core/operations/library/backup_chosen.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

/// Of an earlier try: a killed console leaves its pg_basebackup behind.
Action endLeftOver(const BackupParts &parts)
{
    return {.text = Tr::tr("End what an earlier try of this backup may have left running"),
            .what = RunSql{.server = parts.source,
                           .sql = QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_replication"
                                                 " WHERE application_name = $1"),
                           .parameters = {parts.title}}};
}

/// Before 15 the option was the level of gzip alone.
QString compressionWord(const BackupParts &parts)
{
    constexpr int firstWithMethods = 15;
    if (parts.major < firstWithMethods)
        return QStringLiteral("6");
    return QStringLiteral("client-") + parts.compression;
}

QStringList arguments(const BackupParts &parts)
{
    const ConnInfo info = copyingInfo(replicationInfo(parts.sourceInfo), parts.title);
    QStringList argv{parts.binDirectory + QStringLiteral("/pg_basebackup"),
                     QStringLiteral("--dbname=") + info.toString(), QStringLiteral("--pgdata=") + parts.copy(),
                     // With its own WAL it can be opened even when the archive is lost.
                     QStringLiteral("--wal-method=stream"), QStringLiteral("--checkpoint=fast"),
                     QStringLiteral("--no-password"), QStringLiteral("--progress"), QStringLiteral("--verbose")};
    if (!parts.compression.isEmpty())
        argv << QStringLiteral("--format=tar") << QStringLiteral("--compress=") + compressionWord(parts);
    if (!parts.basedOnData.isEmpty())
        argv << QStringLiteral("--incremental=") + parts.basedOnData + QStringLiteral("/backup_manifest");
    if (!parts.label.isEmpty())
        argv << QStringLiteral("--label=") + parts.label;
    if (!parts.rate.isEmpty())
        argv << QStringLiteral("--max-rate=") + parts.rate;
    return argv;
}

Action removeStaging(const BackupParts &parts)
{
    return {.text = Tr::tr("Remove the unfinished backup %1").arg(parts.staging),
            .what = RemoveMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.marker}};
}

Step copyStep()
{
    return {
        .id = QStringLiteral("copy"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Copy %1").arg(situation.argument(QStringLiteral("from")));
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const BackupParts parts = BackupParts::of(situation);
            QList<Action> actions{
                {.text = Tr::tr("Make the directory %1 for backups, unless it is there").arg(parts.catalogue),
                 .what = MakeDirectory{parts.hostId, parts.catalogue, parts.owner},
                 .unless = Observation{.text = Tr::tr("%1 is there").arg(parts.catalogue),
                                       .look = PathIs{parts.hostId, parts.catalogue, parts.owner},
                                       .timeout = Milliseconds{0}}},
                {.text = Tr::tr("Make the directory %1").arg(parts.staging),
                 .what = MakeMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.marker}}};
            if (parts.isCold())
                return actions + coldCopy(parts);
            actions.prepend(endLeftOver(parts));
            return actions << Action{.text = Tr::tr("Take a base backup of %1").arg(parts.node),
                                     .what = RunCommand{.hostId = parts.hostId,
                                                        .command = {.argv = arguments(parts), .asUser = parts.owner},
                                                        .progress = RunCommand::Progress::BaseBackup}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const BackupParts parts = BackupParts::of(situation);
            if (parts.isCold())
                return {removeStaging(parts)};
            return {endLeftOver(parts), removeStaging(parts)};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const BackupParts parts = BackupParts::of(situation);
            if (parts.isCold())
                return {
                    {.text = Tr::tr("the copy is there"),
                     .look = PathIs{parts.hostId, parts.copy() + QStringLiteral("/global/pg_control"), parts.owner}}};
            return {{.text = Tr::tr("the copy has its backup manifest"),
                     .look = PathIs{parts.hostId, parts.copy() + QStringLiteral("/backup_manifest"), parts.owner}}};
        },
        .always = true};
}

Action verification(const BackupParts &parts, const QString &data)
{
    return {.text = Tr::tr("Compare the backup with its manifest: sizes, checksums and WAL"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_verifybackup"),
                                                    QStringLiteral("--exit-on-error"),
                                                    QStringLiteral("--ignore=tablespace_map"), data},
                                           .asUser = parts.owner}}};
}

/// pg_verifybackup reads plain files only, before 18: they are unpacked beside the tar files, and removed again.
QList<Action> tarVerification(const BackupParts &parts)
{
    const QString unpacked = parts.unpacking() + QStringLiteral("/data");
    ChosenBackup chosen{.id = parts.operationId,
                        .hostId = parts.hostId,
                        .owner = parts.owner,
                        .binDirectory = parts.binDirectory,
                        .chain = {parts.copy()}};
    chosen.backup.format = BaseBackup::Format::Tar;
    return {{.text = Tr::tr("Make the directory %1").arg(parts.unpacking()),
             .what = MakeMarkedDirectory{parts.hostId, parts.unpacking(), parts.owner, parts.marker}},
            restoreAction(chosen, unpacked),
            verification(parts, unpacked),
            {.text = Tr::tr("Remove what was unpacked"),
             .what = RemoveMarkedDirectory{parts.hostId, parts.unpacking(), parts.owner, parts.marker}}};
}

Step verifyStep()
{
    return {.id = QStringLiteral("verify"),
            .title = [](const Situation &) { return Tr::tr("Verify every file of the backup"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const BackupParts parts = BackupParts::of(situation);
                if (parts.isCold())
                    return {compareColdCopy(parts)};
                return parts.compression.isEmpty() ? QList<Action>{verification(parts, parts.copy())}
                                                   : tarVerification(parts);
            }};
}

Step recordStep()
{
    return {
        .id = QStringLiteral("record"),
        .title = [](const Situation &) { return Tr::tr("Put it on record"); },
        .act = [](const Situation &situation) -> QList<Action> {
            const BackupParts parts = BackupParts::of(situation);
            const QByteArray record = QJsonDocument(backupRecord(parts.record)).toJson();
            QList<Action> actions{
                {.text = Tr::tr("Write its record"),
                 .what = WriteFile{.hostId = parts.hostId,
                                   .path = parts.staging + QLatin1Char('/') + QLatin1String(BaseBackup::recordName),
                                   .owner = parts.owner,
                                   .content = record},
                 .unless = Observation{.text = Tr::tr("it lies in its place"),
                                       .look = PathIs{parts.hostId, parts.place, parts.owner},
                                       .timeout = Milliseconds{0}}},
                {.text = Tr::tr("Move it to %1").arg(parts.place),
                 .what =
                     MovePath{.hostId = parts.hostId, .from = parts.staging, .to = parts.place, .owner = parts.owner}},
                {.text = Tr::tr("Note where it lies"),
                 .what = RunCommand{.hostId = parts.hostId,
                                    .command = {.argv = {QStringLiteral("printf"), QStringLiteral("%s"), parts.place},
                                                .asUser = parts.owner},
                                    .resultName = QStringLiteral("directory")}}};
            return actions;
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const BackupParts parts = BackupParts::of(situation);
            return {{.text = Tr::tr("Move it back to %1").arg(parts.staging),
                     .what = MovePath{.hostId = parts.hostId,
                                      .from = parts.place,
                                      .to = parts.staging,
                                      .owner = parts.owner,
                                      .witness = QLatin1String(markerFileName),
                                      .witnessContent = parts.marker.toUtf8()}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const BackupParts parts = BackupParts::of(situation);
            return {
                {.text = Tr::tr("the backup lies in %1 with its record").arg(parts.place),
                 .look = PathIs{parts.hostId, parts.place + QLatin1Char('/') + QLatin1String(BaseBackup::recordName),
                                parts.owner}}};
        }};
}

} // namespace

QList<Step> backupSteps()
{
    return {copyStep(), verifyStep(), recordStep()};
}

} // namespace howdah::library
