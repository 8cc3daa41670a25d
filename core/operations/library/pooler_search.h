#pragma once

#include "core/operations/operation.h"
#include "core/operations/pooler_file.h"

namespace howdah::library {

/// A PgBouncer's configuration: all its files, read where they lie.
struct PoolerConfiguration
{
    struct File
    {
        QString path;
        PoolerFile content;
    };
    QString hostId, owner;
    QList<File> files; ///< the main file first
    [[nodiscard]] QString setting(const QString &name) const;
    /// conninfo of its admin console, as it is reached from this machine. `address`: of its host.
    [[nodiscard]] QString console(const QString &address) const;
};

/// Reads the file and all that it includes. `directory`: PgBouncer's working directory, for relative names.
[[nodiscard]] Result<PoolerConfiguration> readPoolerConfiguration(Host &host, const QString &path,
                                                                  const QString &directory, const QString &owner,
                                                                  const Deadline &deadline);
/// Of every pgbouncer that runs on the host; one that cannot be read is left out.
[[nodiscard]] QList<PoolerConfiguration> runningPoolers(ProbeContext &context, const QString &hostId);

/// Tells whether PgBouncer's entry is at a node.
class PoolerTarget
{
public:
    PoolerTarget(ProbeContext &context, const NodeState &node, const QString &poolerHostId);
    [[nodiscard]] bool matches(const PoolerFile::Database &entry);

private:
    [[nodiscard]] QStringList addressesOf(const QString &name) const;
    ProbeContext &m_context;
    QString m_poolerHostId, m_host, m_port;
    bool m_sameHost = false;
    QHash<QString, bool> m_known; // by host
};

[[nodiscard]] bool isThisMachine(const QString &host); ///< a loopback address, a Unix socket, or none

} // namespace howdah::library
