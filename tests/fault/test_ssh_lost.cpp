// The connection to the servers' machine is lost, at every step and in the middle of some: what was begun is finished,
// taken back, or stays to be resumed, and the journal says which.
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <thread>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments argumentsOf(const QString &operation)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("restart"), QStringLiteral("node=n1")},
        {QStringLiteral("set-parameter"), QStringLiteral("name=work_mem value=9MB node=all")},
        {QStringLiteral("create-slot"), QStringLiteral("node=n2 name=spare")},
        {QStringLiteral("drop-slot"), QStringLiteral("node=n2 slot=spare")},
        {QStringLiteral("prepare-primary"), QStringLiteral("role=rep standby-addresses=127.0.0.1")},
        {QStringLiteral("rejoin"), QStringLiteral("node=n2 way=clone")},
        {QStringLiteral("synchronous"), QStringLiteral("standbys=n2 count=1")},
        {QStringLiteral("decommission"), QStringLiteral("node=n2 files=aside")},
        {QStringLiteral("follow"), QStringLiteral("node=n3 upstream=n2")}};
    Arguments arguments;
    for (const QString &word : words.value(operation).split(u' ', Qt::SkipEmptyParts))
        arguments.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return arguments;
}
} // namespace

class TestSshLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { makeWorld(1); }
    void cleanup();
    void cleanupTestCase();

    void aConnectionCutAtEveryStepIsMadeAgain_data();
    void aConnectionCutAtEveryStepIsMadeAgain();
    void aCloneCutInMidCopyIsTakenBack();
    void aCloneWhoseHostIsGone_data();
    void aCloneWhoseHostIsGone();
    void aRestartCutInMidWayGoesOn();
    void aHostGoneAfterTheChecksStopsIt_data();
    void aHostGoneAfterTheChecksStopsIt();

private:
    void makeWorld(int standbys);
    /// Runs on a thread of its own; `meanwhile` here, once the copy is under way.
    RunOutcome cloneAndMeanwhile(const std::function<void()> &meanwhile) const;
    [[nodiscard]] QStringList stagings() const
    {
        return QDir(m_lab->lab().directory)
            .entryList({QStringLiteral(".howdah-clone-2*")}, QDir::AllEntries | QDir::Hidden);
    }
    void nothingOfTheCloneIsLeft() const;

    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    bool m_changed = false;
};

void TestSshLost::initTestCase()
{
    if (!LiveSshd::skipReason().isEmpty())
        QSKIP(qPrintable(LiveSshd::skipReason()));
    if (::geteuid() != 0)
        QSKIP("logging in as the servers' owner needs an sshd run by root");
}

void TestSshLost::makeWorld(int standbys)
{
    if (m_operation && m_lab->cluster().nodes.size() == standbys + 1)
        return;
    m_changed = true;
    cleanup();
    m_sshd = LiveSshd::make();
    m_lab = LiveLab::make(standbys);
    QVERIFY(m_sshd && m_lab);
    m_lab->operateThrough(QStringLiteral("ssh:postgres"));
    m_operation = std::make_unique<LiveOperation>(*m_lab);
}

/// A lab and its sshd serve until a test leaves them other than it found them.
void TestSshLost::cleanup()
{
    if (!m_changed)
        return;
    m_changed = false;
    m_operation.reset();
    m_lab.reset();
    m_sshd.reset();
}

void TestSshLost::cleanupTestCase()
{
    m_changed = true;
    cleanup();
}

void TestSshLost::aConnectionCutAtEveryStepIsMadeAgain_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *operation : {"restart", "set-parameter", "create-slot", "drop-slot", "prepare-primary", "rejoin",
                                  "synchronous", "decommission", "follow", "clone", "switchover", "failover"})
        QTest::newRow(operation) << QString::fromLatin1(operation);
}

void TestSshLost::aConnectionCutAtEveryStepIsMadeAgain()
{
    QFETCH(QString, operation);
    static const QStringList harmless{QStringLiteral("restart"),         QStringLiteral("set-parameter"),
                                      QStringLiteral("create-slot"),     QStringLiteral("drop-slot"),
                                      QStringLiteral("prepare-primary"), QStringLiteral("rejoin")};
    if (operation == QLatin1String("follow"))
        makeWorld(2);
    m_changed = !harmless.contains(operation);
    if (operation == QLatin1String("failover"))
        m_lab->killNode(n(1));
    if (operation == QLatin1String("rejoin"))
        m_lab->fault(QStringLiteral("stop"), n(2));
    Arguments arguments = argumentsOf(operation);
    if (operation == QLatin1String("prepare-primary"))
        arguments.insert(QStringLiteral("passfile"), m_lab->lab().directory + QStringLiteral("/pgpass"));
    const int before = m_sshd->connections();
    int cuts = 0;
    const RunOutcome outcome = m_operation->run(operation, arguments, [&](const OperationEvent &event) {
        if (event.kind != OperationEvent::Kind::StepChanged || event.stepState != StepState::Running)
            return;
        m_sshd->cutConnections();
        ++cuts;
    });
    QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
    QVERIFY2(cuts > 0 && m_sshd->connections() > before, "the connection was cut and made again");
}

RunOutcome TestSshLost::cloneAndMeanwhile(const std::function<void()> &meanwhile) const
{
    RunOutcome outcome;
    std::jthread console([&] {
        outcome = m_operation->run(QStringLiteral("clone"), {{QStringLiteral("rate"), QStringLiteral("8M")}});
    });
    const auto copying = [this] {
        const QStringList found = stagings();
        return !found.isEmpty() && QFile::exists(m_lab->lab().directory + QLatin1Char('/') + found.first() +
                                                 QStringLiteral("/data/base/1"));
    };
    if (!QTest::qWaitFor(copying, 60000))
        QTest::qFail("The copy did not begin.", __FILE__, __LINE__);
    meanwhile();
    console.join();
    return outcome;
}

