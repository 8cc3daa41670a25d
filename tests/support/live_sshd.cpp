#include "tests/support/live_sshd.h"

#include "core/hosts/system_user.h"
#include "tests/support/live_server.h"
#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace howdah::test {

namespace {

void fail(const QString &words)
{
    QTest::qFail(qUtf8Printable(words), __FILE__, __LINE__);
}

QString serverProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"),
                                                                   QStringLiteral("/usr/local/sbin")});
}

QList<int> descendantsOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    QList<int> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QByteArray &child : file.readAll().simplified().split(' '))
        if (!child.isEmpty())
            all << child.toInt() << descendantsOf(child.toInt());
    return all;
}

bool isServer(int pid)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().startsWith("sshd");
}

bool accepts(const QString &where, int port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    if (::inet_pton(AF_INET, where.toLatin1().constData(), &address.sin_addr) != 1)
        return false;
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

bool succeeds(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

const QString sudoer = QStringLiteral("howdah-sudoer");
constexpr int sudoerNumber = 61717;
/// In a mount namespace of its own: $1 a passwd with the user in it, $2 what sudo may; then the server.
constexpr auto startWithSudoer = R"sh(mount --bind "$1" /etc/passwd && mount --bind "$2" /etc/sudoers.d || exit
shift 2
exec "$@")sh";

} // namespace

QString LiveSshd::sudoSkipReason()
{
    if (::geteuid() != 0)
        return QStringLiteral("a user of an sshd's own needs an sshd run by root");
    if (QStandardPaths::findExecutable(QStringLiteral("sudo")).isEmpty())
        return QStringLiteral("no sudo here (package sudo)");
    static const bool mounts =
        succeeds(QStringLiteral("unshare"), {QStringLiteral("--mount"), QStringLiteral("sh"), QStringLiteral("-c"),
                                             QStringLiteral("mount --bind /etc/sudoers.d /mnt")});
    return mounts ? QString() : QStringLiteral("no mounts of one's own are allowed here");
}

QString LiveSshd::skipReason()
{
    return serverProgram().isEmpty() ? QStringLiteral("no sshd here (package openssh-server)") : QString();
}

std::unique_ptr<LiveSshd> LiveSshd::make(Users users, const SshdPlace &place)
{
    if (!skipReason().isEmpty())
        return nullptr;
    static_cast<void>(scratch({})); // who has mounts of his own sees those that are there when he begins
    std::unique_ptr<LiveSshd> sshd(new LiveSshd(place));
    // The server becomes the user who logs in before it reads that user's keys.
    ::chmod(QFile::encodeName(sshd->m_directory.path()).constData(), 0755);
    for (const char *name : {"host", "other-host", "client", "other-client"})
        sshd->makeKey(QString::fromLatin1(name));
    sshd->m_port = freePort();
    sshd->writeServerConfig();
    sshd->writeClientConfig();
    sshd->m_withSudoer = users == Users::AndSudoer && sudoSkipReason().isEmpty();
    if (sshd->m_withSudoer)
        sshd->writeSudoer();
    sshd->start();
    qputenv("HOWDAH_SSH_CONFIG", sshd->configFile().toUtf8());
    return sshd;
}

LiveSshd::~LiveSshd()
{
    qunsetenv("HOWDAH_SSH_CONFIG");
    stop();
}

void LiveSshd::makeKey(const QString &name)
{
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                                QStringLiteral("-N"), QString(), QStringLiteral("-f"), in(name)});
    if (!keygen.waitForFinished() || keygen.exitCode() != 0)
        fail(QStringLiteral("ssh-keygen: ") + QString::fromUtf8(keygen.readAllStandardError()));
}

