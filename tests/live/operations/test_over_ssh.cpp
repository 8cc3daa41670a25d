#include "core/cluster/sampler.h"
#include "core/operations/script.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/counting_writer.h"
#include "tests/support/live_bouncer.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QProcess>

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments node(int number)
{
    return {{QStringLiteral("node"), n(number)}};
}
/// No server of the tests listens there.
const QString closedAddress = QStringLiteral("127.0.0.9");
} // namespace

/// The operations of this machine's servers, on servers of another machine: all that touches their host goes through a
/// real sshd, with the server's owner, root or an ordinary user as the login.
class TestOverSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();

    void replayIsPausedAndResumed();
    void aNodeIsRestarted_data();
    void aNodeIsRestarted();
    void theConfigurationIsReloaded();
    void aCloneIsMade();
    void thePrimaryIsSwitchedOver();
    void aPausedPgBouncerIsLetGoOnByItsOwnHost();
    void aDeadPrimaryIsFailedOver();
    void aClosedPortIsNoObstacle();
    void theScriptNamesTheHost();
    void theScriptReachesAClosedPort();
    void soDoesEachCommandOfTheDryRun();

private:
    /// As if the servers' ports were closed to this machine.
    [[nodiscard]] ClusterDefinition closedCluster() const
    {
        ClusterDefinition closed = m_lab->cluster();
        for (NodeDefinition &each : closed.nodes)
            each.connInfo.set(QStringLiteral("host"), closedAddress);
        return closed;
    }
    [[nodiscard]] QString primary() const;
    RunOutcome run(const QString &operation, const Arguments &arguments = {}) const
    {
        return m_operation->run(operation, arguments);
    }

    QString m_hostId;
    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

void TestOverSsh::initTestCase_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("the server's owner") << "postgres";
    QTest::newRow("root") << "good";
    QTest::newRow("an ordinary user with sudo") << "sudoer";
}

void TestOverSsh::initTestCase()
{
    m_sshd = LiveSshd::make(LiveSshd::Users::AndSudoer);
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    if (::geteuid() != 0)
        QSKIP("logging in as another user needs an sshd run by root");
    m_lab = LiveLab::make(1);
    QVERIFY(m_lab);
    m_operation = std::make_unique<LiveOperation>(*m_lab);
    m_lab->sql(n(1), QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 100) AS id"));
    m_lab->sql(n(1), QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
}

void TestOverSsh::init()
{
    QFETCH_GLOBAL(QString, login);
    if (login == QLatin1String("sudoer") && !LiveSshd::sudoSkipReason().isEmpty())
        QSKIP(qPrintable(LiveSshd::sudoSkipReason()));
    m_hostId = QStringLiteral("ssh:") + login;
    m_lab->operateThrough(m_hostId);
}

void TestOverSsh::cleanup()
{
    QVERIFY2(m_sshd->connections() > 0, "not through ssh");
}

QString TestOverSsh::primary() const
{
    for (const NodeSamplePtr &sample : sampleAll(m_lab->cluster(), Milliseconds{5000}))
        if (!sample->failure && !sample->inRecovery)
            return sample->node;
    return {};
}

void TestOverSsh::replayIsPausedAndResumed()
{
    const RunOutcome paused = run(QStringLiteral("pause-replay"));
    QVERIFY2(paused.state == OperationState::Done, why(paused).constData());
    const RunOutcome resumed = run(QStringLiteral("resume-replay"));
    QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
}

void TestOverSsh::aNodeIsRestarted_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("the primary") << 1;
    QTest::newRow("a standby") << 2;
}

void TestOverSsh::aNodeIsRestarted()
{
    QFETCH(int, number);
    const QString question = QStringLiteral("SELECT pg_postmaster_start_time()");
    const QString before = m_lab->sql(n(number), question);
    const RunOutcome outcome = run(QStringLiteral("restart"), node(number));
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QVERIFY(m_lab->sql(n(number), question) != before);
}

void TestOverSsh::theConfigurationIsReloaded()
{
    QFETCH_GLOBAL(QString, login);
    const QString value = QString::number(login.size()) + QStringLiteral("MB");
    m_lab->sql(primary(), QStringLiteral("ALTER SYSTEM SET work_mem = '%1'").arg(value));
    const RunOutcome outcome = run(QStringLiteral("reload"), {{QStringLiteral("node"), primary()}});
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QCOMPARE(m_lab->sql(primary(), QStringLiteral("SHOW work_mem")), value);
}

