#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/node_state.h"
#include "core/cluster/topology.h"
#include "tests/core/cluster/sample_cluster.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1"), n2 = QStringLiteral("n2"), n3 = QStringLiteral("n3"),
              n4 = QStringLiteral("n4");

/// n1 → n2 → n3, n1 → n4
SampleCluster cascade()
{
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(n2, n1);
    cluster.standby(n3, n2);
    cluster.standby(n4, n1);
    return cluster;
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEndpoints_data();
    void sameEndpoints();
    void cascadesAreLinked();
    void evidence_data();
    void evidence();
    void walsendersAloneAreEnough();
    void unreachableStandbyIsStillSeenByItsUpstream();
    void silentUpstreamLeavesLagUnknown();
    void unwatchedUpstreamIsNamedByAddress();
    void upstreamInAContainerIsKnownByItsName();
    void strangers();
    void oldSessionOfTheSameStandbyIsNoStranger();
    void circleIsBroken();
    void twoPrimaries();
    void switchoverIsNoSplitBrain();
    void foreignServer();
    void lastAnswerIsKept();
    void namesOfAllKinds_data();
    void namesOfAllKinds();
    void states_data();
    void states();
};

void TestTopology::sameEndpoints_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("same");
    QTest::newRow("localhost, 127.0.0.1") << "localhost"
                                          << "127.0.0.1" << true;
    QTest::newRow("127.0.0.2") << "127.0.0.2"
                               << "localhost" << true;
    QTest::newRow("::1") << "::1"
                         << "localhost" << true;
    QTest::newRow("socket directory") << "/var/run/postgresql"
                                      << "localhost" << true;
    QTest::newRow("abstract socket") << "@pg"
                                     << "127.0.0.1" << true;
    QTest::newRow("nothing given") << ""
                                   << "127.0.0.1" << true;
    QTest::newRow("case") << "DB1.Example"
                          << "db1.example" << true;
    QTest::newRow("two hosts") << "db1"
                               << "db2" << false;
    QTest::newRow("remote, local") << "10.0.0.1"
                                   << "localhost" << false;
}

void TestTopology::sameEndpoints()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, same);
    QCOMPARE(sameEndpoint({left, 5432}, {right, 5432}), same);
    QVERIFY(!sameEndpoint({left, 5432}, {right, 5433}));
}

void TestTopology::cascadesAreLinked()
{
    const ClusterSnapshotPtr snapshot = cascade().snapshot();
    QCOMPARE(snapshot->primary(), snapshot->node(n1));
    QCOMPARE(snapshot->node(n1)->upstream, QString());
    QCOMPARE(snapshot->node(n2)->upstream, n1);
    QCOMPARE(snapshot->node(n3)->upstream, n2);
    QCOMPARE(snapshot->node(n4)->upstream, n1);
    QCOMPARE(snapshot->standbysOf(n1), (QList<const NodeState *>{snapshot->node(n2), snapshot->node(n4)}));
    QVERIFY(snapshot->strangers.isEmpty());
    QCOMPARE(snapshot->health, Health::Good);
}

/// Two standbys of n1 at the same address whose walsenders are told apart, or not, by what else is known.
void TestTopology::evidence_data()
{
    QTest::addColumn<QString>("applications"); // of the walsenders of n2 and n3
    QTest::addColumn<QString>("slots");        // held by them; "-": none
    QTest::addColumn<bool>("ownWord");         // the standbys say whom they stream from
    QTest::addColumn<bool>("told");
    QTest::newRow("by name") << "n2 n3"
                             << "- -" << true << true;
    QTest::newRow("by name alone") << "n2 n3"
                                   << "- -" << false << true;
    QTest::newRow("by slot, names alike") << "walreceiver walreceiver"
                                          << "s2 s3" << true << true;
    QTest::newRow("by slot alone") << "walreceiver walreceiver"
                                   << "s2 s3" << false << true;
    QTest::newRow("one by slot leaves the other") << "walreceiver walreceiver"
                                                  << "s2 -" << true << true;
    QTest::newRow("nothing tells them apart") << "walreceiver walreceiver"
                                              << "- -" << true << false;
    QTest::newRow("names alike, a name of neither") << "x x"
                                                    << "- -" << true << false;
}

