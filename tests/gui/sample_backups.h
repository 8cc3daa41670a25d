#pragma once

#include "core/operations/backup_findings.h"
#include "core/operations/backups_reader.h"

/// A made-up week of a cluster's backups: nightly ones, one made by hand, one found bad.
namespace howdah::samples {

inline QDateTime backupsNow()
{
    return QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
}

inline BaseBackup nightly(int daysAgo)
{
    constexpr quint64 segmentsPerDay = 40;
    constexpr quint64 segment = 16U << 20;
    const QDateTime ended = backupsNow().addDays(-daysAgo).addSecs(-7 * 3600 + 1260);
    const Lsn start((10 - quint64(daysAgo)) * segmentsPerDay * segment + 40);
    return {.id = ended.toString(QStringLiteral("yyyyMMdd-HHmmss")),
            .label = QStringLiteral("nightly"),
            .directory = QStringLiteral("/srv/pg/backups/") + ended.toString(QStringLiteral("yyyyMMdd-HHmmss")),
            .cluster = QStringLiteral("lab"),
            .systemIdentifier = QStringLiteral("7"),
            .takenFrom = QStringLiteral("n2"),
            .serverVersion = 150020,
            .timeline = 1,
            .start = start,
            .stop = start + 20000000,
            .startedAt = ended.addSecs(-1260),
            .stoppedAt = ended,
            .verifiedAt = ended.addSecs(200),
            .bytes = 42LL << 30};
}

inline std::shared_ptr<BackupStock> backupStock(int nights = 6)
{
    auto stock = std::make_shared<BackupStock>();
    stock->cluster = QStringLiteral("lab");
    stock->madeAt = backupsNow();
    stock->systemIdentifier = QStringLiteral("7");
    BackupPlace place{.node = QStringLiteral("n2"),
                      .hostId = QStringLiteral("local"),
                      .owner = QStringLiteral("postgres"),
                      .directory = QStringLiteral("/srv/pg/backups")};
    place.catalogue.directory = place.directory;
    for (int day = nights - 1; day >= 0; --day)
        place.catalogue.backups << nightly(day);
    if (nights > 3) {
        BaseBackup &byHand = place.catalogue.backups[nights - 4];
        byHand.keeper = BaseBackup::Keeper::ByHand;
        byHand.id = byHand.label = QStringLiteral("before-the-upgrade");
        byHand.takenFrom.clear();
        byHand.verifiedAt = {};
        place.catalogue.notes << BackupNote{.kind = BackupNote::Kind::Drilled,
                                            .backup = place.catalogue.backups[nights - 2].id,
                                            .good = true,
                                            .at = backupsNow().addDays(-1),
                                            .seconds = 1930,
                                            .said = QStringLiteral(
                                                "databases: 3, tables: 412, rows read: 91822104, amcheck: no damage")}
                              << BackupNote{.kind = BackupNote::Kind::Verified,
                                            .backup = place.catalogue.backups[nights - 3].id,
                                            .good = false,
                                            .at = backupsNow().addSecs(-3600),
                                            .seconds = 190,
                                            .said = QStringLiteral("pg_verifybackup: error: checksum mismatch for file "
                                                                   "\"base/16384/24601\"")};
    }
    for (const BaseBackup &backup : place.catalogue.backups)
        if (!place.catalogue.isBad(backup.id))
            stock->reaches << BackupReach{.backup = backup.id,
                                          .reaches = Lsn(440ULL * (16U << 20)),
                                          .until = backupsNow().addSecs(-240),
                                          .toTheEnd = true};
    if (nights > 3) {
        BackupReach &oldest = stock->reaches.first();
        oldest.until = place.catalogue.backups.first().stoppedAt.addSecs(50000);
        oldest.toTheEnd = false;
    }
    stock->places << place;
    stock->findings = backupFindings(*stock);
    return stock;
}

} // namespace howdah::samples
