#include "core/base/key.h"
#include "core/operations/backup_finding_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupFindings)
};

using Kind = BackupNote::Kind;

QString said(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

/// The newest note of a kind in a place, of whatever backup.
std::optional<BackupNote> newest(const BackupPlace &place, Kind kind)
{
    std::optional<BackupNote> found;
    for (const BackupNote &note : place.catalogue.notes)
        if (note.kind == kind)
            found = note;
    return found;
}

Finding failedRun(const BackupPlace &place, const BackupNote &last)
{
    return {.id = key("backup-run-failed"),
            .severity = Severity::Critical,
            .node = place.node,
            .text = Tr::tr("The last scheduled backup failed: %1").arg(last.said),
            .why = Tr::tr("Each run that fails leaves the newest backup a day older."),
            .remedy = Tr::tr("Mend that, and take one now."),
            .remedyOperation = key("backup")};
}

Finding missedRun(const BackupPlace &place, const std::optional<BackupNote> &last)
{
    return {.id = key("backup-missed"),
            .severity = Severity::Warning,
            .node = place.node,
            .text = Tr::tr("A scheduled backup was missed: the last run in %1 was %2.")
                        .arg(place.directory, last ? said(last->at) : Tr::tr("never")),
            .why = Tr::tr("Whatever should start it (%1) has not.").arg(scheduleWayName(place.catalogue.schedule->way)),
            .remedy = Tr::tr("See that it runs on that host, or schedule it by another way."),
            .remedyOperation = key("schedule-backup")};
}

Finding failedCopy(const BackupPlace &place, const BackupNote &copied)
{
    return {.id = key("backup-copy-failed"),
            .severity = Severity::Warning,
            .node = place.node,
            .text = Tr::tr("The backup %1 was not copied to the other host: %2").arg(copied.backup, copied.said),
            .why = Tr::tr("A backup on the same host is lost with it."),
            .remedy = Tr::tr("See that the owner of the files reaches the other host with ssh, "
                             "without a password.")};
}

/// A run begins its drill when the backup is taken: hours later it must have ended.
bool missedDrill(const BackupPlace &place, const BackupNote &run, const QDateTime &now)
{
    constexpr qint64 patience = 12LL * 3600;
    return place.catalogue.schedule && place.catalogue.schedule->drills && run.good && run.at.secsTo(now) > patience &&
           !place.catalogue.newest(Kind::Drilled, run.backup);
}

Finding drillMissed(const BackupPlace &place, const BackupNote &run)
{
    return {.id = key("drill-missed"),
            .severity = Severity::Warning,
            .node = place.node,
            .text = Tr::tr("The scheduled drill of the backup %1 has not come to its end.").arg(run.backup),
            .why = Tr::tr("Restored is proven only by restoring."),
            .remedy = Tr::tr("Drill it now, and see what it says."),
            .remedyOperation = key("drill-backup"),
            .remedyArguments = {{key("backup"), run.backup}}};
}

/// Where nothing is scheduled nobody else notices.
void addOld(QList<Finding> &findings, const BackupStock &stock)
{
    constexpr qint64 longest = 7; // days
    const bool scheduled = std::any_of(stock.places.begin(), stock.places.end(),
                                       [](const BackupPlace &place) { return place.catalogue.schedule.has_value(); });
    const QList<BaseBackup> all = stock.all();
    const auto usable = std::find_if(all.rbegin(), all.rend(), [&stock](const BaseBackup &backup) {
        const BackupPlace *place = stock.placeOf(backup.id);
        return !place || !place->catalogue.isBad(backup.id);
    });
    if (scheduled || usable == all.rend())
        return;
    const qint64 days = usable->stoppedAt.daysTo(stock.madeAt);
    if (days <= longest)
        return;
    findings << Finding{
        .id = key("backup-old"),
        .severity = Severity::Warning,
        .text = Tr::tr("The newest backup of %1 that can be used is %2 days old.").arg(stock.cluster).arg(days),
        .why = Tr::tr("All the WAL since then must be there, and be replayed, to come back to today."),
        .remedy = Tr::tr("Take one, or have them taken by themselves: “Schedule backups”."),
        .remedyOperation = key("schedule-backup")};
}

} // namespace

QList<Finding> backupRunFindings(const BackupStock &stock)
{
    QList<Finding> findings;
    for (const BackupPlace &place : stock.places) {
        const std::optional<BackupNote> last = newest(place, Kind::Run), copied = newest(place, Kind::Copied);
        const std::optional<BackupSchedule> &schedule = place.catalogue.schedule;
        if (last && !last->good)
            findings << failedRun(place, *last);
        if (schedule && schedule->isOverdue(last ? last->at : QDateTime(), stock.madeAt))
            findings << missedRun(place, last);
        if (copied && !copied->good)
            findings << failedCopy(place, *copied);
        if (last && missedDrill(place, *last, stock.madeAt))
            findings << drillMissed(place, *last);
    }
    addOld(findings, stock);
    return findings;
}

QList<Finding> backupProofFindings(const BackupStock &stock)
{
    constexpr qint64 longest = 30; // days
    const BaseBackup *newestHere = nullptr;
    QDateTime drilled;
    const QList<BaseBackup> all = stock.all();
    for (const BaseBackup &backup : all) {
        const BackupPlace *place = stock.placeOf(backup.id);
        if (!place || place->catalogue.isBad(backup.id))
            continue;
        newestHere = &backup;
        const std::optional<BackupNote> note = place->catalogue.newest(Kind::Drilled, backup.id);
        if (note && note->good && (!drilled.isValid() || drilled < note->at))
            drilled = note->at;
    }
    if (!newestHere)
        return {};
    QList<Finding> findings;
    const Arguments chosen{{key("backup"), newestHere->id}};
    const std::optional<BackupNote> verified =
        stock.placeOf(newestHere->id)->catalogue.newest(Kind::Verified, newestHere->id);
    const qint64 unverified = verified ? verified->at.daysTo(stock.madeAt) : 0;
    if (!verified || unverified > longest)
        findings << Finding{
            .id = key("backup-unverified"),
            .severity = Severity::Information,
            .node = newestHere->takenFrom,
            .text = verified
                        ? Tr::tr("The newest backup, %1, was verified %2 days ago.").arg(newestHere->id).arg(unverified)
                        : Tr::tr("The newest backup, %1, has never been verified.").arg(newestHere->id),
            .why = Tr::tr("Disks forget; who does not look learns it on the day of the restore."),
            .remedy = Tr::tr("Verify it: every file is compared with the manifest."),
            .remedyOperation = key("verify-backup"),
            .remedyArguments = chosen};
    const qint64 unproven = drilled.isValid() ? drilled.daysTo(stock.madeAt) : 0;
    if (!drilled.isValid() || unproven > longest)
        findings << Finding{
            .id = key("backup-unproven"),
            .severity = Severity::Information,
            .text = drilled.isValid()
                        ? Tr::tr("The last good restore drill of %1 was %2 days ago.").arg(stock.cluster).arg(unproven)
                        : Tr::tr("No backup of %1 has been restored yet to prove it.").arg(stock.cluster),
            .why = Tr::tr("Restored is proven only by restoring."),
            .remedy = Tr::tr("Drill one: it is restored aside, started, checked and taken down again."),
            .remedyOperation = key("drill-backup"),
            .remedyArguments = chosen};
    return findings;
}

} // namespace howdah
