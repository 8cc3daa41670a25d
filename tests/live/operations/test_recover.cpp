#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/recovered_copy.h"

#include <QFile>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");
const QString n2 = QStringLiteral("n2");

} // namespace

/// A base backup, and recoveries from it to every kind of point, on a lab that archives. The history of table t:
/// 10 rows (backup), 20 rows, restore point "lunch", 30 rows, everything deleted.
class TestRecover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 1, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_tooEarly = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_lsn()"));
        addRows("CREATE TABLE t AS SELECT 1 AS a FROM generate_series(1, 10)");
        QVERIFY(m_lab->waitUntilReplayed(n2));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        addRows("INSERT INTO t SELECT 2 FROM generate_series(1, 10)");
        m_time = m_lab->sql(n1, QStringLiteral("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
                                               " 'YYYY-MM-DD HH24:MI:SS.MS\"+00\"')"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('lunch')"));
        m_lsn = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_lsn()"));
        m_third = addRows("INSERT INTO t SELECT 3 FROM generate_series(1, 10)");
        m_damage = addRows("DELETE FROM t");
        archiveAll();
    }

    void recoversToEveryKindOfPoint_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const char *argument, const QString &value, const char *rows) {
            QTest::newRow(name) << Arguments{{QString::fromLatin1(argument), value}} << QString::fromLatin1(rows);
        };
        row("before the damage", "before-transaction", m_damage, "30");
        row("after the damage", "after-transaction", m_damage, "0");
        row("before the one before", "before-transaction", m_third, "20");
        row("time", "time", m_time, "20");
        row("position", "lsn", m_lsn, "20");
        row("restore point", "name", QStringLiteral("lunch"), "20");
        QTest::newRow("the end") << Arguments{} << QStringLiteral("0");
    }
    void recoversToEveryKindOfPoint()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, rows);
        const QString live = m_lab->sql(n1, QStringLiteral("SELECT pg_current_wal_lsn(), count(*) FROM t"));
        const RunOutcome recovered = m_operation->run(QStringLiteral("recover"), arguments);
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        QCOMPARE(askCopy(recovered, QStringLiteral("SELECT count(*) FROM t")), rows);
        QCOMPARE(askCopy(recovered, QStringLiteral("SHOW archive_mode")), QStringLiteral("off"));
        QCOMPARE(askCopy(recovered, QStringLiteral("SHOW listen_addresses")), QStringLiteral("127.0.0.1"));
        QVERIFY(m_lab->waitUntilStreaming(n2));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_stat_replication")), QStringLiteral("1"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT failed_count FROM pg_stat_archiver")), QStringLiteral("0"));
        takeDownCopy(*m_lab, recovered);
    }

    void whatCannotBeReachedIsSaidBefore_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *argument, const QString &value, const char *check,
                            const char *said) {
            QTest::newRow(name) << Arguments{{QString::fromLatin1(argument), value}} << QString::fromLatin1(check)
                                << QString::fromUtf8(said);
        };
        row("before the backup", "lsn", m_tooEarly, "backup", "blocked: Needs a base backup that ended before");
        row("before the backup, by time", "time", QStringLiteral("2020-01-01 00:00 UTC"), "backup",
            "blocked: Needs a base backup that ended before 2020-01-01");
        row("after the end", "lsn", QStringLiteral("FF/0"), "backup", "blocked: Segment ");
        row("a timeline that is not there", "timeline", QStringLiteral("7"), "backup",
            "blocked: The history of timeline 7 is not in the archive.");
        row("an archive that is not there", "archive", QStringLiteral("/nowhere"), "backup", "blocked: ");
        row("no backups there", "backups", QStringLiteral("/nowhere/at all"), "backup",
            "blocked: There is no base backup of this cluster on record.");
        row("a place that is taken", "into", QStringLiteral("/tmp"), "place", "blocked: /tmp is there already.");
        row("a place in nothing", "into", QStringLiteral("/nowhere/x"), "place", "blocked: postgres may not write");
        row("a port that is taken", "port", m_lab->connInfo(n1).port(), "port", "blocked: Something listens on");
    }
    void whatCannotBeReachedIsSaidBefore()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"), arguments);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(verdict));
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict + preparation.sentence));
    }

    void aTargetThatNeverComesIsUndoneWithTheServersWords()
    {
        const RunOutcome outcome =
            m_operation->run(QStringLiteral("recover"), {{QStringLiteral("name"), QStringLiteral("dinner")}});
        QCOMPARE(outcome.state, OperationState::Undone);
        QVERIFY2(outcome.error->detail.contains(QLatin1String("before configured recovery target was reached")),
                 qPrintable(outcome.error->full()));
    }

    void aHoleInTheArchiveIsNamed()
    {
        const QString archive = m_lab->lab().directory + QStringLiteral("/archive/");
        const QString segment = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name('%1')").arg(m_lsn));
        QFile file(archive + segment);
        QVERIFY(file.rename(archive + QStringLiteral(".aside")));
        const Preparation preparation = m_operation->prepared(QStringLiteral("recover"));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("backup"));
        QVERIFY(file.rename(archive + segment));
        QVERIFY2(verdict.contains(segment), qPrintable(verdict));
    }

private:
    /// The number of the transaction that did it.
    QString addRows(const char *sql)
    {
        const QString xid = m_lab->sql(n1, QStringLiteral("SELECT pg_snapshot_xmax(pg_current_snapshot())::text"));
        m_lab->sql(n1, QString::fromLatin1(sql));
        return xid;
    }
    void archiveAll()
    {
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY(m_lab->sql(n1, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")) >= last);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_tooEarly, m_time, m_lsn, m_third, m_damage;
};

QTEST_GUILESS_MAIN(TestRecover)
#include "test_recover.moc"
