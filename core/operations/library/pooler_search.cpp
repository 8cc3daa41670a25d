#include "core/operations/library/pooler_search.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {

constexpr int mostIncluded = 50; ///< a file that includes itself comes to an end

QString inDirectory(const QString &directory, const QString &path)
{
    return QDir::cleanPath(QDir::isAbsolutePath(path) ? path : directory + QLatin1Char('/') + path);
}

Result<QString> outputOf(Host &host, const Command &command, const Deadline &deadline)
{
    const Result<CommandOutcome> outcome = runChecked(host, command, deadline);
    return outcome ? Result<QString>(QString::fromUtf8(outcome->output).trimmed()) : outcome.error();
}

/// The configuration file is the one word of its command line that is no option.
QString fileOnCommandLine(const QStringList &words)
{
    QString file;
    for (qsizetype word = 1; word < words.size(); ++word) {
        if (words.at(word) == QLatin1String("-u"))
            ++word;
        else if (!words.at(word).startsWith(QLatin1Char('-')))
            file = words.at(word);
    }
    return file;
}

} // namespace

bool isThisMachine(const QString &host)
{
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) || host == QLatin1String("localhost") ||
           host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

QString PoolerConfiguration::setting(const QString &name) const
{
    QString value;
    for (const File &file : files)
        if (file.content.settings.contains(name))
            value = file.content.settings.value(name);
    return value;
}

QString PoolerConfiguration::console(const QString &address) const
{
    const QString port = setting(QStringLiteral("listen_port"));
    const QString socket = setting(QStringLiteral("unix_socket_dir"));
    const QString admin = setting(QStringLiteral("admin_users")).section(QLatin1Char(','), 0, 0).trimmed();
    const bool listens = !setting(QStringLiteral("listen_addr")).isEmpty();
    ConnInfo info;
    info.set(QStringLiteral("host"), isThisMachine(address) && !listens ? socket : address);
    info.set(QStringLiteral("port"), port.isEmpty() ? QStringLiteral("6432") : port);
    info.set(QStringLiteral("user"), admin.isEmpty() ? QStringLiteral("pgbouncer") : admin);
    info.set(QStringLiteral("dbname"), QStringLiteral("pgbouncer"));
    return info.toString();
}

Result<PoolerConfiguration> readPoolerConfiguration(Host &host, const QString &path, const QString &directory,
                                                    const QString &owner, const Deadline &deadline)
{
    PoolerConfiguration configuration{.hostId = host.id(), .owner = owner};
    QStringList waiting{inDirectory(directory, path)};
    while (!waiting.isEmpty() && configuration.files.size() < mostIncluded) {
        const QString file = waiting.takeFirst();
        const Result<QByteArray> content = host.readFile(file, As{owner}, deadline);
        if (!content)
            return content.error();
        configuration.files << PoolerConfiguration::File{file, PoolerFile::parse(*content)};
        for (const QString &included : configuration.files.last().content.included)
            waiting << inDirectory(directory, included);
    }
    return configuration;
}

QList<PoolerConfiguration> runningPoolers(ProbeContext &context, const QString &hostId)
{
    QList<PoolerConfiguration> found;
    const auto host = context.hosts.find(hostId);
    const Result<QString> processes =
        host ? outputOf(**host,
                        {.argv = {QStringLiteral("ps"), QStringLiteral("-C"), QStringLiteral("pgbouncer"),
                                  QStringLiteral("-o"), QStringLiteral("pid=,user:64=,args=")}},
                        context.deadline)
             : host.error();
    if (!processes)
        return found;
    for (const QString &line : processes->split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(QLatin1Char(' '));
        const QString owner = words.value(1);
        const Result<QString> directory = outputOf(
            **host,
            {.argv = {QStringLiteral("readlink"), QStringLiteral("/proc/%1/cwd").arg(words.value(0))}, .asUser = owner},
            context.deadline);
        const Result<PoolerConfiguration> read = readPoolerConfiguration(
            **host, fileOnCommandLine(words.mid(2)), directory.valueOr(QStringLiteral("/")), owner, context.deadline);
        if (read)
            found << *read;
    }
    return found;
}

PoolerTarget::PoolerTarget(ProbeContext &context, const NodeState &node, const QString &poolerHostId)
    : m_context(context)
    , m_poolerHostId(poolerHostId)
    , m_host(node.definition.connInfo.host())
    , m_port(node.definition.connInfo.port())
    , m_sameHost(node.definition.hostId == poolerHostId)
{
    if (m_port.isEmpty())
        m_port = QStringLiteral("5432");
}

QStringList PoolerTarget::addressesOf(const QString &name) const
{
    static const QRegularExpression numeric(QStringLiteral("^[0-9.]+$|:"));
    if (numeric.match(name).hasMatch())
        return {name};
    const auto host = m_context.hosts.find(m_poolerHostId);
    const Result<QString> lines =
        host
            ? outputOf(**host, {.argv = {QStringLiteral("getent"), QStringLiteral("ahosts"), name}}, m_context.deadline)
            : host.error();
    QStringList addresses;
    for (const QString &line : lines.valueOr(QString()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        addresses << line.section(QLatin1Char(' '), 0, 0);
    return addresses;
}

bool PoolerTarget::matches(const PoolerFile::Database &entry)
{
    if (entry.port != m_port)
        return false;
    if (isThisMachine(entry.host))
        return m_sameHost;
    if (entry.host == m_host)
        return true;
    const auto known = m_known.constFind(entry.host);
    if (known != m_known.cend())
        return *known;
    const QStringList own = isThisMachine(m_host) ? QStringList() : addressesOf(m_host);
    const QStringList its = addressesOf(entry.host);
    const bool same =
        std::any_of(its.begin(), its.end(), [&own](const QString &address) { return own.contains(address); });
    m_known.insert(entry.host, same);
    return same;
}

} // namespace howdah::library