void TestSshLost::nothingOfTheCloneIsLeft() const
{
    QCOMPARE(stagings(), QStringList());
    QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE '%n3'")),
             QStringLiteral("0"));
    QVERIFY(!m_lab->cluster().node(n(3)));
    QVERIFY(m_lab->waitUntilStreaming(n(2)));
}

void TestSshLost::aCloneCutInMidCopyIsTakenBack()
{
    const RunOutcome outcome = cloneAndMeanwhile([this] { m_sshd->cutConnections(); });
    QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
    QVERIFY2(outcome.error && outcome.error->full().contains(QLatin1String("was lost")), why(outcome).constData());
    nothingOfTheCloneIsLeft();
}

void TestSshLost::aCloneWhoseHostIsGone_data()
{
    QTest::addColumn<bool>("resumed");
    QTest::newRow("resumed once it is back") << true;
    QTest::newRow("undone once it is back") << false;
}

void TestSshLost::aCloneWhoseHostIsGone()
{
    QFETCH(bool, resumed);
    m_changed = resumed;
    const RunOutcome outcome = cloneAndMeanwhile([this] { m_sshd->stop(); });
    QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
    m_sshd->start();
    const RunOutcome after = resumed ? resumeOperation(outcome.entry.id, m_operation->environment, {}, {})
                                     : undoOperation(outcome.entry.id, m_operation->environment, {}, {});
    QVERIFY2(after.state == (resumed ? OperationState::Done : OperationState::Undone), why(after).constData());
    if (resumed)
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
    else
        nothingOfTheCloneIsLeft();
}

/// A backend that is asleep keeps the server from ending, and pg_ctl waiting, for as long as it takes.
void TestSshLost::aRestartCutInMidWayGoesOn()
{
    Result<Connection> session = Connection::open(m_lab->connInfo(n(2)), Deadline::after(Milliseconds{5000}));
    QVERIFY(session);
    const int asleep = session->backendPid();
    const QString started = m_lab->sql(n(2), QStringLiteral("SELECT pg_postmaster_start_time()"));
    const QString question = QStringLiteral("SELECT pg_postmaster_start_time() <> '%1'").arg(started);
    ::kill(asleep, SIGSTOP);
    RunOutcome outcome;
    std::atomic<bool> running = false;
    std::jthread console([&] {
        outcome = m_operation->run(
            QStringLiteral("restart"), {{QStringLiteral("node"), n(2)}}, [&](const OperationEvent &event) {
                running = running ||
                          (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Running);
            });
    });
    const auto ending = [&] {
        return running && !Connection::open(m_lab->connInfo(n(2)), Deadline::after(Milliseconds{1000})).ok();
    };
    const bool reached = QTest::qWaitFor(ending, 30000);
    m_sshd->cutConnections();
    ::kill(asleep, SIGCONT);
    console.join();
    QVERIFY(reached);
    // The command goes on there without us; whatever was made of it here, the journal says so and the server is back.
    const auto isBack = [&] {
        Result<Connection> now = Connection::open(m_lab->connInfo(n(2)), Deadline::after(Milliseconds{2000}));
        const Result<ResultSet> answer =
            now ? now->query(question, {}, Deadline::after(Milliseconds{2000})) : now.error();
        return answer.ok() && answer->text(0, 0) == QStringLiteral("t");
    };
    QVERIFY2(QTest::qWaitFor(isBack, 60000), why(outcome).constData());
    if (outcome.state == OperationState::Interrupted)
        outcome = resumeOperation(outcome.entry.id, m_operation->environment, {}, {});
    QVERIFY2(outcome.state == OperationState::Done || outcome.state == OperationState::Undone,
             why(outcome).constData());
    if (outcome.error)
        QVERIFY2(outcome.error->full().contains(QLatin1String("goes on there")), why(outcome).constData());
}

void TestSshLost::aHostGoneAfterTheChecksStopsIt_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *operation, const char *what, const char *says) {
        QTest::addRow("%s, %s", operation, what)
            << QString::fromLatin1(operation) << QString::fromLatin1(what) << QString::fromLatin1(says);
    };
    for (const char *operation : {"restart", "clone", "switchover"})
        row(operation, "gone", "no SSH server listens");
    row("restart", "another host key", "another host key");
    row("restart", "the login is shut", "accepts none of our keys");
}

void TestSshLost::aHostGoneAfterTheChecksStopsIt()
{
    QFETCH(QString, operation);
    QFETCH(QString, what);
    QFETCH(QString, says);
    const Preparation approved = m_operation->prepared(operation, argumentsOf(operation));
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
    m_changed = what != QLatin1String("gone");
    m_sshd->stop();
    if (what == QLatin1String("another host key"))
        m_sshd->takeOtherHostKey();
    if (what == QLatin1String("the login is shut"))
        m_sshd->acceptNobody();
    if (what != QLatin1String("gone"))
        m_sshd->start();
    const RunOutcome outcome = m_operation->run(approved);
    QCOMPARE(outcome.state, OperationState::NotReady);
    QVERIFY2(outcome.error && outcome.error->full().contains(says), why(outcome).constData());
    if (what == QLatin1String("gone"))
        m_sshd->start();
    QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
    QVERIFY(m_lab->waitUntilStreaming(n(2)));
}

QTEST_GUILESS_MAIN(TestSshLost)
#include "test_ssh_lost.moc"