void LiveSshd::write(const QString &name, const QByteArray &content)
{
    QFile file(in(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        fail(file.errorString());
}

QByteArray LiveSshd::read(const QString &name) const
{
    QFile file(in(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void LiveSshd::writeServerConfig()
{
    write(QStringLiteral("authorized_keys"), read(QStringLiteral("client.pub")));
    QByteArray config = "Port " + QByteArray::number(m_port) + "\nListenAddress " + m_place.address.toUtf8() +
                        "\nHostKey " + in(QStringLiteral("host")).toUtf8() + "\nAuthorizedKeysFile " +
                        in(QStringLiteral("authorized_keys")).toUtf8() +
                        "\nPidFile none\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                        "PermitRootLogin prohibit-password\nLogLevel VERBOSE\nMaxStartups 100\n";
    if (::geteuid() == 0)
        config += "UsePAM yes\n"; // without, users that have no password count as locked
    write(QStringLiteral("sshd_config"), config);
}

void LiveSshd::writeSudoer()
{
    QFile users(QStringLiteral("/etc/passwd"));
    if (!users.open(QIODevice::ReadOnly))
        fail(users.errorString());
    // Whatever a shell of root's own does first on this machine (seconds, with some) is not for tests.
    QString all = QString::fromUtf8(users.readAll());
    all.replace(QRegularExpression(QStringLiteral("^(root:.*:)[^:\\n]*$"), QRegularExpression::MultilineOption),
                QStringLiteral("\\1/bin/sh"));
    const QString user = QStringLiteral("%1:*:%2:65534::%3:/bin/sh\n").arg(sudoer).arg(sudoerNumber);
    write(QStringLiteral("passwd"), (all + user.arg(in(QStringLiteral("home")))).toUtf8());
    QDir(m_directory.path()).mkpath(QStringLiteral("sudoers.d"));
    QDir(m_directory.path()).mkpath(QStringLiteral("home"));
    write(QStringLiteral("sudoers.d/test"), sudoer.toUtf8() + " ALL=(postgres,nobody) NOPASSWD: ALL\n");
    QFile::setPermissions(in(QStringLiteral("passwd")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(in(QStringLiteral("sudoers.d/test")), QFile::ReadOwner | QFile::ReadGroup);
    if (::chown(QFile::encodeName(in(QStringLiteral("home"))).constData(), sudoerNumber, sudoerNumber) != 0)
        fail(QStringLiteral("chown"));
}

void LiveSshd::writeClientConfig()
{
    const QByteArray place = '[' + m_place.address.toUtf8() + "]:" + QByteArray::number(m_port) + ' ';
    write(QStringLiteral("known"), place + read(QStringLiteral("host.pub")));
    write(QStringLiteral("known-other"), place + read(QStringLiteral("other-host.pub")));
    write(QStringLiteral("known-none"), "");
    const auto host = [](const QByteArray &name, const QByteArray &own) {
        return "Host " + name + "\n    " + own + '\n';
    };
    const auto file = [this](const char *name) { return in(QString::fromLatin1(name)).toUtf8(); };
    // The first value that ssh finds is the one it takes.
    write(QStringLiteral("config"),
          host("postgres", "User postgres") + host("sudoer", "User " + sudoer.toUtf8()) +
              host("unknown", "UserKnownHostsFile " + file("known-none")) +
              host("changed", "UserKnownHostsFile " + file("known-other")) +
              host("refused", "IdentityFile " + file("other-client")) +
              host("nowhere", "Port " + QByteArray::number(freePort())) +
              host("nameless", "HostName no-such-machine.invalid") + host("behind", "ProxyJump good") +
              host("behind-unknown", "ProxyJump unknown") +
              host("agent", "IdentityAgent SSH_AUTH_SOCK\n    IdentitiesOnly no\n    IdentityFile none") +
              host("*", "HostName " + m_place.address.toUtf8() + "\n    Port " + QByteArray::number(m_port) +
                            "\n    User " + loginSystemUser().name.toUtf8() + "\n    UserKnownHostsFile " +
                            file("known") + "\n    GlobalKnownHostsFile /dev/null\n" +
                            "    IdentitiesOnly yes\n    IdentityAgent none") +
              "Match originalhost !refused,!agent,*\n    IdentityFile " + file("client") + '\n');
}

QString LiveSshd::hostKeyFingerprint() const
{
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), in(QStringLiteral("host.pub"))});
    keygen.waitForFinished();
    return QString::fromUtf8(keygen.readAllStandardOutput()).section(u' ', 1, 1);
}

int LiveSshd::connections() const
{
    return static_cast<int>(read(QStringLiteral("log")).count("Connection from "));
}

void LiveSshd::start()
{
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // its service would make it
    m_server.setStandardErrorFile(in(QStringLiteral("log")), QIODevice::Append);
    // A test that crashes leaves no server behind.
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList words{serverProgram(), QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                      in(QStringLiteral("sshd_config"))};
    if (m_withSudoer)
        words = QStringList{QStringLiteral("unshare"),
                            QStringLiteral("--mount"),
                            QStringLiteral("sh"),
                            QStringLiteral("-c"),
                            QString::fromLatin1(startWithSudoer),
                            QStringLiteral("sh"),
                            in(QStringLiteral("passwd")),
                            in(QStringLiteral("sudoers.d"))} +
                words;
    words = m_place.within + words;
    m_server.start(words.takeFirst(), words);
    m_server.waitForStarted();
    const bool listens = QTest::qWaitFor(
        [this] { return m_server.state() == QProcess::NotRunning || accepts(m_place.address, m_port); }, 10000);
    if (!listens || m_server.state() != QProcess::Running)
        fail(QStringLiteral("sshd: ") + QString::fromUtf8(read(QStringLiteral("log"))));
}

void LiveSshd::cutConnections()
{
    for (const int pid : descendantsOf(m_server.processId()))
        if (isServer(pid))
            ::kill(pid, SIGKILL);
}

void LiveSshd::takeOtherHostKey()
{
    QByteArray config = read(QStringLiteral("sshd_config"));
    write(QStringLiteral("sshd_config"), config.replace("HostKey " + in(QStringLiteral("host")).toUtf8(),
                                                        "HostKey " + in(QStringLiteral("other-host")).toUtf8()));
}

void LiveSshd::acceptNobody()
{
    write(QStringLiteral("authorized_keys"), {});
}

void LiveSshd::pause()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGSTOP);
}

void LiveSshd::resume()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGCONT);
}

void LiveSshd::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    const QList<int> children = descendantsOf(m_server.processId());
    m_server.kill();
    for (const int pid : children)
        if (isServer(pid))
            ::kill(pid, SIGKILL);
    m_server.waitForFinished();
}

} // namespace howdah::test
