#include "tests/fault/network_lab.h"
#include "tests/fault/side_by_side.h"
#include "tests/support/counting_writer.h"
#include "tests/support/server_files.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>
#include <future>

using namespace howdah;
using namespace howdah::test;

namespace {

using enum OperationState;

QString n(int node)
{
    return NetworkLab::n(node);
}

Arguments argumentsOf(const QString &operation)
{
    if (operation == QLatin1String("follow"))
        return {{QStringLiteral("node"), n(3)}, {QStringLiteral("upstream"), n(2)}};
    if (operation == QLatin1String("prepare-primary"))
        return {{QStringLiteral("role"), QStringLiteral("rep")},
                {QStringLiteral("standby-addresses"), QStringLiteral("127.0.0.1")},
                {QStringLiteral("max-slot-wal-keep-size"), QStringLiteral("2GB")}};
    if (operation == QLatin1String("restart"))
        return {{QStringLiteral("node"), n(1)}};
    if (operation == QLatin1String("switchover"))
        return {{QStringLiteral("to"), n(2)}};
    if (operation == QLatin1String("set-parameter"))
        return {{QStringLiteral("name"), QStringLiteral("work_mem")},
                {QStringLiteral("value"), QStringLiteral("9MB")},
                {QStringLiteral("node"), allNodes()}};
    if (operation == QLatin1String("create-slot"))
        return {{QStringLiteral("node"), n(2)}, {QStringLiteral("name"), QStringLiteral("spare")}};
    if (operation == QLatin1String("synchronous"))
        return {{QStringLiteral("standbys"), n(2)}, {QStringLiteral("count"), QStringLiteral("1")}};
    if (operation == QLatin1String("decommission"))
        return {{QStringLiteral("node"), n(2)}, {QStringLiteral("files"), QStringLiteral("stop")}};
    if (operation == QLatin1String("rejoin"))
        return {{QStringLiteral("node"), n(2)}};
    return {{QStringLiteral("candidate"), n(2)}};
}

/// What the journal says of it.
QString journalled(const QString &id)
{
    const Result<std::unique_ptr<Journal>> journal = Journal::open();
    const Result<JournalEntry> entry = journal ? (*journal)->find(id) : journal.error();
    return entry ? toJson(*entry).value(QLatin1String("outcome")).toString() : entry.error().message;
}

/// Longer than any deadline of a look or a command that ssh or TCP has given up on.
constexpr qint64 longestMs = 120000;

} // namespace

