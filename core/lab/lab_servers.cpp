#include "core/lab/lab_servers.h"

#include "core/base/wake_up.h"
#include "core/hosts/server_layout.h"
#include "core/lab/lab_containers.h"
#include "core/lab/lab_settings.h"
#include "core/lab/postmaster.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <csignal>
#include <future>
#include <sys/ipc.h>
#include <sys/shm.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabServers)
};

const QString localHost = QStringLiteral("local");

/// All at once, each on a thread of its own; the first error, if any.
template <typename Item, typename Work> Result<void> inParallel(const QList<Item> &items, Work work)
{
    std::vector<std::future<Result<void>>> running;
    for (const Item &item : items)
        running.push_back(std::async(std::launch::async, [&work, item] { return work(item); }));
    Result<void> result;
    for (auto &one : running)
        if (Result<void> ended = one.get(); !ended && result)
            result = ended;
    return result;
}

/// The segment that guards a data directory stays when its server was killed. Removed only when nobody is attached.
void removeSharedMemory(const QString &dataDirectory)
{
    QFile file(dataDirectory + QStringLiteral("/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> keyAndId = file.readAll().split('\n').value(6).simplified().split(' ');
    bool isNumber = false;
    const int id = keyAndId.value(1).toInt(&isNumber);
    shmid_ds segment = {};
    if (isNumber && ::shmctl(id, IPC_STAT, &segment) == 0 && segment.shm_nattch == 0 &&
        static_cast<quint32>(segment.shm_perm.__key) == keyAndId.at(0).toUInt())
        ::shmctl(id, IPC_RMID, nullptr);
}

/// A killed server counts as alive for the next one until its parent has taken note of its end, which a container's
/// first process may take seconds to do.
void waitUntilForgotten(const QString &dataDirectory, const Deadline &deadline, const std::stop_token &stop)
{
    QFile file(dataDirectory + QStringLiteral("/postmaster.pid"));
    const int pid = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
    const QString working = QStringLiteral("/proc/%1/cwd").arg(pid);
    const auto isDead = [&] { return pid > 0 && ::kill(pid, 0) == 0 && QFile::symLinkTarget(working).isEmpty(); };
    const Deadline patience = deadline.cappedAt(Milliseconds{15000});
    while (isDead() && !patience.expired() && sleepUnlessStopped(Milliseconds{20}, stop))
        ;
}

/// The timeline of the newest WAL file; 0 when there is none.
int timelineOf(Host &host, const QString &dataDirectory, const As &as, const Deadline &deadline)
{
    static const QRegularExpression segment(QStringLiteral("^[0-9A-F]{24}$"));
    int newest = 0;
    const QStringList names = host.entries(dataDirectory + QStringLiteral("/pg_wal"), as, deadline).valueOr({});
    for (const QString &name : names)
        if (segment.match(name).hasMatch())
            newest = std::max(newest, name.left(8).toInt(nullptr, 16));
    return newest;
}

} // namespace

Error LabServers::startError(const NodeDefinition &node, const Error &cause, const Deadline &deadline) const
{
    if (cause.code == ErrorCode::Stopped || cause.code == ErrorCode::TimedOut)
        return cause;
    const QString log = lab_settings::logFile(m_lab, node);
    const auto host = m_hosts.find(localHost);
    const QByteArray words = host ? (*host)->readFile(log, {m_lab.systemUser}, deadline).valueOr({}) : QByteArray();
    return Error{cause.code,
                 Tr::tr("The server %1 did not start.").arg(node.name),
                 QString::fromUtf8(words.right(1500)).trimmed(),
                 Tr::tr("The whole of its log is in %1.").arg(log),
                 {}};
}

Result<void> LabServers::start(const NodeDefinition &node, const Deadline &deadline, std::stop_token stop) const
{
    if (m_lab.kit.isThere())
        return LabContainers(m_hosts, m_lab).start(node, deadline);
    const auto host = m_hosts.find(localHost);
    if (!host)
        return host.error();
    Result<ServerLayout> layout = findServerLayout(**host, node.dataDirectory, deadline);
    if (!layout)
        return layout.error();
    if (layout->running)
        return {};
    waitUntilForgotten(node.dataDirectory, deadline, stop);
    layout->binDirectory = m_lab.binDirectory;
    const Result<CommandOutcome> started =
        runChecked(**host, layout->start(lab_settings::logFile(m_lab, node)), deadline, stop);
    return started ? Result<void>() : startError(node, started.error(), deadline);
}

Result<void> LabServers::startAll(const QList<NodeDefinition> &nodes, const Deadline &deadline,
                                  std::stop_token stop) const
{
    return inParallel(nodes, [&](const NodeDefinition &node) { return start(node, deadline, stop); });
}

Result<QList<NodeDefinition>> LabServers::notOvertaken(const Deadline &deadline) const
{
    const As as{m_lab.kit.isThere() ? QString::fromLatin1(lab_settings::superuser) : m_lab.systemUser};
    QHash<QString, int> primaries;
    for (const NodeDefinition &node : m_lab.cluster.nodes) {
        const auto host = m_hosts.find(node.hostId);
        if (!host)
            return host.error();
        const bool standby = (*host)->status(node.dataDirectory + QStringLiteral("/standby.signal"), as, deadline).ok();
        if (!standby)
            primaries.insert(node.name, timelineOf(**host, node.dataDirectory, as, deadline));
    }
    const auto newest = std::max_element(primaries.cbegin(), primaries.cend());
    QList<NodeDefinition> nodes;
    for (const NodeDefinition &node : m_lab.cluster.nodes)
        if (!primaries.contains(node.name) || primaries.value(node.name) == *newest)
            nodes.append(node);
    return nodes;
}

QStringList LabServers::dataDirectories(const Deadline &deadline) const
{
    QStringList found;
    for (const NodeDefinition &node : m_lab.cluster.nodes)
        if (node.dataDirectory.startsWith(m_lab.directory + QLatin1Char('/')))
            found << node.dataDirectory;
    const auto host = m_hosts.find(localHost);
    const As as{m_lab.systemUser};
    // The second is where a learner has put servers of his own: an instance restored into, a subscriber, a side
    // instance.
    for (const QString &parent : {m_lab.directory, LabContainers::directory(m_lab)}) {
        const QStringList names = host ? (*host)->entries(parent, as, deadline).valueOr({}) : QStringList();
        for (const QString &name : names)
            for (const QString &inner : {QString(), QStringLiteral("/data")}) {
                const QString directory = parent + QLatin1Char('/') + name + inner;
                if ((*host)->status(directory + QStringLiteral("/PG_VERSION"), as, deadline).ok())
                    found << directory;
            }
    }
    found.removeDuplicates();
    return found;
}

Result<void> LabServers::stop(const QString &dataDirectory, const Deadline &deadline, std::stop_token stop) const
{
    const std::optional<Postmaster> postmaster = Postmaster::of(dataDirectory);
    if (!postmaster)
        return {};
    postmaster->resume();
    postmaster->signal(SIGINT);
    if (postmaster->waitForEnd(deadline, stop))
        return {};
    return Error{stop.stop_requested() ? ErrorCode::Stopped : ErrorCode::TimedOut,
                 Tr::tr("The server in %1 was told to shut down but runs still.").arg(dataDirectory),
                 {},
                 Tr::tr("A standby that does not answer can hold it up; look at its log, or destroy the lab."),
                 {}};
}

Result<void> LabServers::stopAll(const Deadline &deadline, std::stop_token stop) const
{
    if (m_lab.kit.isThere())
        return inParallel(m_lab.cluster.nodes, [&](const NodeDefinition &node) {
            return LabContainers(m_hosts, m_lab).stop(node, deadline);
        });
    QStringList primaries, standbys;
    for (const QString &directory : dataDirectories(deadline)) {
        const std::optional<Postmaster> postmaster = Postmaster::of(directory);
        if (!postmaster)
            continue;
        postmaster->resume();
        (QFile::exists(directory + QStringLiteral("/standby.signal")) ? standbys : primaries) << directory;
    }
    const auto stopOne = [&](const QString &directory) { return this->stop(directory, deadline, stop); };
    const Result<void> first = inParallel(primaries, stopOne);
    const Result<void> second = inParallel(standbys, stopOne);
    return first ? second : first;
}

Result<void> LabServers::endAll(const Deadline &deadline, std::stop_token stop) const
{
    return inParallel(dataDirectories(deadline), [&](const QString &directory) -> Result<void> {
        const std::optional<Postmaster> postmaster = Postmaster::of(directory);
        if (postmaster) {
            postmaster->resume();
            postmaster->signal(SIGQUIT);
            if (!postmaster->waitForEnd(deadline.cappedAt(Milliseconds{10000}), stop))
                postmaster->crash();
            if (!postmaster->waitForEnd(deadline, stop))
                return Error{
                    ErrorCode::TimedOut, Tr::tr("The server in %1 cannot be ended.").arg(directory), {}, {}, {}};
        }
        removeSharedMemory(directory);
        return {};
    });
}

} // namespace howdah