void TestOverSsh::aCloneIsMade()
{
    const RunOutcome outcome = run(QStringLiteral("clone"));
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    const ClusterDefinition cluster = m_lab->cluster();
    const NodeDefinition &made = cluster.nodes.last();
    QCOMPARE(made.hostId, m_hostId);
    QVERIFY(m_lab->waitUntilReplayed(made.name, primary()));
    QCOMPARE(m_lab->sql(made.name, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
}

void TestOverSsh::thePrimaryIsSwitchedOver()
{
    const QString before = primary();
    const Preparation approved = m_operation->prepared(QStringLiteral("switchover"));
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
    m_lab->sql(before, QStringLiteral("TRUNCATE acknowledged"));
    CountingWriter writer(m_lab->cluster(), Milliseconds{2});
    QTRY_VERIFY(writer.acknowledged() > 10);
    (void)writer.takeLongestGapMs();
    const RunOutcome outcome = m_operation->run(approved);
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    const qint64 atTheEnd = writer.acknowledged();
    QTRY_VERIFY(writer.acknowledged() > atTheEnd + 10);
    writer.end();
    qInfo("longest pause between two commits: %.0f ms", writer.takeLongestGapMs());
    const QString after = primary();
    QVERIFY(!after.isEmpty() && after != before);
    QVERIFY(m_lab->waitUntilReplayed(before, after));
    const QString missing =
        QStringLiteral("SELECT %1 - count(DISTINCT id) FROM acknowledged WHERE id <= %1").arg(writer.acknowledged());
    QVERIFY2(m_lab->sql(after, missing).toLongLong() <= writer.inDoubt(), "an acknowledged row is lost");
}

/// As it must when this machine is lost: the word that is left there is given at once here.
void TestOverSsh::aPausedPgBouncerIsLetGoOnByItsOwnHost()
{
    QFETCH_GLOBAL(QString, login);
    if (!LiveBouncer::isInstalled())
        QSKIP("PgBouncer is not installed (package pgbouncer).");
    const LiveBouncer bouncer(QStringLiteral("app = host=127.0.0.1 port=%1 dbname=postgres pool_size=1")
                                  .arg(m_lab->connInfo(primary()).port()),
                              freePort());
    const Preparation approved = m_operation->prepared(
        QStringLiteral("switchover"), {{QStringLiteral("pgbouncer"), bouncer.console().toString()},
                                       {QStringLiteral("pgbouncer-config"), m_hostId + u':' + bouncer.file()}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
    QVERIFY(approved.plan.consequences.join(u' ').contains(QLatin1String("its own host lets them go on")));
    const auto pausing =
        std::find_if(approved.plan.steps.begin(), approved.plan.steps.end(),
                     [](const PlannedStep &step) { return step.id == QLatin1String("pause-poolers"); });
    QVERIFY(pausing != approved.plan.steps.end());
    RunCommand leaving =
        std::get<RunCommand>(std::get<Together>(pausing->actions.last().what).lanes.first().first().what);
    const QString file = leaving.command.argv.at(4);
    leaving.command.argv[5] = QStringLiteral("1"); // second
    QVERIFY(bouncer.show(QStringLiteral("PAUSE app")).isEmpty());
    QVERIFY(bouncer.stateOf(QStringLiteral("app")).endsWith(QLatin1String(" 1")));
    const auto host = m_lab->hosts().find(leaving.hostId);
    QVERIFY(host && runChecked(**host, leaving.command, Deadline::after(Milliseconds{30000})));
    QVERIFY(QFileInfo::exists(file));
    QTRY_VERIFY_WITH_TIMEOUT(bouncer.stateOf(QStringLiteral("app")).endsWith(QLatin1String(" 0")), 30000);
    QTRY_VERIFY(!QFileInfo::exists(file));

    if (login != QLatin1String("postgres"))
        return;
    bool wasLeft = false;
    const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
        wasLeft = wasLeft || (event.text.startsWith(QLatin1String("Ask ")) && QFileInfo::exists(file));
    });
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QVERIFY(wasLeft);
    QVERIFY2(!QFileInfo::exists(file), "it is taken back");
}

void TestOverSsh::aDeadPrimaryIsFailedOver()
{
    const std::unique_ptr<LiveLab> lab = LiveLab::make(1);
    QVERIFY(lab);
    lab->operateThrough(m_hostId);
    lab->killNode(n(1));
    const LiveOperation operation(*lab);
    const RunOutcome outcome = operation.run(QStringLiteral("failover"));
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QCOMPARE(lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
}

void TestOverSsh::aClosedPortIsNoObstacle()
{
    const QString current = primary();
    const ConnInfo direct = m_lab->connInfo(current);
    const ClusterDefinition closed = closedCluster();
    const Operation &restart = *findOperation(QStringLiteral("restart"));
    const auto approved = prepare(restart, closed, {{QStringLiteral("node"), current}}, m_operation->environment);
    QVERIFY2(approved.ok() && approved->readiness != Readiness::NotReady,
             approved ? qPrintable(approved->sentence) : qPrintable(approved.error().full()));
    const RunOutcome outcome = runOperation(restart, *approved, closed, m_operation->environment, {}, {});
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
}

void TestOverSsh::theScriptNamesTheHost()
{
    const Preparation preparation =
        m_operation->prepared(QStringLiteral("restart"), {{QStringLiteral("node"), primary()}});
    QVERIFY(!preparation.plan.steps.isEmpty());
    const QString script = toScript(preparation.plan, m_lab->hosts());
    QFETCH_GLOBAL(QString, login);
    QVERIFY2(script.contains(QStringLiteral("ssh -F")) && script.contains(login), qPrintable(script));
}

void TestOverSsh::theScriptReachesAClosedPort()
{
    const QString current = primary();
    const ClusterDefinition closed = closedCluster();
    const auto approved = prepare(*findOperation(QStringLiteral("set-parameter")), closed,
                                  {{QStringLiteral("node"), current},
                                   {QStringLiteral("name"), QStringLiteral("work_mem")},
                                   {QStringLiteral("value"), QStringLiteral("7777kB")}},
                                  m_operation->environment);
    QVERIFY2(approved.ok() && approved->readiness != Readiness::NotReady,
             approved ? qPrintable(approved->sentence) : qPrintable(approved.error().full()));
    const QByteArray script = toScript(approved->plan, m_lab->hosts()).toUtf8();
    QVERIFY2(script.contains(" -L 127.77.0.1:"), script.constData());
    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(QStringLiteral("sh"));
    shell.write(script);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(60000));
    QVERIFY2(shell.exitCode() == 0, shell.readAll().constData() + script);
    QTRY_COMPARE(m_lab->sql(current, QStringLiteral("SHOW work_mem")), QStringLiteral("7777kB"));
    m_lab->sql(current, QStringLiteral("ALTER SYSTEM RESET work_mem"));
    m_lab->sql(current, QStringLiteral("SELECT pg_reload_conf()"));
}

/// What the dry run and the Plan page show, copied line by line into a shell.
void TestOverSsh::soDoesEachCommandOfTheDryRun()
{
    const QString current = primary();
    const auto approved =
        prepare(*findOperation(QStringLiteral("create-slot")), closedCluster(),
                {{QStringLiteral("node"), current}, {QStringLiteral("name"), QStringLiteral("by_hand")}},
                m_operation->environment);
    QVERIFY2(approved.ok() && approved->readiness != Readiness::NotReady,
             approved ? qPrintable(approved->sentence) : qPrintable(approved.error().full()));
    const QString command = commandText(approved->plan.steps.value(0).actions.value(0), m_lab->hosts());
    QVERIFY2(command.contains(QLatin1String(" -L 127.77.0.1:")), qPrintable(command));
    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.setStandardOutputFile(QProcess::nullDevice()); // the way that stays open holds it
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    QVERIFY(shell.waitForFinished(60000));
    QVERIFY2(shell.exitCode() == 0, qPrintable(command));
    QCOMPARE(
        m_lab->sql(current, QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'by_hand'")),
        QStringLiteral("1"));
    m_lab->sql(current, QStringLiteral("SELECT pg_drop_replication_slot('by_hand')"));
}

QTEST_GUILESS_MAIN(TestOverSsh)
#include "test_over_ssh.moc"
