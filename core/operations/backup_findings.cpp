#include "core/operations/backup_findings.h"
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

/// By itself it is good, but what it is based on is not, or not there.
Finding brokenChain(const BaseBackup &backup, const BackupCatalogue &catalogue)
{
    return {.id = key("backup-chain-broken"),
            .severity = Severity::Warning,
            .node = backup.takenFrom,
            .text = catalogue.chainTo(backup).isEmpty()
                        ? Tr::tr("The incremental backup %1 lacks one that it is based on.").arg(called(backup))
                        : Tr::tr("The incremental backup %1 is based on one that was found bad.").arg(called(backup)),
            .why = Tr::tr("It holds what has changed since then, and nothing else: it cannot be restored alone."),
            .remedy = Tr::tr("Take a full one: those after it can be based on it."),
            .remedyOperation = key("backup"),
            .remedyArguments = {{key("kind"), key("full")}}};
}

void addBad(QList<Finding> &findings, const BackupStock &stock)
{
    for (const BackupPlace &place : stock.places) {
        for (const BaseBackup &backup : place.catalogue.backups) {
            if (backup.systemIdentifier != stock.systemIdentifier || !place.catalogue.isBad(backup.id))
                continue;
            if (!place.catalogue.hasFailed(backup.id)) {
                findings << brokenChain(backup, place.catalogue);
                continue;
            }
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

/// The newest hole behind a backup: nothing that came before it leads beyond it.
void addGap(QList<Finding> &findings, const BackupStock &stock)
{
    if (!stock.machine)
        return;
    const ArchiveInventory &archive = stock.machine->material.archive;
    const BaseBackup *newest = nullptr;
    Lsn oldestStart;
    for (const BackupReach &reach : stock.reaches) {
        const BaseBackup *backup = stock.find(reach.backup);
        if (!backup || !backup->start.isValid())
            continue;
        if (!oldestStart.isValid() || backup->start < oldestStart)
            oldestStart = backup->start;
        if (!newest || newest->start < backup->start)
            newest = backup;
    }
    if (!newest)
        return;
    const quint64 oldestSegment = segmentNumberAt(oldestStart, archive.segmentBytes);
    const ArchiveHole *hole = nullptr;
    for (const ArchiveHole &one : archive.holes)
        if (one.first > oldestSegment && (!hole || hole->first < one.first))
            hole = &one;
    if (!hole)
        return;
    const bool still = segmentNumberAt(newest->start, archive.segmentBytes) < hole->first;
    findings << Finding{
        .id = key("archive-hole"),
        .severity = still ? Severity::Warning : Severity::Information,
        .text = Tr::tr("Segments missing in the archive: %1, from %2 on.")
                    .arg(hole->count())
                    .arg(nameOf({hole->timeline, hole->first}, archive.segmentBytes)),
        .why = still ? Tr::tr("No backup is newer than the hole: what came after it cannot be recovered.")
                     : Tr::tr("From the backups before the hole recovery ends there; those after it lead on."),
        .remedy = Tr::tr("Look for them in pg_wal of every node; else take a backup: from it on there is no hole."),
        .remedyOperation = still ? key("backup") : QString()};
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
    addGap(findings, stock);
}

} // namespace

QList<Finding> backupFindings(const BackupStock &stock)
{
    QList<Finding> findings;
    addBad(findings, stock);
    addWithoutBackup(findings, stock);
    addUnseen(findings, stock);
    addHoles(findings, stock);
    findings << backupRunFindings(stock) << backupProofFindings(stock);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    return findings;
}

} // namespace howdah
