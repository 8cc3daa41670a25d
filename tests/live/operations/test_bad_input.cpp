#include "tests/live/operations/live_operation.h"
#include "tests/support/live_server.h"

#include <thread>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString longQuery = QStringLiteral("SELECT pg_sleep(600)");

QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments with(std::initializer_list<std::pair<const char *, QString>> pairs)
{
    Arguments arguments;
    for (const auto &[id, value] : pairs)
        arguments.insert(QString::fromLatin1(id), value);
    return arguments;
}
} // namespace

/// A cluster that is not what it seems, or does not stay so until the approved plan runs.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void aNodeDisappearsBetweenChecksAndRun_data();
    void aNodeDisappearsBetweenChecksAndRun();
    void anotherClusterAtTheAddress_data();
    void anotherClusterAtTheAddress();
    void aStandbyOfAnotherCluster_data();
    void aStandbyOfAnotherCluster();
    void aClusterOfTheSameName();
    void aLaggingLogicalSlot();
    void anArchiverThatFailsOnTheCandidate();
    void aLongQueryOnTheCandidate();

private:
    [[nodiscard]] static qsizetype journalled()
    {
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        const Result<QList<JournalEntry>> entries = journal ? (*journal)->latest(1000) : journal.error();
        return entries ? entries->size() : -1;
    }
    void record(const std::function<void(ClusterDefinition &)> &change)
    {
        ClusterDefinition changed = m_cluster;
        change(changed);
        QVERIFY(ClusterRegistry().replace(changed));
    }
    [[nodiscard]] QString verdictOf(const QString &operation, const Arguments &arguments, const QString &check) const
    {
        return LiveOperation::verdict(m_operation->prepared(operation, arguments), check);
    }
    void setAndRestart(int node, const QStringList &settings);

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<LiveServer> m_other, m_othersStandby;
    std::jthread m_sleeper;
    ClusterDefinition m_cluster;
};

void TestBadInput::initTestCase()
{
    m_lab = LiveLab::make(2);
    QVERIFY(m_lab);
    m_operation = std::make_unique<LiveOperation>(*m_lab);
    m_cluster = m_lab->cluster();
    m_other = LiveServer::make();
    m_othersStandby = LiveServer::makeStandby(*m_other, QStringLiteral("n4"));
    QVERIFY(m_other && m_othersStandby);
    m_sleeper = std::jthread([info = m_othersStandby->connInfo()] {
        const Deadline deadline = Deadline::after(Milliseconds{600000});
        if (Result<Connection> session = Connection::open(info, deadline); session)
            static_cast<void>(session->query(longQuery, {}, deadline));
    });
}

void TestBadInput::cleanup()
{
    QVERIFY(ClusterRegistry().replace(m_cluster));
}

void TestBadInput::cleanupTestCase()
{
    if (m_othersStandby)
        m_othersStandby->sql(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = '%1'").arg(longQuery));
    m_operation.reset();
    m_lab.reset();
}

void TestBadInput::aNodeDisappearsBetweenChecksAndRun_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<Arguments>("arguments");
    QTest::addColumn<int>("gone");
    const auto row = [](const char *operation, const Arguments &arguments, int gone) {
        QTest::addRow("%s, n%d", operation, gone) << QString::fromLatin1(operation) << arguments << gone;
    };
    row("switchover", with({{"to", n(2)}}), 2);
    row("switchover", with({{"to", n(2)}}), 3);
    row("follow", with({{"node", n(3)}, {"upstream", n(2)}}), 2);
    row("follow", with({{"node", n(3)}, {"upstream", n(2)}}), 3);
    row("clone", with({{"source", n(2)}}), 2);
    row("restart", with({{"node", n(2)}}), 2);
    row("reload", with({{"node", n(2)}}), 2);
    row("pause-replay", with({{"node", n(2)}}), 2);
    row("set-delay", with({{"node", n(2)}, {"delay", QStringLiteral("1h")}}), 2);
    row("set-parameter",
        with({{"name", QStringLiteral("work_mem")}, {"value", QStringLiteral("9MB")}, {"node", allNodes()}}), 3);
    row("synchronous", with({{"standbys", QStringLiteral("n2, n3")}, {"count", QStringLiteral("2")}}), 3);
    row("create-slot", with({{"node", n(2)}, {"name", QStringLiteral("spare")}}), 2);
    row("decommission", with({{"node", n(3)}}), 1);
    row("prepare-primary",
        with({{"role", QStringLiteral("rep")},
              {"standby-addresses", QStringLiteral("127.0.0.1")},
              {"passfile", QStringLiteral("/tmp/howdah-test-of-nothing")}}),
        1);
}

