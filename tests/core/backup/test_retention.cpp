#include "core/backup/retention.h"

#include <QTest>

using namespace howdah;

namespace {

const QString ours = QStringLiteral("42");
const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
constexpr quint32 segmentBytes = 16U * 1024U * 1024U;

/// Day 0 is today; its WAL begins in the segment 100 - day.
BaseBackup backupOf(int daysAgo, const QString &system = ours)
{
    const quint64 segment = 100 - quint64(daysAgo);
    return {.id = QStringLiteral("d%1").arg(daysAgo),
            .directory = QStringLiteral("/b/d%1").arg(daysAgo),
            .systemIdentifier = system,
            .serverVersion = 150000,
            .timeline = 1,
            .start = Lsn(segment * segmentBytes + 40),
            .stop = Lsn(segment * segmentBytes + 4000),
            .stoppedAt = now.addDays(-daysAgo),
            .verifiedAt = now.addDays(-daysAgo),
            .bytes = 1000};
}

BackupCatalogue catalogueOf(const QList<int> &days)
{
    BackupCatalogue catalogue{.directory = QStringLiteral("/b")};
    for (const int day : days)
        catalogue.backups << backupOf(day);
    return catalogue;
}

QList<ArchiveFile> archiveOf(quint64 first, quint64 last)
{
    QList<ArchiveFile> files;
    for (quint64 number = first; number <= last; ++number) {
        files << archiveFileNamed(nameOf({1, number}, segmentBytes), segmentBytes);
        files.last().bytes = segmentBytes;
    }
    files << archiveFileNamed(QStringLiteral("00000002.history"), segmentBytes);
    files << archiveFileNamed(QStringLiteral("notes.txt"), segmentBytes);
    return files;
}

QString going(const RetentionPlan &plan)
{
    return plan.going().join(QLatin1Char(' '));
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNoRuleKeepsGoes_data()
    {
        QTest::addColumn<RetentionPolicy>("policy");
        QTest::addColumn<QString>("gone");
        QTest::newRow("no rule") << RetentionPolicy{} << QString();
        QTest::newRow("the newest two") << RetentionPolicy{.count = 2} << QStringLiteral("d30 d20 d10 d7");
        QTest::newRow("more than there are") << RetentionPolicy{.count = 9} << QString();
        QTest::newRow("days") << RetentionPolicy{.days = 8} << QStringLiteral("d30 d20 d10");
        QTest::newRow("a window keeps the one before its beginning")
            << RetentionPolicy{.windowDays = 8} << QStringLiteral("d30 d20");
        QTest::newRow("a window that begins with a backup")
            << RetentionPolicy{.windowDays = 10} << QStringLiteral("d30 d20");
        QTest::newRow("a window older than all") << RetentionPolicy{.windowDays = 100} << QString();
        QTest::newRow("what any rule keeps stays")
            << RetentionPolicy{.count = 1, .windowDays = 15} << QStringLiteral("d30");
        QTest::newRow("days shorter than the newest is old, and still one stays")
            << RetentionPolicy{.days = 1} << QStringLiteral("d30 d20 d10 d7 d3");
    }
    void whatNoRuleKeepsGoes()
    {
        QFETCH(RetentionPolicy, policy);
        QFETCH(QString, gone);
        const RetentionPlan plan =
            planRetention(policy, catalogueOf({30, 20, 10, 7, 3, 1}), ours, {}, segmentBytes, now);
        QCOMPARE(going(plan), gone);
        QCOMPARE(plan.backupBytes, qint64(plan.going().size()) * 1000);
        for (const RetentionVerdict &verdict : plan.backups)
            QVERIFY(!verdict.why.isEmpty());
        QVERIFY(plan.walFiles.isEmpty());
    }

    void theNewestGoodOneStaysThoughOld()
    {
        const RetentionPlan plan = planRetention({.days = 2}, catalogueOf({30, 20}), ours, {}, segmentBytes, now);
        QCOMPARE(going(plan), QStringLiteral("d30"));
    }

    void aBadOneCountsForNothing()
    {
        BackupCatalogue catalogue = catalogueOf({30, 20, 10, 3});
        catalogue.notes << BackupNote{.kind = BackupNote::Kind::Drilled, .backup = QStringLiteral("d10"), .at = now};
        QCOMPARE(going(planRetention({.count = 2}, catalogue, ours, {}, segmentBytes, now)), QStringLiteral("d30 d10"));
        // To reach the window's beginning the bad one does not help.
        QCOMPARE(going(planRetention({.windowDays = 8}, catalogue, ours, {}, segmentBytes, now)),
                 QStringLiteral("d30 d10"));
        catalogue.notes << BackupNote{
            .kind = BackupNote::Kind::Drilled, .backup = QStringLiteral("d10"), .good = true, .at = now};
        QCOMPARE(going(planRetention({.count = 2}, catalogue, ours, {}, segmentBytes, now)), QStringLiteral("d30 d20"));
    }

    void whatIsNotOursStays()
    {
        BackupCatalogue catalogue = catalogueOf({30, 20, 10, 3});
        catalogue.backups[0].keeper = BaseBackup::Keeper::ByHand;
        catalogue.backups[1].systemIdentifier = QStringLiteral("43");
        const RetentionPlan plan = planRetention({.count = 1}, catalogue, ours, archiveOf(60, 100), segmentBytes, now);
        QCOMPARE(going(plan), QStringLiteral("d10"));
        QCOMPARE(plan.firstNeededSegment, quint64(70)); // the one made by hand needs its WAL
    }

    void anIncrementalOneKeepsItsBases()
    {
        BackupCatalogue catalogue = catalogueOf({30, 20, 10, 3});
        catalogue.backups[3].basedOn = QStringLiteral("d20");
        catalogue.backups[1].basedOn = QStringLiteral("d30");
        QCOMPARE(going(planRetention({.count = 1}, catalogue, ours, {}, segmentBytes, now)), QStringLiteral("d10"));
    }

    void walStaysFromTheOldestBackupThatStaysOn_data()
    {
        QTest::addColumn<RetentionPolicy>("policy");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto name = [](quint64 number) { return nameOf({1, number}, segmentBytes); };
        QTest::newRow("all stay") << RetentionPolicy{.count = 9} << name(60) << name(69);
        QTest::newRow("two stay") << RetentionPolicy{.count = 2} << name(60) << name(96);
        QTest::newRow("no rule") << RetentionPolicy{} << QString() << QString();
    }
    void walStaysFromTheOldestBackupThatStaysOn()
    {
        QFETCH(RetentionPolicy, policy);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const RetentionPlan plan =
            planRetention(policy, catalogueOf({30, 20, 10, 7, 3, 1}), ours, archiveOf(60, 100), segmentBytes, now);
        QCOMPARE(plan.walFiles.value(0), first);
        QCOMPARE(plan.walFiles.isEmpty() ? QString() : plan.walFiles.last(), last);
        QCOMPARE(plan.walBytes, qint64(plan.walFiles.size()) * segmentBytes);
        for (const QString &file : plan.walFiles)
            QVERIFY2(!file.contains(QLatin1Char('.')), qPrintable(file));
    }

    void withoutABackupTheArchiveStays()
    {
        const RetentionPlan plan = planRetention({.count = 1}, {}, ours, archiveOf(1, 9), segmentBytes, now);
        QVERIFY(plan.walFiles.isEmpty());
        QVERIFY(!plan.walWhy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "test_retention.moc"
