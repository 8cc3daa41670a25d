#include "tests/live/operations/live_operation.h"
#include "tests/support/live_sshd.h"

#include <QDir>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString cloneId = QStringLiteral("clone");
}

/// The new server is on "another host": this machine, reached by a real sshd on loopback.
class TestCloneOverSsh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LiveSshd::skipReason(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_sshd = LiveSshd::make();
        QVERIFY(m_sshd);
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory;
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("words");
        QTest::newRow("a host of no kind known") << QStringLiteral("telnet:db1") << QStringLiteral("target-host")
                                                 << QStringLiteral("of a kind that Howdah does not know");
        QTest::newRow("an unknown host key")
            << QStringLiteral("ssh:unknown") << QStringLiteral("target-host") << QStringLiteral("key");
        QTest::newRow("nobody listens") << QStringLiteral("ssh:nowhere") << QStringLiteral("target-host") << QString();
    }

    void isRefused()
    {
        QFETCH(QString, host);
        QFETCH(QString, check);
        QFETCH(QString, words);
        const Preparation preparation = m_operation->prepared(
            cloneId, {{QStringLiteral("host"), host}, {QStringLiteral("address"), QStringLiteral("127.0.0.1")}});
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        const QString verdict = LiveOperation::verdict(preparation, check);
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(words), qPrintable(verdict));
    }

    void aLoginThatDoesNotOpenFromThereIsRefused()
    {
        // The password file lies where the source's owner can read it, which is no help to anybody else there.
        ClusterDefinition cluster = m_lab->cluster();
        const NodeDefinition good = cluster.nodes.first();
        cluster.nodes.first().connInfo.set(QStringLiteral("passfile"), QStringLiteral("/nowhere/pass"));
        m_operation->environment.fillPassword = [&](ConnInfo &info) {
            info.set(QStringLiteral("passfile"), good.connInfo.value(QStringLiteral("passfile")));
        };
        QVERIFY(ClusterRegistry().replace(cluster));
        const Preparation preparation = m_operation->prepared(cloneId, onTheOther());
        cluster.nodes.first() = good;
        QVERIFY(ClusterRegistry().replace(cluster));
        m_operation->environment.fillPassword = {};
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY2(LiveOperation::verdict(preparation, QStringLiteral("replication-login"))
                     .startsWith(QLatin1String("blocked: The user")),
                 qPrintable(preparation.sentence));
    }

    void aStopInMidCopyLeavesNothingThere()
    {
        const QStringList before = entries();
        std::stop_source source;
        Arguments arguments = onTheOther();
        arguments.insert(QStringLiteral("rate"), QStringLiteral("1M"));
        const RunOutcome outcome = m_operation->run(
            cloneId, arguments,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Progress)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(entries(), before);
    }

    void runsThere()
    {
        const RunOutcome outcome = m_operation->run(cloneId, onTheOther());
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const ClusterDefinition cluster = m_lab->cluster();
        const NodeDefinition *node = cluster.node(QStringLiteral("n2"));
        QVERIFY(node);
        QCOMPARE(node->hostId, QStringLiteral("ssh:good"));
        QCOMPARE(node->connInfo.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n2")));
    }

private:
    [[nodiscard]] static Arguments onTheOther()
    {
        return {{QStringLiteral("host"), QStringLiteral("ssh:good")},
                {QStringLiteral("address"), QStringLiteral("127.0.0.1")}};
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<LiveSshd> m_sshd; // outlives the lab, which ends the server that was reached through it
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestCloneOverSsh)
#include "test_clone_over_ssh.moc"
