#include "tests/live/operations/live_operation.h"

#include <QFile>
#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1");

/// Every kind of value that is printed with quotes, and the columns that cannot be written to as they are.
const char *const schema = R"sql(
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text,
                    loud text GENERATED ALWAYS AS (upper(name)) STORED, at timestamptz, data jsonb, n numeric(10,2),
                    tags text[], raw bytea);
CREATE TABLE orders (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, amount numeric);
CREATE TABLE pairs (a int, "B b" text, v text, PRIMARY KEY ("B b", a));
CREATE TABLE gone (id int PRIMARY KEY, v text, user_id int REFERENCES users);
CREATE INDEX gone_v ON gone (v);
CREATE TABLE nokey (a int);
CREATE TABLE other (id int PRIMARY KEY, v text);
CREATE TABLE parted (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');
CREATE TABLE refused (id int PRIMARY KEY);
CREATE TABLE audit (what text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.audit VALUES (TG_OP); RETURN NEW; END $$;
CREATE TRIGGER noted BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION note();
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER never BEFORE INSERT ON refused FOR EACH ROW EXECUTE FUNCTION refuse();
ALTER TABLE refused DISABLE TRIGGER never;
INSERT INTO users (name, at, data, n, tags, raw)
  SELECT CASE i % 6 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'a "quoted", (one) \ back' WHEN 3 THEN E'two\nlines\t'
         WHEN 4 THEN 'ñandú 象' ELSE ' spaces ' END || CASE WHEN i % 6 > 1 THEN i::text ELSE '' END,
         '2026-11-20 10:31:00.123456+01', jsonb_build_object('k', i, 'q', '"\'), i / 7.0,
         ARRAY['x,y', '{"}', NULL, i::text], decode(lpad(to_hex(i), 8, '0'), 'hex')
    FROM generate_series(1, 9000) i;
INSERT INTO orders (user_id, amount) SELECT i, i / 3.0 FROM generate_series(1, 9000) i;
INSERT INTO pairs SELECT i % 10, 'key ' || i / 10, 'v' || i FROM generate_series(1, 500) i;
INSERT INTO gone SELECT i, 'v' || i, i FROM generate_series(1, 300) i;
INSERT INTO nokey SELECT generate_series(1, 10);
INSERT INTO other SELECT i, 'v' FROM generate_series(1, 10) i;
INSERT INTO parted SELECT i, '2026-01-01'::date + i FROM generate_series(1, 300) i;
INSERT INTO refused SELECT generate_series(1, 5);
TRUNCATE audit;
)sql";

/// Afterwards: what the recovered copy does not have.
const char *const damage = R"sql(
DROP TABLE gone;
ALTER TABLE users DISABLE TRIGGER noted;
DELETE FROM orders WHERE user_id BETWEEN 100 AND 4200;
DELETE FROM users WHERE id BETWEEN 100 AND 4200;
UPDATE users SET name = 'changed' WHERE id IN (5000, 5001);
ALTER TABLE users ENABLE ALWAYS TRIGGER noted;
INSERT INTO users (name) SELECT 'new' FROM generate_series(1, 20);
UPDATE pairs SET v = 'changed' WHERE a = 3;
DELETE FROM pairs WHERE a = 4;
INSERT INTO pairs VALUES (77, 'extra', 'x');
DELETE FROM nokey;
ALTER TABLE other ALTER v TYPE varchar(10);
DELETE FROM other;
DELETE FROM parted;
DELETE FROM refused;
ALTER TABLE refused ENABLE TRIGGER never;
TRUNCATE audit;
)sql";

} // namespace

