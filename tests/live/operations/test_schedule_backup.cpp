#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"

#include <unistd.h>

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
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT g AS id FROM generate_series(1, 5000) g"));
        QVERIFY(m_lab->waitUntilReplayed(n2));
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        if (m_backups->shell(QStringLiteral("command -v crontab || true")).isEmpty())
            QSKIP("There is no crontab program here (package cron).");
        m_backups->shell(QStringLiteral("{ crontab -l 2>/dev/null; echo '%1'; } | crontab -").arg(m_usersLine));
    }
    void cleanupTestCase()
    {
        if (!m_backups)
            return;
        if (crontab().contains(script()))
            schedule({{QStringLiteral("every"), QStringLiteral("never")}});
        m_backups->shell(takesOutUsersLine());
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
        QCOMPARE(crontab().count(script()), 1);
        QVERIFY(crontab().contains(QStringLiteral("20 4 * * *")));
        QVERIFY(crontab().contains(m_usersLine));
    }

    void eachIsCopiedAndDrilled()
    {
        if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty() || ::geteuid() != 0)
            QSKIP(reason.isEmpty() ? "Needs root: the files' owner gets a key of its own." : qPrintable(reason));
        const std::unique_ptr<LiveSshd> sshd = LiveSshd::make();
        QVERIFY(sshd);
        const QString far = m_lab->lab().directory + QStringLiteral("/far host/backups");
        const Arguments arguments{{QStringLiteral("at"), QStringLiteral("05:25")},
                                  {QStringLiteral("compression"), QStringLiteral("gzip")},
                                  {QStringLiteral("copy-to"), QStringLiteral("postgres:") + far},
                                  {QStringLiteral("ssh-config"), keysFor(*sshd)},
                                  {QStringLiteral("drill"), QStringLiteral("true")}};
        sshd->stop();
        Arguments asked = arguments;
        asked.insert(QStringLiteral("way"), QStringLiteral("cron"));
        const QString unreached = LiveOperation::verdict(
            LiveOperation(*m_lab).prepared(QStringLiteral("schedule-backup"), asked), QStringLiteral("copy"));
        QVERIFY2(unreached.contains(QLatin1String("does not reach postgres with ssh")), qPrintable(unreached));
        sshd->start();
        const RunOutcome scheduled = schedule(arguments);
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        const BackupStock stock = m_backups->stock();
        const QString id = stock.all().last().id;
        const BackupCatalogue &catalogue = stock.placeOf(id)->catalogue;
        const auto copied = catalogue.newest(BackupNote::Kind::Copied, id);
        QVERIFY(copied && copied->good);
        const auto drilled = catalogue.newest(BackupNote::Kind::Drilled, id);
        QVERIFY2(drilled && drilled->good, drilled ? qPrintable(drilled->said) : "no drill");
        QVERIFY2(drilled->said.contains(QLatin1String("rows read: 5000")), qPrintable(drilled->said));
        QCOMPARE(m_backups->shell(QStringLiteral("diff -r '%1/%3' '%2/%3'").arg(m_backups->directory(), far, id)),
                 QString());
        QCOMPARE(m_backups->shell(QStringLiteral("ls -A '%1'").arg(far)), id);
        QCOMPARE(m_backups->shell(
                     QStringLiteral("ls -A '%1' | grep -E 'unfinished|drilling$' || true").arg(m_backups->directory())),
                 QString());
    }

    void whatFailsIsNotedAndFound()
    {
        m_backups->shell(
            QStringLiteral("sed 's/port=[0-9]*/port=1/' '%1' >/tmp/howdah-failing-$$; sh /tmp/howdah-failing-$$"
                           " 2>/dev/null; rc=$?; rm /tmp/howdah-failing-$$; [ $rc -eq 1 ]")
                .arg(script()));
        const BackupStock stock = m_backups->stock();
        QVERIFY(!stock.findings.isEmpty());
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
        QVERIFY(crontab().contains(m_usersLine));
        QVERIFY2(!crontab().contains(script()), qPrintable(crontab()));
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

    /// A schedule that nobody took off, and a manager over the lab's servers. Last: the lab is gone then.
    void whatIsLeftGoesWithTheLab()
    {
        const Lab lab = m_lab->lab();
        const RunOutcome scheduled = schedule({{QStringLiteral("try"), QStringLiteral("false")}});
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        QVERIFY(crontab().contains(lab.directory));
        m_backups->shell(QStringLiteral("setsid bash -c \"exec -a patroni tail -f '%1/n1/PG_VERSION'\""
                                        " </dev/null >/dev/null 2>&1 & echo $! >'%1/manager.pid'")
                             .arg(lab.directory));
        const int manager = m_backups->shell(QStringLiteral("cat '%1/manager.pid'").arg(lab.directory)).toInt();
        const QString words = QStringLiteral("/proc/%1/cmdline").arg(manager);
        const auto saysPatroni = [&words] {
            QFile file(words);
            return file.open(QIODevice::ReadOnly) && file.readAll().startsWith("patroni");
        };
        QTRY_VERIFY(saysPatroni());
        m_backups.reset();
        m_lab.reset();
        Hosts hosts;
        const auto asOwner = [&](const QString &line) {
            const Result<CommandOutcome> done =
                runChecked(**hosts.find(QStringLiteral("local")),
                           {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), line}, .asUser = lab.systemUser},
                           Deadline::after(Milliseconds{20000}));
            return done ? QString::fromUtf8(done->output) : done.error().full();
        };
        const QString left = asOwner(QStringLiteral("crontab -l 2>/dev/null || true"));
        asOwner(takesOutUsersLine());
        QVERIFY2(!left.contains(lab.directory) && !left.contains(lab.name), qPrintable(left));
        QVERIFY2(left.contains(m_usersLine), qPrintable(left));
        QVERIFY(!saysPatroni());
    }

