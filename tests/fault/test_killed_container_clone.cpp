#include "tests/fault/killed_console.h"
#include "tests/support/container_cluster.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("clone");
const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");
const QStringList arguments{QStringLiteral("name=pg2")};
} // namespace

/// A console that is killed while it makes a clone in a container of its own: an undo takes away all that was made and
/// nothing else, a resume finishes it.
class TestKilledContainerClone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        m_boxes = std::make_unique<ContainerCluster>(0);
        m_console = std::make_unique<KilledConsole>(m_boxes->hosts(), m_boxes->cluster().name);
        // Somebody else's, with names like ours.
        containers().run(QStringLiteral("pg2x"), {QStringLiteral("--entrypoint"), QStringLiteral("sleep")},
                         {QStringLiteral("3600")});
        containers().podman(
            {QStringLiteral("volume"), QStringLiteral("create"), m_boxes->volumeOf(two) + QLatin1Char('x')});
    }
    void cleanupTestCase()
    {
        if (m_boxes) {
            QVERIFY(containers().isRunning(QStringLiteral("pg2x")));
            containers().podman(
                {QStringLiteral("volume"), QStringLiteral("inspect"), m_boxes->volumeOf(two) + QLatin1Char('x')});
        }
        m_console.reset();
        m_boxes.reset();
    }

    void anUndoTakesAllOfItAway()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:container"), operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome undone = m_console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        nothingIsLeft();
    }

    /// Each console takes it over from the one before, and is killed a step later; the last one takes it all away.
    void aResumeGoesOnFromEveryBoundary()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("before:container"), operation, arguments);
        // That it streams is seen at the resume; nothing is done for it that could be killed.
        for (const char *where : {"after:container", "after:slot", "after:copy", "after:verify-copy", "after:configure",
                                  "after:place", "after:start", "after:record", "after:tidy"})
            m_console->resumeKilledAt(QString::fromLatin1(where), id);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        QVERIFY(containers().waitUntilStreaming(two, one));
        const RunOutcome undone = m_console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        nothingIsLeft();
    }

    /// Without its container there is nothing to go on with.
    void itsContainerIsRemovedMeanwhile()
    {
        const QString id = m_console->runKilledAt(QStringLiteral("after:slot"), operation, arguments);
        containers().remove(two);
        const RunOutcome resumed = m_console->resume(id);
        QVERIFY2(resumed.state == OperationState::Undone, why(resumed).constData());
        nothingIsLeft();
    }

    /// The copy that the dead console left behind is ended, and made anew.
    void killedInMidCopy()
    {
        const auto copying = [this] {
            return containers().sql(one, QStringLiteral("SELECT count(*) FROM pg_stat_progress_basebackup"
                                                        " WHERE backup_streamed > 0")) == QLatin1String("1");
        };
        const RunOutcome resumed = m_console->resume(
            m_console->runKilledWhen(copying, operation, arguments + QStringList{QStringLiteral("rate=12M")}));
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QVERIFY(containers().waitUntilStreaming(two, one));
        m_boxes->takeAway(two, one);
        nothingIsLeft();
    }

private:
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    void nothingIsLeft() const
    {
        QCOMPARE(m_boxes->made(), QString());
        QCOMPARE(containers().sql(one, QStringLiteral("SELECT count(*) FROM pg_replication_slots")),
                 QStringLiteral("0"));
        QVERIFY(!m_boxes->cluster().node(two));
    }

    std::unique_ptr<ContainerCluster> m_boxes;
    std::unique_ptr<KilledConsole> m_console;
};

HOWDAH_FAULT_MAIN(TestKilledContainerClone)
#include "test_killed_container_clone.moc"