/// A node's network is cut, without a word to anybody, in the midst of a step: its SQL, its replication and its host
/// are gone at once, and it lives on. The operation ends in its time and says how things stand, there is no second
/// primary but one that was asked for, no acknowledged row is lost, and after the cable is back resume or undo brings
/// order.
class TestCutNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = NetworkLab::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        static_cast<void>(serverTemplate()); // one for all rows
        if (!m_rows.isAlone())
            m_rows.start();
    }
    void cleanup() { m_lab.reset(); }

    void anOperationIsCutOff_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("moment"); // a step's id, or how the sentence of an action begins
        QTest::addColumn<int>("victim");
        QTest::addColumn<OperationState>("outcome");
        QTest::addColumn<QString>("roles"); // while it is cut off, seen past the network
        QTest::addColumn<QString>("then");  // once it is back: "undo", "resume" or nothing
        QTest::addColumn<QString>("end");   // roles in the end
        const auto row = [](const char *operation, const char *moment, int victim, OperationState outcome,
                            const char *roles, const char *then, const char *end) {
            QTest::addRow("%s, n%d at '%s'", operation, victim, moment)
                << QString::fromLatin1(operation) << QString::fromLatin1(moment) << victim << outcome
                << QString::fromLatin1(roles) << QString::fromLatin1(then) << QString::fromLatin1(end);
        };
        const char *const before = "primary standby";
        row("restart", "restart", 1, Interrupted, before, "resume", before);
        row("switchover", "Ask n1 to stop", 1, Interrupted, before, "undo", before);
        row("switchover", "Ask n1 to stop", 2, Interrupted, before, "undo", before);
        row("switchover", "Ask n2 to end its recovery", 2, Interrupted, "silent standby", "resume", "standby primary");
        row("switchover", "follow", 1, Interrupted, "silent primary", "resume", "standby primary");
        row("failover", "Ask n2 to end its recovery", 2, Interrupted, "silent standby", "resume", "silent primary");
        row("set-parameter", "Set work_mem of n2", 2, Interrupted, before, "undo", before);
        row("create-slot", "Create the slot", 2, Interrupted, before, "undo", before);
        row("synchronous", "Set synchronous_standby_names", 1, Interrupted, before, "undo", before);
        row("decommission", "Drop the slot", 1, Interrupted, "primary silent", "undo", before);
        row("rejoin", "Create the slot", 1, Interrupted, "primary silent", "resume", before);
        const char *const three = "primary standby standby";
        row("follow", "Point n3 at n2", 3, Interrupted, three, "undo", three);
        row("prepare-primary", "Set max_slot_wal_keep_size", 1, Interrupted, before, "undo", before);
    }

    void anOperationIsCutOff()
    {
        if (!m_rows.isAlone())
            return m_rows.tell();
        QFETCH(QString, operation);
        QFETCH(QString, moment);
        QFETCH(int, victim);
        QFETCH(OperationState, outcome);
        QFETCH(QString, roles);
        QFETCH(QString, then);
        QFETCH(QString, end);
        begin(operation == QLatin1String("follow") ? 3 : 2);
        const bool isPlanned = operation != QLatin1String("failover");
        CountingWriter writer(m_lab->cluster(), Milliseconds{25});
        QTRY_VERIFY(writer.acknowledged() > 5);
        if (!isPlanned) {
            writer.end();
            m_lab->server(1).signal(SIGKILL);
        }
        if (operation == QLatin1String("rejoin"))
            m_lab->server(2).stop();
        const Preparation approved = m_lab->prepared(operation, argumentsOf(operation));
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));

        const RunOutcome ran = runCut(approved, moment, victim);
        QVERIFY2(ran.state == outcome, why(ran).constData());
        QCOMPARE(journalled(ran.entry.id), operationStateName(outcome));
        QCOMPARE(m_lab->roles(), roles);

        m_lab->network->heal(n(victim));
        mend(ran, then);
        QCOMPARE(m_lab->roles(), end);
        const int primary = end.startsWith(QLatin1String("primary")) ? 1 : 2;
        QVERIFY(!isPlanned || m_lab->waitUntilStreaming(primary));
        writer.end();
        const qint64 rows =
            m_lab->ask(primary, QStringLiteral("SELECT count(*) FROM acknowledged")).value_or(QString()).toLongLong();
        QVERIFY2(!isPlanned || rows >= writer.acknowledged(),
                 qPrintable(QStringLiteral("%1 rows, %2 acknowledged").arg(rows).arg(writer.acknowledged())));
    }

    void aCloneIsCutOffInMidCopy_data()
    {
        QTest::addColumn<int>("victim");
        QTest::addColumn<QString>("then");
        QTest::newRow("from its source, then undone") << 1 << QStringLiteral("undo");
        QTest::newRow("its target from everything, then resumed") << 2 << QStringLiteral("resume");
    }

    void aCloneIsCutOffInMidCopy()
    {
        if (!m_rows.isAlone())
            return m_rows.tell();
        QFETCH(int, victim);
        QFETCH(QString, then);
        begin();
        const QString target = m_lab->server(2).socketDirectory() + QStringLiteral("/n3");
        const Preparation approved =
            m_lab->prepared(QStringLiteral("clone"), {{QStringLiteral("source"), n(1)},
                                                      {QStringLiteral("name"), QStringLiteral("n3")},
                                                      {QStringLiteral("host"), QStringLiteral("ssh:n2")},
                                                      {QStringLiteral("address"), m_lab->network->address(n(2))},
                                                      {QStringLiteral("target-directory"), target},
                                                      {QStringLiteral("rate"), QStringLiteral("4M")}});
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome ran = runCut(approved, {}, victim);
        QVERIFY2(ran.state == Interrupted, why(ran).constData());
        QCOMPARE(journalled(ran.entry.id), operationStateName(Interrupted));

        m_lab->network->heal(n(victim));
        mend(ran, then);
        const bool undone = then == QLatin1String("undo");
        QCOMPARE(QFile::exists(target), !undone);
        QCOMPARE(m_lab->cluster().nodes.size(), undone ? 2 : 3);
        const QString slots = QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE '%n3'");
        QCOMPARE(m_lab->ask(1, slots), undone ? QStringLiteral("0") : QStringLiteral("1"));
        QCOMPARE(QDir(m_lab->server(2).socketDirectory())
                     .entryList({QStringLiteral(".howdah-clone-*")}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

    /// The primary is alive, and cut off from us and from its standby: it cannot be fenced.
    void aPrimaryThatIsOnlyCutOff()
    {
        if (!m_rows.isAlone())
            return m_rows.tell();
        begin();
        m_lab->network->cut(n(1));
        const QString failover = QStringLiteral("failover");
        // Each takes as long as it takes to give up on a silent host, so both at the same time.
        const auto prepared = [&](const QString &fence) {
            return std::async(std::launch::async, [&, fence] {
                return m_lab->prepared(failover, {{QStringLiteral("fence"), fence}});
            });
        };
        std::future<Preparation> fenced = prepared(QStringLiteral("stop"));
        const Preparation stated = prepared(QStringLiteral("stated")).get();
        const Preparation refused = fenced.get();
        QCOMPARE(refused.readiness, Readiness::NotReady);
        QVERIFY2(refused.plan.steps.isEmpty(), "nothing to run without a fence");
        QVERIFY2(refused.sentence.contains(QLatin1String("look at its host")), qPrintable(refused.sentence));
        QCOMPARE(m_lab->roles(), QStringLiteral("primary standby"));

        QVERIFY2(stated.readiness != Readiness::NotReady, qPrintable(stated.sentence));
        const RunOutcome failedOver = m_lab->run(stated);
        QVERIFY2(failedOver.state == Done, why(failedOver).constData());
        QCOMPARE(m_lab->roles(), QStringLiteral("primary primary")); // what was stated was not so
        QVERIFY(m_lab->ask(1, QStringLiteral("INSERT INTO acknowledged VALUES (1001)")));
        QVERIFY(m_lab->ask(2, QStringLiteral("INSERT INTO acknowledged VALUES (2001)")));

        m_lab->network->heal(n(1));
        const QList<Finding> findings = m_lab->snapshot()->findings;
        const auto isSplit = [](const Finding &one) { return one.id == QLatin1String("several-primaries"); };
        QVERIFY2(std::any_of(findings.begin(), findings.end(), isSplit), "the second primary is told of");

        const Preparation rejoin = m_lab->prepared(QStringLiteral("rejoin"), {{QStringLiteral("node"), n(1)}});
        QVERIFY2(rejoin.readiness != Readiness::NotReady, qPrintable(rejoin.sentence));
        const RunOutcome rejoined = m_lab->run(rejoin);
        QVERIFY2(rejoined.state == Done, why(rejoined).constData());
        QCOMPARE(m_lab->roles(), QStringLiteral("standby primary"));
        QVERIFY(m_lab->waitUntilStreaming(2));
        const QString ids = QStringLiteral("SELECT string_agg(id::text, ',' ORDER BY id) FROM acknowledged");
        QCOMPARE(m_lab->ask(2, ids), QStringLiteral("2001"));
        QCOMPARE(m_lab->ask(1, ids), QStringLiteral("2001"));
        const QString saved = rejoin.situation.argument(QStringLiteral("save-to"));
        QVERIFY2(QFile::exists(saved + QStringLiteral("/transactions.txt")), "what only the old primary had is kept");
    }

private:
    void begin(int nodes = 2)
    {
        m_lab = std::make_unique<NetworkLab>(nodes);
        QVERIFY(m_lab->ask(1, QStringLiteral("CREATE TABLE acknowledged (id bigint)")));
        QVERIFY(m_lab->waitUntilStreaming(1));
    }

    /// `moment`: empty for the first progress of a copy.
    RunOutcome runCut(const Preparation &approved, const QString &moment, int victim)
    {
        bool happened = false;
        QElapsedTimer timer;
        timer.start();
        const RunOutcome ran = m_lab->run(approved, [&](const OperationEvent &event) {
            using Kind = OperationEvent::Kind;
            const bool isStep = event.kind == Kind::StepChanged && event.stepState == StepState::Running &&
                                approved.plan.steps.at(event.step).id == moment;
            const bool isAction = event.kind == Kind::Log && !moment.isEmpty() && event.text.startsWith(moment);
            const bool isCopying = event.kind == Kind::Progress && moment.isEmpty() && event.doneBytes > 0;
            if (!happened && (isStep || isAction || isCopying)) {
                happened = true;
                m_lab->network->cut(n(victim));
            }
        });
        if (!happened)
            QTest::qFail("The moment did not come.", __FILE__, __LINE__);
        const qint64 took = timer.elapsed();
        qInfo("%s after %lld s", why(ran).constData(), static_cast<long long>(took / 1000));
        if (took > longestMs)
            QTest::qFail("It hung for longer than its deadlines.", __FILE__, __LINE__);
        return ran;
    }

    void mend(const RunOutcome &ran, const QString &then)
    {
        const bool undoes = then == QLatin1String("undo");
        RunOutcome mended;
        // The session that held the node's lock is let go of by its server when that notices, and not before.
        const auto isLetIn = [&] {
            mended = undoes ? undoOperation(ran.entry.id, m_lab->environment, {}, {})
                            : resumeOperation(ran.entry.id, m_lab->environment, {}, {});
            return mended.state != NotReady || mended.error->code != ErrorCode::Busy;
        };
        QVERIFY2(QTest::qWaitFor(isLetIn, 60000), why(mended).constData());
        QVERIFY2(mended.state == (undoes ? Undone : Done), why(mended).constData());
    }

    SideBySide m_rows{staticMetaObject};
    std::unique_ptr<NetworkLab> m_lab;
};

QTEST_GUILESS_MAIN(TestCutNetwork)
#include "test_cut_network.moc"
