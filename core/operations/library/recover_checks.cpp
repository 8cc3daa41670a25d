#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

Judgement judgeWay(const Situation &situation, const Values &seen)
{
    const QString named = situation.argument(key("backup"));
    if (!named.isEmpty() && seen.value(key("backups")).toInt() == 0)
        return blocked(
            Tr::tr("There is no backup %1 in %2 that can be restored.").arg(named, situation.argument(key("backups"))),
            Tr::tr("See “howdahctl backups”, or name none: the right one is found."));
    if (const QString why = seen.value(key("why")).toString(); !why.isEmpty())
        return blocked(why, seen.value(key("hint")).toString());
    const QString ended =
        seen.value(key("stoppedAt")).toDateTime().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    return ok(Tr::tr("The backup %1, which ended %2.").arg(seen.value(key("backup")).toString(), ended));
}

Judgement judgeReach(const Situation &situation, const Values &seen)
{
    const Result<RecoveryTarget> target = recoveryTargetOf(situation.arguments);
    const QString reaches = seen.value(key("reaches")).toString();
    if (!situation.argument(key("restore-command")).isEmpty())
        return warning(Tr::tr("Which segments restore_command can bring is not known beforehand."),
                       Tr::tr("If one is missing on the way, recovery ends there, and the copy is taken down again."));
    if (situation.argument(key("archive")).isEmpty())
        return target && target->kind != RecoveryTarget::Kind::End
                   ? blocked(Tr::tr("No archive is named: the backup reaches its own end only, %1.").arg(reaches),
                             Tr::tr("Name the directory that the cluster archives to."))
                   : warning(Tr::tr("No archive is named: the backup reaches its own end, %1.").arg(reaches),
                             Tr::tr("Name the archive's directory for what happened later."));
    const QString observed =
        Tr::tr("WAL without a gap up to %1, on timeline %2.").arg(reaches, seen.value(key("timeline")).toString());
    if (target && target->kind == RecoveryTarget::Kind::Lsn && Lsn::parse(reaches).value_or(Lsn()) < target->lsn)
        return blocked(observed,
                       Tr::tr("%1 is not archived yet, or missing: choose an earlier target, or let the primary"
                              " switch to a new segment (pg_switch_wal).")
                           .arg(target->lsn.toString()));
    // Recovery that meets no commit behind the target fails at the end of all WAL: better known before.
    const QDateTime until = seen.value(key("archivedUntil")).toDateTime();
    if (target && target->kind == RecoveryTarget::Kind::Time && until.isValid() && until < target->time)
        return blocked(
            Tr::tr("The newest archived segment was written %1, before the target.")
                .arg(until.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))),
            Tr::tr("Leave the target away to recover to the end of the archive; or let the primary archive what "
                   "it has since (pg_switch_wal), if something was committed after the target."));
    return ok(observed);
}

Judgement judgePlace(const Situation &situation, const Values &seen)
{
    const QString into = situation.argument(key("into"));
    if (ServerPlace::fromFact(situation, key("layout")).container)
        return blocked(
            Tr::tr("The server of %1 is the main process of its container; no second one, as the copy would be, "
                   "runs in it.")
                .arg(situation.argument(key("beside"))),
            Tr::tr("Name a node outside of a container, or restore the backup by hand into a container of its "
                   "own."));
    if (seen.value(key("there")).toBool())
        return blocked(Tr::tr("%1 is there already.").arg(into), Tr::tr("Name a directory that does not exist yet."));
    const QString live = situation.value(key("layout"), key("dataDirectory")).toString();
    if (into.startsWith(live + QLatin1Char('/')))
        return blocked(Tr::tr("%1 lies in the live server's data directory.").arg(into),
                       Tr::tr("Choose a directory of its own."));
    return seen.value(key("writable")).toBool()
               ? ok(Tr::tr("%1 will be made.").arg(into))
               : blocked(Tr::tr("%1 may not write into %2, or it is not there.")
                             .arg(RecoverParts::of(situation).owner, seen.value(key("parent")).toString()),
                         Tr::tr("Choose another directory."));
}

Judgement judgeTablespaces(const Situation &situation, const Values &seen)
{
    const int live = seen.value(key("tablespaces")).toInt();
    const QStringList kept = situation.value(key("material"), key("backupTablespaces")).toStringList();
    if (live == 0 && kept.isEmpty())
        return ok(Tr::tr("There are none."));
    if (!situation.value(key("material"), key("tar")).toBool())
        return blocked(
            Tr::tr("%1 has tablespaces, and the backup is not in tar files.").arg(situation.argument(key("beside"))),
            Tr::tr("Recover from one in tar files (backup --compression gzip), whose tablespaces are put beside "
                   "the copy."));
    QStringList later = seen.value(key("tablespaceIds")).toStringList();
    later.removeIf([&kept](const QString &number) { return kept.contains(number); });
    return later.isEmpty()
               ? ok(Tr::tr("They are in tar files of the backup, and are put beside the copy."))
               : blocked(
                     Tr::tr("There are tablespaces that the backup has not: %1.").arg(later.join(QStringLiteral(", "))),
                     Tr::tr("They were made later. Replaying that would write into the live server's "
                            "directory: recover by hand on a host that has none of its servers."));
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    constexpr qint64 ahead = 256LL << 20; // segments that wait to be replayed
    const qint64 needed = situation.value(key("material"), key("bytes")).toLongLong() + ahead +
                          mostWal(RecoverParts::of(situation).segmentBytes);
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const QString observed = Tr::tr("%1 free, about %2 needed.").arg(prettySize(spare), prettySize(needed));
    return spare > needed ? ok(observed) : blocked(observed, Tr::tr("Make room, or choose another directory."));
}

Judgement judgePort(const Situation &situation, const Values &seen)
{
    const QString port = situation.argument(key("port"));
    return seen.value(key("free")).toBool()
               ? ok(Tr::tr("%1 is free.").arg(port))
               : blocked(Tr::tr("Something listens on %1.").arg(port), Tr::tr("Choose another port."));
}

} // namespace

QList<Check> recoverChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        hostKnown(key("beside"), key("layout")),
        check("backup", Tr::tr("A backup that ended before the target"),
              Tr::tr("Recovery goes forward only: from the end of a base backup, through the WAL."), "material",
              judgeWay),
        check("wal", Tr::tr("The WAL goes there without a gap"),
              Tr::tr("One missing segment, and recovery ends in front of it."), "material", judgeReach),
        fetchingCheck(),
        restoringProgramsCheck(),
        check("place", Tr::tr("The copy has a place"), Tr::tr("Nothing that lies there is replaced."), "target",
              judgePlace),
        check("tablespaces", Tr::tr("Tablespaces of its own"),
              Tr::tr("A copy that replays their creation would write into the directories of the live server's."),
              "target", judgeTablespaces),
        check("space", Tr::tr("Room for the copy"), Tr::tr("A full disk would harm the live server too."), "target",
              judgeSpace),
        check("port", Tr::tr("The port is free"), Tr::tr("The copy listens on a port of its own."), "port", judgePort)};
}

} // namespace howdah::library
