#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/base/sizes.h"
#include "core/operations/backup_stock.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds lookTimeout{120000};

QString said(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("-");
}

QString said(const std::optional<BackupNote> &note)
{
    if (!note)
        return QStringLiteral("-");
    return note->good ? said(note->at) : Tr::tr("FAILED %1").arg(said(note->at));
}

QString kindOf(const BaseBackup &backup)
{
    if (backup.keeper == BaseBackup::Keeper::ByHand)
        return Tr::tr("by hand");
    if (backup.keeper != BaseBackup::Keeper::Howdah)
        return keeperTitle(backup.keeper);
    if (backup.cold)
        return Tr::tr("cold");
    return backup.basedOn.isEmpty() ? Tr::tr("full") : Tr::tr("incremental");
}

/// Both moments are known to the second.
QString tookText(const BaseBackup &backup)
{
    const qint64 ms = backup.startedAt.msecsTo(backup.stoppedAt);
    constexpr qint64 second = 1000;
    return ms < second ? Tr::tr("< 1 s") : prettyDuration(ms);
}

QStringList rowOf(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    const BackupReach *reach = stock.reachOf(backup.id);
    const bool timed = backup.startedAt.isValid() && backup.stoppedAt.isValid();
    const auto note = [&](BackupNote::Kind kind) {
        return place ? said(place->catalogue.newest(kind, backup.id)) : QStringLiteral("-");
    };
    return {said(backup.stoppedAt),
            backup.id,
            kindOf(backup),
            backup.takenFrom,
            prettySize(backup.bytes),
            timed ? tookText(backup) : QStringLiteral("-"),
            note(BackupNote::Kind::Verified),
            note(BackupNote::Kind::Drilled),
            reach ? said(reach->until) : QStringLiteral("-"),
            backup.label};
}

void say(const BackupStock &stock, const Console &console)
{
    QList<QStringList> rows{{Tr::tr("ENDED (UTC)"), Tr::tr("BACKUP"), Tr::tr("KIND"), Tr::tr("FROM"), Tr::tr("SIZE"),
                             Tr::tr("TOOK"), Tr::tr("VERIFIED"), Tr::tr("DRILLED"), Tr::tr("REACHES"),
                             Tr::tr("LABEL")}};
    for (const BaseBackup &backup : stock.all())
        rows << rowOf(backup, stock);
    if (rows.size() > 1)
        console.say(tableText(rows, {4, 5}));
    const QPair<QDateTime, QDateTime> window = stock.window();
    if (window.first.isValid())
        console.note(Tr::tr("Recovery window: from %1 to %2 (UTC).").arg(said(window.first), said(window.second)));
    else if (!stock.machineIssue.isEmpty())
        console.note(stock.machineIssue);
    for (const BackupPlace &place : stock.places)
        console.note(place.error ? Tr::tr("%1 on the host of %2 cannot be looked at: %3")
                                       .arg(place.directory, place.node, place.error->message)
                                 : Tr::tr("Looked in %1 on the host of %2.").arg(place.directory, place.node));
    for (const QString &issue : stock.keeperIssues)
        console.note(issue);
    for (const Finding &finding : stock.findings)
        console.note(QStringLiteral("%1: %2 %3").arg(severityName(finding.severity), finding.text, finding.remedy));
}

ExitCode backups(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    const Result<ClusterSnapshotPtr> snapshot = session.look(*cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    const BackupStock stock = lookAtBackups(**snapshot, session.environment(), Deadline::after(lookTimeout),
                                            session.stop(), invocation.option(QStringLiteral("directory")));
    if (stock.places.isEmpty())
        return session.failed({.code = ErrorCode::Unsupported,
                               .message = Tr::tr("Howdah has no access to the host of any node, where backups lie."),
                               .hint = Tr::tr("Name the host: “howdahctl cluster host”.")});
    say(stock, session.console());
    session.console().document(toJson(stock));
    return ExitCode::Done;
}

} // namespace

QList<Command> backupsCommands()
{
    return {
        {.path = {QStringLiteral("backups")},
         .summary = Tr::tr("The base backups of a cluster: where, how old, verified, drilled, how far they reach."),
         .description = Tr::tr("Looks beside each node's data directory and wherever backups were put before. Those "
                               "made by hand with pg_basebackup are shown too."),
         .arguments = {clusterArgument()},
         .options = {{QStringLiteral("directory"), Tr::tr("Look in this directory alone."), QStringLiteral("DIR")},
                     jsonOption()},
         .run = backups}};
}

} // namespace howdah::cli
