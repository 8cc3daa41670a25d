#include "tests/support/live_systemd.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace howdah::test {

namespace {

constexpr int patience = 60000; // ms
const QString program = QStringLiteral("/lib/systemd/systemd");

/// The machine's own units, and what makes units by itself, are walled off: with the first unit that has the usual
/// dependencies this machine would be booted a second time, and the files in /tmp would be taken for those of the last
/// time. $1 where the units are, $2 the control group: it is entered in every hierarchy that has it. systemd keeps below the
/// one that it finds itself in.
constexpr auto boot = R"sh(for directory in /sys/fs/cgroup/systemd /sys/fs/cgroup/unified /sys/fs/cgroup; do
    [ ! -e "$directory/cgroup.procs" ] || { mkdir -p "$directory/$2" && echo 0 >"$directory/$2/cgroup.procs"; } || exit
done
mount --make-rprivate / && mount -t proc proc /proc && mount -t tmpfs tmpfs /run && mkdir -p /run/sshd &&
mount --bind "$1" /etc/systemd/system || exit
for directory in /usr/lib/systemd/system /usr/lib/systemd/system-generators /usr/lib/tmpfiles.d \
    /usr/local/lib/systemd /var/lib/systemd; do
    [ ! -d "$directory" ] || mount -t tmpfs tmpfs "$directory" || exit
done
[ -z "$(ls -A /lib/systemd/system)" ] || exit
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin "$3" --system --log-target=console --show-status=no \
    --unit=test.target)sh";

void fail(const QString &words)
{
    QTest::qFail(qUtf8Printable(words), __FILE__, __LINE__);
}

qint64 onlyChildOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

bool succeeds(const QString &line)
{
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), line});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

QString LiveSystemd::skipReason()
{
    if (!QFile::exists(program))
        return QStringLiteral("there is no systemd here");
    static const bool namespaces =
        ::geteuid() == 0 && succeeds(QStringLiteral("unshare --pid --fork --mount sh -c 'mount -t proc proc /proc' && "
                                                    "for d in /sys/fs/cgroup/systemd /sys/fs/cgroup; do [ ! -e "
                                                    "$d/cgroup.procs ] || { mkdir $d/howdah-probe-$$ && rmdir "
                                                    "$d/howdah-probe-$$; } || exit 1; done"));
    return namespaces ? QString() : QStringLiteral("no process of ours may be a system's first one here");
}

LiveSystemd::LiveSystemd()
{
    QDir(m_directory.path()).mkpath(QStringLiteral("units"));
    ::chmod(QFile::encodeName(m_directory.path()).constData(), 0755);
    // Those that other units depend on are there, and empty.
    for (const char *name : {"test", "sysinit", "basic", "shutdown", "timers", "multi-user", "network-online"}) {
        QFile target(in(QStringLiteral("units/%1.target").arg(QLatin1String(name))));
        if (!target.open(QIODevice::WriteOnly) ||
            target.write("[Unit]\nDescription=Of a test\nDefaultDependencies=no\n") < 0)
            fail(target.errorString());
    }
    m_process.setStandardOutputFile(in(QStringLiteral("log")));
    m_process.setStandardErrorFile(in(QStringLiteral("log")), QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QStringLiteral("unshare"),
                    {QStringLiteral("--pid"), QStringLiteral("--fork"), QStringLiteral("--kill-child"),
                     QStringLiteral("--mount"), QStringLiteral("--uts"), QStringLiteral("sh"), QStringLiteral("-c"),
                     QString::fromLatin1(boot), QStringLiteral("sh"), in(QStringLiteral("units")), controlGroup(),
                     program});
    if (!QTest::qWaitFor(
            [&] {
                m_first = onlyChildOf(m_process.processId());
                return m_first > 0 && control({QStringLiteral("is-active"), QStringLiteral("test.target")}) == u"active";
            },
            patience)) {
        QFile log(in(QStringLiteral("log")));
        fail(QStringLiteral("systemd did not start: ") +
             (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString()));
    }
}

LiveSystemd::~LiveSystemd()
{
    // Servers end in order, so that nobody finds a process number of that namespace in their files.
    for (const QString &unit : QDir(in(QStringLiteral("units"))).entryList({QStringLiteral("*.service")}, QDir::Files))
        control({QStringLiteral("stop"), unit});
    if (m_first > 0)
        ::kill(static_cast<pid_t>(m_first), SIGKILL); // the first process of a namespace takes all others with it
    m_process.waitForFinished();
    for (const QString &directory : groupDirectories())
        ::rmdir(QFile::encodeName(directory).constData());
}

QStringList LiveSystemd::within() const
{
    return {QStringLiteral("nsenter"), QStringLiteral("--target"), QString::number(m_first), QStringLiteral("--mount"),
            QStringLiteral("--pid"), QStringLiteral("--")};
}

QString LiveSystemd::control(const QStringList &words) const
{
    QProcess process;
    QStringList line = within() + QStringList{QStringLiteral("systemctl")} + words;
    process.start(line.takeFirst(), line);
    process.waitForFinished(patience);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void LiveSystemd::startUnit(const QString &name, const QString &content)
{
    QFile unit(in(QStringLiteral("units/") + name));
    if (!unit.open(QIODevice::WriteOnly) || unit.write(content.toUtf8()) < 0)
        fail(unit.errorString());
    unit.close();
    control({QStringLiteral("daemon-reload")});
    control({QStringLiteral("start"), name});
    if (!QTest::qWaitFor([&] { return control({QStringLiteral("is-active"), name}) == u"active"; }, patience))
        fail(name + QStringLiteral(" did not start: ") + control({QStringLiteral("status"), name}));
}

QString LiveSystemd::controlGroup() const
{
    return QFileInfo(m_directory.path()).fileName();
}

/// Of every hierarchy, the innermost first.
QStringList LiveSystemd::groupDirectories() const
{
    QStringList directories;
    const QDir root(QStringLiteral("/sys/fs/cgroup"));
    QStringList tops{root.path()};
    for (const QFileInfo &hierarchy : root.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        tops << hierarchy.filePath();
    for (const QString &top : tops) {
        const QString own = top + QLatin1Char('/') + controlGroup();
        if (!QFile::exists(own))
            continue;
        directories << own;
        QDirIterator below(own, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (below.hasNext())
            directories << below.next();
    }
    std::sort(directories.begin(), directories.end(),
              [](const QString &left, const QString &right) { return left.size() > right.size(); });
    return directories;
}

} // namespace howdah::test
