#include "core/cluster/cluster_snapshot.h"
#include "tests/core/cluster/sample_cluster.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

/// PRODUCT.md, "JSON that others build on": names, and null for what is not known.
class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void unknownIsNull_data();
    void unknownIsNull();
    void passwordStaysOut();
};

namespace {

QJsonObject nodeOf(const ClusterSnapshotPtr &snapshot, int index)
{
    return toJson(*snapshot)[QLatin1String("nodes")][index].toObject();
}

SampleCluster pair()
{
    SampleCluster cluster;
    cluster.primary(QStringLiteral("n1"));
    cluster.standby(QStringLiteral("n2"), QStringLiteral("n1"));
    return cluster;
}

} // namespace

void TestJson::names()
{
    SampleCluster cluster = pair();
    cluster.samples[1].dataDirectory = QStringLiteral("/data");
    cluster.samples[1].replayPause = ReplayPause::Paused;
    cluster.samples[1].takenAt = cluster.now.addMSecs(-250);
    const QByteArray expected = R"({
        "cluster": "c", "systemIdentifier": "7000000000000000001",
        "nodes": [
          {"name": "n1", "role": "primary", "conninfo": "host=10.0.0.1", "dataDirectory": null, "upstream": null,
           "state": "running", "timeline": 1, "replayPaused": null, "sampleAgeMs": 0,
           "lag": {"sendBytes": null, "writeBytes": null, "flushBytes": null, "replayBytes": null,
                   "writeMs": null, "flushMs": null, "replayMs": null}},
          {"name": "n2", "role": "standby", "conninfo": "host=10.0.0.2", "dataDirectory": "/data", "upstream": "n1",
           "state": "replay paused", "timeline": 1, "replayPaused": true, "sampleAgeMs": 250,
           "lag": {"sendBytes": 0, "writeBytes": 0, "flushBytes": 0, "replayBytes": 0,
                   "writeMs": 0, "flushMs": 0, "replayMs": 0}}],
        "findings": [
          {"id": "replay-paused", "severity": "warning", "node": "n2",
           "text": "Replay is paused on n2; 0 bytes of received WAL wait.",
           "remedy": "Resume replay when the pause has served its purpose."}]})";
    QCOMPARE(QJsonDocument(toJson(*cluster.snapshot())), QJsonDocument::fromJson(expected));
}

void TestJson::unknownIsNull_data()
{
    QTest::addColumn<bool>("sampled");
    QTest::newRow("never answered") << false;
    QTest::newRow("failed") << true;
}

void TestJson::unknownIsNull()
{
    QFETCH(bool, sampled);
    SampleCluster cluster = pair();
    cluster.fail(QStringLiteral("n1"));
    cluster.fail(QStringLiteral("n2"));
    if (!sampled)
        cluster.samples.clear();
    const QJsonObject node = nodeOf(cluster.snapshot(), 1);
    QCOMPARE(node[QLatin1String("role")].toString(), QStringLiteral("unknown"));
    for (const char *name : {"dataDirectory", "upstream", "timeline", "replayPaused"})
        QVERIFY2(node[QLatin1String(name)].isNull(), name);
    QCOMPARE(node[QLatin1String("sampleAgeMs")].isNull(), !sampled);
    const QJsonObject lag = node[QLatin1String("lag")].toObject();
    QCOMPARE(lag.size(), 7);
    for (const QJsonValue &value : lag)
        QVERIFY(value.isNull());
    if (!sampled)
        QVERIFY(toJson(*cluster.snapshot())[QLatin1String("systemIdentifier")].isNull());
}

void TestJson::passwordStaysOut()
{
    SampleCluster cluster = pair();
    cluster.definition.nodes[1].connInfo.set(QStringLiteral("password"), QStringLiteral("s3cret"));
    QVERIFY(!QJsonDocument(toJson(*cluster.snapshot())).toJson().contains("s3cret"));
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
