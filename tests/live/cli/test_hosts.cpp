// "cluster host": on which machine a node runs, looked at before it is put on record.
#include "tests/live/cli/howdahctl.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <memory>

using namespace howdah;
using namespace howdah::test;

class TestHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aHostIsLookedAtAndPutOnRecord();
    void anUnknownKeyIsAccepted_data();
    void anUnknownKeyIsAccepted();
    void refusals_data();
    void refusals();
    void aNodeMayHaveNone();
    void aClosedPortIsReachedThroughTheHost();

private:
    [[nodiscard]] Howdahctl::Answer nameHost(const QString &host, const QStringList &more = {}) const
    {
        return m_howdahctl.run(QStringList{QStringLiteral("cluster"), QStringLiteral("host"), QStringLiteral("prod"),
                                           m_node, host, QStringLiteral("--json")} +
                               more);
    }
    [[nodiscard]] QString recordedHost() const
    {
        const Howdahctl::Answer list =
            m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("list"), QStringLiteral("--json")});
        const QJsonObject cluster = list.json()[QLatin1String("clusters")].toArray().first().toObject();
        return cluster[QLatin1String("nodes")].toArray().first().toObject()[QLatin1String("host")].toString();
    }

    Howdahctl m_howdahctl;
    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveServer> m_server;
    const QString m_node = QStringLiteral("db1");
};

void TestHosts::initTestCase()
{
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    m_server = LiveServer::make({{QStringLiteral("cluster_name"), QStringLiteral("db1")}});
    QVERIFY(m_server);
    const Howdahctl::Answer added =
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("add"), QStringLiteral("prod"),
                         m_server->connInfo().toString(), QStringLiteral("--json")});
    COMPARE_CODE(added, 0);
    const QJsonObject node = added.json()[QLatin1String("nodes")].toArray().first().toObject();
    QCOMPARE(node[QLatin1String("name")].toString(), m_node);
}

void TestHosts::aHostIsLookedAtAndPutOnRecord()
{
    const Howdahctl::Answer named = nameHost(QStringLiteral("ssh:good"));
    COMPARE_CODE(named, 0);
    QCOMPARE(named.json()[QLatin1String("host")].toString(), QStringLiteral("ssh:good"));
    QCOMPARE(named.json()[QLatin1String("dataDirectory")].toString(), m_server->dataDirectory());
    QVERIFY(!named.json()[QLatin1String("login")].toString().isEmpty());
    QCOMPARE(recordedHost(), QStringLiteral("ssh:good"));
}

void TestHosts::anUnknownKeyIsAccepted_data()
{
    QTest::addColumn<QString>("accepted"); // %1: the key's own fingerprint
    QTest::addColumn<int>("code");
    QTest::newRow("not said") << QString() << 1;
    QTest::newRow("another one") << "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" << 1;
    QTest::newRow("this one") << "%1" << 0;
}

void TestHosts::anUnknownKeyIsAccepted()
{
    QFETCH(QString, accepted);
    QFETCH(int, code);
    const QString before = recordedHost();
    accepted.replace(QLatin1String("%1"), m_sshd->hostKeyFingerprint());
    const Howdahctl::Answer named =
        nameHost(QStringLiteral("ssh:unknown"),
                 accepted.isEmpty() ? QStringList() : QStringList{QStringLiteral("--accept-key"), accepted});
    COMPARE_CODE(named, code);
    QCOMPARE(recordedHost(), code == 0 ? QStringLiteral("ssh:unknown") : before);
    if (code != 0)
        QVERIFY2(named.errors.contains(m_sshd->hostKeyFingerprint()), named.all().constData());
}

void TestHosts::refusals_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("another key is on record") << "ssh:changed" << 1 << "another host key than the one on record";
    QTest::newRow("not let in") << "ssh:refused" << 1 << "accepts none of our keys";
    QTest::newRow("nothing listens") << "ssh:nowhere" << 1 << "no SSH server listens";
    QTest::newRow("no such kind") << "db1" << 2 << "of a kind that Howdah does not know";
    QTest::newRow("no machine") << "ssh:" << 2 << "names no machine";
}

void TestHosts::refusals()
{
    QFETCH(QString, host);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QString before = recordedHost();
    const Howdahctl::Answer named = nameHost(host);
    COMPARE_CODE(named, code);
    QVERIFY2(named.errors.contains(says), named.all().constData());
    QCOMPARE(recordedHost(), before);
}

void TestHosts::aNodeMayHaveNone()
{
    COMPARE_CODE(nameHost(QStringLiteral("none")), 0);
    QCOMPARE(recordedHost(), QString());
    COMPARE_CODE(nameHost(QStringLiteral("local")), 0);
    QCOMPARE(recordedHost(), QStringLiteral("local"));
}

void TestHosts::aClosedPortIsReachedThroughTheHost()
{
    COMPARE_CODE(nameHost(QStringLiteral("ssh:good")), 0);
    // The record as it is, but for an address at which the server does not listen.
    QFile record(m_howdahctl.home() + QStringLiteral("/config/clusters.json"));
    QVERIFY2(record.open(QIODevice::ReadWrite), qPrintable(record.errorString()));
    QByteArray content = record.readAll();
    QVERIFY(content.contains("127.0.0.1"));
    content.replace("127.0.0.1", "127.0.0.9");
    record.seek(0);
    record.write(content);
    record.close();
    const QStringList status{QStringLiteral("status"), QStringLiteral("prod"), QStringLiteral("--json")};
    const Howdahctl::Answer answer = m_howdahctl.run(status);
    COMPARE_CODE(answer, 0);
    const QJsonObject node = answer.json()[QLatin1String("nodes")].toArray().first().toObject();
    QCOMPARE(node[QLatin1String("role")].toString(), QStringLiteral("primary"));
    const Howdahctl::Answer restarted =
        m_howdahctl.run({QStringLiteral("restart"), QStringLiteral("prod"), QStringLiteral("--node"), m_node,
                         QStringLiteral("--yes"), QStringLiteral("--json")});
    COMPARE_CODE(restarted, 0);
}

QTEST_GUILESS_MAIN(TestHosts)
#include "test_hosts.moc"
