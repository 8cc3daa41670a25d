#include "tests/support/live_server.h"

#include "tests/support/server_files.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace howdah::test {

namespace {

const char *const superuser = "postgres";

void fail(const QString &words)
{
    QTest::qFail(qUtf8Printable(words), __FILE__, __LINE__);
}

QString configurationLine(const QString &name, const QString &value)
{
    QString escaped = value;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("''"));
    return name + QStringLiteral(" = '") + escaped + QStringLiteral("'\n");
}

bool isAlive(int pid)
{
    QFile state(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!state.open(QIODevice::ReadOnly))
        return false;
    // A zombie still has its number; nobody may be there to reap it in a container.
    const QByteArray text = state.readAll();
    return !text.sliced(text.lastIndexOf(')') + 1).trimmed().startsWith('Z');
}

QList<int> childrenOf(int pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    QList<int> children;
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray &child : file.readAll().simplified().split(' '))
            if (!child.isEmpty())
                children << child.toInt();
    return children;
}

bool waitUntilGone(const QList<int> &pids)
{
    return QTest::qWaitFor(
        [&pids] { return std::none_of(pids.begin(), pids.end(), [](int pid) { return isAlive(pid); }); }, 10000);
}

/// Reserves the port among the tests that run now: between the choice of a port and the start of its server lies a
/// whole base backup at times, and rows that run side by side choose dozens. One byte of a file for each port, locked
/// as long as this process lives (its servers do not keep the lock); opened anew each time, for a lock stops only other
/// openings.
bool reserve(int port)
{
    const QByteArray path = "/tmp/howdah-test-ports-" + QByteArray::number(::geteuid());
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = port;
    lock.l_len = 1;
    if (::fcntl(file, F_OFD_SETLK, &lock) == 0)
        return true;
    ::close(file);
    return false;
}

bool isUnused(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY); // some listen on every address
    address.sin_port = htons(static_cast<in_port_t>(port));
    const bool unused = ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(descriptor);
    return unused;
}

} // namespace

std::unique_ptr<LiveServer> LiveServer::make(const Settings &settings)
{
    const QString source = serverTemplate();
    std::unique_ptr<LiveServer> server(new LiveServer);
    server->m_directory = serverDirectory();
    server->m_port = freePort();
    if (!runServerTool(QStringLiteral("/bin/cp"), {QStringLiteral("-a"), source, server->dataDirectory()}))
        return nullptr;
    const Settings basic{{QStringLiteral("listen_addresses"), QStringLiteral("127.0.0.1")},
                         {QStringLiteral("fsync"), QStringLiteral("off")},
                         {QStringLiteral("shared_buffers"), QStringLiteral("16MB")},
                         {QStringLiteral("wal_level"), QStringLiteral("replica")},
                         {QStringLiteral("max_wal_senders"), QStringLiteral("10")},
                         {QStringLiteral("max_replication_slots"), QStringLiteral("10")},
                         {QStringLiteral("hot_standby"), QStringLiteral("on")},
                         {QStringLiteral("wal_retrieve_retry_interval"), QStringLiteral("200ms")},
                         {QStringLiteral("autovacuum"), QStringLiteral("off")}};
    return server->configure(basic + settings) && server->startUp() ? std::move(server) : nullptr;
}

std::unique_ptr<LiveServer> LiveServer::makeStandby(LiveServer &upstream, const QString &name, const QString &slot,
                                                    const Settings &settings)
{
    std::unique_ptr<LiveServer> server(new LiveServer);
    server->m_directory = serverDirectory();
    server->m_port = freePort();
    if (!slot.isEmpty())
        upstream.sql(QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true)").arg(slot));
    const ConnInfo source = upstream.connInfo().with(QStringLiteral("application_name"), name);
    if (!runServerTool(QStringLiteral("pg_basebackup"),
                       {QStringLiteral("-d"), source.toString(), QStringLiteral("-D"), server->dataDirectory(),
                        QStringLiteral("-X"), QStringLiteral("stream"), QStringLiteral("--checkpoint=fast"),
                        QStringLiteral("--no-sync"), QStringLiteral("--no-password")}))
        return nullptr;
    Settings own{{QStringLiteral("cluster_name"), name},
                 {QStringLiteral("primary_conninfo"), source.with(QStringLiteral("dbname"), {}).toString()},
                 {QStringLiteral("primary_slot_name"), slot}};
    QFile signalFile(server->dataDirectory() + QStringLiteral("/standby.signal"));
    if (!signalFile.open(QIODevice::WriteOnly)) {
        fail(signalFile.fileName() + u' ' + signalFile.errorString());
        return nullptr;
    }
    return server->configure(own + settings) && server->startUp() ? std::move(server) : nullptr;
}

