// The disk that backups lie on fills up: before a backup, while it is taken, while it is copied away.
#include "core/backup/schedule.h"
#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");

QString at(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestFullBackupDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("Needs root: a file system of its own is mounted.");
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        if (!root(at("mkdir '%1' && mount -t tmpfs -o size=300m,mode=700,uid=$(id -u %2),gid=$(id -g %2) howdah-test "
                     "'%1'")
                      .arg(m_backups->directory(), m_backups->owner())))
            QSKIP("No file system can be mounted here.");
        m_mounted = true;
        m_lab->sql(n1, at("CREATE TABLE t AS SELECT g AS id, repeat(md5(g::text), 20) AS words"
                          " FROM generate_series(1, 60000) g"));
        m_id = m_backups->take();
        QVERIFY(!m_id.isEmpty());
    }
    void cleanup()
    {
        if (!m_mounted)
            return;
        root(at("rm -f '%1/ballast'").arg(m_backups->directory()));
        // Whatever happened, the one that was there is all there is, and it is whole.
        QCOMPARE(BackupsOfLab::ids(m_backups->stock()), QStringList{m_id});
        QCOMPARE(m_backups->shell(
                     at("ls -A '%1' | grep -E 'unfinished|verifying|drilling$' || true").arg(m_backups->directory())),
                 QString());
    }
    void cleanupTestCase()
    {
        if (!m_mounted)
            return;
        LiveOperation(*m_lab).run(at("schedule-backup"), {{at("way"), at("cron")}, {at("every"), at("never")}});
        root(at("umount '%1'").arg(m_backups->directory()));
    }

    void whatCannotFitIsNotBegun()
    {
        fill(20);
        const Preparation preparation = LiveOperation(*m_lab).prepared(at("backup"));
        const QString space = LiveOperation::verdict(preparation, at("space"));
        QVERIFY2(space.startsWith(at("blocked: ")) && space.contains(at("needed")), qPrintable(space));
    }

    void whatFillsUpMeanwhileIsUndoneAndSaid()
    {
        const LiveOperation operation(*m_lab);
        const Preparation approved = operation.prepared(at("backup"), {{at("rate"), at("20M")}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        bool filled = false;
        const RunOutcome outcome = operation.run(approved, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Progress && !filled) {
                filled = true;
                fill(0);
            }
        });
        QVERIFY(filled);
        QCOMPARE(outcome.state, OperationState::Undone);
        QVERIFY2(outcome.error && outcome.error->full().contains(at("No space left on device")),
                 why(outcome).constData());
    }

    void aScheduledRunSaysItBefore()
    {
        const RunOutcome scheduled = schedule();
        QVERIFY2(scheduled.state == OperationState::Done, why(scheduled).constData());
        fill(20);
        QVERIFY(!root(at("runuser -u %1 -- sh '%2'").arg(m_backups->owner(), script())));
        const BackupStock stock = m_backups->stock();
        const auto failed = std::find_if(stock.findings.begin(), stock.findings.end(),
                                         [](const Finding &finding) { return finding.id == at("backup-run-failed"); });
        QVERIFY(failed != stock.findings.end());
        QVERIFY2(failed->text.contains(at("MB are free in")), qPrintable(failed->text));
    }

    /// Not even the note of it can be written then: it is missed, and what was noted before is still read.
    void aFullLogIsNoBrokenLog()
    {
        fill(0);
        QVERIFY(!root(at("runuser -u %1 -- sh '%2'").arg(m_backups->owner(), script())));
        root(at("rm -f '%1/ballast'").arg(m_backups->directory()));
        m_backups->shell(at("printf '{\"at\":\"half' >>'%1/howdah-log.jsonl'").arg(m_backups->directory()));
        const RunOutcome verified = m_backups->run("verify-backup", m_id);
        QVERIFY2(verified.state == OperationState::Done, why(verified).constData());
        const BackupCatalogue catalogue = m_backups->stock().placeOf(m_id)->catalogue;
        QCOMPARE(catalogue.newest(BackupNote::Kind::Verified, m_id)->operation, verified.entry.id);
    }

private:
    bool root(const QString &line) const
    {
        const Result<CommandOutcome> outcome =
            m_backups->host().run({.argv = {at("sh"), at("-c"), line}}, Deadline::after(Milliseconds{60000}));
        return outcome && outcome->succeeded();
    }
    /// Leaves so many MB.
    void fill(int left) const
    {
        const bool filled = root(
            at("cd '%1' && spare=$(df -Pk . | awk 'NR == 2 { print $4 }') && head -c $(((spare - %2 * 1024) * 1024))"
               " /dev/zero >ballast || [ %2 = 0 ]")
                .arg(m_backups->directory())
                .arg(left));
        QVERIFY(filled);
    }
    RunOutcome schedule() const
    {
        return LiveOperation(*m_lab).run(at("schedule-backup"), {{at("way"), at("cron")}, {at("try"), at("false")}});
    }
    [[nodiscard]] QString script() const { return scheduledScriptIn(m_backups->directory(), m_lab->cluster().name); }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_id;
    bool m_mounted = false;
};

QTEST_GUILESS_MAIN(TestFullBackupDisk)
#include "test_full_backup_disk.moc"
