#include "core/operations/cluster_lock.h"
#include "core/base/paths.h"
#include "core/base/wake_up.h"
#include "core/operations/console.h"
#include "core/operations/sessions.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClusterLock)
};

// Both halves of the advisory lock's key: "howd", "ah!1".
constexpr int lockClass = 0x686f7764;
constexpr int lockObject = 0x61682131;

constexpr Milliseconds queryTimeout{5000};
/// A console that was killed is gone from a server a moment later.
constexpr Milliseconds untilTheDeadAreGone{1000};
constexpr Milliseconds pauseBetweenTries{20};
constexpr int keepaliveIdleSeconds = 10, keepaliveIntervalSeconds = 5, keepaliveCount = 4;

Error busy(const QString &holder)
{
    return {.code = ErrorCode::Busy,
            .message = Tr::tr("Another change of this cluster is running: %1.").arg(holder),
            .hint =
                Tr::tr("Wait until it has ended, or stop it there; only one change at a time is made to a cluster.")};
}

QString lockFile(const ClusterDefinition &cluster)
{
    // A system identifier is digits; a cluster that never answered goes by its name, which may hold anything.
    const QByteArray name =
        cluster.systemIdentifier.isEmpty()
            ? QCryptographicHash::hash(cluster.name.toUtf8(), QCryptographicHash::Sha256).toHex().left(32)
            : cluster.systemIdentifier.toLatin1();
    const QString directory = paths::stateDirectory() + QStringLiteral("/locks");
    QDir().mkpath(directory);
    return directory + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".lock");
}

/// flock(2): let go by the kernel when the process ends in whatever way, so it is never stale.
class FileLock
{
public:
    FileLock() = default;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Result<void> take(const QString &path, const QString &title)
    {
        m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_descriptor < 0)
            return Error{.code = ErrorCode::Storage,
                         .message = Tr::tr("The lock file %1 cannot be opened.").arg(path),
                         .detail = QString::fromLocal8Bit(::strerror(errno))};
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            QFile file(path);
            const bool readable = file.open(QIODevice::ReadOnly);
            return busy(readable ? QString::fromUtf8(file.readAll()) : path);
        }
        const QByteArray text = title.toUtf8();
        // Only words for people: a lock whose holder cannot be named still locks.
        if (::ftruncate(m_descriptor, 0) == 0) {
            [[maybe_unused]] const auto written = ::pwrite(m_descriptor, text.constData(), size_t(text.size()), 0);
        }
        return {};
    }

private:
    int m_descriptor = -1;
};

/// Advisory locks belong to a database: consoles must meet in the same one, whatever each connects to.
Result<Connection> openForLock(const NodeDefinition &node, const QString &operation, const Environment &environment,
                               std::stop_token stop)
{
    const auto open = [&](const ConnInfo &info) {
        return openSession(environment, {node.name, info.toString(), node.hostId},
                           Deadline::after(environment.connectTimeout), stop, sessionTitle(operation));
    };
    Result<Connection> common = open(node.connInfo.with(QStringLiteral("dbname"), QStringLiteral("postgres")));
    const bool noSuchDatabase = !common && common.error().sqlState == QLatin1String("3D000");
    return noSuchDatabase ? open(node.connInfo) : std::move(common);
}

QString holderOn(Connection &session, const QString &node)
{
    const Result<ResultSet> holder = session.query(
        QStringLiteral(
            "SELECT coalesce(nullif(a.application_name, ''), 'process ' || l.pid),"
            " coalesce(host(a.client_addr), 'local') FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)"
            " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1::oid AND l.objid = $2::oid"
            " AND l.pid <> pg_backend_pid()"),
        {QString::number(lockClass), QString::number(lockObject)}, Deadline::after(queryTimeout));
    if (!holder || holder->rows() == 0)
        return Tr::tr("a session on %1 that cannot be named").arg(node);
    return Tr::tr("%1 (from %2, seen on %3)")
        .arg(holder->text(0, 0).value_or(QString()), holder->text(0, 1).value_or(QString()), node);
}

Error heldElsewhere(Connection &session, const QString &node)
{
    Error error = busy(holderOn(session, node));
    constexpr int seconds = keepaliveIdleSeconds + keepaliveIntervalSeconds * keepaliveCount;
    error.hint += QLatin1Char(' ') + Tr::tr("If its machine is off or cut from the network, the server lets go of it "
                                            "after %1 s.")
                                         .arg(seconds);
    return error;
}

/// By itself a server keeps a session, and its lock, for hours after the network has swallowed the console: nobody, not
/// even the same console, could mend the cluster meanwhile.
Result<ResultSet> beLetGoOfWhenCutOff(Connection &session, std::stop_token stop)
{
    return session.query(QStringLiteral("SELECT set_config('tcp_keepalives_idle', $1, false),"
                                        " set_config('tcp_keepalives_interval', $2, false),"
                                        " set_config('tcp_keepalives_count', $3, false)"),
                         {QString::number(keepaliveIdleSeconds), QString::number(keepaliveIntervalSeconds),
                          QString::number(keepaliveCount)},
                         Deadline::after(queryTimeout), stop);
}

Result<void> lockNode(Connection &session, const QString &node, std::stop_token stop)
{
    if (const Result<ResultSet> set = beLetGoOfWhenCutOff(session, stop); !set)
        return set.error();
    const Deadline patience = Deadline::after(untilTheDeadAreGone);
    while (true) {
        const Result<ResultSet> taken = session.query(QStringLiteral("SELECT pg_try_advisory_lock($1::int, $2::int)"),
                                                      {QString::number(lockClass), QString::number(lockObject)},
                                                      Deadline::after(queryTimeout), stop);
        if (!taken)
            return taken.error();
        if (taken->boolean(0, 0).value_or(false))
            return {};
        if (patience.expired() || !sleepUnlessStopped(pauseBetweenTries, stop))
            return heldElsewhere(session, node);
    }
}
} // namespace

struct ClusterLock::State
{
    FileLock file;
    std::vector<Connection> sessions;
};

ClusterLock::ClusterLock(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

ClusterLock::~ClusterLock() = default;

Result<std::unique_ptr<ClusterLock>> ClusterLock::take(const ClusterDefinition &cluster, const QString &operation,
                                                       const Environment &environment, std::stop_token stop)
{
    auto state = std::make_unique<State>();
    const QString title = QStringLiteral("%1, %2").arg(operation, Console::current().title());
    if (const auto locked = state->file.take(lockFile(cluster), title); !locked)
        return locked.error();

    // Opened side by side, so that nodes that are down cost one connection timeout and not one each.
    std::vector<std::optional<Connection>> opened(static_cast<size_t>(cluster.nodes.size()));
    {
        std::vector<std::jthread> openers;
        for (size_t i = 0; i < opened.size(); ++i)
            openers.emplace_back([&, i] {
                auto session = openForLock(cluster.nodes.at(static_cast<int>(i)), operation, environment, stop);
                if (session)
                    opened[i].emplace(std::move(session).value());
            });
    }
    // Locked one after the other in the definition's order: of two consoles, one gets the first node, the other
    // nothing.
    for (size_t i = 0; i < opened.size(); ++i) {
        if (!opened[i])
            continue;
        const Result<void> locked = lockNode(*opened[i], cluster.nodes.at(static_cast<int>(i)).name, stop);
        if (locked)
            state->sessions.push_back(std::move(*opened[i]));
        else if (locked.error().code == ErrorCode::Busy || locked.error().code == ErrorCode::Stopped)
            return locked.error();
    }
    return std::unique_ptr<ClusterLock>(new ClusterLock(std::move(state)));
}

} // namespace howdah
