#include "core/cluster/local_servers.h"

#include "core/pg/connection.h"

#include <QFile>
#include <QRegularExpression>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace howdah {

namespace {

constexpr qsizetype mostGuessedPorts = 64;
constexpr int lastPrivilegedPort = 1023;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<int> portsOfServerSockets(const QByteArray &table)
{
    static const QRegularExpression socketName(QStringLiteral("/\\.s\\.PGSQL\\.(\\d+)$"),
                                               QRegularExpression::MultilineOption);
    QList<int> ports;
    auto matches = socketName.globalMatch(QString::fromLocal8Bit(table));
    while (matches.hasNext()) {
        const int port = matches.next().captured(1).toInt();
        if (port > 0 && !ports.contains(port))
            ports << port;
    }
    return ports;
}

/// Lines of /proc/net/tcp: "0: 0100007F:1538 00000000:0000 0A …"; state 0A is LISTEN.
QList<int> listeningPorts(const QByteArray &table)
{
    static const QRegularExpression listening(QStringLiteral("^\\s*\\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:0000 0A "),
                                              QRegularExpression::MultilineOption);
    QList<int> ports;
    auto matches = listening.globalMatch(QString::fromLatin1(table));
    while (matches.hasNext())
        ports << matches.next().captured(1).toInt(nullptr, 16);
    return ports;
}

/// The routing table names them: "|-- 10.0.0.5", then "/32 host LOCAL".
QSet<QString> ownAddresses(const QByteArray &table)
{
    static const QRegularExpression own(QStringLiteral("\\|-- ([\\d.]+)\\s+/32 host LOCAL"));
    QSet<QString> addresses;
    auto matches = own.globalMatch(QString::fromLatin1(table));
    while (matches.hasNext())
        addresses << matches.next().captured(1);
    return addresses;
}

QSet<QString> interfaceAddresses()
{
    QSet<QString> addresses;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return addresses;
    for (const ifaddrs *entry = list; entry; entry = entry->ifa_next) {
        if (!entry->ifa_addr)
            continue;
        const int family = entry->ifa_addr->sa_family;
        if (family != AF_INET && family != AF_INET6)
            continue;
        const socklen_t length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        char text[NI_MAXHOST] = "";
        if (getnameinfo(entry->ifa_addr, length, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            addresses << QString::fromLatin1(text);
    }
    freeifaddrs(list);
    return addresses;
}

/// The port at our end of a TCP connection; 0 for a Unix socket.
int ownPort(int descriptor)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 0;
    char service[NI_MAXSERV] = "";
    const bool network = address.ss_family == AF_INET || address.ss_family == AF_INET6;
    if (!network || getnameinfo(reinterpret_cast<sockaddr *>(&address), length, nullptr, 0, service, sizeof service,
                                NI_NUMERICSERV) != 0)
        return 0;
    return QByteArray(service).toInt();
}

} // namespace

MachineNetwork machineNetwork(const std::function<QByteArray(const QString &path)> &read)
{
    MachineNetwork network{.serverPorts = portsOfServerSockets(read(QStringLiteral("/proc/net/unix"))),
                           .otherPorts = {},
                           .addresses = ownAddresses(read(QStringLiteral("/proc/net/fib_trie")))};
    for (const char *table : {"/proc/net/tcp", "/proc/net/tcp6"})
        for (const int port : listeningPorts(read(QString::fromLatin1(table))))
            if (port > lastPrivilegedPort && !network.serverPorts.contains(port) && !network.otherPorts.contains(port))
                network.otherPorts << port;
    network.otherPorts = network.otherPorts.mid(0, mostGuessedPorts);
    return network;
}

MachineNetwork thisMachinesNetwork()
{
    MachineNetwork network = machineNetwork(contentOf);
    network.addresses += interfaceAddresses();
    return network;
}

bool runsOnThisMachine(const Connection &connection)
{
    const QByteArray title = contentOf(QStringLiteral("/proc/%1/cmdline").arg(connection.backendPid()));
    if (!title.startsWith("postgres"))
        return false;
    const int port = ownPort(connection.descriptor());
    const QByteArray ourEnd = port > 0 ? '(' + QByteArray::number(port) + ')' : QByteArray("[local]");
    return title.contains(ourEnd);
}

} // namespace howdah
