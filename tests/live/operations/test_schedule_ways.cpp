// Backups on schedule by a real systemd, and by pg_cron.
#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"
#include "tests/support/live_systemd.h"

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");
const QString scheduleId = QStringLiteral("schedule-backup");

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestScheduleWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
    }
    void cleanupTestCase() { leaveSystemd(); }

    /// The timer is on, its service does what it says when it is its time, and both are gone afterwards.
    void aTimerStartsIt()
    {
        for (const QString &reason : {LiveSystemd::skipReason(), LiveSshd::skipReason()})
            if (!reason.isEmpty())
                QSKIP(qPrintable(reason));
        m_systemd = std::make_unique<LiveSystemd>();
        m_sshd =
            LiveSshd::make(LiveSshd::Users::OfThisMachine, {.address = at("127.0.0.1"), .within = m_systemd->within()});
        m_lab->operateThrough(at("ssh:good"));
        const QString unit = scheduleUnitName(m_lab->cluster().name);
        const Arguments weekly{{at("way"), at("systemd")}, {at("every"), at("week")}, {at("try"), at("false")}};
        const RunOutcome scheduled = LiveOperation(*m_lab).run(scheduleId, weekly);
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        const QString timer = unit + at(".timer"), service = unit + at(".service");
        QCOMPARE(m_systemd->control({at("is-active"), timer}), at("active"));
        QCOMPARE(m_systemd->control({at("is-enabled"), timer}), at("enabled"));
        QVERIFY(
            !m_systemd->control({at("show"), at("--value"), at("-p"), at("NextElapseUSecRealtime"), timer}).isEmpty());
        m_systemd->control({at("start"), service});
        QCOMPARE(m_systemd->control({at("show"), at("--value"), at("-p"), at("Result"), service}), at("success"));
        const BackupStock stock = m_backups->stock();
        QCOMPARE(stock.all().size(), 1);
        QVERIFY(stock.placeOf(stock.all().first().id)->catalogue.schedule->way == BackupSchedule::Way::Systemd);
        const RunOutcome off =
            LiveOperation(*m_lab).run(scheduleId, {{at("way"), at("systemd")}, {at("every"), at("never")}});
        QVERIFY2(off.state == OperationState::Done, why(off).constData());
        QVERIFY(m_systemd->control({at("is-active"), timer}) != at("active"));
        QVERIFY(!m_backups->stock().places.first().catalogue.schedule);
    }

    /// As a service it is started again when it is killed.
    void aServiceReceivesWal()
    {
        if (!m_systemd)
            QSKIP("There is no systemd.");
        const QString receive = at("receive-wal"), unit = at("howdah_receivewal.service");
        const RunOutcome begun = LiveOperation(*m_lab).run(receive, {{at("kept-by"), at("systemd")}});
        QVERIFY2(begun.state == OperationState::Done, why(begun).constData());
        QCOMPARE(m_systemd->control({at("is-enabled"), unit}), at("enabled"));
        const QString active = at("SELECT coalesce(max(active_pid), 0) FROM pg_replication_slots WHERE active");
        const QString before = m_lab->sql(n1, active);
        m_systemd->control({at("kill"), at("--signal=KILL"), unit});
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->sql(n1, active) != before && m_lab->sql(n1, active) != at("0"), 60000);
        const RunOutcome ended = LiveOperation(*m_lab).run(receive, {{at("receiving"), at("off")}});
        QVERIFY2(ended.state == OperationState::Done, why(ended).constData());
        QVERIFY(m_systemd->control({at("is-active"), unit}) != at("active"));
        QCOMPARE(m_lab->sql(n1, at("SELECT count(*) FROM pg_replication_slots")), at("0"));
    }

    /// The job is on record, and what it says takes a backup when the server runs it.
    void pgCronStartsIt()
    {
        leaveSystemd();
        if (m_lab->sql(n1, at("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_cron'")) == at("0"))
            QSKIP("pg_cron is not installed here (package postgresql-15-cron).");
        m_lab->sql(n1, at("ALTER SYSTEM SET shared_preload_libraries = 'pg_cron'"));
        const RunOutcome restarted = LiveOperation(*m_lab).run(at("restart"), {{at("node"), n1}});
        QVERIFY2(restarted.state == OperationState::Done, why(restarted).constData());
        const Preparation without = LiveOperation(*m_lab).prepared(scheduleId, {{at("way"), at("pg_cron")}});
        QVERIFY(
            LiveOperation::verdict(without, at("way")).startsWith(at("blocked: The extension pg_cron is not there")));
        m_lab->sql(n1, at("CREATE EXTENSION pg_cron"));
        const Arguments daily{{at("way"), at("pg_cron")}, {at("at"), at("04:05")}, {at("try"), at("false")}};
        const RunOutcome scheduled = LiveOperation(*m_lab).run(scheduleId, daily);
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        QCOMPARE(m_lab->sql(n1, at("SELECT schedule FROM cron.job")), at("5 4 * * *"));
        const qsizetype before = m_backups->stock().all().size();
        m_lab->sql(n1, m_lab->sql(n1, at("SELECT command FROM cron.job")));
        QCOMPARE(m_backups->stock().all().size(), before + 1);
        const RunOutcome off =
            LiveOperation(*m_lab).run(scheduleId, {{at("way"), at("pg_cron")}, {at("every"), at("never")}});
        QVERIFY2(off.state == OperationState::Done, why(off).constData());
        QCOMPARE(m_lab->sql(n1, at("SELECT count(*) FROM cron.job")), at("0"));
    }

private:
    void leaveSystemd()
    {
        m_sshd.reset();
        m_systemd.reset();
        m_lab->operateThrough(at("local"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveSystemd> m_systemd;
    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<BackupsOfLab> m_backups;
};

QTEST_GUILESS_MAIN(TestScheduleWays)
#include "test_schedule_ways.moc"
