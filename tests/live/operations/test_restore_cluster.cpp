#include "tests/live/operations/dump_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString restoreCluster = QStringLiteral("restore-cluster");
} // namespace

/// A dump by pg_dumpall comes back with its roles and all its databases, into a server that has none of them.
class TestRestoreCluster : public QObject, private DumpLab
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(begin(0));
        m_lab->sql(n1, at("CREATE ROLE clerk LOGIN PASSWORD 'secret'"));
        m_lab->sql(n1, at("CREATE DATABASE \"Odd name\" OWNER clerk"));
        // What looks like the beginning of a database, in a row.
        inDatabase(at("Odd name"), at("CREATE TABLE t AS SELECT 'CREATE DATABASE nobody' || chr(10) || 'x' AS a"));
        inDatabase(at("shop"), at("ALTER TABLE sales.orders OWNER TO clerk"));
        m_wanted = everything(at("shop"));
        m_file = fileOf(take(at("what=all")));
        QVERIFY(!m_file.isEmpty());
    }

    void whatIsThereIsNotOverwritten()
    {
        const Preparation preparation = m_operation->prepared(restoreCluster, {{at("file"), m_file}});
        const QString verdict = LiveOperation::verdict(preparation, at("fresh"));
        QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(preparation.sentence));
        QVERIFY2(verdict.startsWith(at("blocked: The server has these databases already: ")), qPrintable(verdict));
        QVERIFY2(verdict.contains(at("shop")) && verdict.contains(at("Odd name")), qPrintable(verdict));
    }

    void whatIsNoSuchDumpIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("a dump of one database")
            << QByteArray("--\n-- PostgreSQL database dump\n--\n-- PostgreSQL database dump complete\n")
            << at("is no dump of a whole server");
        QTest::newRow("roles alone") << QByteArray("--\n-- PostgreSQL database cluster dump\n--\nCREATE ROLE x;\n"
                                                   "-- PostgreSQL database cluster dump complete\n")
                                     << at("is no dump of a whole server");
        QTest::newRow("cut off behind a database")
            << QByteArray("--\n-- PostgreSQL database cluster dump\n--\n\\connect shop\n-- PostgreSQL database dump "
                          "complete\n")
            << at("has no last line");
    }
    void whatIsNoSuchDumpIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(restoreCluster, {{at("file"), written(content)}});
        const QString verdict = LiveOperation::verdict(preparation, at("file"));
        QVERIFY2(verdict.startsWith(at("blocked: ")) && verdict.contains(said), qPrintable(verdict));
    }

    void anErrorTakesItsDatabasesBack()
    {
        empty();
        QFile whole(m_file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray end("-- PostgreSQL database cluster dump complete");
        const QString broken = written(whole.readAll().replace(end, "SELECT 1 / 0;\n" + end));
        const RunOutcome outcome = m_operation->run(restoreCluster, {{at("file"), broken}});
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(at("division by zero")), qPrintable(outcome.error->full()));
        QCOMPARE(databases(), at("other postgres template0 template1"));
    }

    void allOfItComesBack()
    {
        const RunOutcome outcome = m_operation->run(restoreCluster, {{at("file"), m_file}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(databases(), at("Odd name other postgres shop template0 template1"));
        QCOMPARE(everything(at("shop")), m_wanted);
        QCOMPARE(inDatabase(at("Odd name"), at("SELECT a FROM t")), at("CREATE DATABASE nobody\nx"));
        QCOMPARE(m_lab->sql(n1, at("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'clerk'")),
                 at("t"));
        QCOMPARE(inDatabase(at("shop"), at("SELECT relowner::regrole::text FROM pg_class WHERE oid = 'sales.orders'::regclass")),
                 at("clerk"));
        QCOMPARE(m_lab->sql(n1, at("SELECT count(*) FROM pg_db_role_setting")), at("0"));
        QVERIFY(inDatabase(at("shop"), at("SELECT count(*) FROM pg_stats WHERE schemaname = 'sales'")).toInt() > 0);
    }

private:
    /// As fresh as a server can be that had it; a database that has nothing to do with the dump.
    void empty()
    {
        drop(at("shop"));
        drop(at("Odd name"));
        m_lab->sql(n1, at("DROP ROLE clerk"));
        m_lab->sql(n1, at("CREATE DATABASE other"));
    }
    QString databases() { return m_lab->sql(n1, at("SELECT string_agg(datname, ' ' ORDER BY datname COLLATE \"C\") FROM pg_database")); }

    QString m_file, m_wanted;
};

QTEST_GUILESS_MAIN(TestRestoreCluster)
#include "test_restore_cluster.moc"
