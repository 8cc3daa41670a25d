#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/counting_writer.h"
#include "tests/support/live_containers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace howdah;
using howdah::test::CountingWriter;
using howdah::test::LiveContainers;

namespace {

const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");
const QString inRecovery = QStringLiteral("SELECT pg_is_in_recovery()");

QByteArray why(const RunOutcome &outcome)
{
    return operationStateName(outcome.state).toUtf8() +
           (outcome.error ? ": " + outcome.error->full().toUtf8() : QByteArray());
}

} // namespace

/// Operations on servers that are the first process of their containers, as the official image runs them: two in a
/// network of their own, reached from here through ports published on loopback.
class TestInContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        makeCluster();
    }
    void cleanupTestCase()
    {
        m_containers.reset();
        qunsetenv("HOWDAH_HOME");
    }

    // On one cluster, which has its roles again after each.
    void restartKeepsTheRole_data();
    void restartKeepsTheRole();
    void replayIsPausedAndResumed();
    void switchoverThereAndBackLosesNothing();
    void failoverFromADeadContainer();
    void failoverCutsOffAnUnreachablePrimary();

private:
    void makeCluster();
    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments) const;
    RunOutcome run(const Preparation &approved) const;
    [[nodiscard]] static QString refusals(const Preparation &preparation);
    [[nodiscard]] QString startedAt(const QString &name) const
    {
        return m_containers->sql(name, QStringLiteral("SELECT pg_postmaster_start_time()"));
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<LiveContainers> m_containers;
    std::unique_ptr<Hosts> m_hosts;
    Environment m_environment;
    ClusterDefinition m_cluster;
};

void TestInContainers::makeCluster()
{
    m_containers.reset();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_containers = LiveContainers::make();
    QVERIFY(m_containers);
    const QStringList policy{QStringLiteral("--restart=unless-stopped")};
    m_containers->runPrimary(one, policy);
    m_containers->runStandby(two, one, policy);
    m_cluster = {.name = QStringLiteral("boxes")};
    for (const QString &name : {one, two})
        m_cluster.nodes << NodeDefinition{
            .name = name, .connInfo = m_containers->connInfo(name), .hostId = m_containers->hostId(name)};
    m_hosts = std::make_unique<Hosts>();
    m_environment.hosts = m_hosts.get();
    m_environment.registry = ClusterRegistry();
    QVERIFY(m_environment.registry.add(m_cluster));
}

Preparation TestInContainers::prepared(const QString &operation, const Arguments &arguments) const
{
    const Result<Preparation> preparation = prepare(*findOperation(operation), m_cluster, arguments, m_environment);
    if (!preparation)
        QTest::qFail(qPrintable(preparation.error().full()), __FILE__, __LINE__);
    return preparation ? *preparation : Preparation{};
}

RunOutcome TestInContainers::run(const Preparation &approved) const
{
    RunOutcome outcome = runOperation(*findOperation(approved.operation), approved, m_cluster, m_environment, {}, {});
    for (const JournalStep &step : outcome.entry.steps)
        qInfo("  %s %lld ms", qPrintable(step.id), step.ms);
    return outcome;
}

QString TestInContainers::refusals(const Preparation &preparation)
{
    QStringList lines{preparation.sentence};
    for (auto objection = preparation.objections.cbegin(); objection != preparation.objections.cend(); ++objection)
        lines << objection.key() + QStringLiteral(": ") + objection.value();
    for (const CheckResult &check : preparation.checks)
        if (check.judgement.verdict != Verdict::Ok)
            lines << check.id + QStringLiteral(": ") + check.judgement.observed;
    return lines.join(QLatin1Char('\n'));
}

void TestInContainers::restartKeepsTheRole_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("of a primary") << one;
    QTest::newRow("of a standby") << two;
}

