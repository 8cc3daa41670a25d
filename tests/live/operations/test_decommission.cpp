#include "tests/live/operations/live_operation.h"

#include "core/operations/library/hba_lines.h"

#include <QFileInfo>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("decommission");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments leaves(int node, const char *files = "aside")
{
    return {{QStringLiteral("node"), n(node)}, {QStringLiteral("files"), QString::fromLatin1(files)}};
}
} // namespace

class TestDecommission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (m_lab)
            return;
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
    }

    void cleanup()
    {
        if (m_lab->cluster().nodes.size() != 3 || QTest::currentTestFailed())
            m_lab.reset(); // its shape has changed: the next row wants another
    }

    void aSynchronousStandbyLeaves()
    {
        synchronous(QStringLiteral("ANY 2 (n2, n3)"));
        const QString directory = m_lab->sql(n(3), QStringLiteral("SHOW data_directory"));
        const Preparation approved = m_operation->prepared(operation, leaves(3));
        QVERIFY2(approved.readiness == Readiness::ReadyWithWarnings, qPrintable(approved.sentence));
        QCOMPARE(approved.plan.confirmWord, n(3));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());

        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SHOW synchronous_standby_names")), QStringLiteral("ANY 1 (n2)"));
        QCOMPARE(slots(), QStringLiteral("howdah_n2"));
        QCOMPARE(m_lab->cluster().nodes.size(), 2);
        QVERIFY(!QFileInfo::exists(directory));
        QVERIFY(QFileInfo(directory + QStringLiteral(".decommissioned-") + approved.id).isDir());
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t AS SELECT 1"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void stoppedHalfWayItIsBack_data()
    {
        QTest::addColumn<QString>("at");
        for (const char *words : {"Ask n1 to read", "Stop the server", "Drop the slot", "Move ", "Take n3 off"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }

    void stoppedHalfWayItIsBack()
    {
        QFETCH(QString, at);
        synchronous(QStringLiteral("n3"));
        const ClusterDefinition before = m_lab->cluster();
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            m_operation->prepared(operation, leaves(3)),
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(at))
                    stop.request_stop();
            },
            stop.get_token());
        // The last step asks nobody, so that a stop comes too late for it.
        if (at.startsWith(QLatin1String("Take")) && outcome.state == OperationState::Done)
            return;
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->cluster(), before);
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
        QCOMPARE(slots(), QStringLiteral("howdah_n2,howdah_n3"));
        QTRY_COMPARE(m_lab->sql(n(1), QStringLiteral("SHOW synchronous_standby_names")), n(3));
    }

    void aStandbyWithOthersBelowStays()
    {
        QCOMPARE(
            m_operation
                ->run(QStringLiteral("follow"), {{QStringLiteral("node"), n(3)}, {QStringLiteral("upstream"), n(2)}})
                .state,
            OperationState::Done);
        QVERIFY(m_lab->waitUntilStreaming(n(3), n(2)));
        const Preparation refused = m_operation->prepared(operation, leaves(2));
        QCOMPARE(refused.readiness, Readiness::NotReady);
        for (const CheckResult &check : refused.checks) {
            if (check.id != QLatin1String("below"))
                continue;
            QCOMPARE(check.judgement.remedyOperation, QStringLiteral("follow"));
            QCOMPARE(m_operation->run(QStringLiteral("follow"), check.judgement.remedyArguments).state,
                     OperationState::Done);
        }
        const RunOutcome outcome = m_operation->run(operation, leaves(2, "stop"));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
        QCOMPARE(slots(), QStringLiteral("howdah_n3"));
    }

    void oneWhoseMachineIsGoneLeavesToo()
    {
        QVERIFY(verdict(leaves(3, "none"), "host-access").startsWith(QLatin1String("blocked")));
        m_lab->killNode(n(3));
        // Known by an address of its own, with lines of Howdah's and of others in pg_hba.conf.
        ClusterDefinition cluster = m_lab->cluster();
        cluster.nodes[2].connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.3"));
        QVERIFY(ClusterRegistry().replace(cluster));
        const auto host = m_lab->hosts().find(QStringLiteral("local")).value();
        const As owner{m_lab->lab().systemUser};
        const QString path = m_lab->sql(n(1), QStringLiteral("SHOW hba_file"));
        const QByteArray lines = host->readFile(path, owner, Deadline::never()).value();
        const QByteArray foreign = lines + "host all all 127.0.0.3/32 scram-sha-256\n";
        const QByteArray own =
            library::hbaText({{QStringLiteral("replication")}, QStringLiteral("r"), QStringLiteral("127.0.0.3/32")});
        QVERIFY(host->writeFile(path, foreign + own + '\n', 0600, owner, Deadline::never()));

        QTRY_VERIFY(verdict(leaves(3, "none"), "host-access").startsWith(QLatin1String("ok")));
        const RunOutcome outcome = m_operation->run(operation, leaves(3, "none"));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(host->readFile(path, owner, Deadline::never()).value(), foreign);
        QCOMPARE(slots(), QStringLiteral("howdah_n2"));
        QCOMPARE(m_lab->cluster().nodes.size(), 2);
    }

private:
    QString verdict(const Arguments &arguments, const char *check)
    {
        return LiveOperation::verdict(m_operation->prepared(operation, arguments), QString::fromLatin1(check));
    }
    QString slots()
    {
        return m_lab->sql(n(1), QStringLiteral("SELECT coalesce(string_agg(slot_name, ',' ORDER BY slot_name), '')"
                                               " FROM pg_replication_slots"));
    }
    void synchronous(const QString &names)
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '%1'").arg(names));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE(m_lab->sql(n(1), QStringLiteral("SHOW synchronous_standby_names")), names);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestDecommission)
#include "test_decommission.moc"