/// A lab with a recovered copy beside it, and rows brought back from there in every way.
class TestBringRowsBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n1, QString::fromUtf8(schema));
        const RunOutcome backup = m_operation->run(QStringLiteral("backup"));
        QVERIFY2(backup.state == OperationState::Done, why(backup).constData());
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('before')"));
        const QString last = m_lab->sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab->sql(n1, QString::fromUtf8(damage));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->sql(n1, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")) >= last,
                                 60000);
        const RunOutcome recovered =
            m_operation->run(QStringLiteral("recover"), {{QStringLiteral("name"), QStringLiteral("before")}});
        QVERIFY2(recovered.state == OperationState::Done, why(recovered).constData());
        m_side = *ConnInfo::parse(recovered.entry.result.value(QLatin1String("conninfo")).toString());
        m_from = recovered.entry.result.value(QLatin1String("directory")).toString();
    }

    void cleanupTestCase()
    {
        if (!m_from.isEmpty())
            (void)m_lab->hosts().find(QStringLiteral("local")).value()->run(
                {.argv = {QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl"), QStringLiteral("stop"),
                          QStringLiteral("--mode=immediate"), QStringLiteral("--pgdata=%1/data").arg(m_from)},
                 .asUser = QStringLiteral("postgres")},
                Deadline::after(Milliseconds{30000}));
    }

    void whatDoesNotGoIsSaidBefore_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *arguments, const char *check, const char *said) {
            Arguments given;
            for (const QString &one : QString::fromUtf8(arguments).split(QLatin1Char('|')))
                given.insert(one.section(QLatin1Char('='), 0, 0), one.section(QLatin1Char('='), 1));
            QTest::newRow(name) << given << QString::fromLatin1(check) << QString::fromUtf8(said);
        };
        row("no copy there", "tables=users|from=/nowhere", "side", "blocked: There is no recovered copy in /nowhere.");
        row("not there at all", "tables=nothing", "tables", "blocked: There is no table public.nothing in the side");
        row("no primary key", "tables=nokey", "tables", "blocked: public.nokey has no primary key");
        row("other columns", "tables=other", "tables", "blocked: public.other has the column “v character varying(10)”");
        row("nothing missing", "tables=pairs|where=a = 1", "rows", "blocked: There is nothing to bring back.");
        row("schema there", "tables=users|to=schema|schema=public", "destination",
            "blocked: The schema public is there already.");
        row("file there", "tables=users|to=file|file=/etc/hosts", "destination", "blocked: /etc/hosts is there already.");
        row("parent not named", "tables=orders", "parents", "warning: The rows refer to public.users.");
        row("gone", "tables=gone", "tables", "warning: Gone from the live server: public.gone.");
        row("triggers fire", "tables=users|triggers=fire", "triggers", "warning: They fire: public.users (noted).");
        row("counted", "tables=users,orders|rows=both", "rows",
            "ok: public.users: 4101 missing, 2 changed, 20 only on the live server, of 9000 compared; public.orders: 4101 "
            "missing, 0 changed, 0 only on the live server, of 9000 compared.");
        row("counted where", "tables=users|where=id < 200", "rows",
            "ok: public.users: 100 missing, 0 changed, 0 only on the live server, of 199 compared.");
    }
    void whatDoesNotGoIsSaidBefore()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        QFETCH(QString, said);
        const Preparation preparation = m_operation->prepared(QStringLiteral("bring-rows-back"), arguments);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(said), qPrintable(verdict + preparation.sentence));
        if (said.startsWith(QLatin1String("blocked")))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
    }

    void nothingIsBroughtWhenItDoesNotAllGo_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("a parent is missing") << args("tables=orders") << QStringLiteral("foreign key");
        QTest::newRow("a trigger keeps rows away") << args("tables=refused|triggers=fire") << QStringLiteral("0 of 5 rows");
    }
    void nothingIsBroughtWhenItDoesNotAllGo()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, said);
        const QString before = counts();
        const RunOutcome outcome = m_operation->run(QStringLiteral("bring-rows-back"), arguments);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(said), qPrintable(outcome.error->full()));
        QCOMPARE(counts(), before);
    }

    void aCopyOfThemGoesElsewhere_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::newRow("schema") << args("tables=users,nokey,gone,other|rows=both|to=schema|schema=look")
                                << QStringLiteral("SELECT (SELECT count(*) FROM look.users) || ' ' || (SELECT count(*) FROM"
                                                  " look.nokey) || ' ' || (SELECT count(*) FROM look.gone) || ' ' ||"
                                                  " (SELECT count(*) FROM look.other)")
                                << QStringLiteral("4103 10 300 10");
        QTest::newRow("where") << args("tables=users|to=schema|schema=look2|where=id < 110")
                               << QStringLiteral("SELECT min(id) || '-' || max(id) FROM look2.users")
                               << QStringLiteral("100-109");
    }
    void aCopyOfThemGoesElsewhere()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, question);
        QFETCH(QString, answer);
        const QString before = counts();
        const RunOutcome outcome = m_operation->run(QStringLiteral("bring-rows-back"), arguments);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n1, question), answer);
        QCOMPARE(counts(), before);
    }

    void aFileHasThem_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("sql") << QStringLiteral("sql");
        QTest::newRow("csv") << QStringLiteral("csv");
    }
    void aFileHasThem()
    {
        QFETCH(QString, format);
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("rows"));
        const RunOutcome outcome =
            m_operation->run(QStringLiteral("bring-rows-back"), {{QStringLiteral("tables"), QStringLiteral("users")},
                                                                 {QStringLiteral("to"), QStringLiteral("file")},
                                                                 {QStringLiteral("file"), path},
                                                                 {QStringLiteral("format"), format}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        m_lab->sql(n1, QStringLiteral("DROP TABLE IF EXISTS public.again"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE public.again (LIKE public.users)"));
        if (format == QLatin1String("sql")) {
            m_lab->sql(n1, QString(text).replace(QLatin1String("\"public\".\"users\""), QLatin1String("public.again")));
        } else {
            QFile readable(QStringLiteral("/tmp/howdah-rows-%1.csv").arg(QCoreApplication::applicationPid()));
            QVERIFY(readable.open(QIODevice::WriteOnly));
            readable.write(text.toUtf8());
            readable.close();
            m_lab->sql(n1, QStringLiteral("COPY public.again (id, name, at, data, n, tags, raw) FROM '%1' CSV HEADER")
                               .arg(readable.fileName()));
            readable.remove();
        }
        const QString sum = QStringLiteral("SELECT count(*) || ' ' || md5(string_agg(ROW(id, name, at, data, n, tags,"
                                           " raw)::text, '' ORDER BY id)) FROM public.%1 WHERE id BETWEEN 100 AND 4200");
        QCOMPARE(m_lab->sql(n1, sum.arg(QStringLiteral("again"))), askSide(sum.arg(QStringLiteral("users"))));
    }

    void rowsComeBackToTheirTables_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QStringList>("tables");
        QTest::addColumn<QString>("where");
        QTest::newRow("some of one") << args("tables=users|where=id < 200") << QStringList{QStringLiteral("users")}
                                     << QStringLiteral("id < 200");
        QTest::newRow("missing, children named first")
            << args("tables=orders,users") << QStringList{QStringLiteral("users"), QStringLiteral("orders")}
            << QStringLiteral("id BETWEEN 1 AND 4999");
        QTest::newRow("changed") << args("tables=users|rows=changed") << QStringList{QStringLiteral("users")}
                                 << QStringLiteral("id <= 9000");
        QTest::newRow("both, a key of two columns")
            << args("tables=pairs|rows=both") << QStringList{QStringLiteral("pairs")} << QStringLiteral("a < 77");
        QTest::newRow("a table that was dropped")
            << args("tables=gone") << QStringList{QStringLiteral("gone")} << QStringLiteral("true");
        QTest::newRow("partitioned") << args("tables=parted") << QStringList{QStringLiteral("parted")}
                                     << QStringLiteral("true");
        QTest::newRow("without triggers")
            << args("tables=refused|triggers=none") << QStringList{QStringLiteral("refused")} << QStringLiteral("true");
    }
    void rowsComeBackToTheirTables()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QStringList, tables);
        QFETCH(QString, where);
        const RunOutcome outcome = m_operation->run(QStringLiteral("bring-rows-back"), arguments);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        for (const QString &table : tables) {
            const QString sum = QStringLiteral("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY"
                                               " t::text)), '') FROM public.%1 t WHERE %2")
                                    .arg(table, where);
            QCOMPARE(m_lab->sql(n1, sum), askSide(sum));
        }
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM audit")), QStringLiteral("0"));
    }

    void whatStandsAroundIsAsItWas()
    {
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT string_agg(tgname || tgenabled::text, ' ' ORDER BY tgname) FROM pg_trigger"
                                               " WHERE NOT tgisinternal")),
                 QStringLiteral("neverO notedA"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM users WHERE name = 'new'")), QStringLiteral("20"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT v FROM pairs WHERE a = 77")), QStringLiteral("x"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_indexes WHERE tablename = 'gone'")),
                 QStringLiteral("2"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_constraint WHERE conrelid = 'gone'::regclass"
                                               " AND contype = 'f'")),
                 QStringLiteral("1"));
        // The next number is one that nobody has.
        m_lab->sql(n1, QStringLiteral("INSERT INTO orders (user_id, amount) VALUES (1, 1)"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT max(id) FROM orders")), QStringLiteral("9001"));
    }

    void twiceThereIsNothingLeft()
    {
        const Preparation preparation =
            m_operation->prepared(QStringLiteral("bring-rows-back"), args("tables=users,orders,pairs,gone,parted|rows=both"));
        const QString verdict = LiveOperation::verdict(preparation, QStringLiteral("rows"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked: There is nothing to bring back.")), qPrintable(verdict));
    }

private:
    static Arguments args(const char *text)
    {
        Arguments given;
        for (const QString &one : QString::fromUtf8(text).split(QLatin1Char('|')))
            given.insert(one.section(QLatin1Char('='), 0, 0), one.section(QLatin1Char('='), 1));
        return given;
    }
    QString askSide(const QString &sql)
    {
        const Deadline deadline = Deadline::after(Milliseconds{30000});
        Result<Connection> session = Connection::open(m_side, deadline);
        if (!session)
            return session.error().message;
        const Result<ResultSet> rows = session->query(sql, {}, deadline);
        return rows ? rows->text(0, 0).value_or(QString()) : rows.error().message;
    }
    QString counts()
    {
        return m_lab->sql(n1, QStringLiteral("SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM orders) ||"
                                             " ' ' || (SELECT count(*) FROM pairs) || ' ' || (SELECT count(*) FROM refused)"
                                             " || ' ' || (SELECT count(*) FROM users WHERE name = 'changed')"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    ConnInfo m_side;
    QString m_from;
};

QTEST_GUILESS_MAIN(TestBringRowsBack)
#include "test_bring_rows_back.moc"