private:
    /// Whatever else came into the crontab meanwhile stays.
    [[nodiscard]] QString takesOutUsersLine() const
    {
        return QStringLiteral("left=$(crontab -l 2>/dev/null | grep -vxF '%1' || true)\n"
                              "if [ -n \"$left\" ]; then printf '%s\\n' \"$left\" | crontab -; else "
                              "crontab -r 2>/dev/null || true; fi")
            .replace(QStringLiteral("%1"), m_usersLine);
    }
    RunOutcome schedule(Arguments arguments)
    {
        arguments.insert(QStringLiteral("way"), QStringLiteral("cron"));
        return LiveOperation(*m_lab).run(QStringLiteral("schedule-backup"), arguments);
    }
    /// The client's configuration with its keys, copied to where the files' owner can read them.
    [[nodiscard]] QString keysFor(const LiveSshd &sshd) const
    {
        const QString from = QFileInfo(sshd.configFile()).path(), to = m_lab->lab().directory + QStringLiteral("/keys");
        const Result<CommandOutcome> outcome =
            runChecked(m_backups->host(),
                       {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                                 QStringLiteral("cp -r \"$1\" \"$2\" && sed -i \"s|$1|$2|g\" \"$2/config\" &&"
                                                " chown -R \"$3\": \"$2\" && chmod 700 \"$2\""),
                                 QStringLiteral("sh"), from, to, m_lab->lab().systemUser}},
                       Deadline::after(Milliseconds{20000}));
        if (!outcome)
            QTest::qFail(qPrintable(outcome.error().full()), __FILE__, __LINE__);
        return to + QStringLiteral("/config");
    }
    [[nodiscard]] QString script() const { return scheduledScriptIn(m_backups->directory(), m_lab->cluster().name); }
    [[nodiscard]] QString crontab() const { return m_backups->shell(QStringLiteral("crontab -l 2>/dev/null || true")); }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    const QString m_usersLine = QStringLiteral("0 0 1 1 * echo the user has a line, too");
};

QTEST_GUILESS_MAIN(TestScheduleBackup)
#include "test_schedule_backup.moc"
