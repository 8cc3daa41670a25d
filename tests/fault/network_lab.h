#pragma once

#include "core/cluster/sampler.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/support/live_network.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"
#include "tests/support/scratch.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <vector>

namespace howdah::test {

/// A primary n1 and its standbys n2 (and n3) on as many machines as far as the network goes: a namespace each, with a
/// server and an sshd that listen there alone. Cutting a node's network cuts its SQL, its replication and its host at
/// once. The nodes are operated through ssh:n1, ssh:n2 …, so that what an operation starts runs where it belongs.
class NetworkLab
{
public:
    [[nodiscard]] static QString skipReason()
    {
        const QString reason = LiveNetwork::skipReason();
        return reason.isEmpty() ? LiveSshd::skipReason() : reason;
    }

    explicit NetworkLab(int nodes = 2)
        : m_nodes(nodes)
        , m_formerHome(qgetenv("HOWDAH_HOME"))
        , network(LiveNetwork::make(names()))
        , m_hosts(std::make_unique<Hosts>())
    {
        qputenv("HOWDAH_HOME", m_home.path().toUtf8());
        for (int node = 1; node <= m_nodes; ++node)
            m_sshds.push_back(
                LiveSshd::make(LiveSshd::Users::OfThisMachine, {network->address(n(node)), network->within(n(node))}));
        writeClientConfig();
        makeServers();
        ClusterDefinition cluster;
        cluster.name = QStringLiteral("parted");
        for (int node = 1; node <= m_nodes; ++node)
            cluster.nodes << NodeDefinition{n(node), connInfo(node), QStringLiteral("ssh:") + n(node),
                                            server(node).dataDirectory()};
        if (const Result<void> added = ClusterRegistry().add(cluster); !added)
            QTest::qFail(said(added).constData(), __FILE__, __LINE__);
        environment.hosts = m_hosts.get();
        environment.registry = ClusterRegistry();
    }
    ~NetworkLab()
    {
        for (int node = 1; node <= m_nodes; ++node)
            network->heal(n(node)); // the connections to the hosts are ended with a word to them
        m_hosts.reset();
        m_formerHome.isNull() ? qunsetenv("HOWDAH_HOME") : qputenv("HOWDAH_HOME", m_formerHome);
        qunsetenv("HOWDAH_SSH_CONFIG");
    }
    NetworkLab(const NetworkLab &) = delete;
    NetworkLab &operator=(const NetworkLab &) = delete;

    [[nodiscard]] static QString n(int node) { return QStringLiteral("n%1").arg(node); }
    [[nodiscard]] LiveServer &server(int node) const { return *m_servers.at(static_cast<size_t>(node - 1)); }
    [[nodiscard]] ClusterDefinition cluster() const
    {
        const Result<ClusterDefinition> found = ClusterRegistry().find(QStringLiteral("parted"));
        return found ? *found : ClusterDefinition();
    }
    [[nodiscard]] ClusterSnapshotPtr snapshot() const
    {
        return makeSnapshot(cluster(), sampleAll(cluster(), Milliseconds{5000}, {}, m_hosts.get()), {},
                            QDateTime::currentDateTimeUtc());
    }
    /// As all the world sees it.
    [[nodiscard]] ConnInfo connInfo(int node) const
    {
        return server(node).connInfo().with(QStringLiteral("host"), network->address(n(node)));
    }

