#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/sampler.h"
#include "tests/support/live_server.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace howdah;
using namespace howdah::test;

namespace {

constexpr Milliseconds patience{5000};

NodeDefinition nodeOf(const LiveServer &server, const QString &name)
{
    return {.name = name, .connInfo = server.connInfo()};
}

/// A primary, a standby of it on a slot, and a standby of that standby.
class Cascade
{
public:
    Cascade()
        : n1(LiveServer::make()), n2(LiveServer::makeStandby(*n1, QStringLiteral("n2"), QStringLiteral("n2_slot"))),
          n3(LiveServer::makeStandby(*n2, QStringLiteral("n3")))
    {
        definition.name = QStringLiteral("test");
        definition.nodes = {nodeOf(*n1, QStringLiteral("n1")), nodeOf(*n2, QStringLiteral("n2")),
                            nodeOf(*n3, QStringLiteral("n3"))};
    }

    ClusterSnapshotPtr snapshot()
    {
        last = makeSnapshot(definition, sampleAll(definition, patience), last, QDateTime::currentDateTimeUtc());
        return last;
    }

    std::unique_ptr<LiveServer> n1, n2, n3;
    ClusterDefinition definition;
    ClusterSnapshotPtr last;
};

/// Waits until a fresh snapshot of the cascade shows it.
template <typename Condition> bool shows(Cascade &cascade, Condition condition)
{
    return QTest::qWaitFor([&] { return condition(*cascade.snapshot()); }, 20'000);
}

bool caughtUp(const ClusterSnapshot &snapshot)
{
    return snapshot.node(QStringLiteral("n2"))->lag.replayBytes == 0 &&
           snapshot.node(QStringLiteral("n3"))->lag.replayBytes == 0;
}

bool hasFinding(const ClusterSnapshot &snapshot, const char *id, const QString &node = {})
{
    return std::any_of(snapshot.findings.begin(), snapshot.findings.end(), [&](const Finding &finding) {
        return finding.id == QLatin1String(id) && (node.isEmpty() || finding.node == node);
    });
}

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cascadeIsSeenAsItIs();
};

void TestSampling::cascadeIsSeenAsItIs()
{
    Cascade cascade;
    QVERIFY(shows(cascade, caughtUp));
    const ClusterSnapshot &snapshot = *cascade.last;
    QCOMPARE(snapshot.primary(), snapshot.node(QStringLiteral("n1")));
    QCOMPARE(snapshot.node(QStringLiteral("n2"))->upstream, QStringLiteral("n1"));
    QCOMPARE(snapshot.node(QStringLiteral("n3"))->upstream, QStringLiteral("n2"));
    QVERIFY(!hasFinding(snapshot, "node-unreachable"));
    qInfo().noquote() << QJsonDocument(toJson(snapshot)).toJson();
    for (const Finding &f : snapshot.findings) qInfo() << f.id << f.text << f.remedy;
    for (const NodeState &n : snapshot.nodes) qInfo() << n.sample->roundTripMicroseconds << n.sample->permitted << n.sample->databaseBytes.value_or(-1);
}

QTEST_GUILESS_MAIN(TestSampling)
#include "test_sampling.moc"
