#include "core/backup/backup_label.h"

#include <QTest>

using namespace howdah;

class TestBackupLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistoryFileOfTheArchive()
    {
        const Result<BackupLabel> read =
            parseBackupLabel("START WAL LOCATION: 0/2000028 (file 000000010000000000000002)\n"
                             "STOP WAL LOCATION: 0/2000138 (file 000000010000000000000002)\n"
                             "CHECKPOINT LOCATION: 0/2000060\n"
                             "BACKUP METHOD: streamed\n"
                             "BACKUP FROM: standby\n"
                             "START TIME: 2026-11-20 08:15:00 UTC\n"
                             "LABEL: before: the upgrade\n"
                             "START TIMELINE: 1\n"
                             "STOP TIME: 2026-11-20 08:15:07 UTC\n"
                             "STOP TIMELINE: 1\n");
        QVERIFY(read);
        QCOMPARE(read->start, Lsn(0x2000028));
        QCOMPARE(read->stop, Lsn(0x2000138));
        QCOMPARE(read->checkpoint, Lsn(0x2000060));
        QVERIFY(read->fromStandby);
        QCOMPARE(read->label, QStringLiteral("before: the upgrade"));
        QCOMPARE(read->timeline, Timeline{1});
        QCOMPARE(read->startedAt.secsTo(read->stoppedAt), 7);
    }

    void aTimeInAZoneThatMeansNothingIsNoTime()
    {
        const Result<BackupLabel> read = parseBackupLabel("START WAL LOCATION: 0/2000028 (file x)\n"
                                                          "CHECKPOINT LOCATION: 0/2000060\nSTART TIMELINE: 1\n"
                                                          "START TIME: 2026-11-20 08:15:00 XYZ\n");
        QVERIFY(read && !read->startedAt.isValid());
    }

    void whatIsNoLabelIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no start") << QByteArray("CHECKPOINT LOCATION: 0/2000060\nSTART TIMELINE: 1\n");
        QTest::newRow("no timeline") << QByteArray("START WAL LOCATION: 0/2000028\nCHECKPOINT LOCATION: 0/2000060\n");
        QTest::newRow("binary") << QByteArray("\0\xff: \n: \n", 7);
    }
    void whatIsNoLabelIsRefused()
    {
        QFETCH(QByteArray, content);
        QVERIFY(!parseBackupLabel(content));
    }
};

QTEST_GUILESS_MAIN(TestBackupLabel)
#include "test_backup_label.moc"
