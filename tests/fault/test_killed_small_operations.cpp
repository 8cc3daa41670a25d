#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

/// kill -9 of the console around the one step of each small operation.
class TestKilledSmallOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
    }

    void isResumedAndUndone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("node");
        QTest::newRow("pause") << QStringLiteral("pause-replay") << QStringLiteral("pause") << QStringLiteral("n2");
        QTest::newRow("restart of the primary")
            << QStringLiteral("restart") << QStringLiteral("restart") << QStringLiteral("n1");
        QTest::newRow("restart of a standby")
            << QStringLiteral("restart") << QStringLiteral("restart") << QStringLiteral("n2");
        QTest::newRow("reload") << QStringLiteral("reload") << QStringLiteral("reload") << QStringLiteral("n1");
    }

    void isResumedAndUndone()
    {
        QFETCH(QString, operation);
        QFETCH(QString, step);
        QFETCH(QString, node);
        const QStringList arguments{QStringLiteral("node=") + node};
        for (const char *side : {"before:", "after:"}) {
            for (const bool resume : {false, true}) {
                const QString id = m_console->runKilledAt(QString::fromLatin1(side) + step, operation, arguments);
                QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
                const RunOutcome outcome = resume ? m_console->resume(id) : m_console->undo(id);
                QVERIFY2(outcome.state == (resume ? OperationState::Done : OperationState::Undone),
                         why(outcome).constData());
                m_lab->sql(QStringLiteral("n2"), QStringLiteral("SELECT pg_wal_replay_resume()"));
                QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n2")));
            }
        }
    }

    /// Killed in the midst of the step that makes a slot: before it was made (and somebody else made one of that name),
    /// or before the journal knew that it was.
    void aSlotIsKnownForItsOwn_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("slot");
        QTest::addColumn<bool>("others");
        const auto row = [](const char *operation, const char *arguments, const char *step, const char *node,
                            const char *slot) {
            for (const bool others : {false, true})
                QTest::addRow("%s, %s", operation, others ? "another's" : "its own")
                    << QString::fromLatin1(operation) << QString::fromLatin1(arguments) << QString::fromLatin1(step)
                    << QString::fromLatin1(node) << QString::fromLatin1(slot) << others;
        };
        row("create-slot", "node=n1 name=spare", "create", "n1", "spare");
        row("clone", "source=n1 name=n9", "slot", "n1", "howdah_n9");
        row("switchover", "to=n2", "slots", "n2", "howdah_n1");
    }

    void aSlotIsKnownForItsOwn()
    {
        QFETCH(QString, operation);
        QFETCH(QString, arguments);
        QFETCH(QString, step);
        QFETCH(QString, node);
        QFETCH(QString, slot);
        QFETCH(bool, others);
        const QString before = slotsOf(node);
        for (const bool resume : {true, false}) {
            if (resume && !others)
                continue; // the rows of every step boundary resume what is their own
            const QString id =
                m_console->runKilledAt((others ? QStringLiteral("before:") : QStringLiteral("after:")) + step,
                                       operation, arguments.split(QLatin1Char(' ')));
            if (others)
                m_lab->sql(node, QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true)").arg(slot));
            const RunOutcome outcome = resume ? m_console->resume(id) : m_console->undo(id);
            QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
            QVERIFY2(!resume || outcome.error->message.contains(QLatin1String("already exists")),
                     why(outcome).constData());
            if (others)
                m_lab->sql(node, QStringLiteral("SELECT pg_drop_replication_slot('%1')").arg(slot)); // is there still
            QCOMPARE(slotsOf(node), before);
        }
    }

    /// With no slot to spare for the sign all goes as before, and nothing is left.
    void theLastFreeSlotCanBeMade()
    {
        const QString n1 = QStringLiteral("n1");
        m_lab->sql(n1, QStringLiteral("SELECT pg_create_physical_replication_slot('taken_' || g) FROM generate_series("
                                      "(SELECT count(*) + 2 FROM pg_replication_slots),"
                                      " current_setting('max_replication_slots')::int) g"));
        const QString before = slotsOf(n1);
        const QStringList arguments{QStringLiteral("node=n1"), QStringLiteral("name=spare")};
        const QString id =
            m_console->runKilledAt(QStringLiteral("after:create"), QStringLiteral("create-slot"), arguments);
        const RunOutcome undone = m_console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(slotsOf(n1), before);
        const RunOutcome resumed = m_console->resume(
            m_console->runKilledAt(QStringLiteral("after:create"), QStringLiteral("create-slot"), arguments));
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QCOMPARE(slotsOf(n1).remove(QLatin1String("spare ")), before);
        m_lab->sql(n1, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE"
                                      " slot_name = 'spare' OR slot_name LIKE 'taken%'"));
    }

private:
    [[nodiscard]] QString slotsOf(const QString &node) const
    {
        return m_lab->sql(
            node,
            QStringLiteral("SELECT string_agg(slot_name || ' ', '' ORDER BY slot_name) FROM pg_replication_slots"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledSmallOperations)
#include "test_killed_small_operations.moc"
