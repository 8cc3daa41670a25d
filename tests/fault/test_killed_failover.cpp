#include "tests/fault/killed_console.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("failover");
const QStringList arguments{QStringLiteral("candidate=n2")};
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

/// kill -9 of the console at the step boundaries of a failover of a living primary.
class TestKilledFailover : public QObject
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

    void beforeThePromotionItIsUndone_data()
    {
        rows({QStringLiteral("before:slots"), QStringLiteral("after:slots"), QStringLiteral("before:fence"),
              QStringLiteral("after:fence"), QStringLiteral("before:bar"), QStringLiteral("after:bar")});
    }

    void beforeThePromotionItIsUndone()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
    }

    void anUndoStartsNoSecondPrimary_data() { rows({QStringLiteral("after:fence"), QStringLiteral("after:bar")}); }

    void anUndoStartsNoSecondPrimary()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        m_lab->sql(n(2), QStringLiteral("SELECT pg_promote()")); // by hand
        const RunOutcome outcome = m_console->undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY2(!Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000})), "one primary");
        m_lab.reset(); // its shape has changed: the next row wants another
    }

    void anOldPrimaryThatIsBackIsSeenBeforeThePromotion()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("before:promote"), operation, arguments);
        m_lab->fault(QStringLiteral("start"), n(1));
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        m_lab->fault(QStringLiteral("stop"), n(1));
        const RunOutcome resumed = m_console->resume(id);
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        m_lab.reset(); // its shape has changed: the next row wants another
    }

    void itIsResumed_data()
    {
        rows({QStringLiteral("after:slots"), QStringLiteral("before:fence"), QStringLiteral("after:bar"),
              QStringLiteral("before:promote"), QStringLiteral("after:promote"), QStringLiteral("before:follow"),
              QStringLiteral("after:checkpoint")});
    }

    void itIsResumed()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        const bool pastReturn = !(where.endsWith(QLatin1String("slots")) || where.endsWith(QLatin1String("fence")) ||
                                  where.endsWith(QLatin1String("bar")));
        if (pastReturn) {
            QCOMPARE(m_console->undo(id).state, OperationState::NotReady);
            QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        }
        const RunOutcome outcome = m_console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(2)));
        QVERIFY2(!Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000})), "safety rule 2");
        m_lab.reset(); // its shape has changed: the next row wants another
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledFailover)
#include "test_killed_failover.moc"
