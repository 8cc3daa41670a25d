#include "core/backup/recovery_target.h"

#include <QTest>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 16U * 1024U * 1024U;

Lsn at(double segments)
{
    return Lsn(static_cast<quint64>(segments * segmentBytes));
}
QDateTime clock(int minute)
{
    return QDateTime(QDate(2026, 11, 20), QTime(11, minute), Qt::UTC);
}

BaseBackup backup(const QString &id, double start, double stop, int minute, Timeline timeline = 1)
{
    return {.id = id,
            .systemIdentifier = QStringLiteral("7"),
            .timeline = timeline,
            .start = at(start),
            .stop = at(stop),
            .startedAt = clock(minute - 1),
            .stoppedAt = clock(minute)};
}

/// Backups b1 (ended 11:10 in segment 3), b2 (11:20, segment 6, timeline 1), b3 (11:30, segment 9, timeline 2);
/// timeline 2 forked off in the middle of segment 8.
RecoveryMaterial material(const QString &missing = {})
{
    QList<ArchiveFile> files;
    for (quint64 number = 3; number <= 12; ++number)
        for (const Timeline timeline : {1U, 2U}) {
            if (timeline == 1 ? number > 10 : number < 8)
                continue;
            ArchiveFile file = archiveFileNamed(nameOf({timeline, number}, segmentBytes), segmentBytes);
            file.bytes = segmentBytes;
            if (file.name != missing)
                files.append(file);
        }
    return {.systemIdentifier = QStringLiteral("7"),
            .backups = {backup(QStringLiteral("b1"), 3.1, 3.5, 10), backup(QStringLiteral("b2"), 6.1, 6.5, 20),
                        backup(QStringLiteral("b3"), 9.1, 9.5, 30, 2)},
            .archive = inventoryOf(files, segmentBytes),
            .histories = {{2, QByteArray("1\t0/8800000\tx\n")}},
            .liveWal = {}};
}

} // namespace

class TestRecoveryWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestBackupBeforeTheTarget_data()
    {
        QTest::addColumn<RecoveryTarget>("target");
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("found"); // a backup's id, or what the sentence must contain
        using Kind = RecoveryTarget::Kind;
        const auto lsn = [](double segments, Timeline timeline = 0) {
            return RecoveryTarget{.kind = Kind::Lsn, .lsn = at(segments), .timeline = timeline};
        };
        const auto time = [](int minute) { return RecoveryTarget{.kind = Kind::Time, .time = clock(minute)}; };
        const auto row = [](const char *name, const RecoveryTarget &target, const char *missing, const char *found) {
            QTest::newRow(name) << target << QString::fromLatin1(missing) << QString::fromLatin1(found);
        };
        row("the end", {}, "", "b3");
        row("by LSN, after the newest", lsn(11), "", "b3");
        row("by LSN, just before the newest ended", lsn(9.4), "", "b2");
        row("at its very end", lsn(6.5), "", "b2");
        row("by LSN, before the oldest ended", lsn(3.4), "",
            "Needs a base backup that ended before 0/3666666; the oldest that fits ended 2026-11-20 11:10:00 UTC");
        row("by time", time(25), "", "b2");
        row("by time, too early", time(9), "", "Needs a base backup that ended before 2026-11-20 11:09:00 UTC");
        row("a hole sends to an older backup", lsn(11), "000000020000000000000009", "000000020000000000000009");
        row("a hole behind the target does not matter", lsn(7), "000000010000000000000008", "b2");
        row("a hole before the chosen backup does not matter", lsn(11), "000000010000000000000005", "b3");
        row("the end of the timeline that was left", lsn(9.9, 1), "", "b2");
        row("a timeline that nobody knows", lsn(9.9, 3), "", "The history of timeline 3 is not in the archive.");
    }
    void theNewestBackupBeforeTheTarget()
    {
        QFETCH(RecoveryTarget, target);
        QFETCH(QString, missing);
        QFETCH(QString, found);
        const RecoveryWay way = recoveryWay(target, material(missing));
        const QString said = way.exists() ? way.backup->id : way.why;
        QVERIFY2(said.contains(found), qPrintable(said));
        QCOMPARE(way.exists(), way.why.isEmpty());
        QCOMPARE(way.exists(), way.hint.isEmpty());
    }

    void aHoleIsTakenForWhatItIs()
    {
        const RecoveryWay way = recoveryWay({}, material(QStringLiteral("00000002000000000000000B")));
        QVERIFY(way.exists());
        QCOMPARE(way.reaches, at(11));
    }

    void whyASegmentDoesNotCountIsSaid()
    {
        const QString name = QStringLiteral("000000020000000000000009");
        RecoveryMaterial damaged = material(name);
        damaged.faults = {{.kind = ArchiveFault::Kind::OtherCluster, .file = name, .why = QStringLiteral("It is of another.")}};
        const RecoveryTarget target{.kind = RecoveryTarget::Kind::Lsn, .lsn = at(11)};
        QCOMPARE(recoveryWay(target, damaged).why, QStringLiteral("It is of another."));
        damaged.faults.clear();
        damaged.archive.unfinished = {{.name = name}};
        QVERIFY(recoveryWay(target, damaged).why.contains(QLatin1String("is cut off")));
    }

    void anotherClustersBackupIsNoneOfOurs()
    {
        RecoveryMaterial foreign = material();
        for (BaseBackup &taken : foreign.backups)
            taken.systemIdentifier = QStringLiteral("8");
        QVERIFY(!recoveryWay({}, foreign).exists());
        foreign.backups.clear();
        QVERIFY(recoveryWay({}, foreign).why.startsWith(QLatin1String("There is no base backup")));
    }

    void aRecordComesBackAsItWas()
    {
        BaseBackup taken{.id = QStringLiteral("b1"),
                         .label = QStringLiteral("before \"it\""),
                         .directory = QStringLiteral("/backups/b1"),
                         .cluster = QStringLiteral("shop"),
                         .systemIdentifier = QStringLiteral("7"),
                         .takenFrom = QStringLiteral("n2"),
                         .serverVersion = 150020};
        const Result<BaseBackup> read = backupFromRecord(backupRecord(taken), taken.directory);
        QVERIFY(read);
        QCOMPARE(*read, taken);
    }

    void aRecordThatLacksWhatMattersIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"id", "systemIdentifier", "serverVersion"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aRecordThatLacksWhatMattersIsRefused()
    {
        QFETCH(QString, key);
        QJsonObject json = backupRecord(
            {.id = QStringLiteral("b1"), .systemIdentifier = QStringLiteral("7"), .serverVersion = 150020});
        QVERIFY(backupFromRecord(json, QStringLiteral("/backups/b1")));
        json.remove(key);
        const Result<BaseBackup> read = backupFromRecord(json, QStringLiteral("/backups/b1"));
        QVERIFY(!read && read.error().message.contains(QLatin1String("/backups/b1")));
    }

    void aManifestsEndTellsItsWal_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QString>("told");
        QTest::newRow("usual") << QByteArray(
                                      "…\n],\n\"WAL-Ranges\": [\n{ \"Timeline\": 1, \"Start-LSN\": \"0/2000028\","
                                      " \"End-LSN\": \"0/2000100\" }\n],\n\"Manifest-Checksum\": \"ab\"}\n")
                               << QStringLiteral("1 0/2000028 0/2000100");
        QTest::newRow("over a fork, the newer first")
            << QByteArray("{ \"Timeline\": 2, \"Start-LSN\": \"0/3000000\", \"End-LSN\": \"0/3000100\" },\n"
                          "{ \"Timeline\": 1, \"Start-LSN\": \"0/2000028\", \"End-LSN\": \"0/3000000\" }")
            << QStringLiteral("2 0/2000028 0/3000100");
        QTest::newRow("nothing") << QByteArray("{ \"Files\": [] }") << QString();
        QTest::newRow("no LSN") << QByteArray("{ \"Timeline\": 1, \"Start-LSN\": \"/\", \"End-LSN\": \"/\" }")
                                << QString();
    }
    void aManifestsEndTellsItsWal()
    {
        QFETCH(QByteArray, end);
        QFETCH(QString, told);
        BaseBackup backup;
        QCOMPARE(takeWalRanges(backup, end), !told.isEmpty());
        if (!told.isEmpty())
            QCOMPARE(
                QStringLiteral("%1 %2 %3").arg(backup.timeline).arg(backup.start.toString(), backup.stop.toString()),
                told);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryWay)
#include "test_recovery_way.moc"
