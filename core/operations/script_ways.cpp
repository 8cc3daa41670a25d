#include "core/operations/script_writer.h"
#include "core/pg/rerouting.h"

#include <QCoreApplication>

// Servers whose ports are closed to this machine: a script opens ways through their hosts, as Howdah does.

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Script)
};

/// Each way has an address of its own and keeps the server's port, so that ~/.pgpass, which is asked for the server's
/// name and port, answers as ever. All of 127.0.0.0/8 is this machine's.
QString addressOfWay(qsizetype number)
{
    return QStringLiteral("127.77.0.%1").arg(number);
}
} // namespace

QString ScriptWriter::connInfo(const ServerRef &server) const
{
    const Result<ConnInfo> info = ConnInfo::parse(server.connInfo);
    const std::optional<int> port = info ? networkPort(*info) : std::nullopt;
    if (!port || !server.hostId.startsWith(QLatin1String("ssh")))
        return server.connInfo;
    const auto host = m_hosts.find(server.hostId);
    if (!host || !(namesItsOwnMachine(*info) || (*host)->forwards(*port)))
        return server.connInfo;
    const Way way{server.hostId, *port};
    if (!m_opened.contains(way))
        m_opened << way;
    const Result<ConnInfo> rerouted = reroutedTo(*port, *info);
    const QString address = addressOfWay(m_opened.indexOf(way) + 1);
    return rerouted ? rerouted->with(QStringLiteral("hostaddr"), address).toString() : server.connInfo;
}

QString ScriptWriter::waysText() const
{
    if (m_opened.isEmpty())
        return {};
    QStringList lines{
        shellComment(Tr::tr("The ports of these servers are closed to this machine: ssh leads there, until the end.")),
        QStringLiteral("ways=$(mktemp -d)"),
        QStringLiteral("trap 'for way in \"$ways\"/*; do ssh -S \"$way\" -O exit -- way 2>/dev/null || true; done; "
                       "rm -rf \"$ways\"' EXIT"),
        QStringLiteral("trap 'exit 1' HUP INT TERM")};
    for (qsizetype number = 1; number <= m_opened.size(); ++number)
        lines << opening(number, QStringLiteral("-f -N -M -S \"$ways/%1\"").arg(number));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString ScriptWriter::passingWaysText() const
{
    QString lines;
    // ssh ends when the sleep has, and all that came through it by then.
    for (qsizetype number = 1; number <= m_opened.size(); ++number)
        lines += opening(number, QStringLiteral("-f"), QStringLiteral("sleep 10")) + QLatin1Char('\n');
    return lines;
}

QString ScriptWriter::opening(qsizetype number, const QString &options, const QString &remote) const
{
    const Way &way = m_opened.at(number - 1);
    QStringList words = m_hosts.find(way.hostId).value()->scriptPrefix({});
    words.removeAll(QStringLiteral("--"));
    for (QString &word : words)
        word = shellQuoted(word);
    words.insert(1, QStringLiteral("%1 -o ExitOnForwardFailure=yes -L %2:%3:localhost:%3")
                        .arg(options, addressOfWay(number))
                        .arg(way.port));
    if (!remote.isEmpty())
        words << remote;
    return words.join(QLatin1Char(' '));
}

} // namespace howdah
