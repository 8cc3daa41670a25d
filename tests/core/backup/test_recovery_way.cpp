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
        const BaseBackup taken = backup(QStringLiteral("b1"), 3.1, 3.5, 10);
        const Result<BaseBackup> read = BaseBackup::fromJson(taken.toJson(), QString());
        QVERIFY(read);
        QCOMPARE(*read, taken);
    }

    void aRecordThatLacksWhatMattersIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"id", "systemIdentifier", "timeline", "start", "stop", "stoppedAt"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void aRecordThatLacksWhatMattersIsRefused()
    {
        QFETCH(QString, key);
        QJsonObject json = backup(QStringLiteral("b1"), 3.1, 3.5, 10).toJson();
        json.remove(key);
        QVERIFY(!BaseBackup::fromJson(json, QStringLiteral("/backups/b1")));
    }
};

QTEST_GUILESS_MAIN(TestRecoveryWay)
#include "test_recovery_way.moc"
