#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
QString named(const QString &slot)
{
    return QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = '%1'").arg(slot);
}
} // namespace

/// Safety rule 1: somebody makes the very slot that an operation is about to make, between its last look and its deed.
/// The operation stops, says so, and takes nothing away that is not its own.
class TestSlotsOfOthers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
    }
    void cleanupTestCase() { m_lab.reset(); }

    void oneThatWasMadeMeanwhileStays_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("on");
        QTest::addColumn<QString>("slot");
        const auto row = [](const char *operation, const Arguments &arguments, const char *step, int on,
                            const char *slot) {
            QTest::newRow(operation) << QString::fromLatin1(operation) << arguments << QString::fromLatin1(step) << on
                                     << QString::fromLatin1(slot);
        };
        const auto one = [](const char *id, const QString &value) {
            return Arguments{{QString::fromLatin1(id), value}};
        };
        row("create-slot", {{QStringLiteral("node"), n(1)}, {QStringLiteral("name"), QStringLiteral("spare")}},
            "create", 1, "spare");
        row("follow", {{QStringLiteral("node"), n(3)}, {QStringLiteral("upstream"), n(2)}}, "slot", 2, "howdah_n3");
        row("clone", one("source", n(2)), "slot", 2, "howdah_n4");
        row("switchover", one("to", n(2)), "slots", 2, "howdah_n3");
        row("rejoin", one("node", n(3)), "slot", 1, "howdah_n3");         // n3 is stopped for it
        row("failover", one("candidate", n(2)), "slots", 2, "howdah_n3"); // and n1 for this
    }

    void oneThatWasMadeMeanwhileStays()
    {
        QFETCH(QString, operation);
        QFETCH(Arguments, arguments);
        QFETCH(QString, step);
        QFETCH(int, on);
        QFETCH(QString, slot);
        prepareFor(operation);
        const Preparation approved = m_operation->prepared(operation, arguments);
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QCOMPARE(m_lab->sql(n(on), named(slot)), QStringLiteral("0"));
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Running &&
                approved.plan.steps.at(event.step).id == step)
                m_lab->sql(n(on), QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true)").arg(slot));
        });
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(QStringLiteral("\"%1\" already exists").arg(slot)),
                 why(outcome).constData());
        QCOMPARE(m_lab->sql(n(on), named(slot)), QStringLiteral("1"));
        m_lab->sql(n(on), QStringLiteral("SELECT pg_drop_replication_slot('%1')").arg(slot));
    }

private:
    void prepareFor(const QString &operation)
    {
        if (operation == QLatin1String("rejoin")) {
            m_lab->fault(QStringLiteral("stop"), n(3));
            const QString idle = named(QStringLiteral("howdah_n3")) + QStringLiteral(" AND NOT active");
            QTRY_COMPARE(m_lab->sql(n(1), idle), QStringLiteral("1"));
            m_lab->sql(n(1), QStringLiteral("SELECT pg_drop_replication_slot('howdah_n3')"));
        }
        if (operation == QLatin1String("failover")) {
            m_lab->sql(n(1), QStringLiteral("SELECT pg_create_physical_replication_slot('howdah_n3', true)"));
            m_lab->fault(QStringLiteral("start"), n(3));
            QVERIFY(m_lab->waitUntilStreaming(n(3)));
            m_lab->killNode(n(1));
        }
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSlotsOfOthers)
#include "test_slots_of_others.moc"
