#include "core/operations/backup_findings.h"

#include <QTest>

using namespace howdah;

namespace {

using Change = std::function<void(BackupStock &)>;
using Kind = BackupNote::Kind;

QString at(const char *text)
{
    return QString::fromUtf8(text);
}

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
constexpr quint64 segment = 16U << 20;

BaseBackup backup(const char *id, int daysAgo, const char *basedOn = "")
{
    return {.id = at(id),
            .directory = at("/b/") + at(id),
            .systemIdentifier = at("7"),
            .takenFrom = at("n1"),
            .serverVersion = 170000,
            .timeline = 1,
            .start = Lsn(quint64(100 - daysAgo) * segment),
            .stop = Lsn(quint64(100 - daysAgo) * segment + 100),
            .stoppedAt = now.addDays(-daysAgo),
            .verifiedAt = now.addDays(-daysAgo),
            .bytes = 1,
            .basedOn = at(basedOn)};
}

BackupNote note(Kind kind, const char *id, bool good, int hoursAgo, const char *said = "")
{
    return {.kind = kind, .backup = at(id), .good = good, .at = now.addSecs(-3600LL * hoursAgo), .said = at(said)};
}

/// One that was taken yesterday on schedule, verified and drilled.
BackupStock calm()
{
    BackupStock stock{.cluster = at("shop"), .madeAt = now, .systemIdentifier = at("7")};
    BackupPlace place{.node = at("n1"), .hostId = at("local"), .owner = at("postgres"), .directory = at("/b")};
    place.catalogue.directory = place.directory;
    place.catalogue.backups = {backup("first", 1)};
    place.catalogue.schedule = BackupSchedule{.cluster = at("shop"), .node = at("n1"), .since = now.addDays(-9)};
    place.catalogue.notes = {note(Kind::Run, "first", true, 24), note(Kind::Drilled, "first", true, 20)};
    stock.places << place;
    return stock;
}

BackupCatalogue &catalogue(BackupStock &stock)
{
    return stock.places.first().catalogue;
}

/// Segments 90 to 110 are archived, but for those from `first` to `last`.
void archiveWithHole(BackupStock &stock, quint64 first, quint64 last)
{
    auto machine = std::make_shared<TimeMachine>();
    machine->archive = at("/archive");
    machine->material.archive.runs = {{.timeline = 1, .first = 90, .last = first - 1},
                                      {.timeline = 1, .first = last + 1, .last = 110}};
    machine->material.archive.holes = {{.timeline = 1, .first = first, .last = last}};
    stock.machine = machine;
    for (const BaseBackup &one : stock.all())
        stock.reaches << BackupReach{.backup = one.id, .reaches = one.stop, .until = one.stoppedAt};
}

} // namespace

