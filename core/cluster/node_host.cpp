#include "core/cluster/node_host.h"

#include "core/cluster/sampler.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::NodeHost)
};

constexpr Milliseconds patienceWithServer{5000};
/// postmaster.pid is written by the very process that later says when it started; a second or so lies in between.
constexpr qint64 startTimesDifferSeconds = 60;

Error notItsServer(const NodeDefinition &node, const Host &host, const QString &reason)
{
    return Error{ErrorCode::Invalid,
                 Tr::tr("%1 is not the host where the server of %2 runs: %3").arg(host.label(), node.name, reason),
                 {},
                 Tr::tr("Name the machine on which the server that answers at %1:%2 runs.")
                     .arg(node.connInfo.host(), node.connInfo.port())};
}

/// Process number, data directory, start time, port …, one a line.
std::optional<Error> differenceTo(const NodeSample &sample, const QByteArray &postmasterFile,
                                  const NodeDefinition &node, const Host &host)
{
    const QList<QByteArray> lines = postmasterFile.split('\n');
    const int port = lines.value(3).trimmed().toInt();
    if (sample.serverPort != 0 && port != sample.serverPort)
        return notItsServer(node, host,
                            Tr::tr("the one in %1 has the port %2, the one that answers has %3.")
                                .arg(sample.dataDirectory, QString::number(port), QString::number(sample.serverPort)));
    const QDateTime started = QDateTime::fromSecsSinceEpoch(lines.value(2).trimmed().toLongLong(), Qt::UTC);
    if (sample.postmasterStarted && qAbs(sample.postmasterStarted->secsTo(started)) > startTimesDifferSeconds)
        return notItsServer(node, host,
                            Tr::tr("the one in %1 was started at %2, the one that answers at %3.")
                                .arg(sample.dataDirectory, started.toString(Qt::ISODate),
                                     sample.postmasterStarted->toUTC().toString(Qt::ISODate)));
    return std::nullopt;
}

Result<ServerLayout> lookAtFiles(Host &host, const NodeDefinition &node, const NodeSample &sample,
                                 const QString &dataDirectory, const Deadline &deadline)
{
    const Result<ServerLayout> layout = findServerLayout(host, dataDirectory, deadline);
    const bool answers = !sample.failure;
    if (!layout)
        return layout.error().code == ErrorCode::NotFound && answers
                   ? notItsServer(node, host, Tr::tr("there is no data directory %1.").arg(dataDirectory))
                   : layout.error();
    if (!answers)
        return layout;
    if (!layout->running)
        return notItsServer(node, host, Tr::tr("no server runs in %1.").arg(dataDirectory));
    const Result<QByteArray> file =
        host.readFile(layout->dataDirectory + QStringLiteral("/postmaster.pid"), As{layout->owner}, deadline);
    if (!file)
        return file.error();
    const std::optional<Error> difference = differenceTo(sample, *file, node, host);
    return difference ? Result<ServerLayout>(*difference) : layout;
}

} // namespace

Result<NodeHost> lookAtHost(Hosts &hosts, const NodeDefinition &node, const Deadline &deadline, std::stop_token stop)
{
    const Result<std::shared_ptr<Host>> found = hosts.find(node.hostId);
    if (!found)
        return found.error();
    Host &host = **found;
    const Result<QString> login = host.loginUser(deadline);
    if (!login)
        return login.error();
    const NodeSamplePtr sample = sampleOnce({}, node, patienceWithServer, stop, &hosts);
    NodeHost seen{.label = host.label(), .login = *login, .version = sample->version.toString()};
    const QString dataDirectory = sample->dataDirectory.isEmpty() ? node.dataDirectory : sample->dataDirectory;
    if (dataDirectory.isEmpty())
        return seen;
    const Result<ServerLayout> layout = lookAtFiles(host, node, *sample, dataDirectory, deadline);
    if (!layout)
        return layout.error();
    seen.layout = *layout;
    return seen;
}

} // namespace howdah
