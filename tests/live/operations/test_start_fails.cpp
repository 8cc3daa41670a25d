#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
QString n1()
{
    return QStringLiteral("n1");
}
} // namespace

/// pg_ctl says no more than that it could not start a server: the operation tells what the server itself said.
class TestStartFails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
    }
    void cleanup() { m_lab.reset(); }

    void theServersLastWordsAreTold_data()
    {
        QTest::addColumn<QString>("collector");
        QTest::newRow("of its own output") << QStringLiteral("off");
        QTest::newRow("of its log directory") << QStringLiteral("on");
    }

    void theServersLastWordsAreTold()
    {
        QFETCH(QString, collector);
        m_lab->sql(n1(), QStringLiteral("ALTER SYSTEM SET logging_collector = %1").arg(collector));
        const RunOutcome restarted = m_operation->run(QStringLiteral("restart"), {{QStringLiteral("node"), n1()}});
        QVERIFY2(restarted.state == OperationState::Done, why(restarted).constData());
        // One that is found missing only when the log is open already.
        m_lab->sql(n1(), QStringLiteral("ALTER SYSTEM SET shared_preload_libraries = 'not_there'"));
        const QString data = m_lab->cluster().node(n1())->dataDirectory;
        const RunOutcome failed = m_operation->run(QStringLiteral("restart"), {{QStringLiteral("node"), n1()}});
        QVERIFY2(failed.state == OperationState::Interrupted, why(failed).constData());
        QVERIFY2(failed.error->detail.contains(QLatin1String("could not access file \"not_there\"")),
                 why(failed).constData());

        QFile settings(data + QStringLiteral("/postgresql.auto.conf"));
        QVERIFY(settings.open(QIODevice::ReadWrite));
        const QByteArray mended = settings.readAll().replace("not_there", "");
        QVERIFY(settings.resize(0) && settings.seek(0) && settings.write(mended) == mended.size());
        settings.close();
        const RunOutcome undone = undoOperation(failed.entry.id, m_operation->environment, {}, {});
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(m_lab->sql(n1(), QStringLiteral("SELECT 1")), QStringLiteral("1"));
    }

    /// A clone that starts and dies while it catches up: half an hour would be granted to one that lives.
    void aServerThatDiesIsNotWaitedFor()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("clone"));
        const QString target = approved.situation.argument(QStringLiteral("target-directory"));
        bool died = false;
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            if (died || event.kind != OperationEvent::Kind::StepChanged || event.stepState != StepState::Running ||
                approved.plan.steps.value(event.step).id != QLatin1String("follow"))
                return;
            const Command stop{.argv = {m_lab->lab().binDirectory + QStringLiteral("/pg_ctl"), QStringLiteral("-D"),
                                        target, QStringLiteral("-m"), QStringLiteral("immediate"),
                                        QStringLiteral("stop")},
                               .asUser = m_lab->lab().systemUser};
            const auto host = m_lab->hosts().find(QStringLiteral("local")).value();
            died = runChecked(*host, stop, Deadline::after(Milliseconds{60000})).ok();
        });
        QVERIFY(died);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(outcome.error->code, ErrorCode::Unreachable);
        QVERIFY2(outcome.error->message.startsWith(QLatin1String("The server has ended before this was seen")),
                 why(outcome).constData());
        QVERIFY2(outcome.error->detail.contains(QLatin1String("received immediate shutdown request")),
                 why(outcome).constData());
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestStartFails)
#include "test_start_fails.moc"
