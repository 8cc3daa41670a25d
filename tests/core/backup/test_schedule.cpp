#include "core/backup/schedule.h"

#include <QProcess>
#include <QTest>

using namespace howdah;

namespace {
using Every = BackupSchedule::Every;

BackupSchedule scheduleOf(Every every, int hour = 2, int minute = 5, int weekday = 3)
{
    return {.way = BackupSchedule::Way::Cron,
            .every = every,
            .hour = hour,
            .minute = minute,
            .weekday = weekday,
            .cluster = QStringLiteral("shop"),
            .node = QStringLiteral("n2"),
            .since = {}};
}
} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whenIsSaidToEach_data()
    {
        QTest::addColumn<BackupSchedule>("schedule");
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("systemd");
        QTest::newRow("hourly") << scheduleOf(Every::Hour) << QStringLiteral("5 * * * *")
                                << QStringLiteral("*-*-* *:05:00");
        QTest::newRow("daily") << scheduleOf(Every::Day) << QStringLiteral("5 2 * * *")
                               << QStringLiteral("*-*-* 02:05:00");
        QTest::newRow("weekly") << scheduleOf(Every::Week, 23, 59) << QStringLiteral("59 23 * * 3")
                                << QStringLiteral("Wed *-*-* 23:59:00");
    }
    void whenIsSaidToEach()
    {
        QFETCH(BackupSchedule, schedule);
        QFETCH(QString, cron);
        QFETCH(QString, systemd);
        QCOMPARE(schedule.cronExpression(), cron);
        QCOMPARE(schedule.onCalendar(), systemd);
        QCOMPARE(scheduleFromRecord(scheduleRecord(schedule)).value(), schedule);
    }

    void whatIsNoRecordIsNone() { QVERIFY(!scheduleFromRecord({{QStringLiteral("way"), QStringLiteral("magic")}})); }

    void aMissedRunIsNoticed_data()
    {
        QTest::addColumn<BackupSchedule>("schedule");
        QTest::addColumn<int>("sinceMinutes"); // ago
        QTest::addColumn<int>("lastMinutes");  // ago; -1: never
        QTest::addColumn<bool>("overdue");
        constexpr int day = 1440;
        QTest::newRow("just asked for") << scheduleOf(Every::Day) << 10 << -1 << false;
        QTest::newRow("never came") << scheduleOf(Every::Day) << 2 * day << -1 << true;
        QTest::newRow("came last night") << scheduleOf(Every::Day) << 9 * day << day - 5 << false;
        QTest::newRow("is a little late") << scheduleOf(Every::Day) << 9 * day << day + 100 << false;
        QTest::newRow("did not come last night") << scheduleOf(Every::Day) << 9 * day << day + 200 << true;
        QTest::newRow("hourly, late") << scheduleOf(Every::Hour) << 9 * day << 80 << false;
        QTest::newRow("hourly, missed") << scheduleOf(Every::Hour) << 9 * day << 100 << true;
    }
    void aMissedRunIsNoticed()
    {
        QFETCH(BackupSchedule, schedule);
        QFETCH(int, sinceMinutes);
        QFETCH(int, lastMinutes);
        QFETCH(bool, overdue);
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        schedule.since = now.addSecs(-60LL * sinceMinutes);
        QCOMPARE(schedule.isOverdue(lastMinutes < 0 ? QDateTime() : now.addSecs(-60LL * lastMinutes), now), overdue);
    }

    void namesAreSafeWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("unit");
        QTest::newRow("plain") << QStringLiteral("shop-1") << QStringLiteral("howdah-backup-shop-1");
        QTest::newRow("not plain") << QStringLiteral("a b/c'%") << QStringLiteral("howdah-backup-a_b_c__");
    }
    void namesAreSafeWhereverTheyStand()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, unit);
        QCOMPARE(scheduleUnitName(cluster), unit);
        QVERIFY(!crontabMark(cluster + QStringLiteral("\nx")).contains(QLatin1Char('\n')));
        const QString line = crontabLine(scheduleOf(Every::Day), scheduledScriptIn(QStringLiteral("/b%d"), cluster));
        QVERIFY2(line.startsWith(QStringLiteral("5 2 * * * /bin/sh ")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("\\%d")), qPrintable(line));
    }

    /// Whatever the values hold, a shell reads the script as one.
    void theScriptIsOneForAShell()
    {
        const QByteArray script = scheduledScript({.cluster = QStringLiteral("it's $(rm -rf /) \"x\""),
                                                   .node = QStringLiteral("n`1`"),
                                                   .binDirectory = QStringLiteral("/bin"),
                                                   .directory = QStringLiteral("/b a\\c"),
                                                   .connInfo = QStringLiteral("host=a password_file='x y'"),
                                                   .compression = {},
                                                   .rate = {},
                                                   .copyHost = QStringLiteral("me@there"),
                                                   .copyDirectory = QStringLiteral("/srv/it's here")});
        QProcess shell;
        shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
        shell.write(script);
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "test_schedule.moc"