/// What is found wrong with backups, a row each.
class TestBackupFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrong() { QCOMPARE(backupFindings(calm()).size(), 0); }

    void each_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *title, const Change &change, const char *id, const char *severity,
                            const char *says) { QTest::newRow(title) << change << at(id) << at(severity) << at(says); };
        row(
            "none at all", [](BackupStock &stock) { catalogue(stock) = {.directory = at("/b")}; }, "no-backup",
            "warning", "There is no base backup of shop.");
        row(
            "does not verify",
            [](BackupStock &stock) { catalogue(stock).notes << note(Kind::Verified, "first", false, 1, "flipped"); },
            "backup-bad", "critical", "does not verify: flipped");
        row(
            "the drill failed",
            [](BackupStock &stock) { catalogue(stock).notes << note(Kind::Drilled, "first", false, 1, "PANIC"); },
            "backup-bad", "critical", "restore drill of the backup first failed: PANIC");
        row(
            "cannot be used",
            [](BackupStock &stock) {
                catalogue(stock).damaged << BackupCatalogue::Damaged{at("/b/x"), at("Cut off.")};
            },
            "backup-damaged", "warning", "/b/x cannot be used. Cut off.");
        row(
            "its base is gone", [](BackupStock &stock) { catalogue(stock).backups << backup("second", 0, "gone"); },
            "backup-chain-broken", "warning", "second lacks one that it is based on");
        row(
            "its base is bad",
            [](BackupStock &stock) {
                catalogue(stock).backups << backup("second", 0, "first");
                catalogue(stock).notes << note(Kind::Verified, "first", false, 1, "flipped");
            },
            "backup-chain-broken", "warning", "second is based on one that was found bad");
        row(
            "not looked at", [](BackupStock &stock) { stock.places.first().error = Error{.message = at("No route.")}; },
            "backups-unseen", "warning", "cannot be looked at: No route.");
        row(
            "the run failed",
            [](BackupStock &stock) { catalogue(stock).notes << note(Kind::Run, "", false, 1, "No space left"); },
            "backup-run-failed", "critical", "The last scheduled backup failed: No space left");
        row(
            "the run was missed", [](BackupStock &stock) { catalogue(stock).notes.first().at = now.addDays(-3); },
            "backup-missed", "warning", "the last run in /b was 2026-11-17 12:00 UTC");
        row(
            "it has never run", [](BackupStock &stock) { catalogue(stock).notes.removeFirst(); }, "backup-missed",
            "warning", "never");
        row(
            "the copy failed",
            [](BackupStock &stock) {
                catalogue(stock).notes << note(Kind::Copied, "first", false, 1, "Permission denied");
            },
            "backup-copy-failed", "warning", "first was not copied to the other host: Permission denied");
        row(
            "the drill was missed",
            [](BackupStock &stock) {
                catalogue(stock).schedule->drills = true;
                catalogue(stock).backups << backup("second", 0);
                catalogue(stock).notes << note(Kind::Run, "second", true, 13);
            },
            "drill-missed", "warning", "drill of the backup second has not come to its end");
        row(
            "too old, and nothing is scheduled",
            [](BackupStock &stock) {
                catalogue(stock).schedule.reset();
                catalogue(stock).backups = {backup("first", 9)};
            },
            "backup-old", "warning", "is 9 days old");
        row(
            "the newer one is bad",
            [](BackupStock &stock) {
                catalogue(stock).schedule.reset();
                catalogue(stock).backups = {backup("first", 9), backup("second", 1)};
                catalogue(stock).notes << note(Kind::Verified, "second", false, 1);
            },
            "backup-old", "warning", "is 9 days old");
        row(
            "unverified for long",
            [](BackupStock &stock) { catalogue(stock).backups.first().verifiedAt = now.addDays(-40); },
            "backup-unverified", "information", "first, was verified 40 days ago");
        row(
            "never verified", [](BackupStock &stock) { catalogue(stock).backups.first().verifiedAt = {}; },
            "backup-unverified", "information", "has never been verified");
        row(
            "never drilled", [](BackupStock &stock) { catalogue(stock).notes.removeLast(); }, "backup-unproven",
            "information", "No backup of shop has been restored yet");
        row(
            "not drilled for long", [](BackupStock &stock) { catalogue(stock).notes.last().at = now.addDays(-45); },
            "backup-unproven", "information", "was 45 days ago");
        row(
            "a hole behind the newest", [](BackupStock &stock) { archiveWithHole(stock, 105, 106); }, "archive-hole",
            "warning", "missing in the archive: 2, from 000000010000000000000069");
        row(
            "a hole before the newest",
            [](BackupStock &stock) {
                catalogue(stock).backups.prepend(backup("older", 5));
                archiveWithHole(stock, 97, 97);
            },
            "archive-hole", "information", "missing in the archive: 1, from 000000010000000000000061");
        row(
            "cut off at once",
            [](BackupStock &stock) {
                archiveWithHole(stock, 92, 93);
                stock.reaches.first().why = at("Segment X is missing.");
            },
            "backup-cut-off", "warning", "first leads to its own end only. Segment X is missing.");
    }
    void each()
    {
        QFETCH(Change, change);
        QFETCH(QString, id);
        QFETCH(QString, severity);
        QFETCH(QString, says);
        BackupStock stock = calm();
        change(stock);
        const QList<Finding> findings = backupFindings(stock);
        const auto found =
            std::find_if(findings.begin(), findings.end(), [&id](const Finding &finding) { return finding.id == id; });
        QVERIFY2(found != findings.end(), qPrintable(id));
        QCOMPARE(severityName(found->severity), severity);
        QVERIFY2(found->text.contains(says), qPrintable(found->text));
        QVERIFY(!found->why.isEmpty());
        QVERIFY(!found->remedy.isEmpty() || id == at("backups-unseen"));
        QVERIFY(std::is_sorted(findings.begin(), findings.end(), [](const Finding &left, const Finding &right) {
            return left.severity > right.severity;
        }));
    }
};

QTEST_GUILESS_MAIN(TestBackupFindings)
#include "test_backup_findings.moc"
