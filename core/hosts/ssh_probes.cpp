#include "core/hosts/ssh_probes.h"

#include "core/hosts/file_errors.h"

#include <QCoreApplication>

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
                             const Deadline &deadline)
{
    QByteArray output; // the outcome keeps only the last part of a long one
    const OutputHandler collect = [&output](OutputStream stream, const QByteArray &chunk) {
        if (stream == OutputStream::Standard)
            output += chunk;
    };
    const Result<CommandOutcome> outcome =
        host.run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script),
                           QStringLiteral("howdah"), word}},
                 deadline, {}, collect);
    if (!outcome)
        return outcome.error();
    return outcome->succeeded() ? Result<QByteArray>(output) : toolError(what, outcome->errorOutput);
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
    if (port < 1 || port > 65535)
        return Error{ErrorCode::Invalid, Tr::tr("%1 is no port: ports go from 1 to 65535.").arg(port), {}, {}, {}};
    const Result<QByteArray> printed =
        printedBy(host, portsScript, {}, Tr::tr("It cannot be found whether port %1 is free").arg(port), deadline);
    if (!printed)
        return printed.error();
    // Columns: number, local address:port, remote address:port, state, all in hexadecimal.
    const QByteArray listening = "0A";
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const QByteArray &line : printed->split('\n')) {
        const QList<QByteArray> cells = line.simplified().split(' ');
        if (cells.value(1).endsWith(wanted) && cells.value(3) == listening)
            return false;
    }
    return true;
}

} // namespace howdah
