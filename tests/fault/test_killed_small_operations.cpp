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

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledSmallOperations)
#include "test_killed_small_operations.moc"
