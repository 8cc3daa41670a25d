#include "core/cluster/sampler.h"
#include "core/operations/past_reader.h"
#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
constexpr int patience = 60000;
} // namespace

/// The past is read once, and what comes later is read on top of it.
class TestPastReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0, .archive = true});
        QVERIFY(m_lab);
        m_environment.hosts = &m_lab->hosts();
        m_lab->sql(n1, QStringLiteral("CREATE TABLE users AS SELECT generate_series(1, 100) AS a"));
        m_lab->sql(n1, QStringLiteral("CREATE TABLE orders (a int)"));
        m_lab->sql(n1, QStringLiteral("INSERT INTO orders SELECT generate_series(1, 7)"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_restore_point('lunch')"));
        newSegment();
    }

    void whatWasReadIsNotReadAgain()
    {
        const PastViewPtr first = read();
        QVERIFY(first);
        QVERIFY(!first->error);
        QCOMPARE(first->restorePoints.value(0).name, QStringLiteral("lunch"));
        QVERIFY(titles(first).contains(QStringLiteral("public.orders +7")));
        for (int i = 0; i < 3; ++i)
            newSegment();
        m_lab->sql(n1, QStringLiteral("INSERT INTO orders SELECT generate_series(1, 3)"));
        const PastViewPtr second = read();
        QVERIFY(second && !second->error);
        QCOMPARE(titles(second).mid(0, titles(first).size()), titles(first));
        QVERIFY(titles(second).contains(QStringLiteral("public.orders +3")));
        QCOMPARE(second->restorePoints.size(), 1);
        const PastViewPtr third = read();
        QVERIFY(third && !third->error);
        QCOMPARE(titles(third), titles(second));
        QVERIFY2(third->progress.all < second->progress.all || third->progress.all <= 1,
                 qPrintable(QStringLiteral("%1 segments, then %2").arg(second->progress.all).arg(third->progress.all)));
    }

    void aTransactionThatWasOpenIsCountedWhole()
    {
        const Deadline deadline = Deadline::after(Milliseconds{patience});
        Result<Connection> session = Connection::open(m_lab->connInfo(n1), deadline);
        QVERIFY(session);
        QVERIFY(session->query(QStringLiteral("BEGIN; INSERT INTO orders SELECT generate_series(1, 11)"), {}, deadline));
        newSegment();
        m_lab->sql(n1, QStringLiteral("INSERT INTO orders VALUES (1)"));
        QVERIFY(!titles(read()).join(u' ').contains(QLatin1String("+24")));
        newSegment();
        QVERIFY(session->query(QStringLiteral("INSERT INTO orders SELECT generate_series(1, 13); COMMIT"), {}, deadline));
        m_lab->sql(n1, QStringLiteral("INSERT INTO orders VALUES (2)"));
        QVERIFY2(titles(read()).contains(QStringLiteral("public.orders +24")), qPrintable(titles(read()).join(u' ')));
    }

    void aDroppedTableKeepsItsName()
    {
        m_lab->sql(n1, QStringLiteral("DELETE FROM users"));
        QVERIFY(titles(read()).contains(QStringLiteral("public.users -100")));
        m_lab->sql(n1, QStringLiteral("DROP TABLE users"));
        const PastViewPtr view = read();
        QVERIFY(titles(view).contains(QStringLiteral("public.users -100")));
        bool told = false;
        for (const NamedTransaction &one : view->newest)
            told = told || one.tables().contains(QLatin1String("public.users (dropped)"));
        QVERIFY(told);
    }

private:
    void newSegment()
    {
        m_lab->sql(n1, QStringLiteral("CREATE TABLE IF NOT EXISTS filler (a int)"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        m_lab->sql(n1, QStringLiteral("INSERT INTO filler VALUES (1)"));
    }
    /// Once it has read all there is.
    PastViewPtr read()
    {
        const ClusterDefinition cluster = m_lab->cluster();
        const ClusterSnapshotPtr snapshot =
            makeSnapshot(cluster, sampleAll(cluster, Milliseconds{5000}, {}, &m_lab->hosts()), nullptr,
                         QDateTime::currentDateTimeUtc());
        PastReader reader(m_environment);
        PastViewPtr last;
        connect(&reader, &PastReader::changed, this, [&last](const PastViewPtr &view) { last = view; });
        reader.read(snapshot, {});
        if (!QTest::qWaitFor([&last] { return last && last->finished; }, patience))
            QTest::qFail("It was not read in time.", __FILE__, __LINE__);
        return last;
    }
    /// Changes of the tests' tables, oldest first.
    static QStringList titles(const PastViewPtr &view)
    {
        QStringList list;
        for (const NamedTransaction &one : view ? view->newest : QList<NamedTransaction>())
            for (const NamedChange &change : one.changes) {
                if (!change.relation.endsWith(QLatin1String("orders")) && !change.relation.endsWith(QLatin1String("users")))
                    continue;
                if (change.changes.inserted > 0)
                    list << QStringLiteral("%1 +%2").arg(change.relation).arg(change.changes.inserted);
                if (change.changes.deleted > 0)
                    list << QStringLiteral("%1 -%2").arg(change.relation).arg(change.changes.deleted);
            }
        return list;
    }

    std::unique_ptr<LiveLab> m_lab;
    Environment m_environment;
};

QTEST_GUILESS_MAIN(TestPastReader)
#include "test_past_reader.moc"