    /// Past the network, through its socket's file; the first cell, nothing when it does not answer.
    [[nodiscard]] std::optional<QString> ask(int node, const QString &text) const
    {
        const Deadline soon = Deadline::after(Milliseconds{5000});
        Result<Connection> session = Connection::open(
            server(node).connInfo().with(QStringLiteral("host"), server(node).socketDirectory()), soon);
        const Result<ResultSet> answer = session ? session->query(text, {}, soon) : session.error();
        if (!answer)
            return std::nullopt;
        return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
    }
    /// "primary", "standby" or "silent" of each, seen past the network.
    [[nodiscard]] QString roles() const
    {
        QStringList all;
        for (int node = 1; node <= m_nodes; ++node) {
            const std::optional<QString> inRecovery = ask(node, QStringLiteral("SELECT pg_is_in_recovery()"));
            all << (!inRecovery                         ? QStringLiteral("silent")
                    : *inRecovery == QLatin1String("t") ? QStringLiteral("standby")
                                                        : QStringLiteral("primary"));
        }
        return all.join(QLatin1Char(' '));
    }
    /// All the others.
    [[nodiscard]] bool waitUntilStreaming(int upstream) const
    {
        return QTest::qWaitFor(
            [&] {
                return ask(upstream, QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE state ="
                                                    " 'streaming' AND replay_lsn = pg_current_wal_lsn()")) ==
                       QString::number(m_nodes - 1);
            },
            60000);
    }

    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments) const
    {
        const Result<Preparation> preparation = prepare(*findOperation(operation), cluster(), arguments, environment);
        if (!preparation)
            QTest::qFail(said(preparation).constData(), __FILE__, __LINE__);
        return preparation ? *preparation : Preparation{};
    }
    [[nodiscard]] RunOutcome run(const Preparation &approved, const EventHandler &events = {}) const
    {
        return runOperation(*findOperation(approved.operation), approved, cluster(), environment, events, {});
    }
    void startServer(int node) const
    {
        QStringList words =
            network->within(n(node)) + QStringList{QStringLiteral("setpriv"),
                                                   QStringLiteral("--reuid=postgres"),
                                                   QStringLiteral("--regid=postgres"),
                                                   QStringLiteral("--init-groups"),
                                                   postgresBinDirectory() + QStringLiteral("/pg_ctl"),
                                                   QStringLiteral("start"),
                                                   QStringLiteral("-w"),
                                                   QStringLiteral("-D"),
                                                   server(node).dataDirectory(),
                                                   QStringLiteral("-l"),
                                                   server(node).socketDirectory() + QStringLiteral("/log")};
        QProcess process;
        process.setWorkingDirectory(QStringLiteral("/"));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(words.takeFirst(), words);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            QTest::qFail(process.readAll().constData(), __FILE__, __LINE__);
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int node = 1; node <= m_nodes; ++node)
            all << n(node);
        return all;
    }

    const int m_nodes;
    QTemporaryDir m_home{scratch(QStringLiteral("home"))};
    const QByteArray m_formerHome;

public:
    const std::unique_ptr<LiveNetwork> network;
    Environment environment;

private:
    /// One configuration for both, each part for its own name.
    void writeClientConfig()
    {
        QFile file(m_home.filePath(QStringLiteral("ssh_config")));
        QByteArray config = "Host *\n    User postgres\n";
        for (int node = 1; node <= m_nodes; ++node)
            config += "Match originalhost " + n(node).toUtf8() + "\n    Include " +
                      m_sshds.at(static_cast<size_t>(node - 1))->configFile().toUtf8() + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            QTest::qFail(qUtf8Printable(file.errorString()), __FILE__, __LINE__);
        qputenv("HOWDAH_SSH_CONFIG", file.fileName().toUtf8());
    }
    void makeServers()
    {
        const LiveServer::Settings settings{
            {QStringLiteral("listen_addresses"), QStringLiteral("*")},
            {QStringLiteral("wal_log_hints"), QStringLiteral("on")},
        };
        m_servers.push_back(LiveServer::make(settings));
        allow(1);
        const QString primary = connInfo(1).with(QStringLiteral("dbname"), {}).toString();
        for (int node = 2; node <= m_nodes; ++node)
            m_servers.push_back(LiveServer::makeStandby(
                server(1), n(node), n(node),
                settings + LiveServer::Settings{{QStringLiteral("primary_conninfo"),
                                                 primary + QStringLiteral(" application_name=") + n(node)}}));
        for (int node = 1; node <= m_nodes; ++node) {
            server(node).stop();
            hurry(node);
            startServer(node);
        }
        if (!waitUntilStreaming(1))
            QTest::qFail("The standby does not stream.", __FILE__, __LINE__);
    }
    /// Whoever loses the other side notices it in a test's time. Not before the standbys are made: on a busy machine a
    /// base backup is silent for longer.
    void hurry(int node)
    {
        QFile settings(server(node).dataDirectory() + QStringLiteral("/postgresql.auto.conf"));
        const QByteArray lines = "wal_sender_timeout = 3s\nwal_receiver_timeout = 3s\ntcp_user_timeout = 5s\n";
        if (!settings.open(QIODevice::Append) || settings.write(lines) != lines.size())
            QTest::qFail(qUtf8Printable(settings.errorString()), __FILE__, __LINE__);
    }
    void allow(int node)
    {
        QFile rules(server(node).dataDirectory() + QStringLiteral("/pg_hba.conf"));
        const QByteArray from = " all " + network->range().toUtf8() + " trust\n";
        if (!rules.open(QIODevice::Append) || rules.write("host all" + from + "host replication" + from) < 0)
            QTest::qFail(qUtf8Printable(rules.errorString()), __FILE__, __LINE__);
    }

    std::vector<std::unique_ptr<LiveSshd>> m_sshds;
    std::vector<std::unique_ptr<LiveServer>> m_servers;
    std::unique_ptr<Hosts> m_hosts;
};

inline QByteArray why(const RunOutcome &outcome)
{
    return operationStateName(outcome.state).toUtf8() +
           (outcome.error ? ": " + outcome.error->full().toUtf8() : QByteArray());
}

} // namespace howdah::test
