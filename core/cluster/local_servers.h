#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace howdah {

class Connection;

/// Ports of this machine's PostgreSQL servers as their Unix sockets name them (".s.PGSQL.5432" in /proc/net/unix), then
/// the other TCP ports above 1023 on which something listens, a limited number. Empty where there is no /proc.
[[nodiscard]] QList<int> localServerPorts();

/// This machine's own numeric addresses, loopback included.
[[nodiscard]] QSet<QString> localAddresses();

/// True when the server at the other end is a process of this machine that sees the same files: not behind a tunnel,
/// not in a container. Told by the server's process title, which names our end of the connection; false in doubt
/// (update_process_title = off).
[[nodiscard]] bool runsOnThisMachine(const Connection &connection);

} // namespace howdah
