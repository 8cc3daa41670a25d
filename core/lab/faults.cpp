#include "core/base/wake_up.h"
#include "core/lab/lab.h"
#include "core/lab/lab_containers.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_servers.h"
#include "core/lab/lab_settings.h"
#include "core/lab/postmaster.h"
#include "core/pg/connection.h"

#include <QCoreApplication>

#include <csignal>
#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Faults)
};

/// One fault about to happen to one node.
struct Occasion
{
    const Lab &lab;
    const NodeDefinition &node;
    Hosts &hosts;
    Deadline deadline;
    std::stop_token stop;
};

Error notReady(const QString &message, const QString &hint = {})
{
    return Error{ErrorCode::NotReady, message, {}, hint, {}};
}

Result<QString> ask(const Occasion &at, const QString &sql)
{
    Result<Connection> connection = Connection::open(at.node.connInfo, at.deadline, at.stop);
    if (!connection)
        return connection.error();
    const Result<ResultSet> answer = connection->query(sql, {}, at.deadline, at.stop);
    if (!answer)
        return answer.error();
    return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

Result<void> mustBeStandby(const Occasion &at)
{
    const Result<QString> recovering = ask(at, QStringLiteral("SELECT pg_is_in_recovery()"));
    if (!recovering)
        return recovering.error();
    if (*recovering != QLatin1String("t"))
        return notReady(Tr::tr("%1 is a primary; this is done to a standby.").arg(at.node.name),
                        Tr::tr("Choose one of the standbys."));
    return {};
}

Result<QString> kill(const Occasion &at)
{
    const std::optional<Postmaster> postmaster = Postmaster::of(at.node.dataDirectory);
    if (!postmaster)
        return notReady(Tr::tr("%1 is not running.").arg(at.node.name));
    postmaster->crash();
    if (!postmaster->waitForEnd(at.deadline, at.stop))
        return Error{ErrorCode::TimedOut,
                     Tr::tr("%1 was killed, but its end was not seen in time.").arg(at.node.name),
                     {},
                     {},
                     {}};
    return Tr::tr("%1 was killed as in a crash: SIGKILL to its postmaster (process %2) and all its children.")
        .arg(at.node.name)
        .arg(postmaster->pid());
}

Result<QString> stop(const Occasion &at)
{
    if (!Postmaster::of(at.node.dataDirectory))
        return notReady(Tr::tr("%1 is not running.").arg(at.node.name));
    const Result<void> stopped = LabServers(at.hosts, at.lab).stop(at.node.dataDirectory, at.deadline, at.stop);
    if (!stopped)
        return stopped.error();
    return Tr::tr("%1 was shut down (fast: its sessions were ended).").arg(at.node.name);
}

Result<QString> start(const Occasion &at)
{
    const Result<void> started = LabServers(at.hosts, at.lab).start(at.node, at.deadline, at.stop);
    if (!started)
        return started.error();
    return Tr::tr("%1 runs.").arg(at.node.name);
}

Result<QString> pauseReplay(const Occasion &at)
{
    if (const Result<void> standby = mustBeStandby(at); !standby)
        return standby.error();
    if (const Result<QString> paused = ask(at, QStringLiteral("SELECT pg_wal_replay_pause()")); !paused)
        return paused.error();
    return Tr::tr("%1 receives WAL but no longer replays it.").arg(at.node.name);
}

Result<QString> resumeReplay(const Occasion &at)
{
    if (const Result<void> standby = mustBeStandby(at); !standby)
        return standby.error();
    if (const Result<QString> resumed = ask(at, QStringLiteral("SELECT pg_wal_replay_resume()")); !resumed)
        return resumed.error();
    return Tr::tr("%1 replays WAL again.").arg(at.node.name);
}

Result<QString> cut(const Occasion &at)
{
    if (const Result<void> standby = mustBeStandby(at); !standby)
        return standby.error();
    const Result<QString> receiver = ask(at, QStringLiteral("SELECT pid FROM pg_stat_wal_receiver"));
    if (!receiver)
        return receiver.error();
    const int pid = receiver->toInt();
    const std::optional<Postmaster> postmaster = Postmaster::of(at.node.dataDirectory);
    if (pid <= 0 || !postmaster || !postmaster->children().contains(pid) || ::kill(pid, SIGSTOP) != 0)
        return notReady(Tr::tr("%1 has no WAL receiver to cut off: it does not stream now.").arg(at.node.name));
    return Tr::tr("%1 is cut off, as if its packets vanished: its WAL receiver (process %2) is stopped by a signal; "
                  "the connection stays "
                  "open and nothing comes through.")
        .arg(at.node.name)
        .arg(pid);
}

Result<QString> join(const Occasion &at)
{
    const std::optional<Postmaster> postmaster = Postmaster::of(at.node.dataDirectory);
    if (!postmaster)
        return notReady(Tr::tr("%1 is not running.").arg(at.node.name));
    postmaster->resume();
    return Tr::tr("%1 is no longer cut off: its WAL receiver goes on.").arg(at.node.name);
}

Result<void> mustHaveDisk(const Occasion &at)
{
    if (at.lab.diskBytes > 0 &&
        at.node.dataDirectory.startsWith(lab_disk::mountPoint(at.lab, at.node.name) + QLatin1Char('/')))
        return {};
    return notReady(
        Tr::tr("%1 has no file system of its own: filling would fill this machine's disk.").arg(at.node.name),
        Tr::tr("Create a lab with a disk size (as root) for this fault."));
}

Result<QString> fill(const Occasion &at)
{
    if (const Result<void> disk = mustHaveDisk(at); !disk)
        return disk.error();
    const auto host = at.hosts.find(QStringLiteral("local"));
    const Result<void> filled =
        host ? lab_disk::fill(**host, at.lab, at.node.name, at.deadline, at.stop) : host.error();
    if (!filled)
        return filled.error();
    return Tr::tr("The file system of %1 is full.").arg(at.node.name);
}

Result<QString> unfill(const Occasion &at)
{
    if (const Result<void> disk = mustHaveDisk(at); !disk)
        return disk.error();
    const auto host = at.hosts.find(QStringLiteral("local"));
    const Result<void> emptied = host ? lab_disk::unfill(**host, at.lab, at.node.name, at.deadline) : host.error();
    if (!emptied)
        return emptied.error();
    return Tr::tr("The file system of %1 has room again.").arg(at.node.name);
}

/// What is done to a container is done by its engine; the others reach into processes and file systems of this machine.
std::optional<Result<QString>> inContainer(const Occasion &at, const QString &kind)
{
    const LabContainers containers(at.hosts, at.lab);
    const QString container = LabContainers::containerOf(at.node);
    const auto said = [](const Result<void> &done, const QString &sentence) {
        return done ? Result<QString>(sentence) : done.error();
    };
    if (kind == QLatin1String("kill"))
        return said(containers.kill(at.node, at.deadline), Tr::tr("The container %1 was killed.").arg(container));
    if (kind == QLatin1String("stop"))
        return said(containers.stop(at.node, at.deadline), Tr::tr("The container %1 was stopped.").arg(container));
    if (kind == QLatin1String("start") || kind.endsWith(QLatin1String("-replay")))
        return std::nullopt;
    return notReady(Tr::tr("%1 lives in a container, where this fault is not made.").arg(at.node.name));
}

/// The archive's directory as root's own, as after a careless "mkdir" or a restore from another machine.
Result<QString> giveArchiveTo(const Occasion &at, const QString &user)
{
    const QString archive = lab_settings::archiveDirectory(at.lab);
    if (!at.lab.archive)
        return notReady(Tr::tr("The lab has no archive."), Tr::tr("Create a lab that archives for this fault."));
    if (::geteuid() != 0)
        return notReady(Tr::tr("Only root can give a directory to somebody else."));
    const auto host = at.hosts.find(QStringLiteral("local"));
    const Result<CommandOutcome> done =
        host ? runChecked(**host,
                          {.argv = {QStringLiteral("chown"), user + QLatin1Char(':'), QStringLiteral("--"), archive}},
                          at.deadline, at.stop)
             : host.error();
    if (!done)
        return done.error();
    return Tr::tr("The archive's directory %1 belongs to %2.").arg(archive, user);
}

Result<QString> seizeArchive(const Occasion &at)
{
    return giveArchiveTo(at, QStringLiteral("root"));
}

Result<QString> returnArchive(const Occasion &at)
{
    return giveArchiveTo(at, at.lab.systemUser);
}

struct Fault
{
    const char *id;
    const char *title;
    const char *mending;
    Result<QString> (*inject)(const Occasion &);
};

constexpr Fault faults[] = {
    {"kill", QT_TRANSLATE_NOOP("howdah::Faults", "Kill the server, as in a crash"), "start", kill},
    {"stop", QT_TRANSLATE_NOOP("howdah::Faults", "Shut the server down"), "start", stop},
    {"start", QT_TRANSLATE_NOOP("howdah::Faults", "Start the server"), "", start},
    {"pause-replay", QT_TRANSLATE_NOOP("howdah::Faults", "Pause replay on the standby"), "resume-replay", pauseReplay},
    {"resume-replay", QT_TRANSLATE_NOOP("howdah::Faults", "Resume replay on the standby"), "", resumeReplay},
    {"cut", QT_TRANSLATE_NOOP("howdah::Faults", "Cut the standby off from its upstream"), "join", cut},
    {"join", QT_TRANSLATE_NOOP("howdah::Faults", "Let the standby reach its upstream again"), "", join},
    {"fill", QT_TRANSLATE_NOOP("howdah::Faults", "Fill the node's disk"), "unfill", fill},
    {"unfill", QT_TRANSLATE_NOOP("howdah::Faults", "Make room on the node's disk"), "", unfill},
    {"seize-archive", QT_TRANSLATE_NOOP("howdah::Faults", "Give the archive's directory to root"), "return-archive",
     seizeArchive},
    {"return-archive", QT_TRANSLATE_NOOP("howdah::Faults", "Give the archive's directory back"), "", returnArchive},
};

} // namespace

