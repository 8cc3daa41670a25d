#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments with(std::initializer_list<std::pair<const char *, QString>> values)
{
    Arguments arguments;
    for (const auto &[id, value] : values)
        arguments.insert(QString::fromLatin1(id), value);
    return arguments;
}
const QString create = QStringLiteral("create-slot");
const QString drop = QStringLiteral("drop-slot");
const QString advance = QStringLiteral("advance-slot");
} // namespace

class TestSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t (id int)"));
    }

    void aPhysicalSlotIsMadeAdvancedAndDropped()
    {
        const RunOutcome made = m_operation->run(create, with({{"node", n(1)}, {"name", QStringLiteral("spare")}}));
        QVERIFY2(made.state == OperationState::Done, why(made).constData());
        const QString from = m_lab->sql(n(1), position);
        QVERIFY(!from.isEmpty());
        m_lab->sql(n(1), QStringLiteral("INSERT INTO t SELECT generate_series(1, 1000)"));

        const Arguments spare = with({{"node", n(1)}, {"slot", QStringLiteral("spare")}});
        const RunOutcome advanced = m_operation->run(advance, spare);
        QVERIFY2(advanced.state == OperationState::Done, why(advanced).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT restart_lsn > '%1' FROM pg_replication_slots"
                                                 " WHERE slot_name = 'spare'")
                                      .arg(from)),
                 QStringLiteral("t"));

        const RunOutcome dropped = m_operation->run(drop, spare);
        QVERIFY2(dropped.state == OperationState::Done, why(dropped).constData());
        QCOMPARE(m_lab->sql(n(1), position), QString());
    }

    void aSlotThatKeepsNothingYetCannotBeAdvanced()
    {
        QCOMPARE(
            m_operation
                ->run(create,
                      with({{"node", n(2)}, {"name", QStringLiteral("spare")}, {"reserve", QStringLiteral("false")}}))
                .state,
            OperationState::Done);
        const Arguments spare = with({{"node", n(2)}, {"slot", QStringLiteral("spare")}});
        QVERIFY(verdict(advance, spare, "way").startsWith(QLatin1String("blocked: \"spare\" has no position")));
        QCOMPARE(m_operation->run(drop, spare).state, OperationState::Done);
    }

    void aLogicalSlotWantsItsLevelAndItsDatabase()
    {
        const Arguments logical = with({{"node", n(1)},
                                        {"name", QStringLiteral("feed")},
                                        {"type", QStringLiteral("logical")},
                                        {"plugin", QStringLiteral("test_decoding")},
                                        {"database", QStringLiteral("Shop \"1\"")}});
        QVERIFY(verdict(create, logical, "kind").startsWith(QLatin1String("blocked: wal_level is \"replica\"")));

        m_lab->sql(n(1), QStringLiteral("CREATE DATABASE \"Shop \"\"1\"\"\""));
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET wal_level = logical"));
        QCOMPARE(m_operation->run(QStringLiteral("restart"), with({{"node", n(1)}})).state, OperationState::Done);
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
        const RunOutcome made = m_operation->run(create, logical);
        QVERIFY2(made.state == OperationState::Done, why(made).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT plugin || ' ' || database FROM pg_replication_slots"
                                                 " WHERE slot_name = 'feed'")),
                 QStringLiteral("test_decoding Shop \"1\""));

        m_lab->sql(n(1), QStringLiteral("INSERT INTO t VALUES (1)"));
        const Arguments feed = with({{"node", n(1)}, {"slot", QStringLiteral("feed")}});
        QVERIFY(verdict(advance, feed, "owner").startsWith(QLatin1String("warning: It is a logical slot")));
        const RunOutcome advanced = m_operation->run(advance, feed);
        QVERIFY2(advanced.state == OperationState::Done, why(advanced).constData());

        const Preparation loss = m_operation->prepared(drop, feed);
        QVERIFY(LiveOperation::verdict(loss, QStringLiteral("owner")).contains(QLatin1String("Shop \"1\"")));
        QCOMPARE(loss.plan.confirmWord, QStringLiteral("feed"));
        QCOMPARE(m_operation->run(loss).state, OperationState::Done);
    }

    void aPluginThatIsNotThereLeavesNothingBehind()
    {
        const RunOutcome outcome = m_operation->run(create, with({{"node", n(1)},
                                                                  {"name", QStringLiteral("feed")},
                                                                  {"type", QStringLiteral("logical")},
                                                                  {"plugin", QStringLiteral("no'such\"thing")}}));
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->full().contains(QLatin1String("no'such\"thing")), why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'feed'")),
                 QStringLiteral("0"));
    }

    void whatAStandbyUsesIsNotTouched()
    {
        const Arguments used = with({{"node", n(1)}, {"slot", QStringLiteral("howdah_n2")}});
        QVERIFY(verdict(drop, used, "idle").startsWith(QLatin1String("blocked: \"howdah_n2\" is in use by: n2")));
        QVERIFY(verdict(advance, used, "idle").startsWith(QLatin1String("blocked")));

        m_lab->fault(QStringLiteral("stop"), n(2));
        QTRY_VERIFY(verdict(drop, used, "idle").startsWith(QLatin1String("ok")));
        QVERIFY(m_lab->sql(n(1), QStringLiteral("INSERT INTO t SELECT generate_series(1, 1000)")).isEmpty());
        m_lab->fault(QStringLiteral("start"), n(2));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("check"); // or a parameter that is objected to
        const QString name = QStringLiteral("howdah_n2");
        QTest::newRow("there already") << create << with({{"node", n(1)}, {"name", name}}) << QStringLiteral("free");
        QTest::newRow("not there") << drop << with({{"node", n(1)}, {"slot", QStringLiteral("x'; SELECT 1")}})
                                   << QStringLiteral("slot");
        QTest::newRow("a hostile name") << create << with({{"node", n(1)}, {"name", QStringLiteral("a'); DROP")}})
                                        << QStringLiteral("name");
        QTest::newRow("capitals") << create << with({{"node", n(1)}, {"name", QStringLiteral("Slot")}})
                                  << QStringLiteral("name");
        QTest::newRow("too long") << create << with({{"node", n(1)}, {"name", QString(64, QLatin1Char('a'))}})
                                  << QStringLiteral("name");
        QTest::newRow("a line break") << create << with({{"node", n(1)}, {"name", QStringLiteral("a\n")}})
                                      << QStringLiteral("name");
        QTest::newRow("no position") << advance
                                     << with({{"node", n(1)}, {"slot", name}, {"to", QStringLiteral("tomorrow")}})
                                     << QStringLiteral("to");
        QTest::newRow("logical on a standby")
            << create << with({{"node", n(2)}, {"name", QStringLiteral("a")}, {"type", QStringLiteral("logical")}})
            << QStringLiteral("kind");
    }

    void refusals()
    {
        QFETCH(QString, operation);
        QFETCH(Arguments, arguments);
        QFETCH(QString, check);
        const Preparation preparation = m_operation->prepared(operation, arguments);
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(preparation.objections.contains(check) ||
                LiveOperation::verdict(preparation, check).startsWith(QLatin1String("blocked")));
    }

    void allSlotsTaken()
    {
        m_lab->sql(n(2), QStringLiteral("SELECT pg_create_physical_replication_slot('s' || i)"
                                        " FROM generate_series(1, 16) i"));
        QVERIFY(verdict(create, with({{"node", n(2)}, {"name", QStringLiteral("more")}}), "room")
                    .startsWith(QLatin1String("blocked: 16 of 16")));
    }

private:
    QString verdict(const QString &operation, const Arguments &arguments, const char *check)
    {
        return LiveOperation::verdict(m_operation->prepared(operation, arguments), QString::fromLatin1(check));
    }
    const QString position = QStringLiteral("SELECT restart_lsn FROM pg_replication_slots WHERE slot_name = 'spare'");
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSlots)
#include "test_slots.moc"
