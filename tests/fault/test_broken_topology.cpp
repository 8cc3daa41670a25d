#include "tests/fault/hand_over.h"
#include "tests/live/operations/rejoin_lab.h"
#include "tests/support/counting_writer.h"

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
using enum OperationState;

QString n(int number)
{
    return HandOver::n(number);
}

Arguments argumentsOf(const QString &words)
{
    Arguments arguments;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        arguments.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return arguments;
}
} // namespace

/// A server dies, or its disk is full, in the midst of a step of the operations that change who follows whom, settings
/// and slots, while an application commits. Afterwards no acknowledged row is lost, n1 alone takes writes, the journal
/// is right, what others made is there, and undo or resume brings order.
class TestBrokenTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (QTest::currentTestFailed())
            m_world.reset();
    }
    void cleanupTestCase() { m_world.reset(); }

    void somethingBreaksInMidStep_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("moment"); // how the sentence of an action begins
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("victim");
        QTest::addColumn<OperationState>("outcome");
        QTest::addColumn<QString>("then"); // once the victim is well again
        const auto row = [](const char *operation, const char *arguments, const char *moment, const char *fault,
                            int victim, OperationState outcome, const char *then) {
            QTest::addRow("%s, %s n%d at '%s'", operation, fault, victim, moment)
                << QString::fromLatin1(operation) << QString::fromLatin1(arguments) << QString::fromLatin1(moment)
                << QString::fromLatin1(fault) << victim << outcome << QString::fromLatin1(then);
        };
        const char *const cascade = "node=n3 upstream=n2";
        row("follow", cascade, "Create the slot", "kill", 2, Interrupted, "undo");
        row("follow", cascade, "Point n3 at n2", "kill", 3, Interrupted, "undo");
        row("follow", cascade, "Point n3 at n2", "kill", 1, Interrupted, "undo");
        row("follow", cascade, "Drop the slot", "kill", 1, Interrupted, "undo");
        row("follow", cascade, "Point n3 at n2", "fill", 3, Interrupted, "undo"); // ALTER SYSTEM back needs room too
        const char *const everywhere = "name=work_mem value=9MB node=all";
        row("set-parameter", everywhere, "Set work_mem of n2", "kill", 2, Interrupted, "undo");
        row("set-parameter", everywhere, "Set work_mem of n1", "kill", 1, Interrupted, "resume");
        row("set-parameter", everywhere, "Set work_mem of n3", "fill", 3, Interrupted, "undo");
        row("create-slot", "node=n2 name=spare", "Create the slot", "kill", 2, Interrupted, "undo");
        row("drop-slot", "node=n1 slot=mine", "Drop the slot", "kill", 1, Interrupted, "resume");
        row("advance-slot", "node=n1 slot=mine", "Advance the slot", "kill", 1, Interrupted, "resume");
        const char *const primary = "role=rep standby-addresses=127.0.0.1 max-slot-wal-keep-size=2GB";
        const char *const intoFile = "role=rep standby-addresses=127.0.0.1 max-slot-wal-keep-size=2GB write-to=file";
        row("prepare-primary", primary, "Set max_slot_wal_keep_size", "kill", 1, Interrupted, "undo");
        row("prepare-primary", intoFile, "Change ", "kill", 1, Interrupted, "undo");
        row("prepare-primary", primary, "Keep a copy of", "fill", 1, Interrupted, "undo");
        const char *const both = "method=any standbys=n2,n3 count=2";
        row("synchronous", both, "Set synchronous_standby_names", "kill", 1, Interrupted, "undo");
        row("synchronous", both, "Set synchronous_standby_names", "fill", 1, Interrupted, "undo");
        row("remove-synchronous", "name=n3", "Set synchronous_standby_names", "kill", 1, Interrupted, "undo");
        row("set-delay", "node=n3 delay=1h", "Set recovery_min_apply_delay", "kill", 3, Interrupted, "undo");
        row("set-delay", "node=n3 delay=1h", "Set recovery_min_apply_delay", "fill", 3, Interrupted, "undo");
        row("pause-replay", "node=n3", "Pause the replay", "kill", 3, Interrupted, "undo");
        row("decommission", "node=n3 files=aside", "Drop the slot", "kill", 1, Interrupted, "undo");
        row("rejoin", "node=n3 way=clone", "Take a base backup", "kill", 1, Undone, "");
        row("rejoin", "node=n3 way=clone", "Take a base backup", "fill", 3, Undone, "");
    }

    void somethingBreaksInMidStep()
    {
        QFETCH(QString, operation);
        QFETCH(QString, arguments);
        QFETCH(QString, moment);
        QFETCH(QString, fault);
        QFETCH(int, victim);
        QFETCH(OperationState, outcome);
        QFETCH(QString, then);
        if (fault == QLatin1String("fill") && ::geteuid() != 0)
            QSKIP("A file system that can be filled needs root.");
        begin(operation == QLatin1String("remove-synchronous") ? QStringLiteral("ANY 1 (n2, n3)") : QString());
        QVERIFY(m_world->lab);
        HandOver &world = *m_world;
        if (operation == QLatin1String("rejoin"))
            world.lab->fault(QStringLiteral("stop"), n(3));
        const QString before = everything(operation);
        CountingWriter writer(world.lab->cluster(), Milliseconds{5});
        QTRY_VERIFY(writer.acknowledged() > 5);

        bool happened = false;
        const RunOutcome ran = run(operation, argumentsOf(arguments), [&](const OperationEvent &event) {
            if (happened || event.kind != OperationEvent::Kind::Log || !event.text.startsWith(moment))
                return;
            happened = true;
            world.lab->fault(fault, n(victim));
        });
        QVERIFY2(happened, why(ran).constData());
        mend(fault, victim);
        QVERIFY2(ran.state == outcome, why(ran).constData());
        QCOMPARE(KilledConsole::said(ran.entry.id), operationStateName(outcome));
        QVERIFY2(ran.error && !ran.error->message.isEmpty(), "it says why");
        if (!then.isEmpty()) {
            const bool undoes = then == QLatin1String("undo");
            const RunOutcome mended = undoes ? world.console->undo(ran.entry.id) : world.console->resume(ran.entry.id);
            QVERIFY2(mended.state == (undoes ? Undone : Done), why(mended).constData());
        }
        if (then == QLatin1String("resume"))
            m_world->changed = true;
        else
            QCOMPARE(everything(operation), before);

        if (operation == QLatin1String("rejoin") && then != QLatin1String("resume"))
            world.lab->fault(QStringLiteral("start"), n(3));
        QVERIFY(world.streamFrom(1, {2, 3}));
        QCOMPARE(world.roles(), QStringLiteral("primary standby standby"));
        writer.end();
        const qint64 rows = world.lab->sql(n(1), QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
        QVERIFY2(rows >= writer.acknowledged(),
                 qPrintable(QStringLiteral("%1 rows, %2 acknowledged").arg(rows).arg(writer.acknowledged())));
    }

    /// The new primary, from which it copies, dies: the directory is of no use meanwhile, and resuming mends it.
    void theSourceOfARewindDies()
    {
        m_world.reset();
        const std::unique_ptr<LiveLab> lab = LiveLab::make(1);
        QVERIFY(lab);
        KilledConsole console(*lab);
        RejoinLab nodes(*lab);
        nodes.fill();
        nodes.cutOff({n(2)});
        nodes.writeAlone();
        lab->killNode(n(1));
        nodes.promote();
        const Operation &rejoin = *findOperation(QStringLiteral("rejoin"));
        const Result<Preparation> approved =
            prepare(rejoin, lab->cluster(), argumentsOf(QStringLiteral("node=n1")), console.environment);
        QVERIFY(approved);
        bool happened = false;
        const RunOutcome ran = runOperation(rejoin, *approved, lab->cluster(), console.environment,
                                            [&](const OperationEvent &event) {
                                                if (happened || event.kind != OperationEvent::Kind::Log ||
                                                    !event.text.startsWith(QLatin1String("Take n1 back")))
                                                    return;
                                                happened = true;
                                                lab->killNode(n(2));
                                            },
                                            {});
        QVERIFY2(happened && ran.state == Interrupted, why(ran).constData());
        QVERIFY2(!ran.error->hint.isEmpty(), "it says how things stand");
        QCOMPARE(KilledConsole::said(ran.entry.id), QStringLiteral("interrupted"));
        QTRY_VERIFY_WITH_TIMEOUT(
            injectFault(lab->lab(), QStringLiteral("start"), n(2), lab->hosts(), Deadline::after(Milliseconds{60000}))
                .ok(),
            30000);
        const RunOutcome resumed = console.resume(ran.entry.id);
        QVERIFY2(resumed.state == Done, why(resumed).constData());
        QVERIFY(nodes.isStandbyOf(1, 2));
        QCOMPARE(lab->sql(n(1), QStringLiteral("SELECT count(*) FROM t WHERE id IN (2001, 3001)")),
                 QStringLiteral("1"));
    }

private:
    struct World : HandOver
    {
        using HandOver::HandOver;
        bool changed = false;
    };

    void begin(const QString &synchronous)
    {
        if (m_world && m_world->changed)
            m_world.reset();
        if (!m_world) {
            LabRequest request;
            if (::geteuid() == 0)
                request.diskBytes = 400LL * 1024 * 1024;
            m_world = std::make_unique<World>(request);
        }
        if (!m_world->lab)
            return;
        m_world->lab->sql(n(1), QStringLiteral("CREATE TABLE IF NOT EXISTS acknowledged (id bigint);"
                                               " TRUNCATE acknowledged;"
                                               " SELECT pg_create_physical_replication_slot('mine', true) WHERE NOT"
                                               " EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'mine')"));
        m_world->lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '%1'").arg(synchronous));
        m_world->lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        for (int standby : {2, 3})
            QVERIFY(m_world->lab->waitUntilReplayed(n(standby)));
    }

    /// A standby ends when it cannot write its WAL; and a killed server's process may still be going when it is started
    /// again.
    void mend(const QString &fault, int victim)
    {
        const auto inject = [&](const char *kind) {
            return injectFault(m_world->lab->lab(), QString::fromLatin1(kind), n(victim), m_world->lab->hosts(),
                               Deadline::after(Milliseconds{60000}))
                .ok();
        };
        QVERIFY(fault != QLatin1String("fill") || inject("unfill"));
        QVERIFY(QTest::qWaitFor([&] { return m_world->role(victim) != QLatin1String("silent") || inject("start"); },
                                60000));
    }

    RunOutcome run(const QString &operation, const Arguments &arguments, const EventHandler &events)
    {
        const Operation &declared = *findOperation(operation);
        const Environment &environment = m_world->console->environment;
        const ClusterDefinition cluster = m_world->lab->cluster();
        Arguments all = arguments;
        if (operation == QLatin1String("prepare-primary"))
            all.insert(QStringLiteral("passfile"), m_world->lab->lab().directory + QStringLiteral("/pgpass"));
        const Result<Preparation> approved = prepare(declared, cluster, all, environment);
        if (!approved)
            return {.error = approved.error()};
        return runOperation(declared, *approved, cluster, environment, events, {});
    }

    /// All that these operations may change, of the nodes that run: settings on file, slots, roles, rules, and what
    /// lies beside the data directories.
    QString everything(const QString &operation)
    {
        QStringList all{m_world->lab->sql(n(1), QStringLiteral("SELECT string_agg(rolname, ' ' ORDER BY rolname) ||"
                                                               " pg_read_file(current_setting('hba_file')) FROM"
                                                               " pg_roles"))};
        const bool isOff = operation == QLatin1String("rejoin");
        for (const int node : isOff ? QList<int>{1, 2} : QList<int>{1, 2, 3})
            all << m_world->lab->sql(n(node), QStringLiteral("SELECT string_agg(name || '=' || setting, E'\\n'"
                                                             " ORDER BY name) FROM pg_file_settings"
                                                             " WHERE sourcefile LIKE '%/postgresql.auto.conf'"))
                << m_world->lab->sql(n(node), QStringLiteral("SELECT string_agg(slot_name || ' ' || slot_type, E'\\n'"
                                                             " ORDER BY slot_name) FROM pg_replication_slots"));
        const QString data = m_world->lab->cluster().node(n(3))->dataDirectory;
        all << QDir(data.section(u'/', 0, -2)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        return all.join(QLatin1Char('\n'));
    }

    std::unique_ptr<World> m_world;
};

HOWDAH_FAULT_MAIN(TestBrokenTopology)
#include "test_broken_topology.moc"
