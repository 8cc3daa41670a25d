#include "tests/fault/clone_under_fault.h"

using namespace howdah;
using namespace howdah::test;

/// kill -9 of the console at every step boundary of a clone, in mid-copy and in mid-undo; then it is undone.
class TestKilledCloneUndone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fault.make()); }
    void cleanup() { m_fault.othersAreUntouched(); }

    void atAStepBoundary_data()
    {
        QTest::addColumn<QString>("where");
        for (const QString &where : CloneUnderFault::boundaries())
            QTest::newRow(qPrintable(where)) << where;
    }

    void atAStepBoundary()
    {
        QFETCH(QString, where);
        isUndone(m_fault.console().runKilledAt(where, QStringLiteral("clone")));
    }

    void inMidCopy() { isUndone(m_fault.killedInMidCopy()); }

    void inMidUndo_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *step : {"slot", "copy", "place", "start", "record"})
            QTest::newRow(step) << QStringLiteral("undo:") + QString::fromLatin1(step);
    }

    void inMidUndo()
    {
        QFETCH(QString, where);
        const QString id = m_fault.console().runKilledAt(QStringLiteral("after:record"), QStringLiteral("clone"));
        m_fault.console().undoKilledAt(where, id);
        isUndone(id);
    }

    void aPromotedCloneIsLeftAlone()
    {
        const QString id = m_fault.console().runKilledAt(QStringLiteral("before:follow"), QStringLiteral("clone"));
        const Result<std::unique_ptr<Journal>> journal = Journal::open();
        QVERIFY(journal);
        const QString port = (*journal)->find(id)->plan.arguments.value(QStringLiteral("port"));
        const ConnInfo info = m_fault.lab().connInfo(QStringLiteral("n1")).with(QStringLiteral("port"), port);
        Result<Connection> clone = Connection::open(info, Deadline::after(Milliseconds{5000}));
        QVERIFY(clone);
        QVERIFY(clone->query(QStringLiteral("SELECT pg_promote()"), {}, Deadline::after(Milliseconds{60000})));
        const RunOutcome outcome = m_fault.console().undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY2(clone->query(QStringLiteral("SELECT 1"), {}, Deadline::after(Milliseconds{5000})),
                 "it is a primary now and serves on");
    }

private:
    void isUndone(const QString &id)
    {
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_fault.console().undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        m_fault.nothingIsLeft();
    }

    CloneUnderFault m_fault;
};

HOWDAH_FAULT_MAIN(TestKilledCloneUndone)
#include "test_killed_clone_undone.moc"
