#include "tests/live/operations/dump_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// What is restored of a dump, and what it does to a database that is there.
class TestRestore : public QObject, private DumpLab
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(begin(0)); }

    void chosenObjectsComeBack_data()
    {
        QTest::addColumn<QString>("dump");
        QTest::addColumn<QString>("restore");
        QTest::addColumn<QString>("relations");
        QTest::newRow("a table of the archive")
            << QString() << at("only=sales.customers") << at("sales.customers sales.customers_id_seq");
        QTest::newRow("what a view needs") << QString() << at("only=sales.totals") << at("sales.orders sales.totals");
        QTest::newRow("a schema of the database") << at("schema=public") << QString() << at("public.Odd Name");
        QTest::newRow("without a table") << at("exclude-table=sales.*") << QString() << at("public.Odd Name");
    }

    void chosenObjectsComeBack()
    {
        QFETCH(QString, dump);
        QFETCH(QString, restore);
        QFETCH(QString, relations);
        const RunOutcome dumped = take(dump);
        Arguments wanted = arguments(restore);
        wanted.insert(at("file"), fileOf(dumped));
        const RunOutcome restored = m_operation->run(at("restore"), wanted);
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        QCOMPARE(inDatabase(at("shop_restored"),
                            at("SELECT string_agg(n.nspname || '.' || c.relname, ' ' ORDER BY n.nspname, c.relname)"
                               " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                               " WHERE c.relkind IN ('r', 'v', 'S') AND n.nspname IN ('sales', 'public')")),
                 relations);
        drop(at("shop_restored"));
    }

    void intoADatabaseThatIsThere()
    {
        const QString file = fileOf(take(QString()));
        m_lab->sql(n1, QStringLiteral("CREATE DATABASE live"));
        inDatabase(at("live"), at("CREATE TABLE mine AS SELECT 1 AS a"));
        const Arguments into{{at("file"), file}, {at("into"), at("live")}};
        QVERIFY(m_operation->run(at("restore"), into).state == OperationState::Done);
        QCOMPARE(inDatabase(at("live"), at("SELECT count(*) FROM sales.orders, mine")), at("5000"));
        QCOMPARE(left(at("live")), QString());

        // Again: all of it is there now.
        const Preparation again = m_operation->prepared(at("restore"), into);
        QVERIFY(
            LiveOperation::verdict(again, at("overwrite")).startsWith(at("blocked: 7 objects are in live already")));

        inDatabase(at("live"), at("DELETE FROM sales.orders WHERE id > 10"));
        Arguments clean = into;
        clean.insert(at("clean"), at("true"));
        clean.insert(at("only"), at("sales.orders\nsales.totals"));
        const RunOutcome replaced = m_operation->run(at("restore"), clean);
        QVERIFY2(replaced.state == OperationState::Done, why(replaced).constData());
        QCOMPARE(inDatabase(at("live"), at("SELECT count(*) FROM sales.orders, mine")), at("5000"));

        inDatabase(at("live"), at("TRUNCATE sales.orders"));
        Arguments rows = into;
        rows.insert(at("sections"), at("data"));
        rows.insert(at("only"), at("sales.orders"));
        QVERIFY(m_operation->run(at("restore"), rows).state == OperationState::Done);
        QCOMPARE(inDatabase(at("live"), at("SELECT count(*) FROM sales.orders")), at("5000"));

        // Once more the same rows: the keys are taken, and nothing of it stays.
        const RunOutcome twice = m_operation->run(at("restore"), rows);
        QCOMPARE(twice.state, OperationState::Undone);
        QVERIFY2(twice.error->full().contains(at("duplicate key")), why(twice).constData());
        QCOMPARE(inDatabase(at("live"), at("SELECT count(*) FROM sales.orders")), at("5000"));
        QCOMPARE(left(), QString());
        drop(at("live"));
    }

    void errorsAreCountedWithTheirObjects()
    {
        inDatabase(at("shop"), at("CREATE TABLE public.bad AS SELECT 1 AS a"));
        const QString file = fileOf(take(QString()));
        inDatabase(at("shop"), at("DROP TABLE public.bad"));
        // A role that lacks: its statements fail.
        m_lab->sql(n1, QStringLiteral("CREATE ROLE clerk"));
        inDatabase(at("shop"), at("GRANT SELECT ON sales.orders TO clerk"));
        const QString withRole = fileOf(take(QString()));
        inDatabase(at("shop"), at("REVOKE ALL ON sales.orders FROM clerk"));
        m_lab->sql(n1, QStringLiteral("DROP ROLE clerk"));
        const Preparation refused = m_operation->prepared(at("restore"), {{at("file"), withRole}});
        QVERIFY(LiveOperation::verdict(refused, at("roles")).startsWith(at("blocked: The server has no role clerk")));
        const RunOutcome goneOn =
            m_operation->run(at("restore"), {{at("file"), withRole}, {at("on-error"), at("continue")}});
        QVERIFY2(goneOn.state == OperationState::Done, why(goneOn).constData());
        const QString errors = goneOn.entry.result.value(QLatin1String("errors")).toString();
        QVERIFY2(errors.startsWith(at("1\nACL TABLE orders postgres: role \"clerk\" does not exist")),
                 qPrintable(errors));
        drop(at("shop_restored"));
        const RunOutcome good = m_operation->run(at("restore"), {{at("file"), file}});
        QCOMPARE(good.entry.result.value(QLatin1String("errors")).toString(), at("0"));
        drop(at("shop_restored"));
    }

    /// As pg_restore --create would, under whatever name.
    void whatIsSetForTheDatabaseComesAlong()
    {
        m_lab->sql(n1, at("CREATE ROLE clerk"));
        m_lab->sql(n1, at("ALTER DATABASE shop SET work_mem = '7MB'"));
        m_lab->sql(n1, at("ALTER DATABASE shop CONNECTION LIMIT 17"));
        m_lab->sql(n1, at("ALTER ROLE clerk IN DATABASE shop SET search_path = sales"));
        m_lab->sql(n1, at("REVOKE CONNECT ON DATABASE shop FROM PUBLIC"));
        m_lab->sql(n1, at("GRANT CONNECT ON DATABASE shop TO clerk"));
        const QString file = fileOf(take(QString()));
        const QString asked = at("SELECT concat_ws(' ', current_setting('work_mem'), datconnlimit,"
                                 " has_database_privilege('clerk', datname, 'CONNECT'), datacl::text LIKE '%{=Tc%',"
                                 " (SELECT count(*) FROM pg_db_role_setting WHERE setdatabase = d.oid AND setrole <> 0))"
                                 " FROM pg_database d WHERE datname = current_database()");
        const RunOutcome restored = m_operation->run(at("restore"), {{at("file"), file}});
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        QCOMPARE(inDatabase(at("shop_restored"), asked), inDatabase(at("shop"), asked));
        drop(at("shop_restored"));
        // Without the role nothing of it is tried; the role check asks to leave rights out.
        for (const char *undone : {"ALTER DATABASE shop RESET ALL", "ALTER DATABASE shop CONNECTION LIMIT -1",
                                   "GRANT CONNECT ON DATABASE shop TO PUBLIC", "REVOKE CONNECT ON DATABASE shop FROM clerk",
                                   "ALTER ROLE clerk IN DATABASE shop RESET ALL", "DROP ROLE clerk"})
            m_lab->sql(n1, at(undone));
        const RunOutcome without = m_operation->run(
            at("restore"), {{at("file"), file}, {at("no-privileges"), at("true")}});
        QVERIFY2(without.state == OperationState::Done, why(without).constData());
        QCOMPARE(inDatabase(at("shop_restored"), at("SHOW work_mem")), at("7MB"));
        drop(at("shop_restored"));
    }

    void rolesThatAreThereStay()
    {
        m_lab->sql(n1, QStringLiteral("CREATE ROLE \"Anna B\" CREATEDB"));
        m_lab->sql(n1, QStringLiteral("CREATE ROLE bert"));
        const QString file = fileOf(take(at("what=globals")));
        m_lab->sql(n1, QStringLiteral("DROP ROLE bert"));
        m_lab->sql(n1, QStringLiteral("ALTER ROLE \"Anna B\" NOCREATEDB"));
        const RunOutcome restored = m_operation->run(at("restore"), {{at("file"), file}});
        QVERIFY2(restored.state == OperationState::Done, why(restored).constData());
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = 'bert'")), at("1"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT rolcreatedb FROM pg_roles WHERE rolname = 'Anna B'")), at("f"));
        QCOMPARE(left(), QString());
    }
};

QTEST_GUILESS_MAIN(TestRestore)
#include "test_restore.moc"
