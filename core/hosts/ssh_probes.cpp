#include "core/hosts/ssh_probes.h"

#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshProbes)
};

constexpr auto spaceScript = R"sh(path=$1
until [ -e "$path" ]; do path=$(dirname -- "$path"); done
stat -f -c '%S %b %a' -- "$path" && stat -c %d -- "$path")sh";
// A machine without IPv6 has no tcp6.
constexpr auto portsScript = R"sh(cat /proc/net/tcp || exit
[ ! -e /proc/net/tcp6 ] || cat /proc/net/tcp6)sh";

Result<QByteArray> printedBy(Host &host, const char *script, const QString &word, const QString &what,
                             const Deadline &deadline, const std::stop_token &stop = {})
{
    QByteArray output; // the outcome keeps only the last part of a long one
    const OutputHandler collect = [&output](OutputStream stream, const QByteArray &chunk) {
        if (stream == OutputStream::Standard)
            output += chunk;
    };
    const Result<CommandOutcome> outcome =
        host.run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script),
                           QStringLiteral("howdah"), word}},
                 deadline, stop, collect);
    if (!outcome)
        return outcome.error();
    return outcome->succeeded() ? Result<QByteArray>(output) : toolError(what, outcome->errorOutput);
}

/// As the kernel writes the addresses: in hexadecimal, each group of four bytes back to front.
Result<QStringList> listeningAddresses(Host &host, int port, const Deadline &deadline, const std::stop_token &stop)
{
    if (port < 1 || port > 65535)
        return Error{ErrorCode::Invalid, Tr::tr("%1 is no port: ports go from 1 to 65535.").arg(port), {}, {}, {}};
    const Result<QByteArray> printed = printedBy(
        host, portsScript, {}, Tr::tr("It cannot be found whether port %1 is free").arg(port), deadline, stop);
    if (!printed)
        return printed.error();
    // Columns: number, local address:port, remote address:port, state.
    const QByteArray listening = "0A";
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    QStringList addresses;
    for (const QByteArray &line : printed->split('\n')) {
        const QList<QByteArray> cells = line.simplified().split(' ');
        if (cells.value(1).endsWith(wanted) && cells.value(3) == listening)
            addresses << QString::fromLatin1(cells.at(1).chopped(wanted.size()));
    }
    return addresses;
}

/// For ssh to connect to: any address means its loopback too.
QString reachedFromThere(const QString &kernelAddress)
{
    QByteArray bytes = QByteArray::fromHex(kernelAddress.toLatin1());
    for (qsizetype group = 0; group + 4 <= bytes.size(); group += 4)
        std::reverse(bytes.begin() + group, bytes.begin() + group + 4);
    const bool any = bytes.count('\0') == bytes.size();
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (bytes.size() == 4)
        return any ? QStringLiteral("127.0.0.1")
                   : QString::fromLatin1(::inet_ntop(AF_INET, bytes.constData(), text.data(), text.size()));
    if (bytes.size() != 16)
        return {};
    return any ? QStringLiteral("[::1]")
               : QStringLiteral("[%1]").arg(
                     QLatin1String(::inet_ntop(AF_INET6, bytes.constData(), text.data(), text.size())));
}

} // namespace

Result<SpaceStatus> probeSpace(Host &host, const QString &path, const Deadline &deadline)
{
    const QString what = Tr::tr("The space for %1 cannot be found out").arg(path);
    const Result<QByteArray> printed = printedBy(host, spaceScript, path, what, deadline);
    if (!printed)
        return printed.error();
    const QList<QByteArray> cells = printed->simplified().split(' ');
    if (cells.size() != 4)
        return Error{ErrorCode::Invalid,
                     Tr::tr("%1: the answer of stat was not understood.").arg(what),
                     QString::fromUtf8(*printed),
                     {},
                     {}};
    const qint64 blockBytes = cells.at(0).toLongLong();
    return SpaceStatus{blockBytes * cells.at(1).toLongLong(), blockBytes * cells.at(2).toLongLong(),
                       QString::fromLatin1(cells.at(3))};
}

Result<bool> probePort(Host &host, int port, const Deadline &deadline)
{
    const Result<QStringList> listening = listeningAddresses(host, port, deadline, {});
    return listening ? Result<bool>(listening->isEmpty()) : listening.error();
}

Result<QString> probeListener(Host &host, int port, const Deadline &deadline, const std::stop_token &stop)
{
    const Result<QStringList> listening = listeningAddresses(host, port, deadline, stop);
    if (!listening)
        return listening.error();
    QStringList reachable;
    for (const QString &address : *listening)
        reachable << reachedFromThere(address);
    for (const QString &loopback : {QStringLiteral("127.0.0.1"), QStringLiteral("[::1]")})
        if (reachable.contains(loopback))
            return loopback;
    return reachable.value(0);
}

} // namespace howdah
