#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("switchover");
const QStringList arguments{QStringLiteral("to=n2")};
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}

void rows(const QStringList &places)
{
    QTest::addColumn<QString>("where");
    for (const QString &place : places)
        QTest::newRow(qPrintable(place)) << place;
}
} // namespace

/// kill -9 of the console at the step boundaries of a switchover.
class TestKilledSwitchover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (m_lab)
            return;
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_console = std::make_unique<KilledConsole>(*m_lab);
    }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            m_lab.reset();
    }

    void beforeThePromotionItIsUndone_data()
    {
        rows({QStringLiteral("before:slots"), QStringLiteral("after:slots"), QStringLiteral("after:checkpoint"),
              QStringLiteral("after:catch-up"), QStringLiteral("before:stop"), QStringLiteral("after:stop")});
    }

    void beforeThePromotionItIsUndone()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
        QCOMPARE(m_lab->sql(n(1), signalsThere), QStringLiteral("0"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
    }

    void anUndoKilledHalfWayIsTakenUpAgain()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:stop"), operation, arguments);
        m_console->undoKilledAt(QStringLiteral("undo:catch-up"), id);
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
    }

    void theOldPrimaryStartedByAnotherIsNoSecondPrimary()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:stop"), operation, arguments);
        m_lab->fault(QStringLiteral("start"), n(1)); // as its service manager might
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
    }

    void anUndoStartsNoSecondPrimary()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:stop"), operation, arguments);
        m_lab->sql(n(2), QStringLiteral("SELECT pg_promote()")); // by hand
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY2(!Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000})), "one primary");
        m_lab->fault(QStringLiteral("start"), n(1));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        m_lab.reset(); // its shape has changed: the next row wants another
    }

    void itIsResumed_data()
    {
        rows({QStringLiteral("after:slots"), QStringLiteral("before:stop"), QStringLiteral("after:stop"),
              QStringLiteral("before:promote"), QStringLiteral("after:promote"), QStringLiteral("after:follow"),
              QStringLiteral("before:return"), QStringLiteral("after:return"), QStringLiteral("after:settle")});
    }

    void itIsResumed()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        const QString step = where.section(QLatin1Char(':'), 1);
        const bool pastReturn = step != QLatin1String("slots") && step != QLatin1String("stop");
        if (pastReturn) {
            QCOMPARE(m_console->undo(id).state, OperationState::NotReady);
            QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        }
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        QVERIFY(m_lab->waitUntilStreaming(n(1), n(2)) && m_lab->waitUntilStreaming(n(3), n(2)));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
        m_lab.reset(); // its shape has changed: the next row wants another
    }

private:
    const QString signalsThere =
        QStringLiteral("SELECT count(*) FROM pg_ls_dir('.') AS name WHERE name = 'standby.signal'");
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledSwitchover)
#include "test_killed_switchover.moc"
