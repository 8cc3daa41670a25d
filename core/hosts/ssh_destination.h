#pragma once

#include "core/base/result.h"
#include "core/hosts/command.h"

namespace howdah {

/// Where the system's ssh is to go.
struct SshDestination
{
    QString name;       ///< as given to ssh: "db1", "postgres@db1", "ssh://postgres@db1:2222"
    QString configFile; ///< in place of ~/.ssh/config and the system's; empty: those
};

/// From a host's id: "ssh:" and what one would give to ssh, a port behind a colon too ("ssh:db1",
/// "ssh:postgres@db1:2222", "ssh://postgres@db1:2222"). Invalid when it names no machine.
/// Without a `configFile`, HOWDAH_SSH_CONFIG names it.
[[nodiscard]] Result<SshDestination> sshDestination(const QString &hostId, const QString &configFile = {});

/// The system's ssh, run by this machine's user, that asks nothing and accepts nothing. Of an option given twice the
/// first counts: `options` win. An empty line: none.
[[nodiscard]] Command sshCommand(const SshDestination &destination, const QStringList &options,
                                 const QString &line = {});

} // namespace howdah
