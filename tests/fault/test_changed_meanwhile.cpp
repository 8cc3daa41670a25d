#include "tests/fault/hand_over.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString promote = QStringLiteral("SELECT pg_promote()");
}

/// kill -9 of the console before the point of no return, then somebody else changes the cluster: resuming stops and
/// asks (safety rule 5), and the operation can still be undone.
class TestChangedMeanwhile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherPrimaryStopsIt_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("where");
        QTest::newRow("clone") << QStringLiteral("clone") << QStringLiteral("after:copy");
        QTest::newRow("switchover") << QStringLiteral("switchover") << QStringLiteral("after:slots");
        QTest::newRow("switchover, stopped") << QStringLiteral("switchover") << QStringLiteral("after:stop");
        QTest::newRow("failover, fenced") << QStringLiteral("failover") << QStringLiteral("after:bar");
    }

    void anotherPrimaryStopsIt()
    {
        QFETCH(QString, operation);
        QFETCH(QString, where);
        const HandOver world;
        QVERIFY(world.lab);
        const QString id = world.console->runKilledAt(where, operation, argumentsOf(operation));
        world.lab->sql(HandOver::n(3), promote); // by hand
        const QString before = world.roles();
        const RunOutcome refused = world.console->resume(id);
        QVERIFY2(refused.state == OperationState::NotReady, why(refused).constData());
        QCOMPARE(refused.error->code, ErrorCode::SituationChanged);
        QVERIFY2(refused.error->detail.contains(QLatin1String("n3 answers as primary now")), why(refused).constData());
        QCOMPARE(world.roles(), before);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome undone = world.console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(world.role(1), QStringLiteral("primary"));
        QCOMPARE(world.role(2), QStringLiteral("standby"));
    }

    void anotherManagerStopsItUntilItIsGone_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("where");
        QTest::newRow("clone") << QStringLiteral("clone") << QStringLiteral("after:copy");
        QTest::newRow("switchover") << QStringLiteral("switchover") << QStringLiteral("after:catch-up");
    }

    void anotherManagerStopsItUntilItIsGone()
    {
        QFETCH(QString, operation);
        QFETCH(QString, where);
        const HandOver world;
        QVERIFY(world.lab);
        const QString id = world.console->runKilledAt(where, operation, argumentsOf(operation));
        {
            const Result<Connection> manager = Connection::open(
                world.lab->connInfo(HandOver::n(2)).with(QStringLiteral("application_name"), QStringLiteral("patroni")),
                Deadline::after(Milliseconds{5000}));
            QVERIFY(manager);
            const RunOutcome refused = world.console->resume(id);
            QVERIFY2(refused.state == OperationState::NotReady, why(refused).constData());
            QVERIFY2(refused.error->detail.contains(QLatin1String("sessions of Patroni on n2")), why(refused).constData());
        }
        const auto managers = [&] {
            return world.lab->sql(HandOver::n(2), QStringLiteral("SELECT count(*) FROM pg_stat_activity"
                                                                 " WHERE application_name = 'patroni'"));
        };
        QTRY_COMPARE(managers(), QStringLiteral("0"));
        const RunOutcome done = world.console->resume(id);
        QVERIFY2(done.state == OperationState::Done, why(done).constData());
    }

    void whatItNeedsIsGone()
    {
        const HandOver world;
        QVERIFY(world.lab);
        const QString id = world.console->runKilledAt(QStringLiteral("after:copy"), QStringLiteral("clone"),
                                                      {QStringLiteral("source=n2")});
        world.lab->fault(QStringLiteral("stop"), HandOver::n(2));
        const RunOutcome refused = world.console->resume(id);
        QVERIFY2(refused.state == OperationState::NotReady, why(refused).constData());
        world.lab->fault(QStringLiteral("start"), HandOver::n(2));
        const RunOutcome done = world.console->resume(id);
        QVERIFY2(done.state == OperationState::Done, why(done).constData());
    }

private:
    [[nodiscard]] static QStringList argumentsOf(const QString &operation)
    {
        return operation == QLatin1String("clone") ? QStringList() : HandOver::arguments(operation);
    }
};

HOWDAH_FAULT_MAIN(TestChangedMeanwhile)
#include "test_changed_meanwhile.moc"
