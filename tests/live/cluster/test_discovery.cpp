#include "core/cluster/discovery.h"
#include "tests/live/cluster/live_cascade.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const Milliseconds patience{20'000};

QSet<int> portsOf(const ClusterDefinition &cluster)
{
    QSet<int> ports;
    for (const NodeDefinition &node : cluster.nodes)
        ports << node.connInfo.port().toInt();
    return ports;
}

/// LiveServer copies every server from one template, so all have one system identifier; this one gets its own.
void makeAnotherCluster(LiveServer &server)
{
    server.stop();
    QFile configuration(server.dataDirectory() + QStringLiteral("/postgresql.conf"));
    QVERIFY(configuration.open(QIODevice::ReadOnly));
    const QByteArray settings = configuration.readAll();
    const bool root = ::geteuid() == 0;
    QStringList argv{postgresBinDirectory() + QStringLiteral("/initdb"),
                     QStringLiteral("-N"),
                     QStringLiteral("-A"),
                     QStringLiteral("trust"),
                     QStringLiteral("-U"),
                     QStringLiteral("postgres"),
                     QStringLiteral("-D"),
                     server.dataDirectory()};
    if (root)
        argv = QStringList{QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("postgres"),
                           QStringLiteral("--")} +
               argv;
    QVERIFY(QDir(server.dataDirectory()).removeRecursively());
    QCOMPARE(QProcess::execute(argv.first(), argv.mid(1)), 0);
    configuration.close();
    QVERIFY(configuration.open(QIODevice::WriteOnly | QIODevice::Truncate));
    configuration.write(settings);
    configuration.close();
    server.start();
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeCascadeFromAnyNode_data();
    void wholeCascadeFromAnyNode();
    void severalHostsInOneConnInfo();
    void serverOfAnotherClusterIsARemark();
    void firstServerMustAnswer();
    void upstreamThatIsAwayIsARemark();
    void rowsOfHardStarts_data();
    void rowsOfHardStarts();

private:
    std::unique_ptr<LiveCascade> m_cascade;
};

void TestDiscovery::initTestCase()
{
    m_cascade = std::make_unique<LiveCascade>();
}

void TestDiscovery::wholeCascadeFromAnyNode_data()
{
    QTest::addColumn<int>("start");
    QTest::newRow("from the primary") << 0;
    QTest::newRow("from its standby") << 1;
    QTest::newRow("from the cascading standby") << 2;
}

void TestDiscovery::wholeCascadeFromAnyNode()
{
    QFETCH(int, start);
    const LiveServer *servers[] = {m_cascade->n1.get(), m_cascade->n2.get(), m_cascade->n3.get()};
    const Result<Discovery> found =
        discoverCluster(QStringLiteral("c"), {servers[start]->connInfo()}, Deadline::after(patience));
    QVERIFY2(found, said(found));
    QCOMPARE(portsOf(found->cluster), (QSet<int>{servers[0]->port(), servers[1]->port(), servers[2]->port()}));
    QCOMPARE(found->cluster.nodes.first().connInfo.port().toInt(), servers[0]->port());
    QVERIFY2(found->remarks.isEmpty(), qPrintable(found->remarks.join(u'\n')));
    QVERIFY(!found->cluster.systemIdentifier.isEmpty());
    for (const LiveServer *server : {servers[1], servers[2]}) {
        const QString name = server == servers[1] ? QStringLiteral("n2") : QStringLiteral("n3");
        const NodeDefinition *node = found->cluster.node(name);
        QVERIFY2(node, qPrintable(name));
        QCOMPARE(node->connInfo.port().toInt(), server->port());
        QCOMPARE(node->hostId, QStringLiteral("local"));
        QCOMPARE(node->dataDirectory, server->dataDirectory());
    }
}

void TestDiscovery::severalHostsInOneConnInfo()
{
    ConnInfo both = m_cascade->n2->connInfo();
    both.set(QStringLiteral("host"), QStringLiteral("127.0.0.1,127.0.0.1"));
    both.set(QStringLiteral("port"), QStringLiteral("%1,%2").arg(m_cascade->n1->port()).arg(m_cascade->n2->port()));
    both.set(QStringLiteral("target_session_attrs"), QStringLiteral("read-write"));
    const Result<Discovery> found = discoverCluster(QStringLiteral("c"), {both}, Deadline::after(patience));
    QVERIFY2(found, said(found));
    QCOMPARE(found->cluster.nodes.size(), 3);
    for (const NodeDefinition &node : found->cluster.nodes) {
        QVERIFY(!node.connInfo.host().contains(u','));
        QVERIFY(!node.connInfo.has(QStringLiteral("target_session_attrs")));
    }
}

void TestDiscovery::serverOfAnotherClusterIsARemark()
{
    const std::unique_ptr<LiveServer> other = LiveServer::make();
    makeAnotherCluster(*other);
    const Result<Discovery> found =
        discoverCluster(QStringLiteral("c"), {m_cascade->n1->connInfo(), other->connInfo()}, Deadline::after(patience));
    QVERIFY2(found, said(found));
    QCOMPARE(found->cluster.nodes.size(), 3);
    QCOMPARE(found->remarks.size(), 1);
    QVERIFY2(found->remarks.first().contains(QString::number(other->port())), qPrintable(found->remarks.first()));
}

void TestDiscovery::firstServerMustAnswer()
{
    const Result<Discovery> nothing = discoverCluster(QStringLiteral("c"), {}, Deadline::after(patience));
    QCOMPARE(nothing.error().code, ErrorCode::Invalid);
    ConnInfo refused = m_cascade->n1->connInfo();
    refused.set(QStringLiteral("port"), QString::number(freePort()));
    const Result<Discovery> found =
        discoverCluster(QStringLiteral("c"), {refused, m_cascade->n1->connInfo()}, Deadline::after(patience));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Unreachable);
}

void TestDiscovery::upstreamThatIsAwayIsARemark()
{
    m_cascade->n1->stop();
    const auto back = qScopeGuard([this] { m_cascade->n1->start(); });
    const Result<Discovery> found =
        discoverCluster(QStringLiteral("c"), {m_cascade->n2->connInfo()}, Deadline::after(patience));
    QVERIFY2(found, said(found));
    QCOMPARE(portsOf(found->cluster), (QSet<int>{m_cascade->n2->port(), m_cascade->n3->port()}));
    QCOMPARE(found->remarks.size(), 1);
    QVERIFY2(found->remarks.first().contains(QString::number(m_cascade->n1->port())),
             qPrintable(found->remarks.first()));
}

void TestDiscovery::rowsOfHardStarts_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("no such role") << "user"
                                  << "nobody; DROP TABLE" << int(ErrorCode::Authentication);
    QTest::newRow("no such database") << "dbname"
                                      << "no such $(db)" << int(ErrorCode::ServerRefused);
    QTest::newRow("no such socket directory") << "host"
                                              << "/nowhere/at all" << int(ErrorCode::Unreachable);
}

void TestDiscovery::rowsOfHardStarts()
{
    QFETCH(QString, keyword);
    QFETCH(QString, value);
    QFETCH(int, code);
    const ConnInfo info = m_cascade->n1->connInfo().with(keyword, value);
    const Result<Discovery> found = discoverCluster(QStringLiteral("c"), {info}, Deadline::after(patience));
    QVERIFY(!found);
    QCOMPARE(int(found.error().code), code);
    QVERIFY(!found.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "test_discovery.moc"
