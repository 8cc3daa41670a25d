#include "tests/live/operations/live_operation.h"

#include <QFile>

#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>

using namespace howdah;
using namespace howdah::test;

/// A primary that was killed where nobody reaps the dead, as in a container without an init: it is gone, though its
/// process number is still taken.
class TestZombie : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0); // the lab's servers are this process's children, once orphans
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
    }
    void cleanup()
    {
        if (m_postmaster > 0)
            ::waitpid(m_postmaster, nullptr, 0);
        m_lab.reset();
    }

    void isNoRunningPrimary()
    {
        const QString n1 = QStringLiteral("n1");
        m_postmaster =
            m_lab->sql(n1, QStringLiteral("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")).toInt();
        QVERIFY(m_postmaster > 1);
        QCOMPARE(::kill(m_postmaster, SIGKILL), 0);
        const auto state = [this] {
            QFile status(QStringLiteral("/proc/%1/status").arg(m_postmaster));
            return status.open(QIODevice::ReadOnly) && status.readAll().contains("State:\tZ");
        };
        QTRY_VERIFY(state());
        const LiveOperation operation(*m_lab);
        const RunOutcome outcome =
            operation.run(QStringLiteral("failover"), {{QStringLiteral("fence"), QStringLiteral("stop")}});
        QVERIFY2(state(), "nobody has reaped it meanwhile");
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(outcome.entry.result.value(QLatin1String("newPrimary")).toString(), QStringLiteral("n2"));
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    pid_t m_postmaster = -1;
};

QTEST_GUILESS_MAIN(TestZombie)
#include "test_zombie.moc"
