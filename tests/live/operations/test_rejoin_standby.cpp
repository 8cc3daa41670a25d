#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/rejoin_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString rejoin = QStringLiteral("rejoin");
QString n(int number)
{
    return RejoinLab::n(number);
}
} // namespace

/// Standbys that went another way than the one that was promoted.
class TestRejoinStandby : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_nodes = std::make_unique<RejoinLab>(*m_lab);
        m_nodes->fill();
    }
    void cleanup() { m_lab.reset(); }

    /// A standby that had received more than the one that was promoted.
    void aStandbyThatIsAheadIsRewound_data()
    {
        QTest::addColumn<bool>("muchWal");
        QTest::addColumn<bool>("asked");
        QTest::newRow("as it is") << false << false;
        QTest::newRow("with WAL that the restartpoint of its stop would take away") << true << false;
        QTest::newRow("and has the new timeline's history, which it cannot follow") << false << true;
    }

    void aStandbyThatIsAheadIsRewound()
    {
        QFETCH(bool, muchWal);
        QFETCH(bool, asked);
        m_nodes->cutOff({n(2)});
        if (muchWal)
            m_nodes->keepNoWal(3);
        m_nodes->writeAlone();
        for (int segment = 0; muchWal && segment < 3; ++segment)
            m_nodes->nextSegment();
        if (muchWal)
            m_lab->sql(n(1), QStringLiteral("CHECKPOINT"));
        QVERIFY(m_lab->waitUntilReplayed(n(3)));
        m_lab->killNode(n(1));
        m_nodes->promote();
        if (asked) {
            m_nodes->turnTo(n(3), n(2));
            const QString histories =
                QStringLiteral("SELECT count(*) FROM pg_ls_waldir() WHERE name = '00000002.history'");
            QTRY_COMPARE_WITH_TIMEOUT(m_lab->sql(n(3), histories), QStringLiteral("1"), 60000);
        }
        const Preparation approved = m_operation->prepared(rejoin, {{QStringLiteral("node"), n(3)}});
        QVERIFY2(LiveOperation::verdict(approved, QStringLiteral("way")).startsWith(QLatin1String("ok: Rewind")),
                 qPrintable(LiveOperation::verdict(approved, QStringLiteral("way"))));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(3, 2));
        checkWhatWasSaved(outcome.entry.result);
    }

    /// Both were promoted, to timelines of the same number: pg_rewind would take them for one.
    void oneThatWasPromotedTooIsBroughtBack_data()
    {
        QTest::addColumn<bool>("hadMore");
        QTest::addColumn<QString>("lost");
        QTest::newRow("from further on") << true << QStringLiteral("warning: Committed transactions: 2 ");
        QTest::newRow("from the same position, which tells them apart by nothing")
            << false << QStringLiteral("warning: What only n3 has is not known");
    }

    void oneThatWasPromotedTooIsBroughtBack()
    {
        QFETCH(bool, hadMore);
        QFETCH(QString, lost);
        m_nodes->cutOff({n(2)});
        if (hadMore)
            m_lab->sql(n(1), QStringLiteral("INSERT INTO t VALUES (2001, 'too late for n2')"));
        QVERIFY(m_lab->waitUntilReplayed(n(3)));
        m_nodes->cutOff({n(3)});
        m_lab->killNode(n(1));
        m_lab->sql(n(3), QStringLiteral("SELECT pg_promote()"));
        m_lab->sql(n(3), QStringLiteral("INSERT INTO t VALUES (2002, 'on a branch')"));
        m_lab->killNode(n(3));
        m_nodes->promote();
        const Preparation approved = m_operation->prepared(rejoin, {{QStringLiteral("node"), n(3)}});
        const QString way = LiveOperation::verdict(approved, QStringLiteral("way"));
        QVERIFY2(way.startsWith(QLatin1String("ok: Clone again")), qPrintable(way));
        const QString seen = LiveOperation::verdict(approved, QStringLiteral("lost"));
        QVERIFY2(seen.startsWith(lost), qPrintable(seen));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(3, 2));
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<RejoinLab> m_nodes;
};

QTEST_GUILESS_MAIN(TestRejoinStandby)
#include "test_rejoin_standby.moc"
