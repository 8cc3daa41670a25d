#include "core/hosts/server_layout.h"

#include "core/hosts/server_options.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ServerLayout)
};

QString parentOf(const QString &path)
{
    return path.section(QLatin1Char('/'), 0, -2);
}

/// Looks at one data directory, as its owner.
class Look
{
public:
    Look(Host &host, const QString &dataDirectory, const Deadline &deadline)
        : m_host(host)
        , m_directory(QDir::cleanPath(dataDirectory))
        , m_deadline(deadline)
    {
    }

    Result<ServerLayout> layout()
    {
        const Result<FileStatus> directory = statusAsWhoeverMay(m_directory);
        if (!directory)
            return directory.error();
        m_as.user = directory->owner;
        if (directory->kind == FileStatus::Kind::Link)
            m_as.user = statusAsWhoeverMay(m_directory + QStringLiteral("/.")).valueOr(*directory).owner;
        const Result<QByteArray> version =
            m_host.readFile(m_directory + QStringLiteral("/PG_VERSION"), m_as, m_deadline);
        if (!version)
            return version.error().code != ErrorCode::NotFound
                       ? version.error()
                       : Error{ErrorCode::NotFound,
                               Tr::tr("%1 is not a data directory of PostgreSQL.").arg(m_directory),
                               Tr::tr("It holds no file PG_VERSION."),
                               {},
                               {}};
        m_major = QString::fromUtf8(*version).trimmed().section(QLatin1Char('.'), 0, 0).toInt();
        m_layout.dataDirectory = m_directory;
        m_layout.controlDirectory = m_directory;
        m_layout.owner = m_as.user;
        readCommandLine();
        findConfiguration();
        findPrograms();
        const Result<std::optional<ContainerState>> container = m_host.container(m_deadline);
        if (!container)
            return container.error();
        if (*container)
            heedContainer(**container);
        if (!*container || !(*container)->isServer())
            findPostmaster();
        // What could not be read in time was taken for not there.
        if (m_deadline.expired())
            return Error{ErrorCode::TimedOut,
                         Tr::tr("%1 did not tell in time what there is in %2.").arg(m_host.label(), m_directory),
                         {},
                         {},
                         {}};
        return m_layout;
    }

private:
    /// Where the login may not pass, the owner of the directory that bars the way may (Red Hat's /var/lib/pgsql is its
    /// server's alone).
    [[nodiscard]] Result<FileStatus> statusAsWhoeverMay(const QString &path) const
    {
        const Result<FileStatus> status = m_host.status(path, {}, m_deadline);
        if (status || status.error().code != ErrorCode::NotPermitted || path.size() <= 1)
            return status;
        const Result<FileStatus> parent = statusAsWhoeverMay(parentOf(path));
        return parent ? m_host.status(path, As{parent->owner}, m_deadline) : status;
    }

    void readCommandLine()
    {
        const QByteArray line = read(m_directory + QStringLiteral("/postmaster.opts")).trimmed();
        if (line.isEmpty())
            return;
        QStringList words = commandLineWords(QString::fromUtf8(line));
        m_layout.binDirectory = parentOf(words.takeFirst());
        const QString directory = takeDirectory(words);
        if (directory.startsWith(QLatin1Char('/')) && directory != m_directory &&
            realPath(directory) != realPath(m_directory)) {
            // The file came with a copy, and what it says is the other server's; unless it names a directory of
            // configuration that leads here.
            const QByteArray configuration = read(directory + QStringLiteral("/postgresql.conf"));
            const QString leadsTo = settingInFile(configuration, QStringLiteral("data_directory"));
            if (leadsTo.isEmpty() || realPath(leadsTo) != realPath(m_directory))
                return;
            m_layout.controlDirectory = QDir::cleanPath(directory);
        }
        m_layout.serverOptions = words;
    }

    void findConfiguration()
    {
        m_layout.configFile = settingIn(m_layout.serverOptions, QStringLiteral("config_file"));
        if (m_layout.configFile.isEmpty() && !findDebianConfiguration())
            m_layout.configFile = m_layout.controlDirectory + QStringLiteral("/postgresql.conf");
        if (m_layout.kind == ServerLayout::Kind::Plain && parentOf(m_layout.configFile) != m_directory)
            recogniseElsewhere();
        m_layout.hbaFile = settingIn(m_layout.serverOptions, QStringLiteral("hba_file"));
        if (m_layout.hbaFile.isEmpty())
            m_layout.hbaFile = settingInFile(read(m_layout.configFile), QStringLiteral("hba_file"));
        if (m_layout.hbaFile.isEmpty())
            m_layout.hbaFile = m_layout.controlDirectory + QStringLiteral("/pg_hba.conf");
    }

    /// /etc/postgresql/VERSION/NAME is Debian's, which has its own program to start and stop it.
    void recogniseElsewhere()
    {
        static const QRegularExpression debian(QStringLiteral("^/etc/postgresql/([^/]+)/([^/]+)/postgresql\\.conf$"));
        const QRegularExpressionMatch match = debian.match(m_layout.configFile);
        m_layout.kind = match.hasMatch() ? ServerLayout::Kind::Debian : ServerLayout::Kind::ConfigElsewhere;
        m_layout.debianVersion = match.captured(1);
        m_layout.debianName = match.captured(2);
    }

