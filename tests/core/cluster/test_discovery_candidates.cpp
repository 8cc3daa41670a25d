#include "core/cluster/discovery_candidates.h"
#include "tests/core/cluster/sample_cluster.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString n1 = QStringLiteral("n1"), n2 = QStringLiteral("n2"), n3 = QStringLiteral("n3");

const Networks networks{{QStringLiteral("local"),
                         {.serverPorts = {6001}, .otherPorts = {6002}, .addresses = {QStringLiteral("192.168.1.5")}}}};

/// "host:port" of each, parted by spaces.
QString places(const QList<Candidate> &candidates)
{
    QStringList all;
    for (const Candidate &candidate : candidates)
        all << candidate.connInfo.host() + u':' + candidate.connInfo.port();
    return all.join(u' ');
}

} // namespace

class TestDiscoveryCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsApart_data();
    void hostsApart();
    void upstreams_data();
    void upstreams();
    void standbys_data();
    void standbys();
    void toolsAreNotLookedFor();
    void hostsFollowTheirServers_data();
    void hostsFollowTheirServers();
    void aMachineShowsItsNetwork();
    void names_data();
    void names();
};

void TestDiscoveryCandidates::hostsApart_data()
{
    QTest::addColumn<QString>("connInfo");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << "host=a port=1"
                         << "host=a port=1";
    QTest::newRow("a port for each") << "host=a,b port=1,2"
                                     << "host=a port=1|host=b port=2";
    QTest::newRow("a port for all") << "host=a,b port=7"
                                    << "host=a port=7|host=b port=7";
    QTest::newRow("no port") << "host=a,b"
                             << "host=a|host=b";
    QTest::newRow("whichever is primary") << "host=a,b target_session_attrs=read-write"
                                          << "host=a|host=b";
    QTest::newRow("URI") << "postgresql://u@a:1,b:2/d"
                         << "user=u dbname=d host=a port=1|user=u dbname=d host=b port=2";
}

void TestDiscoveryCandidates::hostsApart()
{
    QFETCH(QString, connInfo);
    QFETCH(QString, expected);
    const QList<ConnInfo> each = oneForEachHost(ConnInfo::parse(connInfo).value());
    const QStringList wanted = expected.split(u'|');
    QCOMPARE(each.size(), wanted.size());
    for (qsizetype i = 0; i < each.size(); ++i) {
        const ConnInfo one = ConnInfo::parse(wanted[i]).value();
        for (const ConnInfo::Setting &setting : one.settings()) {
            QCOMPARE(each[i].value(setting.keyword), setting.value);
            QVERIFY(!each[i].has(QStringLiteral("target_session_attrs")));
        }
    }
}

void TestDiscoveryCandidates::upstreams_data()
{
    QTest::addColumn<QString>("seenAt"); // host at which the standby is reached
    QTest::addColumn<QString>("says");   // its primary_conninfo
    QTest::addColumn<QString>("expected");
    QTest::newRow("another machine") << "10.0.0.2"
                                     << "host=10.0.0.1 port=5433"
                                     << "10.0.0.1:5433";
    QTest::newRow("its own machine") << "10.0.0.2"
                                     << "host=localhost port=5433"
                                     << "10.0.0.2:5433";
    QTest::newRow("a socket there") << "10.0.0.2"
                                    << "host=/run/pg port=5433"
                                    << "10.0.0.2:5433";
    QTest::newRow("several") << "10.0.0.2"
                             << "host=db1,db2"
                             << "db1:5432 db2:5432";
    QTest::newRow("nothing set") << "10.0.0.2"
                                 << ""
                                 << "";
}

void TestDiscoveryCandidates::upstreams()
{
    QFETCH(QString, seenAt);
    QFETCH(QString, says);
    SampleCluster cluster;
    NodeSample &sample = cluster.add(n2, true);
    sample.primaryConnInfo = says;
    cluster.definition.nodes[0].connInfo =
        ConnInfo::parse(QStringLiteral("hostaddr=10.9.9.9 user=u password=s3cret")).value();
    cluster.definition.nodes[0].connInfo.set(QStringLiteral("host"), seenAt);
    const QList<Candidate> candidates = upstreamCandidates(*cluster.snapshot());
    QTEST(places(candidates), "expected");
    for (const Candidate &candidate : candidates) {
        QVERIFY(!candidate.connInfo.has(QStringLiteral("hostaddr")));
        QCOMPARE(candidate.connInfo.user(), QStringLiteral("u"));
        QVERIFY(!candidate.connInfo.password().isEmpty());
        QVERIFY(candidate.reason.contains(n2));
    }
}

void TestDiscoveryCandidates::standbys_data()
{
    QTest::addColumn<QString>("primaryAt");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("remark");
    QTest::newRow("another machine: the same port") << "10.0.0.1"
                                                    << "10.0.0.7"
                                                    << "10.0.0.7:5432"
                                                    << "port 5432";
    QTest::newRow("this machine, by address") << "10.0.0.1"
                                              << "192.168.1.5"
                                              << "192.168.1.5:5432 192.168.1.5:6001 192.168.1.5:6002"
                                              << "192.168.1.5";
    QTest::newRow("all on this machine") << "localhost"
                                         << "127.0.0.1"
                                         << "localhost:6001 localhost:6002"
                                         << "which port";
    QTest::newRow("over a socket, elsewhere") << "10.0.0.1"
                                              << ""
                                              << ""
                                              << "which port";
}

