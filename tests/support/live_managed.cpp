#include "tests/support/live_managed.h"

#include "core/cluster/discovery.h"
#include "core/hosts/system_user.h"
#include "core/pg/connection.h"
#include "tests/support/live_server.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace howdah::test {

namespace {

constexpr int patience = 90000; // ms, for a machine with much else to do

Deadline soon()
{
    return Deadline::after(Milliseconds{30000});
}

void fail(const QString &words)
{
    QTest::qFail(qUtf8Printable(words), __FILE__, __LINE__);
}

bool isThere(const QString &program)
{
    return QFile::exists(program);
}

} // namespace

LiveManaged::LiveManaged()
    : m_formerHome(qgetenv("HOWDAH_HOME"))
    , m_ports{freePort(), freePort(), freePort()}
{
    qputenv("HOWDAH_HOME", m_home.path().toUtf8());
    const Result<SystemUser> owner = findSystemUser(user());
    const QByteArray path = QFile::encodeName(m_directory.path());
    if (!owner || ::chown(path.constData(), owner->uid, owner->gid) != 0 || ::chmod(path.constData(), 0755) != 0)
        fail(QStringLiteral("The user that servers run as has no directory."));
}

LiveManaged::~LiveManaged()
{
    if (m_formerHome.isNull())
        qunsetenv("HOWDAH_HOME");
    else
        qputenv("HOWDAH_HOME", m_formerHome);
}

QString LiveManaged::user()
{
    return ::geteuid() == 0 ? QStringLiteral("postgres") : loginSystemUser().name;
}

QString LiveManaged::binDirectory()
{
    return QStringLiteral("/usr/lib/postgresql/15/bin");
}

QStringList LiveManaged::asUser(const QStringList &words) const
{
    // The managers end their servers when they are asked to end, which the death of a test that crashed does.
    QStringList line{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig"), QStringLiteral("TERM")};
    if (::geteuid() == 0)
        line << QStringLiteral("--reuid") << user() << QStringLiteral("--regid") << user()
             << QStringLiteral("--init-groups");
    return line + QStringList{QStringLiteral("env"), QStringLiteral("-i"),
                              QStringLiteral("PATH=%1:/usr/bin:/bin").arg(binDirectory()),
                              QStringLiteral("HOME=%1").arg(m_directory.path()),
                              QStringLiteral("XDG_RUNTIME_DIR=%1").arg(m_directory.path()),
                              QStringLiteral("XDG_CONFIG_HOME=%1/config").arg(m_directory.path()),
                              QStringLiteral("XDG_DATA_HOME=%1/data").arg(m_directory.path()),
                              QStringLiteral("LANG=C.UTF-8")} +
           words;
}

void LiveManaged::write(const QString &name, const QString &text) const
{
    QFile file(in(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        fail(file.errorString());
}

void LiveManaged::start(const QStringList &words, const QString &log)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardOutputFile(in(log));
    process->setWorkingDirectory(QStringLiteral("/"));
    QStringList line = asUser(words);
    process->start(line.takeFirst(), line);
    if (!process->waitForStarted())
        fail(process->errorString());
    m_processes.push_back(std::move(process));
}

bool LiveManaged::run(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    QStringList line = asUser(words);
    process.start(line.takeFirst(), line);
    const bool done = process.waitForFinished(patience) && process.exitCode() == 0;
    if (!done)
        fail(words.join(u' ') + QStringLiteral(": ") + QString::fromUtf8(process.readAll()));
    return done;
}

bool LiveManaged::shell(const QString &line, const QByteArray &input) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, place] : {std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_DATA_HOME", "data"},
                                      std::pair{"XDG_RUNTIME_DIR", "."}})
        environment.insert(QString::fromLatin1(name), in(QString::fromLatin1(place))); // as if that user's own
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), line});
    process.write(input);
    process.closeWriteChannel();
    const bool done = process.waitForFinished(patience) && process.exitCode() == 0;
    if (!done)
        qWarning("%s: %s", qUtf8Printable(line), process.readAll().constData());
    return done;
}

void LiveManaged::endAll()
{
    for (const auto &process : m_processes)
        process->terminate();
    for (const auto &process : m_processes)
        if (!process->waitForFinished(patience))
            fail(QStringLiteral("A manager did not end."));
    m_processes.clear();
}

QString LiveManaged::ask(int node, const QString &sql) const
{
    const auto info = ConnInfo::parse(
        QStringLiteral("host=127.0.0.1 port=%1 user=postgres dbname=postgres connect_timeout=2").arg(port(node)));
    Result<Connection> session = Connection::open(*info, soon());
    const Result<ResultSet> answer = session ? session->query(sql, {}, soon()) : session.error();
    return answer && answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

ClusterDefinition LiveManaged::cluster() const
{
    const auto info =
        ConnInfo::parse(QStringLiteral("host=127.0.0.1 port=%1 user=postgres dbname=postgres").arg(port(1)));
    const Result<Discovery> found = discoverCluster(QStringLiteral("managed"), {*info}, soon());
    if (found && found->cluster.nodes.size() == 2)
        return found->cluster;
    fail(found ? found->remarks.join(u' ') : found.error().full());
    return {};
}

QString LiveManaged::name(int node) const
{
    for (const NodeDefinition &found : cluster().nodes)
        if (found.connInfo.port() == QString::number(port(node)))
            return found.name;
    return {};
}

QString LivePatroni::skipReason()
{
    if (!isThere(QStringLiteral("/usr/bin/patroni")) || !isThere(QStringLiteral("/usr/lib/python3/dist-packages/pysyncobj")))
        return QStringLiteral("Patroni or its Raft is not installed (packages patroni, python3-pysyncobj).");
    return isThere(binDirectory() + QStringLiteral("/initdb")) ? QString()
                                                                : QStringLiteral("PostgreSQL 15 is not installed.");
}

LivePatroni::LivePatroni()
    : m_raftPorts{0, freePort(), freePort()}
    , m_restPorts{0, freePort(), freePort()}
{
    for (const int node : {1, 2}) {
        write(QStringLiteral("p%1.yml").arg(node), configuration(node));
        start({QStringLiteral("/usr/bin/patroni"), in(QStringLiteral("p%1.yml").arg(node))},
              QStringLiteral("log%1").arg(node));
    }
    const QString streaming = QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND "
                                             "application_name LIKE 'member%'");
    if (!QTest::qWaitFor([&] { return ask(1, streaming) == u"1" || ask(2, streaming) == u"1"; }, patience))
        fail(QStringLiteral("Patroni made no cluster."));
}

