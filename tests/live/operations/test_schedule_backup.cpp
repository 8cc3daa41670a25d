#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");
} // namespace

/// Backups on schedule by cron: the owner's crontab gets a line and keeps its own; each run is noted, whatever comes of
/// it. The line is run here as cron would run it.
class TestScheduleBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        if (m_backups->shell(QStringLiteral("command -v crontab || true")).isEmpty())
            QSKIP("There is no crontab program here (package cron).");
        m_before = m_backups->shell(QStringLiteral("crontab -l 2>/dev/null || true"));
        m_backups->shell(QStringLiteral("{ crontab -l 2>/dev/null; echo '%1'; } | crontab -").arg(m_usersLine));
    }
    void cleanupTestCase()
    {
        if (!m_backups)
            return;
        m_backups->shell(m_before.isEmpty() ? QStringLiteral("crontab -r 2>/dev/null || true")
                                            : QStringLiteral("printf '%s\\n' '%1' | crontab -").arg(m_before));
    }

    void aRunIsTakenVerifiedAndNoted()
    {
        const RunOutcome scheduled = schedule({{QStringLiteral("at"), QStringLiteral("03:15")}});
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        QVERIFY2(crontab().contains(QStringLiteral("15 3 * * * /bin/sh ")), qPrintable(crontab()));
        QVERIFY(crontab().contains(m_usersLine));
        const BackupStock stock = m_backups->stock();
        QCOMPARE(stock.all().size(), 1); // it was tried
        const BaseBackup backup = stock.all().first();
        QCOMPARE(backup.takenFrom, n2);
        QCOMPARE(backup.systemIdentifier, stock.systemIdentifier);
        QVERIFY(stock.placeOf(backup.id)->catalogue.schedule);
        const RunOutcome drilled = m_backups->run("drill-backup", backup.id);
        QVERIFY2(drilled.state == OperationState::Done, why(drilled).constData());
    }

    void anotherTimeTakesThePlaceOfTheFirst()
    {
        const RunOutcome scheduled = schedule(
            {{QStringLiteral("at"), QStringLiteral("04:20")}, {QStringLiteral("try"), QStringLiteral("false")}});
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        QCOMPARE(crontab().count(QStringLiteral("/bin/sh")), 1);
        QVERIFY(crontab().contains(QStringLiteral("20 4 * * *")));
        QVERIFY(crontab().contains(m_usersLine));
    }

    void whatFailsIsNotedAndFound()
    {
        const QString script = crontab().section(QStringLiteral("/bin/sh "), 1).section(QLatin1Char('\n'), 0, 0);
        m_backups->shell(
            QStringLiteral("sed 's/port=[0-9]*/port=1/' %1 >/tmp/howdah-failing-$$; sh /tmp/howdah-failing-$$"
                           " 2>/dev/null; rc=$?; rm /tmp/howdah-failing-$$; [ $rc -eq 1 ]")
                .arg(script));
        const BackupStock stock = m_backups->stock();
        QCOMPARE(stock.findings.first().id, QStringLiteral("backup-run-failed"));
        QVERIFY2(stock.findings.first().text.contains(QLatin1String("pg_basebackup")),
                 qPrintable(stock.findings.first().text));
        QCOMPARE(m_backups->shell(QStringLiteral("ls -a '%1' | grep unfinished || true").arg(m_backups->directory())),
                 QString());
    }

    void itIsTakenOff()
    {
        const RunOutcome off = schedule({{QStringLiteral("every"), QStringLiteral("never")}});
        QVERIFY2(off.state == OperationState::Done, why(off).constData());
        QCOMPARE(crontab(), QStringList({m_before, m_usersLine}).join(QLatin1Char('\n')).trimmed());
        QVERIFY(!m_backups->stock().places.first().catalogue.schedule);
        const Preparation again = LiveOperation(*m_lab).prepared(
            QStringLiteral("schedule-backup"),
            {{QStringLiteral("way"), QStringLiteral("cron")}, {QStringLiteral("every"), QStringLiteral("never")}});
        QVERIFY(
            LiveOperation::verdict(again, QStringLiteral("former")).startsWith(QStringLiteral("blocked: Nothing is")));
    }

    void whatTheHostHasNotIsSaid_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("said");
        QTest::newRow("pg_cron") << QStringLiteral("pg_cron") << QStringLiteral("blocked: pg_cron is not loaded");
        if (!QFile::exists(QStringLiteral("/run/systemd/system")))
            QTest::newRow("systemd") << QStringLiteral("systemd")
                                     << QStringLiteral("blocked: systemd does not run on that host.");
    }
    void whatTheHostHasNotIsSaid()
    {
        QFETCH(QString, way);
        QFETCH(QString, said);
        const Preparation preparation =
            LiveOperation(*m_lab).prepared(QStringLiteral("schedule-backup"), {{QStringLiteral("way"), way}});
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("way"));
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict));
    }

private:
    RunOutcome schedule(Arguments arguments)
    {
        arguments.insert(QStringLiteral("way"), QStringLiteral("cron"));
        return LiveOperation(*m_lab).run(QStringLiteral("schedule-backup"), arguments);
    }
    [[nodiscard]] QString crontab() const { return m_backups->shell(QStringLiteral("crontab -l 2>/dev/null || true")); }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_before;
    const QString m_usersLine = QStringLiteral("0 0 1 1 * echo the user has a line, too");
};

QTEST_GUILESS_MAIN(TestScheduleBackup)
#include "test_schedule_backup.moc"