void TestTopology::evidence()
{
    QFETCH(QString, applications);
    QFETCH(QString, slots);
    QFETCH(bool, ownWord);
    QFETCH(bool, told);
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(n2, n1);
    cluster.standby(n3, n1);
    for (int i = 0; i < 2; ++i) {
        NodeSample &standby = cluster.samples[i + 1];
        WalSenderSample &row = cluster.samples[0].senders[i];
        standby.serverAddress = QStringLiteral("10.0.0.9");
        cluster.definition.nodes[i + 1].connInfo.set(QStringLiteral("host"), QStringLiteral("10.0.0.9"));
        const QString slot = slots.split(u' ')[i];
        standby.primarySlotName = row.slotName = slot == QLatin1String("-") ? QString() : slot;
        row.applicationName = applications.split(u' ')[i];
        row.clientAddress = QStringLiteral("10.0.0.9");
        row.flushed = Lsn(SampleCluster::head - quint64(i + 1));
        if (!ownWord) {
            standby.primaryConnInfo.clear();
            standby.receiver->senderHost.clear();
        }
    }
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->node(n2)->lag.flushBytes, told ? std::optional<qint64>(1) : std::nullopt);
    QCOMPARE(snapshot->node(n3)->lag.flushBytes, told ? std::optional<qint64>(2) : std::nullopt);
    QCOMPARE(snapshot->strangers.size(), told ? 0 : 2);
    QCOMPARE(snapshot->node(n2)->lag.replayBytes, std::optional<qint64>(0)); // from the upstream, or from itself
}

void TestTopology::walsendersAloneAreEnough()
{
    SampleCluster cluster = cascade(); // the standbys' addresses mean nothing here, as behind a tunnel
    for (NodeSample &sample : cluster.samples) {
        sample.primaryConnInfo.clear();
        if (sample.receiver)
            sample.receiver->senderHost.clear();
        sample.serverAddress = QStringLiteral("127.0.0.1");
    }
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->node(n3)->upstream, n2);
    QCOMPARE(snapshot->node(n4)->upstream, n1);
}

void TestTopology::unreachableStandbyIsStillSeenByItsUpstream()
{
    SampleCluster cluster = cascade();
    const ClusterSnapshotPtr before = cluster.snapshot();
    cluster.fail(n4);
    cluster.samples[0].senders[1].replayed = Lsn(SampleCluster::head - 7);
    for (const ClusterSnapshotPtr &previous : {before, ClusterSnapshotPtr()}) {
        const ClusterSnapshotPtr snapshot = cluster.snapshot(previous);
        const NodeState &node = *snapshot->node(n4);
        QCOMPARE(node.state, QString(node_state::unreachable));
        QCOMPARE(node.role, NodeRole::Unknown);
        QCOMPARE(node.upstream, n1);
        QCOMPARE(node.lag.replayBytes, std::optional<qint64>(7));
    }
}

void TestTopology::silentUpstreamLeavesLagUnknown()
{
    SampleCluster cluster = cascade();
    const ClusterSnapshotPtr before = cluster.snapshot();
    cluster.fail(n1);
    const ClusterSnapshotPtr snapshot = cluster.snapshot(before);
    QCOMPARE(snapshot->node(n2)->upstream, n1);
    QCOMPARE(snapshot->node(n2)->lag, Lag());
    QCOMPARE(snapshot->node(n2)->state, QString(node_state::streaming)); // so it says
    QCOMPARE(snapshot->node(n3)->lag.replayBytes, std::optional<qint64>(0));
    QVERIFY(!snapshot->primary());
    QCOMPARE(snapshot->node(n1)->lastRole, NodeRole::Primary);
}

void TestTopology::unwatchedUpstreamIsNamedByAddress()
{
    SampleCluster cluster = cascade();
    cluster.definition.nodes.removeFirst();
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->node(n2)->upstream, QString());
    QCOMPARE(snapshot->node(n2)->upstreamAddress, QStringLiteral("10.0.0.1:5432"));
    QCOMPARE(snapshot->node(n2)->lag.replayBytes, std::optional<qint64>(0));
    QVERIFY(!snapshot->node(n2)->lag.flushBytes);
}

/// From here it is reached through a port published on this machine, from its network by its container's name; and it
/// has never answered, so that nothing else is known of it.
void TestTopology::upstreamInAContainerIsKnownByItsName()
{
    SampleCluster cluster = cascade();
    cluster.definition.nodes.first().hostId = QStringLiteral("container:podman:box-n1");
    cluster.definition.nodes.first().connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    cluster.definition.nodes.first().connInfo.set(QStringLiteral("port"), QStringLiteral("24165"));
    cluster.sampleNamed(n2).primaryConnInfo = QStringLiteral("host=box-n1 port=5432");
    cluster.sampleNamed(n2).receiver.reset();
    cluster.fail(n1);
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->node(n2)->upstream, n1);
    QCOMPARE(snapshot->node(n4)->upstream, QString());
}

