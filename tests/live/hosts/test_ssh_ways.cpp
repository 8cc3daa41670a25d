// What the user's own ssh can do on the way to a machine: jump hosts and agents.
#include "core/hosts/host.h"
#include "tests/support/live_sshd.h"

#include <QProcess>
#include <QScopeGuard>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

class TestSshWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = LiveSshd::make();
        if (!m_sshd)
            QSKIP(qPrintable(LiveSshd::skipReason()));
    }
    void init() { m_hosts = std::make_unique<Hosts>(); }

    void aJumpHostLeadsThere()
    {
        QVERIFY(greeting(QStringLiteral("ssh:good")).ok());
        const int before = m_sshd->connections();
        const auto answer = greeting(QStringLiteral("ssh:behind"));
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().full()));
        QCOMPARE(answer->output, QByteArray("hello"));
        QCOMPARE(m_sshd->connections(), before + 2);
        // All that comes later goes through that one way.
        QVERIFY(greeting(QStringLiteral("ssh:behind")).ok());
        QCOMPARE(m_sshd->connections(), before + 2);
    }

    void aJumpHostsKeyIsNotAcceptedUnasked()
    {
        const auto answer = greeting(QStringLiteral("ssh:behind-unknown"));
        // ssh's own way to the jump host asks, and nobody is there to say yes; by hand somebody is.
        QVERIFY(!answer.ok());
        QVERIFY2(answer.error().hint.contains(QLatin1String("ssh behind-unknown")), qPrintable(answer.error().full()));
    }

    void anAgentsKeyOpens()
    {
        QVERIFY2(!greeting(QStringLiteral("ssh:agent")).ok(), "without an agent there is no key");
        QTemporaryDir directory;
        const QString socket = directory.filePath(QStringLiteral("agent"));
        QProcess agent;
        agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        QTRY_VERIFY(QFile::exists(socket));
        qputenv("SSH_AUTH_SOCK", socket.toUtf8());
        const auto leave = qScopeGuard([&] {
            qunsetenv("SSH_AUTH_SOCK");
            agent.terminate();
            agent.waitForFinished();
        });
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-add"), {QStringLiteral("-q"), m_sshd->clientKey()}), 0);
        m_hosts = std::make_unique<Hosts>();
        const auto answer = greeting(QStringLiteral("ssh:agent"));
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().full()));
        QCOMPARE(answer->output, QByteArray("hello"));
    }

private:
    Result<CommandOutcome> greeting(const QString &hostId)
    {
        const auto host = m_hosts->find(hostId);
        return host ? (*host)->run({.argv = {QStringLiteral("printf"), QStringLiteral("hello")}},
                                   Deadline::after(Milliseconds{30000}))
                    : host.error();
    }

    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<Hosts> m_hosts;
};

QTEST_GUILESS_MAIN(TestSshWays)
#include "test_ssh_ways.moc"