void TestBadInput::aNodeDisappearsBetweenChecksAndRun()
{
    QFETCH(QString, operation);
    QFETCH(Arguments, arguments);
    QFETCH(int, gone);
    const Preparation approved = m_operation->prepared(operation, arguments);
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
    const qsizetype before = journalled();
    m_lab->fault(QStringLiteral("stop"), n(gone));
    const RunOutcome outcome = m_operation->run(approved);
    m_lab->fault(QStringLiteral("start"), n(gone));
    QVERIFY2(outcome.state == OperationState::NotReady, why(outcome).constData());
    QVERIFY2(outcome.error && !outcome.error->message.isEmpty(), why(outcome).constData());
    QCOMPARE(journalled(), before); // nothing was begun
    for (int standby : {2, 3})
        QVERIFY(m_lab->waitUntilStreaming(n(standby)));
    QCOMPARE(m_lab->cluster(), m_cluster);
}

void TestBadInput::anotherClusterAtTheAddress_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<Arguments>("arguments");
    QTest::addColumn<int>("replaced");
    const auto row = [](const char *operation, const Arguments &arguments, int replaced) {
        QTest::addRow("%s, n%d", operation, replaced) << QString::fromLatin1(operation) << arguments << replaced;
    };
    for (int replaced : {1, 2})
        row("switchover", with({{"to", n(2)}}), replaced);
    row("failover", with({{"candidate", n(2)}}), 2);
    row("follow", with({{"node", n(3)}, {"upstream", n(2)}}), 2);
    row("clone", with({{"source", n(1)}}), 1);
    row("rejoin", with({{"node", n(2)}}), 1);
    row("decommission", with({{"node", n(3)}}), 1);
    row("synchronous", with({{"standbys", QStringLiteral("n2")}}), 1);
    row("prepare-primary", with({{"role", QStringLiteral("rep")}, {"standby-addresses", QStringLiteral("127.0.0.1")}}),
        1);
    for (const char *each : {"restart", "reload"})
        row(each, with({{"node", n(2)}}), 2);
    row("set-parameter", with({{"name", QStringLiteral("work_mem")}, {"value", QStringLiteral("9MB")}, {"node", n(2)}}),
        2);
    row("create-slot", with({{"node", n(2)}, {"name", QStringLiteral("spare")}}), 2);
}

/// The name, the port and the role are right; what answers is another system.
void TestBadInput::anotherClusterAtTheAddress()
{
    QFETCH(QString, operation);
    QFETCH(Arguments, arguments);
    QFETCH(int, replaced);
    record([&](ClusterDefinition &cluster) {
        NodeDefinition &node = cluster.nodes[replaced - 1];
        node.connInfo = m_other->connInfo();
        node.dataDirectory = m_other->dataDirectory();
    });
    const Preparation preparation = m_operation->prepared(operation, arguments);
    QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(preparation.sentence));
}

void TestBadInput::aStandbyOfAnotherCluster_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<Arguments>("arguments");
    const auto row = [](const char *operation, const Arguments &arguments) {
        QTest::newRow(operation) << QString::fromLatin1(operation) << arguments;
    };
    row("switchover", with({{"to", n(4)}}));
    row("failover", with({{"candidate", n(4)}}));
    row("follow", with({{"node", n(4)}, {"upstream", n(1)}}));
    row("clone", with({{"source", n(4)}}));
    row("rejoin", with({{"node", n(4)}}));
    row("decommission", with({{"node", n(4)}}));
    row("pause-replay", with({{"node", n(4)}}));
    row("set-delay", with({{"node", n(4)}, {"delay", QStringLiteral("1h")}}));
    row("synchronous", with({{"standbys", QStringLiteral("n4")}}));
}

void TestBadInput::aStandbyOfAnotherCluster()
{
    QFETCH(QString, operation);
    QFETCH(Arguments, arguments);
    record([&](ClusterDefinition &cluster) {
        cluster.nodes << NodeDefinition{.name = n(4),
                                        .connInfo = m_othersStandby->connInfo(),
                                        .hostId = QStringLiteral("local"),
                                        .dataDirectory = m_othersStandby->dataDirectory()};
    });
    const Preparation preparation = m_operation->prepared(operation, arguments);
    QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(preparation.sentence));
}