QString LivePatroni::configuration(int node) const
{
    const auto address = [](int of) { return QStringLiteral("127.0.0.1:%1").arg(of); };
    const auto self = static_cast<size_t>(node);
    return QStringLiteral("scope: howdah-test\n"
                          "name: member%1\n"
                          "restapi: {listen: '%2', connect_address: '%2'}\n"
                          "raft: {data_dir: %3/raft%1, self_addr: '%4', partner_addrs: ['%5']}\n"
                          "bootstrap:\n"
                          "  dcs: {ttl: 30, loop_wait: 1, retry_timeout: 5}\n"
                          "  initdb: [{auth: trust}, {username: postgres}, no-sync]\n"
                          "postgresql:\n"
                          "  listen: '%6'\n"
                          "  connect_address: '%6'\n"
                          "  data_dir: %3/data%1\n"
                          "  bin_dir: %7\n"
                          "  pgpass: %3/pgpass%1\n"
                          "  authentication: {superuser: {username: postgres}, replication: {username: postgres}}\n"
                          "  pg_hba: ['local all all trust', 'host all all 127.0.0.1/32 trust', 'host replication all "
                          "127.0.0.1/32 trust']\n"
                          "  parameters: {unix_socket_directories: '%3', cluster_name: p%1}\n")
        .arg(node)
        .arg(address(m_restPorts[self]), directory(), address(m_raftPorts[self]), address(m_raftPorts[3 - self]),
             address(port(node)), binDirectory());
}

QStringList LivePatroni::control(const QString &what) const
{
    return {QStringLiteral("patronictl"), QStringLiteral("-c"), in(QStringLiteral("p1.yml")), what};
}

void LivePatroni::pause() const
{
    static_cast<void>(run(control(QStringLiteral("pause")) << QStringLiteral("--wait") << QStringLiteral("howdah-test")));
}

void LivePatroni::resume() const
{
    static_cast<void>(
        run(control(QStringLiteral("resume")) << QStringLiteral("--wait") << QStringLiteral("howdah-test")));
}

bool LivePatroni::isLeader(int node) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_restPorts[static_cast<size_t>(node)]));
    if (!socket.waitForConnected())
        return false;
    socket.write("GET /leader HTTP/1.0\r\n\r\n");
    return socket.waitForReadyRead() && socket.readLine().contains(" 200 ");
}

QString LiveAutoFailover::skipReason()
{
    if (!isThere(QStringLiteral("/usr/bin/pg_autoctl")) ||
        !isThere(QStringLiteral("/usr/share/postgresql/15/extension/pgautofailover.control")))
        return QStringLiteral("pg_auto_failover is not installed (packages pg-auto-failover-cli, "
                              "postgresql-15-auto-failover).");
    return {};
}

LiveAutoFailover::LiveAutoFailover()
{
    const auto create = [&](const QString &kind, int node, const QStringList &more) {
        const QString directory = in(QStringLiteral("d%1").arg(node));
        if (!run(QStringList{QStringLiteral("pg_autoctl"), QStringLiteral("create"), kind, QStringLiteral("--auth"),
                             QStringLiteral("trust"), QStringLiteral("--no-ssl"), QStringLiteral("--hostname"),
                             QStringLiteral("127.0.0.1"), QStringLiteral("--pgport"), QString::number(port(node)),
                             QStringLiteral("--pgdata"), directory} +
                 more))
            return;
        start({QStringLiteral("pg_autoctl"), QStringLiteral("run"), QStringLiteral("--pgdata"), directory},
              QStringLiteral("log%1").arg(node));
    };
    create(QStringLiteral("monitor"), 0, {});
    if (!QTest::qWaitFor([&] { return ask(0, QStringLiteral("SELECT 1")) == u"1"; }, patience))
        fail(QStringLiteral("The monitor does not answer."));
    for (const int node : {1, 2})
        create(QStringLiteral("postgres"), node,
               {QStringLiteral("--pg-hba-lan"), QStringLiteral("--name"), QStringLiteral("a%1").arg(node),
                QStringLiteral("--monitor"),
                QStringLiteral("postgres://autoctl_node@127.0.0.1:%1/pg_auto_failover").arg(port(0))});
    const QString settled = QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE sync_state <> 'async'");
    if (!QTest::qWaitFor([&] { return ask(1, settled) == u"1"; }, patience))
        fail(QStringLiteral("pg_auto_failover made no cluster."));
}

} // namespace howdah::test