    /// For a cluster of Debian's that was never started: the one whose configuration names this data directory.
    bool findDebianConfiguration()
    {
        const QString versions = QStringLiteral("/etc/postgresql/%1").arg(m_major);
        const QStringList names = m_host.entries(versions, m_as, m_deadline).valueOr({});
        for (const QString &name : names) {
            const QString file = versions + QLatin1Char('/') + name + QStringLiteral("/postgresql.conf");
            if (QDir::cleanPath(settingInFile(read(file), QStringLiteral("data_directory"))) != m_directory)
                continue;
            m_layout.configFile = file;
            recogniseElsewhere();
            return true;
        }
        return false;
    }

    void findPrograms()
    {
        if (!m_layout.binDirectory.isEmpty() && exists(m_layout.binDirectory + QStringLiteral("/pg_ctl")))
            return;
        m_layout.binDirectory.clear();
        for (const PostgresBinaries &binaries : findPostgresBinaries(m_host, m_deadline).valueOr({}))
            if (binaries.major == m_major && m_layout.binDirectory.isEmpty())
                m_layout.binDirectory = binaries.directory;
    }

    /// A postmaster's working directory is its data directory; a recycled process number's is not.
    void findPostmaster()
    {
        const QByteArray firstLine = read(m_directory + QStringLiteral("/postmaster.pid")).split('\n').value(0);
        const int pid = firstLine.trimmed().toInt();
        if (pid <= 0)
            return;
        const Result<FileStatus> working = m_host.status(QStringLiteral("/proc/%1/cwd").arg(pid), m_as, m_deadline);
        if (!working || (working->linkTarget != m_directory && realPath(m_directory) != working->linkTarget))
            return;
        m_layout.running = true;
        m_layout.postmasterPid = pid;
    }

    void heedContainer(const ContainerState &container)
    {
        m_layout.restartPolicy = container.restartPolicy;
        if (!livesWithItsServer(container))
            return;
        m_layout.container = ServerContainer{container.engine, container.name, container.stopsFast};
        m_layout.isVolume = container.mountOf(m_directory) == m_directory;
        m_layout.running = container.running;
        m_layout.postmasterPid = container.running ? 1 : 0;
    }

    [[nodiscard]] QString realPath(const QString &path)
    {
        const Command command{.argv = {QStringLiteral("readlink"), QStringLiteral("-n"), QStringLiteral("-f"),
                                       QStringLiteral("--"), path},
                              .asUser = m_as.user};
        const Result<CommandOutcome> outcome = m_host.run(command, m_deadline);
        return outcome && outcome->succeeded() ? QString::fromUtf8(outcome->output) : path;
    }
    [[nodiscard]] QByteArray read(const QString &path) { return m_host.readFile(path, m_as, m_deadline).valueOr({}); }
    [[nodiscard]] bool exists(const QString &path) { return m_host.status(path, m_as, m_deadline).ok(); }

    Host &m_host;
    QString m_directory;
    Deadline m_deadline;
    As m_as;
    int m_major = 0;
    ServerLayout m_layout;
};

Command debianCommand(const ServerLayout &layout, const QStringList &action)
{
    // Asked by the owner, pg_ctlcluster acts itself; through systemd it would need root.
    return Command{.argv = QStringList{QStringLiteral("pg_ctlcluster"), QStringLiteral("--skip-systemctl-redirect"),
                                       layout.debianVersion, layout.debianName} +
                           action,
                   .asUser = layout.owner};
}

Command controlCommand(const ServerLayout &layout, const QStringList &action)
{
    return Command{.argv = QStringList{layout.binDirectory + QStringLiteral("/pg_ctl"), QStringLiteral("-D"),
                                       layout.controlDirectory} +
                           action,
                   .asUser = layout.owner};
}

} // namespace

Result<ServerLayout> findServerLayout(Host &host, const QString &dataDirectory, const Deadline &deadline)
{
    return Look(host, dataDirectory, deadline).layout();
}

Command ServerLayout::start(const QString &logFile) const
{
    if (container)
        return container->start(dataDirectory);
    Command command;
    if (kind == Kind::Debian) {
        command = debianCommand(*this, {QStringLiteral("start")});
    } else {
        QStringList action{QStringLiteral("-w"), QStringLiteral("-l"), logFile};
        QStringList words; // pg_ctl hands its -o to a shell
        for (const QString &word : serverOptions)
            words << shellQuoted(word);
        if (!words.isEmpty())
            action << QStringLiteral("-o") << words.join(QLatin1Char(' '));
        command = controlCommand(*this, action << QStringLiteral("start"));
    }
    command.detached = true;
    return command;
}

Command ServerLayout::stop(const QString &mode) const
{
    if (container)
        return container->stop(mode);
    const QStringList action{QStringLiteral("-m"), mode, QStringLiteral("stop")};
    return kind == Kind::Debian ? debianCommand(*this, action)
                                : controlCommand(*this, QStringList{QStringLiteral("-w")} + action);
}

Command ServerLayout::reload() const
{
    if (container)
        return container->reload();
    const QStringList action{QStringLiteral("reload")};
    return kind == Kind::Debian ? debianCommand(*this, action) : controlCommand(*this, action);
}

} // namespace howdah
