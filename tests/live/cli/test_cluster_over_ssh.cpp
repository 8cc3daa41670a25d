// "cluster add --host": servers whose ports are closed to this machine, found through ssh.
#include "tests/live/cli/howdahctl.h"
#include "tests/live/cluster/live_cascade.h"
#include "tests/support/live_sshd.h"

#include <memory>

using namespace howdah;
using namespace howdah::test;

namespace {

/// No such name is known on this machine: only what is on the other side of ssh gets there.
const QString nameless = QStringLiteral("db1.invalid");

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

QString connInfo(const LiveServer &server, const QString &host)
{
    return server.connInfo().with(QStringLiteral("host"), host).toString();
}

/// "name over host" of each on record, in their order: the primary first.
QStringList nodesOf(const Howdahctl &howdahctl, const QString &cluster)
{
    QStringList nodes;
    const Howdahctl::Answer list = howdahctl.run(words("cluster list --json"));
    for (const QJsonValue &recorded : list.json()[u"clusters"].toArray())
        if (recorded[u"cluster"].toString() == cluster)
            for (const QJsonValue &node : recorded[u"nodes"].toArray())
                nodes << QStringLiteral("%1 over %2").arg(node[u"name"].toString(), node[u"host"].toString());
    return nodes;
}

} // namespace

class TestClusterOverSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = LiveSshd::make();
        if (!m_sshd)
            QSKIP(qPrintable(LiveSshd::skipReason()));
        m_cascade = std::make_unique<LiveCascade>(LiveServer::Settings{{QStringLiteral("cluster_name"), QStringLiteral("n1")}});
    }

    // The refusals first: one of them is of a key that is accepted later.
    void withoutAHostTheServerIsNotThere()
    {
        const Howdahctl::Answer added = m_howdahctl.run(words("cluster add c") << connInfo(*m_cascade->n1, nameless));
        COMPARE_CODE(added, 1);
    }

    void whatIsWrongWithAHostIsSaid_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("an unknown key") << "ssh:unknown" << 1 << m_sshd->hostKeyFingerprint();
        QTest::newRow("another key on record") << "ssh:changed" << 1 << "another host key than the one on record";
        QTest::newRow("not let in") << "ssh:refused" << 1 << "accepts none of our keys";
        QTest::newRow("no such kind") << "db1" << 2 << "of a kind that Howdah does not know";
    }

    void whatIsWrongWithAHostIsSaid()
    {
        QFETCH(QString, host);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Howdahctl::Answer added = m_howdahctl.run(
            words("cluster add c") << connInfo(*m_cascade->n1, nameless) << QStringLiteral("--host") << host);
        COMPARE_CODE(added, code);
        QVERIFY2(added.errors.contains(says), added.all().constData());
    }

    void theWholeClusterIsFoundThroughSsh_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<QString>("host");
        QTest::newRow("from the primary") << 0 << "ssh:good";
        QTest::newRow("from the cascading standby, its host's key accepted") << 2 << "ssh:unknown";
    }

    void theWholeClusterIsFoundThroughSsh()
    {
        QFETCH(int, start);
        QFETCH(QString, host);
        const LiveServer *servers[] = {m_cascade->n1.get(), m_cascade->n2.get(), m_cascade->n3.get()};
        const Howdahctl::Answer added =
            m_howdahctl.run(words("cluster add c") << connInfo(*servers[start], nameless) << QStringLiteral("--host")
                                                   << host << QStringLiteral("--accept-key")
                                                   << m_sshd->hostKeyFingerprint());
        COMPARE_CODE(added, 0);
        const QStringList nodes = nodesOf(m_howdahctl, QStringLiteral("c"));
        COMPARE_CODE(m_howdahctl.run(words("cluster remove c")), 0);
        QVERIFY2(nodes.size() == 3 && nodes.value(0) == QStringLiteral("n1 over ") + host &&
                     nodes.contains(QStringLiteral("n2 over ") + host) && nodes.contains(QStringLiteral("n3 over ") + host),
                 (nodes.join(u'\n').toUtf8() + '\n' + added.all()).constData());
    }

    void aMachineOfItsOwnIsReachedByTheSameLogin()
    {
        // n2 says that its upstream is at a name which only its own machine knows.
        m_cascade->n2->sql(QStringLiteral("ALTER SYSTEM SET primary_conninfo = 'host=db0.invalid hostaddr=127.0.0.1 "
                                          "port=%1 user=postgres application_name=n2'")
                               .arg(m_cascade->n1->port()));
        m_cascade->n2->sql(QStringLiteral("SELECT pg_reload_conf()"));
        QTRY_COMPARE_WITH_TIMEOUT(m_cascade->n2->sql(QStringLiteral("SELECT sender_host FROM pg_stat_wal_receiver")),
                                  QStringLiteral("db0.invalid"), 30000);
        const Howdahctl::Answer added =
            m_howdahctl.run(words("cluster add c") << connInfo(*m_cascade->n2, nameless) << words("--host ssh:good"));
        COMPARE_CODE(added, 0);
        const QStringList nodes = nodesOf(m_howdahctl, QStringLiteral("c"));
        QVERIFY2(nodes.contains(QStringLiteral("n1 over ssh:db0.invalid")),
                 (nodes.join(u'\n').toUtf8() + '\n' + added.all()).constData());
        COMPARE_CODE(m_howdahctl.run(words("cluster remove c")), 0);
    }

    void moreHostsThanServersMakeNoSense()
    {
        COMPARE_CODE(m_howdahctl.run(words("cluster add c") << connInfo(*m_cascade->n1, nameless)
                                                            << words("--host ssh:good --host ssh:good")),
                     2);
    }

private:
    Howdahctl m_howdahctl;
    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveCascade> m_cascade;
};

QTEST_GUILESS_MAIN(TestClusterOverSsh)
#include "test_cluster_over_ssh.moc"