QList<FaultKind> faultKinds()
{
    QList<FaultKind> kinds;
    for (const Fault &fault : faults)
        kinds.append({QString::fromLatin1(fault.id), Tr::tr(fault.title), QString::fromLatin1(fault.mending)});
    return kinds;
}

Result<QString> injectFault(const Lab &lab, const QString &kind, const QString &node, Hosts &hosts,
                            const Deadline &deadline, std::stop_token stopToken)
{
    const NodeDefinition *definition = lab.cluster.node(node);
    if (definition == nullptr)
        return Error{
            ErrorCode::NotFound, Tr::tr("The lab \"%1\" has no node named \"%2\".").arg(lab.name, node), {}, {}, {}};
    QStringList known;
    for (const Fault &fault : faults) {
        if (kind == QLatin1String(fault.id)) {
            const Occasion at{lab, *definition, hosts, deadline, stopToken};
            const auto done = lab.kit.isThere() ? inContainer(at, kind) : std::nullopt;
            return done ? *done : fault.inject(at);
        }
        known << QString::fromLatin1(fault.id);
    }
    return Error{ErrorCode::NotFound,
                 Tr::tr("There is no fault named \"%1\".").arg(kind),
                 {},
                 Tr::tr("The faults are: %1.").arg(known.join(QStringLiteral(", "))),
                 {}};
}

} // namespace howdah