void TestDiscoveryCandidates::standbys()
{
    QFETCH(QString, primaryAt);
    QFETCH(QString, client);
    QFETCH(QString, remark);
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.definition.nodes[0].connInfo.set(QStringLiteral("host"), primaryAt);
    cluster.samples[0].senders << WalSenderSample{
        .applicationName = n3, .clientAddress = client, .state = QStringLiteral("streaming")};
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QTEST(places(standbyCandidates(*snapshot, networks)), "expected");
    const QStringList remarks = remarksOnStrangers(*snapshot);
    QCOMPARE(remarks.size(), 1);
    QVERIFY2(remarks[0].contains(n3) && remarks[0].contains(remark), qPrintable(remarks[0]));
}

void TestDiscoveryCandidates::toolsAreNotLookedFor()
{
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.samples[0].senders << WalSenderSample{.applicationName = QStringLiteral("pg_basebackup"),
                                                  .clientAddress = QStringLiteral("10.0.0.7"),
                                                  .state = QStringLiteral("backup")};
    QVERIFY(standbyCandidates(*cluster.snapshot(), networks).isEmpty());
    QVERIFY(remarksOnStrangers(*cluster.snapshot()).isEmpty());
}

void TestDiscoveryCandidates::hostsFollowTheirServers_data()
{
    QTest::addColumn<QString>("hostId"); // of the primary, at db1:6000
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("expected"); // "host:port over host", parted by commas
    QTest::newRow("another machine") << "ssh:db1" << "10.0.0.7" << "10.0.0.7:6000 over ssh:10.0.0.7";
    QTest::newRow("by the same user") << "ssh:dba@db1:2222" << "10.0.0.7" << "10.0.0.7:6000 over ssh:dba@10.0.0.7";
    QTest::newRow("the same machine") << "ssh:db1" << "127.0.0.1" << "db1:7001 over ssh:db1";
    QTest::newRow("by its own address") << "ssh:db1" << "10.0.0.5" << "db1:7001 over ssh:db1";
    QTest::newRow("not by ssh") << "" << "10.0.0.7" << "10.0.0.7:6000 over ";
}

void TestDiscoveryCandidates::hostsFollowTheirServers()
{
    QFETCH(QString, hostId);
    QFETCH(QString, client);
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.definition.nodes[0].connInfo.set(QStringLiteral("host"), QStringLiteral("db1"));
    cluster.definition.nodes[0].connInfo.set(QStringLiteral("port"), QStringLiteral("6000"));
    cluster.definition.nodes[0].hostId = hostId;
    cluster.samples[0].senders << WalSenderSample{
        .applicationName = n3, .clientAddress = client, .state = QStringLiteral("streaming")};
    Networks all = networks;
    all.insert(QStringLiteral("ssh:db1"),
               {.serverPorts = {7001}, .otherPorts = {7002}, .addresses = {QStringLiteral("10.0.0.5")}});
    QStringList seen;
    for (const Candidate &candidate : standbyCandidates(*cluster.snapshot(), all))
        seen << QStringLiteral("%1:%2 over %3")
                    .arg(candidate.connInfo.host(), candidate.connInfo.port(), candidate.hostId);
    QTEST(seen.join(QStringLiteral(", ")), "expected");
}

void TestDiscoveryCandidates::aMachineShowsItsNetwork()
{
    const QHash<QString, QByteArray> files{
        {QStringLiteral("/proc/net/unix"), "0: 2 0 10000 1 1 77 /run/.s.PGSQL.5433\n0: 2 0 0 1 1 78 /run/x\n"},
        {QStringLiteral("/proc/net/tcp"),
         "  sl\n   0: 00000000:1538 00000000:0000 0A 0\n   1: 0100007F:0016 00000000:0000 0A 0\n"
         "   2: 0100007F:1F90 0100007F:AAAA 01 0\n"},
        {QStringLiteral("/proc/net/fib_trie"),
         "Local:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 10.0.0.5\n        /32 host LOCAL\n     |-- 10.0.0.255\n"
         "        /32 link BROADCAST\n"}};
    const MachineNetwork network = machineNetwork([&](const QString &path) { return files.value(path); });
    QCOMPARE(network.serverPorts, QList<int>{5433});
    QCOMPARE(network.otherPorts, QList<int>{5432});
    QCOMPARE(network.addresses, QSet<QString>{QStringLiteral("10.0.0.5")});
}

void TestDiscoveryCandidates::names_data()
{
    QTest::addColumn<QString>("clusterNames"); // of two nodes, parted by bars
    QTest::addColumn<QString>("applications");
    QTest::addColumn<QString>("expected");
    QTest::newRow("cluster_name") << "n1|n2"
                                  << "x|y"
                                  << "n1|n2";
    QTest::newRow("Debian gives all the same cluster_name") << "15/main|15/main"
                                                            << "|standby1"
                                                            << "10.0.0.1:5432|standby1";
    QTest::newRow("nothing to go by") << "|"
                                      << "|"
                                      << "10.0.0.1:5432|10.0.0.2:5432";
    QTest::newRow("a name that cannot be one") << "a\tb|n2"
                                               << "|"
                                               << "10.0.0.1:5432|n2";
}

void TestDiscoveryCandidates::names()
{
    QFETCH(QString, clusterNames);
    QFETCH(QString, applications);
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(n2, n1);
    QList<NodeSamplePtr> samples;
    for (int i = 0; i < 2; ++i) {
        NodeSample sample = cluster.samples[i];
        sample.clusterName = clusterNames.split(u'|')[i];
        const QString application = applications.split(u'|')[i];
        sample.primaryConnInfo = application.isEmpty() ? QString() : QStringLiteral("application_name=") + application;
        samples << std::make_shared<const NodeSample>(sample);
    }
    ClusterDefinition definition = cluster.definition;
    nameNodes(definition, samples);
    QTEST(definition.nodes[0].name + u'|' + definition.nodes[1].name, "expected");
}

QTEST_GUILESS_MAIN(TestDiscoveryCandidates)
#include "test_discovery_candidates.moc"
