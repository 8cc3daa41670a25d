#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("set-delay");
const QString shown = QStringLiteral("SHOW recovery_min_apply_delay");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments delay(int node, const char *value)
{
    return {{QStringLiteral("node"), n(node)}, {QStringLiteral("delay"), QString::fromLatin1(value)}};
}
} // namespace

class TestSetDelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t (id int)"));
        QVERIFY(m_lab->waitUntilReplayed(n(2)));
    }

    void aDelayIsSetAndTakenAway()
    {
        const Preparation approved = m_operation->prepared(operation, delay(2, "15 min"));
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("successor")).startsWith(QLatin1String("warning")));
        const RunOutcome set = m_operation->run(approved);
        QVERIFY2(set.state == OperationState::Done, why(set).constData());
        QCOMPARE(m_lab->sql(n(2), shown), QStringLiteral("15min"));
        m_lab->sql(n(1), QStringLiteral("INSERT INTO t VALUES (1)"));
        const QString received = QStringLiteral("SELECT pg_last_wal_receive_lsn() >= '%1'")
                                     .arg(m_lab->sql(n(1), QStringLiteral("SELECT pg_current_wal_lsn()")));
        QTRY_COMPARE(m_lab->sql(n(2), received), QStringLiteral("t"));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));

        QVERIFY(LiveOperation::verdict(m_operation->prepared(operation, delay(2, "900s")), QStringLiteral("state"))
                    .startsWith(QLatin1String("blocked")));

        const RunOutcome away = m_operation->run(operation, delay(2, "0s"));
        QVERIFY2(away.state == OperationState::Done, why(away).constData());
        QTRY_COMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1"));
    }

    void aDelayThatCommitsWouldWaitForIsWarnedOf()
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'n2'"));
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_commit = remote_apply"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_VERIFY(
            LiveOperation::verdict(m_operation->prepared(operation, delay(2, "1h")), QStringLiteral("synchronous"))
                .startsWith(QLatin1String("warning")));
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names"));
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM RESET synchronous_commit"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<int>("node");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("param");
        QTest::newRow("the primary") << 1 << QStringLiteral("1h") << QStringLiteral("node");
        QTest::newRow("no duration") << 2 << QStringLiteral("soon") << QStringLiteral("delay");
        QTest::newRow("no unit") << 2 << QStringLiteral("15") << QStringLiteral("delay");
        QTest::newRow("too long") << 2 << QStringLiteral("25d") << QStringLiteral("delay");
        QTest::newRow("hostile") << 2 << QStringLiteral("1h'; SELECT 1") << QStringLiteral("delay");
    }

    void whatCannotBeIsRefused()
    {
        QFETCH(int, node);
        QFETCH(QString, value);
        QFETCH(QString, param);
        const Preparation preparation =
            m_operation->prepared(operation, {{QStringLiteral("node"), n(node)}, {QStringLiteral("delay"), value}});
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(preparation.objections.contains(param));
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSetDelay)
#include "test_set_delay.moc"