void TestBadInput::aClusterOfTheSameName()
{
    ClusterDefinition impostor = m_cluster;
    impostor.systemIdentifier.clear();
    impostor.nodes = {{.name = n(1), .connInfo = m_other->connInfo(), .hostId = QStringLiteral("local")}};
    const Result<void> added = ClusterRegistry().add(impostor);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(m_lab->cluster(), m_cluster);
    // A plan that was approved for one cluster does not run on another that has its name now.
    const Preparation approved = m_operation->prepared(QStringLiteral("switchover"), with({{"to", n(2)}}));
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
    impostor.nodes << NodeDefinition{
        .name = n(2), .connInfo = m_othersStandby->connInfo(), .hostId = QStringLiteral("local")};
    record([&](ClusterDefinition &cluster) { cluster = impostor; });
    const RunOutcome outcome = m_operation->run(approved);
    QVERIFY2(outcome.state == OperationState::NotReady, why(outcome).constData());
    QCOMPARE(m_othersStandby->sql(QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
}

void TestBadInput::setAndRestart(int node, const QStringList &settings)
{
    for (const QString &setting : settings)
        m_lab->sql(n(node), QStringLiteral("ALTER SYSTEM SET ") + setting);
    const RunOutcome restarted = m_operation->run(QStringLiteral("restart"), with({{"node", n(node)}}));
    QVERIFY2(restarted.state == OperationState::Done, why(restarted).constData());
}

void TestBadInput::aLaggingLogicalSlot()
{
    setAndRestart(1, {QStringLiteral("wal_level = logical")});
    for (int standby : {2, 3})
        QVERIFY(m_lab->waitUntilStreaming(n(standby)));
    m_lab->sql(n(1), QStringLiteral("SELECT pg_create_logical_replication_slot('behind', 'pgoutput')"));
    m_lab->sql(n(1), QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 100000)"));
    for (int standby : {2, 3})
        QVERIFY(m_lab->waitUntilReplayed(n(standby)));
    const QString seen = verdictOf(QStringLiteral("switchover"), with({{"to", n(2)}}), QStringLiteral("logical-slots"));
    m_lab->sql(n(1), QStringLiteral("SELECT pg_drop_replication_slot('behind')"));
    QVERIFY2(seen.startsWith(QLatin1String("warning")) && seen.contains(QLatin1String("behind")), qPrintable(seen));
}

void TestBadInput::anArchiverThatFailsOnTheCandidate()
{
    for (int node : {2, 1})
        setAndRestart(node, {QStringLiteral("archive_mode = always"), QStringLiteral("archive_command = 'false'")});
    for (int standby : {2, 3})
        QVERIFY(m_lab->waitUntilStreaming(n(standby)));
    m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET archive_command = 'true'"));
    m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
    m_lab->sql(n(1), QStringLiteral("SELECT pg_switch_wal()"));
    const auto failed = [this](int node) {
        return m_lab->sql(n(node), QStringLiteral("SELECT last_failed_time > coalesce(last_archived_time, '-infinity')"
                                                  " FROM pg_stat_archiver"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(failed(2), QStringLiteral("t"), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(failed(1) != QLatin1String("t"), 60000);
    const QString seen = verdictOf(QStringLiteral("switchover"), with({{"to", n(2)}}), QStringLiteral("archiving"));
    for (int node : {1, 2})
        setAndRestart(node, {QStringLiteral("archive_mode = off"), QStringLiteral("archive_command = ''")});
    for (int standby : {2, 3})
        QVERIFY(m_lab->waitUntilStreaming(n(standby)));
    QVERIFY2(seen.startsWith(QLatin1String("blocked")) && seen.contains(QLatin1String("n2")), qPrintable(seen));
}

/// Begun with the first row: it is long after half a minute.
void TestBadInput::aLongQueryOnTheCandidate()
{
    const QString age = QStringLiteral("SELECT clock_timestamp() - query_start > interval '30 seconds'"
                                       " FROM pg_stat_activity WHERE state = 'active' AND query = '%1'")
                            .arg(longQuery);
    QTRY_COMPARE_WITH_TIMEOUT(m_othersStandby->sql(age), QStringLiteral("t"), 60000);
    ClusterDefinition others{.name = QStringLiteral("others")};
    for (const auto &[name, server] : {std::pair(n(1), m_other.get()), std::pair(n(4), m_othersStandby.get())})
        others.nodes << NodeDefinition{.name = name,
                                       .connInfo = server->connInfo(),
                                       .hostId = QStringLiteral("local"),
                                       .dataDirectory = server->dataDirectory()};
    const Result<Preparation> preparation =
        prepare(*findOperation(QStringLiteral("switchover")), others, with({{"to", n(4)}}), m_operation->environment);
    QVERIFY(preparation);
    const QString seen = LiveOperation::verdict(*preparation, QStringLiteral("queries"));
    QVERIFY2(!seen.startsWith(QLatin1String("ok")) && seen.contains(QLatin1String("longest query on n4")),
             qPrintable(seen));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"
