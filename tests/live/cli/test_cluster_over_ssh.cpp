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

/// "name role over host" of each, in order of their names.
QStringList nodesOf(const Howdahctl &howdahctl, const QString &cluster)
{
    QStringList nodes;
    const Howdahctl::Answer list = howdahctl.run(words("cluster list --json"));
    const Howdahctl::Answer shown = howdahctl.run(words("cluster show") << cluster << QStringLiteral("--json"));
    for (const QJsonValue &recorded : list.json()[u"clusters"].toArray()) {
        if (recorded[u"cluster"].toString() != cluster)
            continue;
        for (const QJsonValue &node : recorded[u"nodes"].toArray())
            for (const QJsonValue &seen : shown.json()[u"nodes"].toArray())
                if (seen[u"name"] == node[u"name"])
                    nodes << QStringLiteral("%1 %2 over %3")
                                 .arg(node[u"name"].toString(), seen[u"role"].toString(), node[u"host"].toString());
    }
    nodes.sort();
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

    void theWholeClusterIsFoundThroughSsh_data()
    {
        QTest::addColumn<int>("start");
        QTest::newRow("from the primary") << 0;
        QTest::newRow("from a standby") << 1;
        QTest::newRow("from the cascading standby") << 2;
    }

    void theWholeClusterIsFoundThroughSsh()
    {
        QFETCH(int, start);
        const LiveServer *servers[] = {m_cascade->n1.get(), m_cascade->n2.get(), m_cascade->n3.get()};
        const Howdahctl::Answer added =
            m_howdahctl.run(words("cluster add c") << connInfo(*servers[start], nameless) << words("--host ssh:good"));
        COMPARE_CODE(added, 0);
        const QStringList nodes = nodesOf(m_howdahctl, QStringLiteral("c"));
        COMPARE_CODE(m_howdahctl.run(words("cluster remove c")), 0);
        const QStringList all{QStringLiteral("n1 primary over ssh:good"), QStringLiteral("n2 standby over ssh:good"),
                              QStringLiteral("n3 standby over ssh:good")};
        QVERIFY2(nodes == all, (nodes.join(u'\n').toUtf8() + '\n' + added.all()).constData());
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
        QVERIFY2(nodes.contains(QStringLiteral("n1 primary over ssh:db0.invalid")),
                 (nodes.join(u'\n').toUtf8() + '\n' + added.all()).constData());
        // Its operations go there as well; and it is found once only.
        const Howdahctl::Answer again = m_howdahctl.run(words("cluster discover c"));
        COMPARE_CODE(again, 0);
        QCOMPARE(nodesOf(m_howdahctl, QStringLiteral("c")), nodes);
        const Howdahctl::Answer checked = m_howdahctl.run(words("restart c --node n1 --check --json"));
        COMPARE_CODE(checked, 0);
        COMPARE_CODE(m_howdahctl.run(words("cluster remove c")), 0);
    }

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

    void moreHostsThanServersMakeNoSense()
    {
        COMPARE_CODE(m_howdahctl.run(words("cluster add c") << connInfo(*m_cascade->n1, nameless)
                                                            << words("--host ssh:good --host ssh:good")),
                     2);
    }

    void aKeyIsAcceptedWithItsFingerprint()
    {
        const Howdahctl::Answer added = m_howdahctl.run(
            words("cluster add k") << connInfo(*m_cascade->n1, nameless)
                                   << words("--host ssh:unknown --accept-key") << m_sshd->hostKeyFingerprint());
        COMPARE_CODE(added, 0);
    }

private:
    Howdahctl m_howdahctl;
    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveCascade> m_cascade;
};

QTEST_GUILESS_MAIN(TestClusterOverSsh)
#include "test_cluster_over_ssh.moc"