LiveServer::~LiveServer()
{
    const int postmaster = postmasterPid();
    if (postmaster == 0)
        return;
    const QList<int> family = QList<int>{postmaster} + childrenOf(postmaster);
    ::kill(postmaster, SIGQUIT);
    for (const int pid : family)
        ::kill(pid, SIGCONT); // a test may have stopped any of them
    if (!waitUntilGone(family))
        for (const int pid : family)
            ::kill(pid, SIGKILL);
    waitUntilGone(family);
}

bool LiveServer::configure(const Settings &settings)
{
    QFile file(dataDirectory() + QStringLiteral("/postgresql.conf"));
    if (!file.open(QIODevice::Append)) {
        fail(file.fileName() + QStringLiteral(": ") + file.errorString());
        return false;
    }
    file.write(configurationLine(QStringLiteral("port"), QString::number(m_port)).toUtf8());
    file.write(configurationLine(QStringLiteral("unix_socket_directories"), socketDirectory()).toUtf8());
    for (const auto &[name, value] : settings)
        file.write(configurationLine(name, value).toUtf8());
    return true;
}

bool LiveServer::startUp()
{
    const bool started = runServerTool(
        QStringLiteral("pg_ctl"), {QStringLiteral("start"), QStringLiteral("-w"), QStringLiteral("-D"), dataDirectory(),
                                   QStringLiteral("-l"), m_directory->filePath(QStringLiteral("log"))});
    QFile log(m_directory->filePath(QStringLiteral("log")));
    if (!started && log.open(QIODevice::ReadOnly))
        fail(QString::fromUtf8(log.readAll().right(4000)));
    return started;
}

void LiveServer::start()
{
    startUp();
}

void LiveServer::stop(const QString &mode)
{
    runServerTool(QStringLiteral("pg_ctl"), {QStringLiteral("stop"), QStringLiteral("-w"), QStringLiteral("-D"),
                                             dataDirectory(), QStringLiteral("-m"), mode});
}

void LiveServer::signal(int number)
{
    const int postmaster = postmasterPid();
    if (postmaster == 0) {
        fail(QStringLiteral("no postmaster to signal"));
        return;
    }
    const QList<int> family = QList<int>{postmaster} + childrenOf(postmaster);
    ::kill(postmaster, number);
    // The next start is refused while an orphan still holds the shared memory, or while the postmaster's number is
    // still taken, if only by a zombie that its new parent has not come round to yet.
    const bool startable =
        number != SIGKILL ||
        (waitUntilGone(family) && QTest::qWaitFor([postmaster] { return ::kill(postmaster, 0) != 0; }, 10000));
    if (!startable)
        fail(QStringLiteral("processes of the killed server live on"));
}

ConnInfo LiveServer::connInfo(const QString &database) const
{
    ConnInfo info;
    info.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    info.set(QStringLiteral("port"), QString::number(m_port));
    info.set(QStringLiteral("user"), QString::fromLatin1(superuser));
    info.set(QStringLiteral("dbname"), database);
    return info;
}

QString LiveServer::dataDirectory() const
{
    return m_directory->filePath(QStringLiteral("data"));
}

QString LiveServer::socketDirectory() const
{
    return m_directory->path();
}

int LiveServer::postmasterPid() const
{
    QFile file(dataDirectory() + QStringLiteral("/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const int pid = file.readLine().trimmed().toInt();
    return pid > 0 && isAlive(pid) ? pid : 0;
}

QString LiveServer::sql(const QString &text)
{
    const Deadline deadline = Deadline::after(Milliseconds{30000});
    auto connection = Connection::open(connInfo(), deadline);
    if (!connection) {
        fail(connection.error().full());
        return {};
    }
    const auto result = connection->query(text, {}, deadline);
    if (!result) {
        fail(text + QStringLiteral(": ") + result.error().full());
        return {};
    }
    return result->rows() > 0 && result->columns() > 0 ? result->text(0, 0).value_or(QString()) : QString();
}

void LiveServer::setParameter(const QString &name, const QString &value)
{
    QString escaped = value;
    sql(QStringLiteral("ALTER SYSTEM SET \"%1\" = '%2'").arg(name, escaped.replace(u'\'', QLatin1String("''"))));
    sql(QStringLiteral("SELECT pg_reload_conf()"));
}

QString postgresBinDirectory()
{
    const QString named = qEnvironmentVariable("HOWDAH_PG_BINDIR");
    if (!named.isEmpty())
        return named;
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    int newest = 0;
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (QFile::exists(versions.filePath(version + QStringLiteral("/bin/initdb"))))
            newest = std::max(newest, version.toInt());
    return versions.filePath(QStringLiteral("%1/bin").arg(newest));
}

int freePort()
{
    // Below the range from which the kernel takes the ports of outgoing connections, and below that of labs, so that
    // none of them takes it meanwhile, nor this one a lab's that is just about to start its server.
    constexpr int lowest = 12000;
    constexpr int highest = 20000;
    while (true) {
        const int port = QRandomGenerator::global()->bounded(lowest, highest);
        if (reserve(port) && isUnused(port))
            return port;
    }
}

} // namespace howdah::test
