#include "tests/support/container_cluster.h"

using namespace howdah;
using howdah::test::ContainerCluster;
using howdah::test::LiveContainers;

namespace {

const QString operation = QStringLiteral("clone");
const QString one = QStringLiteral("pg1");
const QString two = QStringLiteral("pg2");

} // namespace

/// A clone of a server in a container gets a container of its own, from the same image and in the same network.
class TestCloneIntoContainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
            QSKIP(qUtf8Printable(reason));
        m_boxes = std::make_unique<ContainerCluster>(0, QStringList{QStringLiteral("--restart=unless-stopped")});
    }
    void cleanupTestCase() { m_boxes.reset(); }

    void aContainerLikeTheSourcesIsMade();

private:
    [[nodiscard]] LiveContainers &containers() const { return *m_boxes->containers; }
    std::unique_ptr<ContainerCluster> m_boxes;
};

void TestCloneIntoContainer::aContainerLikeTheSourcesIsMade()
{
    const Preparation approved = m_boxes->prepared(operation, {{QStringLiteral("name"), two}});
    QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(m_boxes->refusals(approved)));
    QCOMPARE(approved.situation.argument(QStringLiteral("host")), containers().hostId(two));
    const RunOutcome outcome = m_boxes->run(approved);
    QVERIFY2(outcome.state == OperationState::Done, ContainerCluster::why(outcome).constData());
    QVERIFY(containers().waitUntilStreaming(two, one));
}

QTEST_GUILESS_MAIN(TestCloneIntoContainer)
#include "test_clone_into_container.moc"
