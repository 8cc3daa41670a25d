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

    void anUndoTakesAllOfItAway_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"after:container", "after:start", "after:record"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }
    void anUndoTakesAllOfItAway()
    {
        QFETCH(QString, where);
        const QString id = m_console->runKilledAt(where, operation, arguments);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome undone = m_console->undo(id);
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        nothingIsLeft();
    }

    void aResumeFinishesIt_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"after:copy"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }
    void aResumeFinishesIt()
    {
        QFETCH(QString, where);
        const RunOutcome resumed = m_console->resume(m_console->runKilledAt(where, operation, arguments));
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QVERIFY(containers().waitUntilStreaming(two, one));
        m_boxes->takeAway(two, one);
        nothingIsLeft();
    }

    void killedInMidCopy_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::newRow("its container is there") << false;
        QTest::newRow("somebody has removed its container since") << true;
    }
    /// The copy that the dead console left behind is ended, and made anew; without its container there is nothing to go
    /// on with.
    void killedInMidCopy()
    {
        QFETCH(bool, isGone);
        const auto copying = [this] {
            return containers().sql(one, QStringLiteral("SELECT count(*) FROM pg_stat_progress_basebackup"
                                                        " WHERE backup_streamed > 0")) == QLatin1String("1");
        };
        const QString id =
            m_console->runKilledWhen(copying, operation, arguments + QStringList{QStringLiteral("rate=4M")});
        if (isGone)
            containers().remove(two);
        const RunOutcome resumed = m_console->resume(id);
        QVERIFY2(resumed.state == (isGone ? OperationState::Undone : OperationState::Done), why(resumed).constData());
        if (!isGone) {
            QVERIFY(containers().waitUntilStreaming(two, one));
            m_boxes->takeAway(two, one);
        }
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
