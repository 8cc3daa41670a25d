#include "core/operations/backup_findings.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupFindings)
};

using Kind = BackupNote::Kind;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString called(const BaseBackup &backup)
{
    return backup.label.isEmpty() ? backup.id : QStringLiteral("%1 (%2)").arg(backup.label, backup.id);
}

void addWithoutBackup(QList<Finding> &findings, const BackupStock &stock)
{
    const bool unseen = std::any_of(stock.places.begin(), stock.places.end(),
                                    [](const BackupPlace &place) { return place.error.has_value(); });
    if (!stock.all().isEmpty() || unseen || stock.places.isEmpty())
        return;
    findings << Finding{.id = key("no-backup"),
                        .severity = Severity::Warning,
                        .text = Tr::tr("There is no base backup of %1.").arg(stock.cluster),
                        .why = Tr::tr("What is deleted by mistake is deleted on every standby a moment later: only a "
                                      "backup brings it back."),
                        .remedy = Tr::tr("Take one."),
                        .remedyOperation = key("backup")};
}

void addBad(QList<Finding> &findings, const BackupStock &stock)
{
    for (const BackupPlace &place : stock.places) {
        for (const BaseBackup &backup : place.catalogue.backups) {
            if (!place.catalogue.isBad(backup.id) || backup.systemIdentifier != stock.systemIdentifier)
                continue;
            const std::optional<BackupNote> verified = place.catalogue.newest(Kind::Verified, backup.id);
            const bool corrupt = verified && !verified->good;
            const std::optional<BackupNote> drilled = place.catalogue.newest(Kind::Drilled, backup.id);
            findings << Finding{
                .id = key("backup-bad"),
                .severity = Severity::Critical,
                .node = backup.takenFrom,
                .text = corrupt ? Tr::tr("The backup %1 does not verify: %2").arg(called(backup), verified->said)
                                : Tr::tr("The restore drill of the backup %1 failed: %2")
                                      .arg(called(backup), drilled ? drilled->said : QString()),
                .why = Tr::tr("A backup that cannot be restored is none."),
                .remedy = Tr::tr("Take another one now, and look at the disk that this one lies on."),
                .remedyOperation = key("backup")};
        }
        for (const BackupCatalogue::Damaged &damaged : place.catalogue.damaged)
            findings << Finding{.id = key("backup-damaged"),
                                .severity = Severity::Warning,
                                .text = Tr::tr("%1 cannot be used. %2").arg(damaged.directory, damaged.why),
                                .why = Tr::tr("It looks like a backup and is none to rely on."),
                                .remedy = Tr::tr("Take another one, and remove this one by hand.")};
    }
}

void addUnproven(QList<Finding> &findings, const BackupStock &stock)
{
    const QList<BaseBackup> all = stock.all();
    const bool drilled = std::any_of(all.begin(), all.end(), [&stock](const BaseBackup &backup) {
        const BackupPlace *place = stock.placeOf(backup.id);
        const auto note = place ? place->catalogue.newest(Kind::Drilled, backup.id) : std::nullopt;
        return note && note->good;
    });
    const auto newest = std::find_if(
        all.rbegin(), all.rend(), [&stock](const BaseBackup &backup) { return stock.placeOf(backup.id) != nullptr; });
    if (drilled || newest == all.rend())
        return;
    findings << Finding{.id = key("backup-unproven"),
                        .severity = Severity::Information,
                        .text = Tr::tr("No backup of %1 has been restored yet to prove it.").arg(stock.cluster),
                        .why = Tr::tr("Restored is proven only by restoring."),
                        .remedy = Tr::tr("Drill one: it is restored aside, started, checked and taken down again."),
                        .remedyOperation = key("drill-backup"),
                        .remedyArguments = {{key("backup"), newest->id}}};
}

void addRuns(QList<Finding> &findings, const BackupStock &stock)
{
    for (const BackupPlace &place : stock.places) {
        std::optional<BackupNote> last, copied;
        for (const BackupNote &note : place.catalogue.notes) {
            if (note.kind == Kind::Run)
                last = note;
            else if (note.kind == Kind::Copied)
                copied = note;
        }
        const std::optional<BackupSchedule> &schedule = place.catalogue.schedule;
        if (last && !last->good)
            findings << Finding{.id = key("backup-run-failed"),
                                .severity = Severity::Critical,
                                .node = place.node,
                                .text = Tr::tr("The last scheduled backup failed: %1").arg(last->said),
                                .why = Tr::tr("Each run that fails leaves the newest backup a day older."),
                                .remedy = Tr::tr("Mend that, and take one now."),
                                .remedyOperation = key("backup")};
        if (schedule && schedule->isOverdue(last ? last->at : QDateTime(), stock.madeAt))
            findings << Finding{
                .id = key("backup-missed"),
                .severity = Severity::Warning,
                .node = place.node,
                .text = Tr::tr("A scheduled backup was missed: the last run in %1 was %2.")
                            .arg(place.directory,
                                 last ? last->at.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")) : Tr::tr("never")),
                .why = Tr::tr("Whatever should start it (%1) has not.").arg(scheduleWayName(schedule->way)),
                .remedy = Tr::tr("See that it runs on that host, or schedule it by another way.")};
        if (copied && !copied->good)
            findings << Finding{
                .id = key("backup-copy-failed"),
                .severity = Severity::Warning,
                .node = place.node,
                .text = Tr::tr("The backup %1 was not copied to the other host: %2").arg(copied->backup, copied->said),
                .why = Tr::tr("A backup on the same host is lost with it."),
                .remedy = Tr::tr("See that the owner of the files reaches the other host with ssh, "
                                 "without a password.")};
    }
}

void addUnseen(QList<Finding> &findings, const BackupStock &stock)
{
    for (const BackupPlace &place : stock.places)
        if (place.error)
            findings << Finding{
                .id = key("backups-unseen"),
                .severity = Severity::Warning,
                .node = place.node,
                .text = Tr::tr("The backups in %1 cannot be looked at: %2").arg(place.directory, place.error->message),
                .why = Tr::tr("Whether there is anything to restore from is not known."),
                .remedy = place.error->hint};
}

void addHoles(QList<Finding> &findings, const BackupStock &stock)
{
    for (const BackupReach &reach : stock.reaches)
        if (!reach.why.isEmpty() && stock.machine && !stock.machine->archive.isEmpty())
            findings << Finding{.id = key("backup-cut-off"),
                                .severity = Severity::Warning,
                                .text =
                                    Tr::tr("The backup %1 leads to its own end only. %2").arg(reach.backup, reach.why),
                                .why = Tr::tr("What was committed after it cannot be recovered from it."),
                                .remedy = Tr::tr("Take another one: from it the archive leads on without a gap."),
                                .remedyOperation = key("backup")};
}

} // namespace

QList<Finding> backupFindings(const BackupStock &stock)
{
    QList<Finding> findings;
    addBad(findings, stock);
    addWithoutBackup(findings, stock);
    addUnseen(findings, stock);
    addHoles(findings, stock);
    addRuns(findings, stock);
    addUnproven(findings, stock);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    return findings;
}

} // namespace howdah