void TestInContainers::restartKeepsTheRole()
{
    QFETCH(QString, node);
    const QString role = m_containers->sql(node, inRecovery);
    const QString before = startedAt(node);
    const Preparation approved = prepared(QStringLiteral("restart"), {{QStringLiteral("node"), node}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(refusals(approved)));
    const RunOutcome outcome = run(approved);
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QCOMPARE(m_containers->sql(node, inRecovery), role);
    QVERIFY(startedAt(node) > before);
    QVERIFY(m_containers->waitUntilStreaming(two, one));
}

void TestInContainers::replayIsPausedAndResumed()
{
    for (const auto &[operation, paused] : {std::pair(QStringLiteral("pause-replay"), QStringLiteral("t")),
                                            std::pair(QStringLiteral("resume-replay"), QStringLiteral("f"))}) {
        const Preparation approved = prepared(operation, {{QStringLiteral("node"), two}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(refusals(approved)));
        const RunOutcome outcome = run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_containers->sql(two, QStringLiteral("SELECT pg_is_wal_replay_paused()")), paused);
    }
}

void TestInContainers::switchoverThereAndBackLosesNothing()
{
    m_containers->sql(one, QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
    QTRY_COMPARE(m_containers->sql(two, QStringLiteral("SELECT count(*) FROM acknowledged")), QStringLiteral("0"));
    CountingWriter writer(m_cluster, Milliseconds{5});
    QTRY_VERIFY(writer.acknowledged() > 10);
    for (const auto &[from, to] : {std::pair(one, two), std::pair(two, one)}) {
        const Preparation approved = prepared(QStringLiteral("switchover"), {{QStringLiteral("to"), to}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(refusals(approved)));
        const RunOutcome outcome = run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        qInfo("gap %.1f ms at the client", writer.takeLongestGapMs());
        QCOMPARE(m_containers->sql(to, inRecovery), QStringLiteral("f"));
        QCOMPARE(m_containers->sql(from, inRecovery), QStringLiteral("t"));
        QVERIFY(m_containers->waitUntilStreaming(from, to));
        const qint64 before = writer.acknowledged();
        QTRY_VERIFY2(writer.acknowledged() > before + 10, "the application goes on");
    }
    writer.end();
    QCOMPARE(m_containers->sql(one, QStringLiteral("SELECT count(DISTINCT id) = count(*) FROM acknowledged")),
             QStringLiteral("t"));
    const qint64 rows = m_containers->sql(one, QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
    QVERIFY2(rows >= writer.acknowledged() && rows <= writer.acknowledged() + writer.inDoubt(),
             qPrintable(QStringLiteral("%1 rows, %2 acknowledged").arg(rows).arg(writer.acknowledged())));
}

void TestInContainers::failoverFromADeadContainer()
{
    m_cluster.nodes.first().dataDirectory = QStringLiteral("/var/lib/postgresql/data");
    m_containers->podman({QStringLiteral("kill"), m_containers->container(one)});
    const Preparation approved = prepared(QStringLiteral("failover"), {{QStringLiteral("candidate"), two}});
    QVERIFY2(approved.readiness == Readiness::ReadyWithWarnings, qPrintable(refusals(approved)));
    QVERIFY2(refusals(approved).contains(QLatin1String("restarts-itself: The restart policy of its container")),
             qPrintable(refusals(approved)));
    const RunOutcome outcome = run(approved);
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QCOMPARE(m_containers->sql(two, inRecovery), QStringLiteral("f"));
    QVERIFY(!m_containers->isRunning(one));
    // Whoever starts it gets no second primary.
    m_containers->podman({QStringLiteral("start"), m_containers->container(one)});
    QVERIFY(m_containers->waitUntilAnswers(one));
    QCOMPARE(m_containers->sql(one, inRecovery), QStringLiteral("t"));
}

void TestInContainers::failoverCutsOffAnUnreachablePrimary()
{
    makeCluster(); // the row before has used up the other
    m_cluster.nodes.first().dataDirectory = QStringLiteral("/var/lib/postgresql/data");
    m_containers->podman({QStringLiteral("network"), QStringLiteral("disconnect"), m_containers->network(),
                          m_containers->container(one)});
    QVERIFY(m_containers->isRunning(one));
    const Preparation approved = prepared(QStringLiteral("failover"), {{QStringLiteral("candidate"), two}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(refusals(approved)));
    const RunOutcome outcome = run(approved);
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QVERIFY(!m_containers->isRunning(one));
    QCOMPARE(m_containers->sql(two, inRecovery), QStringLiteral("f"));
}

QTEST_GUILESS_MAIN(TestInContainers)
#include "test_in_containers.moc"
