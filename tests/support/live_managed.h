#pragma once

#include "core/cluster/cluster_definition.h"
#include "core/hosts/host.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace howdah::test {

/// A primary and a standby that another manager has made and looks after, in a HOWDAH_HOME of their own (set in the
/// environment while it lives), on free ports of loopback, as the user that servers run as. Gone with it, whatever the
/// manager did meanwhile. Any failure fails the test.
class LiveManaged
{
public:
    virtual ~LiveManaged();
    LiveManaged(const LiveManaged &) = delete;
    LiveManaged &operator=(const LiveManaged &) = delete;

    /// As Howdah's own discovery finds it, from the first node.
    [[nodiscard]] ClusterDefinition cluster() const;
    [[nodiscard]] Hosts &hosts() { return m_hosts; }
    /// Node 1 or 2; the first cell, empty without rows or an answer.
    [[nodiscard]] QString ask(int node, const QString &sql) const;
    [[nodiscard]] bool isPrimary(int node) const { return ask(node, QStringLiteral("SELECT pg_is_in_recovery()")) == u"f"; }
    /// Of Howdah's name for that node.
    [[nodiscard]] QString name(int node) const;
    [[nodiscard]] int port(int node) const { return m_ports[static_cast<size_t>(node)]; }

    /// A line for a shell that Howdah has shown, with this on its standard input. Its words are told when it fails.
    [[nodiscard]] bool shell(const QString &line, const QByteArray &input = {}) const;

protected:
    LiveManaged();
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    [[nodiscard]] QString in(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] static QString user();
    [[nodiscard]] static QString binDirectory();
    void write(const QString &name, const QString &text) const;
    void start(const QStringList &words, const QString &log); ///< until the end, as that user
    [[nodiscard]] bool run(const QStringList &words) const;   ///< to its own end
    void endAll();

private:
    [[nodiscard]] QStringList asUser(const QStringList &words) const;

    QTemporaryDir m_home;
    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-managed-XXXXXX")};
    QByteArray m_formerHome;
    std::vector<int> m_ports;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    mutable Hosts m_hosts;
};

/// Patroni, with its own Raft in place of a store (python3-pysyncobj).
class LivePatroni : public LiveManaged
{
public:
    [[nodiscard]] static QString skipReason();
    LivePatroni();
    ~LivePatroni() override { endAll(); }
    void pause() const;
    void resume() const;
    [[nodiscard]] bool isLeader(int node) const; ///< as it sees it itself

private:
    [[nodiscard]] QStringList control(const QString &what) const;
    [[nodiscard]] QString configuration(int node) const;
    const std::vector<int> m_raftPorts, m_restPorts;
};

/// pg_auto_failover: a monitor and two nodes.
class LiveAutoFailover : public LiveManaged
{
public:
    [[nodiscard]] static QString skipReason();
    LiveAutoFailover();
    ~LiveAutoFailover() override { endAll(); }
};

} // namespace howdah::test
