#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>

namespace howdah {

class Connection;

/// What a machine shows of its network in /proc.
struct MachineNetwork
{
    QList<int> serverPorts; ///< of PostgreSQL's servers, as their Unix sockets name them (".s.PGSQL.5432")
    QList<int> otherPorts;  ///< above 1023, on which something listens: a limited number
    QSet<QString> addresses; ///< its own numeric ones, of IPv4
};
/// `read`: the content of a file there, empty when there is none.
[[nodiscard]] MachineNetwork machineNetwork(const std::function<QByteArray(const QString &path)> &read);
[[nodiscard]] MachineNetwork thisMachinesNetwork(); ///< with the addresses of IPv6

/// True when the server at the other end is a process of this machine that sees the same files: not behind a tunnel,
/// not in a container. Told by the server's process title, which names our end of the connection; false in doubt
/// (update_process_title = off).
[[nodiscard]] bool runsOnThisMachine(const Connection &connection);

} // namespace howdah
