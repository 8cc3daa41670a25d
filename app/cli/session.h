#pragma once

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/stop_signals.h"
#include "core/base/deadline.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/operations/preparation.h"

#include <QHash>

#include <mutex>

namespace howdah::cli {

/// What every command works with: the console, the hosts, the clusters on record, the passwords typed. Made once, in
/// main.
class Session
{
public:
    explicit Session(bool json);

    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] Hosts &hosts() { return m_hosts; }
    [[nodiscard]] const Environment &environment() const { return m_environment; }
    [[nodiscard]] ClusterRegistry &registry() { return m_environment.registry; }
    [[nodiscard]] std::stop_token stop() const { return m_signals.token(); }
    [[nodiscard]] StopSignals &signals() { return m_signals; }

    /// Prints and answers with the exit code that fits: it was tried and failed.
    [[nodiscard]] ExitCode failed(const Error &error) const;
    /// Prints; the command line itself is at fault, nothing was tried.
    [[nodiscard]] ExitCode refused(const Error &error) const;

    /// The cluster as it is now: every node asked once, all at the same time. A node that wants a password is asked
    /// again with the one typed, when there is a terminal to ask on. Stopped when a stop was requested.
    [[nodiscard]] Result<ClusterSnapshotPtr> look(const ClusterDefinition &cluster);
    /// For a server that is not on record yet: asks for a password and adds it. False when there is nobody to ask, or
    /// no answer.
    [[nodiscard]] bool askPassword(ConnInfo &info);

private:
    void fillPassword(ConnInfo &info) const;
    void remember(const ConnInfo &info, const Secret &password);
    [[nodiscard]] NodeSamplePtr withPassword(const QString &cluster, NodeDefinition &node, const NodeSamplePtr &sample);

    StopSignals m_signals; // first: its thread outlives whatever listens to it
    Console m_console;
    Hosts m_hosts;
    Environment m_environment;
    mutable std::mutex m_mutex;         // operations ask for passwords from their worker threads
    QHash<QString, Secret> m_passwords; // by serverKey()
    Secret m_lastTyped;
};

} // namespace howdah::cli