void TestTopology::strangers()
{
    SampleCluster cluster = cascade();
    cluster.samples[1].senders << WalSenderSample{.applicationName = QStringLiteral("pg_receivewal"),
                                                  .state = QStringLiteral("streaming")};
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->strangers.size(), 1);
    QCOMPARE(snapshot->strangers[0].upstream, n2);
    QCOMPARE(snapshot->strangers[0].sender.applicationName, QStringLiteral("pg_receivewal"));
}

void TestTopology::oldSessionOfTheSameStandbyIsNoStranger()
{
    for (const bool oldFirst : {true, false}) {
        SampleCluster cluster = cascade();
        QList<WalSenderSample> &senders = cluster.samples[0].senders;
        WalSenderSample old = senders[0];
        senders[0].replyTime = cluster.now;
        old.replyTime = cluster.now.addSecs(-30);
        old.replayed = Lsn(SampleCluster::head - 99);
        oldFirst ? senders.prepend(old) : senders.append(old);
        const ClusterSnapshotPtr snapshot = cluster.snapshot();
        QCOMPARE(snapshot->node(n2)->lag.replayBytes, std::optional<qint64>(0));
        QVERIFY(snapshot->strangers.isEmpty());
    }
}

void TestTopology::circleIsBroken()
{
    SampleCluster cluster;
    for (const QString &name : {n1, n2, n3})
        cluster.add(name, true);
    for (int i = 0; i < 3; ++i)
        cluster.samples[i].primaryConnInfo = QStringLiteral("host=10.0.0.%1").arg((i + 1) % 3 + 1);
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QSet<QString> seen;
    for (const NodeState *node = snapshot->node(n3); node; node = snapshot->node(node->upstream)) {
        QVERIFY(!seen.contains(node->name()));
        seen << node->name();
    }
    QCOMPARE(
        std::count_if(snapshot->nodes.begin(), snapshot->nodes.end(),
                      [](const NodeState &node) { return node.upstream.isEmpty() && !node.upstreamAddress.isEmpty(); }),
        1);
}

void TestTopology::twoPrimaries()
{
    SampleCluster cluster = cascade();
    cluster.samples[1].inRecovery = false;
    cluster.samples[1].timeline = 2;
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QVERIFY(!snapshot->primary());
    QCOMPARE(snapshot->node(n1)->role, NodeRole::Primary);
    QCOMPARE(snapshot->node(n2)->role, NodeRole::Primary);
    QCOMPARE(snapshot->node(n2)->upstream, QString());
    QCOMPARE(snapshot->node(n3)->upstream, n2);
    QCOMPARE(snapshot->health, Health::Critical);
}

void TestTopology::switchoverIsNoSplitBrain()
{
    SampleCluster cluster = cascade();
    ClusterSnapshotPtr snapshot = cluster.snapshot();
    const NodeSample oldPrimary = cluster.samples[0];
    cluster.pass(1000);
    cluster.samples[0] = oldPrimary; // not asked again since
    cluster.samples[1].inRecovery = false;
    snapshot = cluster.snapshot(snapshot);
    QCOMPARE(snapshot->primary(), snapshot->node(n2));
    QCOMPARE(snapshot->node(n1)->state, QString(node_state::waiting));
    cluster.pass(1000); // asked again, and it still says primary
    snapshot = cluster.snapshot(snapshot);
    QVERIFY(!snapshot->primary());
    QCOMPARE(snapshot->node(n1)->role, NodeRole::Primary);
}

void TestTopology::foreignServer()
{
    SampleCluster cluster = cascade();
    cluster.samples[3].systemIdentifier = QStringLiteral("1");
    cluster.samples[3].inRecovery = false;
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QCOMPARE(snapshot->systemIdentifier, QString::fromLatin1(SampleCluster::identifier));
    QCOMPARE(snapshot->node(n4)->state, QString(node_state::foreign));
    QCOMPARE(snapshot->node(n4)->role, NodeRole::Unknown);
    QCOMPARE(snapshot->primary(), snapshot->node(n1));

    cluster.definition.systemIdentifier = QStringLiteral("1"); // what is on record counts, not the majority
    const ClusterSnapshotPtr onRecord = cluster.snapshot();
    QCOMPARE(onRecord->primary(), onRecord->node(n4));
    QCOMPARE(onRecord->node(n1)->state, QString(node_state::foreign));
}

