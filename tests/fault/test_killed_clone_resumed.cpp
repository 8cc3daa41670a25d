#include "tests/fault/clone_under_fault.h"

using namespace howdah;
using namespace howdah::test;

/// kill -9 of the console at every step boundary of a clone, in mid-copy and in mid-undo; then it is resumed.
class TestKilledCloneResumed : public QObject
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
        isResumed(m_fault.console().runKilledAt(where, QStringLiteral("clone")));
    }

    void inMidCopy() { isResumed(m_fault.killedInMidCopy()); }

    void inMidUndo_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *step : {"copy", "verify-copy", "place", "start"})
            QTest::newRow(step) << QStringLiteral("undo:") + QString::fromLatin1(step);
    }

    void inMidUndo()
    {
        QFETCH(QString, where);
        const QString id = m_fault.console().runKilledAt(QStringLiteral("after:record"), QStringLiteral("clone"));
        m_fault.console().undoKilledAt(where, id);
        isResumed(id);
    }

private:
    void isResumed(const QString &id)
    {
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_fault.console().resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_fault.theCloneIsThere();
        m_fault.takeAwayTheClone();
    }

    CloneUnderFault m_fault;
};

HOWDAH_FAULT_MAIN(TestKilledCloneResumed)
#include "test_killed_clone_resumed.moc"
