#include "core/operations/cluster_lock.h"
#include "tests/live/operations/live_operation.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

Environment environmentOf(Hosts &hosts)
{
    Environment environment;
    environment.hosts = &hosts;
    environment.registry = ClusterRegistry();
    return environment;
}

/// The other console's part: holds the cluster of these nodes ("name conninfo" each) until it is killed.
int hold(const QString &systemIdentifier, const QStringList &nodes)
{
    Hosts hosts;
    ClusterDefinition cluster{.name = QStringLiteral("elsewhere"), .systemIdentifier = systemIdentifier};
    for (const QString &node : nodes)
        cluster.nodes << NodeDefinition{.name = node.section(u' ', 0, 0),
                                        .connInfo = *ConnInfo::parse(node.section(u' ', 1))};
    const auto lock = ClusterLock::take(cluster, QStringLiteral("switchover"), environmentOf(hosts));
    if (!lock)
        return 1;
    ::puts("held");
    ::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

/// Another console, of another home as on another machine, holds the cluster: only its sessions say so.
class TestTwoConsoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
    }
    void cleanup()
    {
        letGo();
        m_lab.reset();
    }

    void theSecondIsToldAndLetInOnceTheFirstIsKilled()
    {
        const Environment environment = environmentOf(m_lab->hosts());
        hold();
        const auto refused = ClusterLock::take(m_lab->cluster(), QStringLiteral("clone"), environment);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        const QString said = refused.error().full();
        QVERIFY2(said.contains(QLatin1String("howdah: switchover by ")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("seen on n1")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("lets go of it after 30 s")), qPrintable(said));

        letGo();
        const auto taken = ClusterLock::take(m_lab->cluster(), QStringLiteral("clone"), environment);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().full()));
    }

    /// What was approved before the other console began is not run beside it, and leaves nothing.
    void aDumpAndARestoreWaitTheirTurn()
    {
        const LiveOperation operation(*m_lab);
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 10) AS a"));
        const Arguments ofPostgres{{QStringLiteral("database"), QStringLiteral("postgres")}};
        const RunOutcome dumped = operation.run(QStringLiteral("dump"), ofPostgres);
        QVERIFY2(dumped.state == OperationState::Done, why(dumped).constData());
        const QString file = dumped.entry.result.value(QLatin1String("file")).toString();
        const QDir dumps(QFileInfo(file).path());
        const QStringList before = dumps.entryList(QDir::AllEntries | QDir::Hidden);
        const QString databases = QStringLiteral("SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database");
        const QString there = m_lab->sql(QStringLiteral("n1"), databases);
        const QList<Preparation> approved{
            operation.prepared(QStringLiteral("dump"), ofPostgres),
            operation.prepared(QStringLiteral("restore"),
                               {{QStringLiteral("file"), file}, {QStringLiteral("into"), QStringLiteral("second")}})};
        hold();
        for (const Preparation &one : approved) {
            QVERIFY2(one.readiness != Readiness::NotReady, qPrintable(one.sentence));
            const RunOutcome outcome = operation.run(one);
            QVERIFY2(outcome.state == OperationState::NotReady && outcome.error->code == ErrorCode::Busy,
                     why(outcome).constData());
            QVERIFY2(outcome.error->full().contains(QLatin1String("howdah: switchover by ")), why(outcome).constData());
        }
        QCOMPARE(dumps.entryList(QDir::AllEntries | QDir::Hidden), before);
        QCOMPARE(m_lab->sql(QStringLiteral("n1"), databases), there);

        letGo();
        for (const Preparation &one : approved) {
            const RunOutcome outcome = operation.run(one);
            QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        }
    }

private:
    void hold()
    {
        QStringList words{QStringLiteral("--hold"), m_lab->cluster().systemIdentifier};
        for (const NodeDefinition &node : m_lab->cluster().nodes)
            words << node.name + u' ' + node.connInfo.toString();
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("HOWDAH_HOME"), m_otherHome.path());
        m_other.setProcessEnvironment(variables);
        m_other.start(QCoreApplication::applicationFilePath(), words);
        QVERIFY2(m_other.waitForReadyRead(30000), m_other.readAllStandardError().constData());
        QCOMPARE(m_other.readAllStandardOutput().trimmed(), QByteArray("held"));
    }
    void letGo()
    {
        if (m_other.state() == QProcess::NotRunning)
            return;
        m_other.kill();
        QVERIFY(m_other.waitForFinished(30000));
    }

    const QTemporaryDir m_otherHome;
    QProcess m_other;
    std::unique_ptr<LiveLab> m_lab;
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--hold"))
        return hold(words.value(2), words.mid(3));
    TestTwoConsoles test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_two_consoles.moc"
