#include "tests/support/container_cluster.h"

using namespace howdah;
using howdah::test::ContainerCluster;
using howdah::test::LiveContainers;

namespace {

const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");
const QString inRecovery = QStringLiteral("SELECT pg_is_in_recovery()");
const QString belowVolume = QStringLiteral("/var/lib/postgresql/data/pgdata");

} // namespace

/// An old primary whose server is the first process of its container, and whose data directory lies below its volume,
/// comes back in that container. The rows follow each other on one cluster.
class TestRejoinInContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        m_boxes = std::make_unique<ContainerCluster>(1, QStringList(), belowVolume);
        containers().sql(one, QStringLiteral("CREATE TABLE ledger (id int PRIMARY KEY, entry text)"));
    }
    void cleanupTestCase() { m_boxes.reset(); }

    void aSecondPrimaryIsRewoundAndItsRowsAreSaved();
    void oneThatIsOffJustFollows();
    void oneIsClonedAgainAndItsOldDataStay();

private:
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    RunOutcome rejoined(const QString &way) const
    {
        const Preparation approved =
            m_boxes->prepared(QStringLiteral("rejoin"), {{QStringLiteral("node"), one}, {QStringLiteral("way"), way}});
        if (approved.readiness == Readiness::NotReady)
            QTest::qFail(qPrintable(ContainerCluster::refusals(approved)), __FILE__, __LINE__);
        return m_boxes->run(approved);
    }
    void streams() const
    {
        QCOMPARE(containers().sql(one, inRecovery), QStringLiteral("t"));
        QVERIFY(containers().waitUntilStreaming(one, two));
        containers().sql(two, QStringLiteral("INSERT INTO ledger SELECT max(id) + 1, 'later' FROM ledger"));
        const QString rows = QStringLiteral("SELECT string_agg(id || entry, ',' ORDER BY id) FROM ledger");
        QTRY_COMPARE(containers().sql(one, rows), containers().sql(two, rows));
    }
    /// In the container of pg1, whether it runs or not.
    [[nodiscard]] QString shellOnVolume(const QString &line) const
    {
        return containers().podman({QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--volumes-from"),
                                    containers().container(one), QStringLiteral("--entrypoint"), QStringLiteral("sh"),
                                    containers().image(), QStringLiteral("-c"), line});
    }
    std::unique_ptr<ContainerCluster> m_boxes;
};

void TestRejoinInContainers::aSecondPrimaryIsRewoundAndItsRowsAreSaved()
{
    QTRY_COMPARE(containers().sql(two, QStringLiteral("SELECT count(*) FROM ledger")), QStringLiteral("0"));
    // A checkpoint for pg_rewind to begin at, and one that tells pg2's timeline: what is seen stays so.
    containers().sql(one, QStringLiteral("CHECKPOINT"));
    containers().sql(two, QStringLiteral("SELECT pg_promote()"));
    containers().sql(two, QStringLiteral("CHECKPOINT"));
    containers().sql(two, QStringLiteral("INSERT INTO ledger VALUES (1, 'new')"));
    containers().sql(one, QStringLiteral("INSERT INTO ledger VALUES (2, 'only on the old primary')"));
    const RunOutcome outcome = rejoined(QStringLiteral("auto"));
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    streams();
    const QString saved = outcome.entry.plan.arguments.value(QStringLiteral("save-to"));
    const QString rows = shellOnVolume(QStringLiteral("cat %1/rows/*").arg(saved));
    QVERIFY2(rows.contains(QLatin1String("only on the old primary")), qPrintable(rows));
    QCOMPARE(containers().sql(one, QStringLiteral("SELECT count(*) FROM ledger WHERE id = 2 AND entry LIKE 'only%'")),
             QStringLiteral("0"));
}

void TestRejoinInContainers::oneThatIsOffJustFollows()
{
    containers().podman({QStringLiteral("stop"), containers().container(one)});
    const RunOutcome outcome = rejoined(QStringLiteral("follow"));
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    streams();
}

void TestRejoinInContainers::oneIsClonedAgainAndItsOldDataStay()
{
    containers().podman({QStringLiteral("kill"), containers().container(one)});
    const RunOutcome outcome = rejoined(QStringLiteral("clone"));
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    streams();
    QVERIFY(!shellOnVolume(QStringLiteral("ls -d %1.before-rejoin-*/PG_VERSION").arg(belowVolume)).isEmpty());
}

QTEST_GUILESS_MAIN(TestRejoinInContainers)
#include "test_rejoin_in_containers.moc"
