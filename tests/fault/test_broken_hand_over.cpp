#include "tests/fault/hand_over.h"
#include "tests/support/counting_writer.h"

#include <csignal>
#include <thread>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return HandOver::n(number);
}

Arguments argumentsOf(const QString &operation)
{
    const QString word = HandOver::arguments(operation).first();
    return {{word.section(u'=', 0, 0), word.section(u'=', 1)}};
}
} // namespace

/// A server that dies, or whose disk is full, in the midst of a step of a switchover or a failover, while an
/// application commits: no acknowledged row is lost in a planned change, there is never a second primary, the journal
/// is right, and what is left can be resumed or undone.
class TestBrokenHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        // A change of its shape is not undone here: the next row wants another.
        if (QTest::currentTestFailed() || (m_world && m_world->role(1) != QLatin1String("primary")))
            m_world.reset();
    }

    void aServerDiesInMidStep_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("moment"); // how the sentence of the action begins
        QTest::addColumn<int>("victim");
        QTest::addColumn<OperationState>("outcome");
        QTest::addColumn<QString>("roles"); // afterwards
        QTest::addColumn<QString>("then");  // once the victim runs again: "undo", "resume" or nothing
        QTest::addColumn<QString>("end");   // roles in the end
        const auto row = [](const char *operation, const char *moment, int victim, OperationState outcome,
                            const char *roles, const char *then, const char *end) {
            QTest::addRow("%s, n%d at '%s'", operation, victim, moment)
                << QString::fromLatin1(operation) << QString::fromLatin1(moment) << victim << outcome
                << QString::fromLatin1(roles) << QString::fromLatin1(then) << QString::fromLatin1(end);
        };
        using enum OperationState;
        const char *const before = "primary standby standby";
        const char *const after = "standby primary standby";
        row("switchover", "Run another checkpoint", 1, Undone, "silent standby standby", "", before);
        row("switchover", "Write standby.signal", 1, Undone, before, "", before);
        row("switchover", "Ask n1 to stop", 2, Interrupted, "primary silent standby", "undo", before);
        row("switchover", "Ask n2 to end its recovery", 2, Interrupted, "silent silent standby", "resume", after);
        row("switchover", "Ask n1 to stop", 3, Interrupted, "standby primary silent", "resume", after);
        row("switchover", "Point n3 at n2", 3, Interrupted, "standby primary silent", "resume", after);
        row("switchover", "Run a checkpoint on n1", 2, Interrupted, "primary silent standby", "undo", before);
        row("failover", "Create the slot", 2, Interrupted, "primary silent standby", "undo", before);
        row("failover", "Ask n2 to end its recovery", 2, Interrupted, "silent silent standby", "resume",
            "silent primary standby");
        row("failover", "Point n3 at n2", 3, Interrupted, "silent primary silent", "resume", "silent primary standby");
    }

    void aServerDiesInMidStep()
    {
        QFETCH(QString, operation);
        QFETCH(QString, moment);
        QFETCH(int, victim);
        QFETCH(OperationState, outcome);
        QFETCH(QString, roles);
        QFETCH(QString, then);
        QFETCH(QString, end);
        if (!m_world)
            m_world = std::make_unique<HandOver>();
        HandOver &world = *m_world;
        QVERIFY(world.lab);
        world.lab->sql(n(1), QStringLiteral("CREATE TABLE IF NOT EXISTS acknowledged (id bigint);"
                                            " TRUNCATE acknowledged"));
        QVERIFY(world.lab->waitUntilReplayed(n(2)));
        CountingWriter writer(world.lab->cluster(), Milliseconds{5});
        QTRY_VERIFY(writer.acknowledged() > 5);

        bool happened = false;
        const RunOutcome ran = run(world, operation, [&](const OperationEvent &event) {
            if (happened || event.kind != OperationEvent::Kind::Log || !event.text.startsWith(moment))
                return;
            happened = true;
            world.lab->killNode(n(victim));
        });
        QVERIFY2(happened, why(ran).constData());
        QVERIFY2(ran.state == outcome, why(ran).constData());
        QCOMPARE(KilledConsole::said(ran.entry.id), operationStateName(outcome));
        QCOMPARE(world.roles(), roles);
        if (outcome == OperationState::Interrupted && then == QLatin1String("resume"))
            QVERIFY2(ran.error && !ran.error->hint.isEmpty(), "it says how things stand");

        if (world.role(victim) == QLatin1String("silent"))
            world.lab->fault(QStringLiteral("start"), n(victim));
        if (!then.isEmpty()) {
            const bool undoes = then == QLatin1String("undo");
            const RunOutcome mended = undoes ? world.console->undo(ran.entry.id) : world.console->resume(ran.entry.id);
            QVERIFY2(mended.state == (undoes ? OperationState::Undone : OperationState::Done), why(mended).constData());
        }
        QCOMPARE(world.roles(), end);
        const int primary = end.startsWith(QLatin1String("primary")) ? 1 : 2;
        QVERIFY(world.streamFrom(primary, {3}) && (primary != 1 || world.streamFrom(1, {2})));
        writer.end();
        if (!HandOver::isPlanned(operation))
            return;
        const qint64 rows =
            world.lab->sql(n(primary), QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
        QVERIFY2(rows >= writer.acknowledged(),
                 qPrintable(QStringLiteral("%1 rows, %2 acknowledged").arg(rows).arg(writer.acknowledged())));
    }

    /// Its death is seen, and not waited for as a promotion that takes long.
    void theCandidateDiesOnceItWasAsked()
    {
        if (!m_world)
            m_world = std::make_unique<HandOver>();
        HandOver &world = *m_world;
        QVERIFY(world.lab);
        const QString loaded = QStringLiteral("SELECT pg_conf_load_time()");
        pid_t recovery = 0;
        std::jthread killer;
        const RunOutcome ran = run(world, QStringLiteral("switchover"), [&](const OperationEvent &event) {
            if (event.kind != OperationEvent::Kind::Log)
                return;
            if (event.text.startsWith(QLatin1String("Ask n2 to end its recovery"))) {
                const QString asked = world.lab->sql(
                    n(2), QStringLiteral("SELECT pid FROM pg_stat_activity WHERE backend_type = 'startup'"));
                recovery = asked.toInt();
                ::kill(recovery, SIGSTOP); // so that it is not promoted
            } else if (event.text.startsWith(QLatin1String("Wake the recovery of n2"))) {
                const QString before = world.lab->sql(n(2), loaded);
                killer =
                    std::jthread([&world, &loaded, before, recovery] { // once that is done, and only waiting is left
                        (void)QTest::qWaitFor([&] { return world.lab->sql(n(2), loaded) != before; }, 30000);
                        world.lab->killNode(n(2));
                        ::kill(recovery, SIGKILL);
                    });
            }
        });
        QVERIFY(killer.joinable());
        killer.join();
        QVERIFY2(ran.state == OperationState::Interrupted, why(ran).constData());
        QVERIFY2(ran.error->message.contains(QLatin1String("has ended before this was seen")), why(ran).constData());
        QCOMPARE(world.roles(), QStringLiteral("silent silent standby"));
        world.lab->fault(QStringLiteral("start"), n(2));
        const RunOutcome resumed = world.console->resume(ran.entry.id);
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QCOMPARE(world.roles(), QStringLiteral("standby primary standby"));
    }

    void theDiskOfTheCandidateIsFull()
    {
        if (::geteuid() != 0)
            QSKIP("A file system that can be filled needs root.");
        LabRequest request;
        request.diskBytes = 256LL * 1024 * 1024;
        HandOver world(request);
        QVERIFY(world.lab);
        const RunOutcome ran = run(world, QStringLiteral("switchover"), [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(QLatin1String("Run a checkpoint on")))
                world.lab->fault(QStringLiteral("fill"), n(2));
        });
        // Its restartpoint, slots or promotion fail, or it manages without: never are there two primaries, or none for
        // good.
        const QStringList roles = world.roles().split(QLatin1Char(' '));
        QVERIFY2(roles.count(QStringLiteral("primary")) <= 1, qPrintable(world.roles()));
        world.lab->fault(QStringLiteral("unfill"), n(2));
        if (ran.state == OperationState::Interrupted) {
            if (world.role(2) == QLatin1String("silent"))
                world.lab->fault(QStringLiteral("start"), n(2));
            const RunOutcome undone = world.console->undo(ran.entry.id);
            const RunOutcome mended =
                undone.state == OperationState::Undone ? undone : world.console->resume(ran.entry.id);
            QVERIFY2(mended.state != OperationState::Interrupted && mended.state != OperationState::NotReady,
                     why(mended).constData());
        }
        const QString end = world.roles();
        QVERIFY2(end == QLatin1String("primary standby standby") || end == QLatin1String("standby primary standby"),
                 qPrintable(end));
    }

private:
    static RunOutcome run(HandOver &world, const QString &operation, const EventHandler &events)
    {
        const Operation &declared = *findOperation(operation);
        const Environment &environment = world.console->environment;
        const ClusterDefinition cluster = world.lab->cluster();
        const Result<Preparation> approved = prepare(declared, cluster, argumentsOf(operation), environment);
        if (!approved)
            return {.error = approved.error()};
        return runOperation(declared, *approved, cluster, environment, events, {});
    }

    std::unique_ptr<HandOver> m_world;
};

HOWDAH_FAULT_MAIN(TestBrokenHandOver)
#include "test_broken_hand_over.moc"