void TestTopology::lastAnswerIsKept()
{
    SampleCluster cluster = cascade();
    const ClusterSnapshotPtr first = cluster.snapshot();
    cluster.fail(n2);
    const ClusterSnapshotPtr second = cluster.snapshot(first);
    const ClusterSnapshotPtr third = cluster.snapshot(second);
    QCOMPARE(third->node(n2)->lastAnswer, first->node(n2)->sample);
    QCOMPARE(third->node(n2)->lastRole, NodeRole::Standby);
    QVERIFY(!cluster.snapshot()->node(n2)->lastAnswer);
}

void TestTopology::namesOfAllKinds_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << "the second node";
    QTest::newRow("quotes") << "it's \"n2\"";
    QTest::newRow("shell") << "$(reboot); `x`";
    QTest::newRow("placeholders") << "%1 %2 %n";
    QTest::newRow("markup") << "<b>&amp;</b>";
    QTest::newRow("Unicode") << QString::fromUtf8("nœud-β-节点-🐘");
    QTest::newRow("63 bytes") << QString(63, u'x');
}

void TestTopology::namesOfAllKinds()
{
    QFETCH(QString, name);
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(name, n1);
    cluster.sampleNamed(name).replayPause = ReplayPause::Paused;
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QVERIFY(checkName(name));
    QCOMPARE(snapshot->node(name)->upstream, n1);
    QCOMPARE(snapshot->findings.size(), 1);
    QVERIFY2(snapshot->findings[0].text.contains(name), qPrintable(snapshot->findings[0].text));
}

void TestTopology::states_data()
{
    QTest::addColumn<QString>("receiver"); // "none"
    QTest::addColumn<QString>("sender");   // "none"
    QTest::addColumn<int>("pause");
    QTest::addColumn<bool>("set"); // primary_conninfo is set
    QTest::addColumn<QString>("state");
    const int notPaused = int(ReplayPause::NotPaused);
    QTest::newRow("streams") << "streaming"
                             << "streaming" << notPaused << true << QString(node_state::streaming);
    QTest::newRow("catches up") << "streaming"
                                << "catchup" << notPaused << true << QString(node_state::catchingUp);
    QTest::newRow("paused stays streaming for the server, not for us")
        << "streaming"
        << "streaming" << int(ReplayPause::Paused) << true << QString(node_state::replayPaused);
    QTest::newRow("pause requested") << "streaming"
                                     << "streaming" << int(ReplayPause::Requested) << true
                                     << QString(node_state::replayPaused);
    QTest::newRow("no receiver") << "none"
                                 << "none" << notPaused << true << QString(node_state::notStreaming);
    QTest::newRow("receiver waits") << "waiting"
                                    << "none" << notPaused << true << QString(node_state::notStreaming);
    QTest::newRow("only its own word") << "streaming"
                                       << "none" << notPaused << true << QString(node_state::streaming);
    QTest::newRow("may not be seen by either") << ""
                                               << "" << notPaused << true << QString(node_state::notPermitted);
    QTest::newRow("the upstream may be asked") << ""
                                               << "streaming" << notPaused << true << QString(node_state::streaming);
    QTest::newRow("from an archive only") << "none"
                                          << "none" << notPaused << false << QString(node_state::recovering);
}

void TestTopology::states()
{
    QFETCH(QString, receiver);
    QFETCH(QString, sender);
    QFETCH(int, pause);
    QFETCH(bool, set);
    SampleCluster cluster;
    cluster.primary(n1);
    NodeSample &standby = cluster.standby(n2, n1);
    if (receiver == QLatin1String("none"))
        standby.receiver.reset();
    else
        standby.receiver->status = receiver;
    standby.replayPause = ReplayPause(pause);
    standby.standbySignal = set;
    if (sender == QLatin1String("none"))
        cluster.samples[0].senders.clear();
    else
        cluster.samples[0].senders[0].state = sender;
    QTEST(cluster.snapshot()->node(n2)->state, "state");
}

QTEST_GUILESS_MAIN(TestTopology)
#include "test_topology.moc"
