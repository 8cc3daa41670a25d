#include "tests/live/operations/backups_of_lab.h"
#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"
#include "tests/support/postgres_versions.h"

#include <QFile>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// An incremental backup is put together with those that it is based on, by the server's own pg_combinebackup.
class TestRecoverIncremental : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QString> programs = programsOf17();
        if (!programs)
            QSKIP(qPrintable(programs.error().message));
        m_lab = LiveLab::make({.standbys = 0, .archive = true, .binDirectory = *programs});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_backups = std::make_unique<BackupsOfLab>(*m_lab);
        m_lab->sql(n1, QStringLiteral("ALTER SYSTEM SET summarize_wal = on"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) i"));
        m_full = m_backups->take();
        m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT i FROM generate_series(1, 100) i"));
        m_incremental = m_backups->take({{QStringLiteral("kind"), QStringLiteral("incremental")}});
        m_lab->sql(n1, QStringLiteral("INSERT INTO t SELECT i FROM generate_series(1, 10) i"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('good')"));
        m_lab->sql(n1, QStringLiteral("DELETE FROM t"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_lab->lab().directory + QStringLiteral("/archive/") + last), 60000);
    }

    void itIsPutTogether()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("recover"), good());
        const QString backup = LiveOperation::verdict(approved, QStringLiteral("backup"));
        const QString programs = LiveOperation::verdict(approved, QStringLiteral("programs"));
        QVERIFY2(backup.startsWith(QStringLiteral("ok: The backup ") + m_incremental), qPrintable(backup));
        QVERIFY2(programs.startsWith(QLatin1String("ok: It is put together from 2 backups")), qPrintable(programs));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(askCopy(outcome, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1110"));
        takeDownCopy(*m_lab, outcome);
    }

    void withoutItsBaseItIsNone()
    {
        m_backups->shell(QStringLiteral("mv '%1/%2' '%1/.aside'").arg(m_backups->directory(), m_full));
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"), good());
        m_backups->shell(QStringLiteral("mv '%1/.aside' '%1/%2'").arg(m_backups->directory(), m_full));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("backup"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: ")), qPrintable(verdict));
    }

private:
    static Arguments good() { return {{QStringLiteral("name"), QStringLiteral("good")}}; }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<BackupsOfLab> m_backups;
    QString m_full, m_incremental;
};

QTEST_GUILESS_MAIN(TestRecoverIncremental)
#include "test_recover_incremental.moc"
