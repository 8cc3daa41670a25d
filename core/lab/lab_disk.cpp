#include "core/lab/lab_disk.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace howdah::lab_disk {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabDisk)
};

const QString suffix = QStringLiteral("-disk");

QString fillerOf(const Lab &lab, const QString &node)
{
    return mountPoint(lab, node) + QStringLiteral("/howdah-filler");
}

Result<void> done(const Result<CommandOutcome> &outcome)
{
    return outcome ? Result<void>() : outcome.error();
}

/// As the kernel tells them: QStorageInfo leaves out what lies below /dev, and a lab may lie in /dev/shm.
QStringList mountPoints()
{
    QFile list(QStringLiteral("/proc/self/mounts"));
    QStringList points;
    if (list.open(QIODevice::ReadOnly))
        for (const QByteArray &line : list.readAll().split('\n'))
            points << QString::fromUtf8(line.split(' ').value(1).replace("\\040", " "));
    return points;
}

} // namespace

QString mountPoint(const Lab &lab, const QString &node)
{
    return lab.directory + QLatin1Char('/') + node + suffix;
}

Result<void> mount(Host &host, const Lab &lab, const QString &node, const Deadline &deadline)
{
    const QString point = mountPoint(lab, node);
    if (const Result<void> made = host.makeDirectory(point, 0700, {lab.systemUser}, deadline); !made)
        return made.error();
    const QString options = QStringLiteral("size=%1,mode=0700,nosuid,nodev").arg(lab.diskBytes);
    const Result<CommandOutcome> mounted =
        runChecked(host,
                   {.argv = {QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                             QStringLiteral("-o"), options, QStringLiteral("howdah-lab"), point}},
                   deadline);
    if (!mounted)
        return Error{mounted.error().code,
                     Tr::tr("A file system of its own for %1 could not be mounted.").arg(node),
                     mounted.error().detail,
                     Tr::tr("That needs root, and a machine (not a container without the right) that lets it mount. "
                            "Create the lab without a disk size."),
                     {}};
    return done(
        runChecked(host, {.argv = {QStringLiteral("chown"), lab.systemUser + QLatin1Char(':'), point}}, deadline));
}

bool isPossible(Host &host, const Deadline &deadline)
{
    const QString trial = QStringLiteral("d=$(mktemp -d) || exit 1; mount -t tmpfs -o size=64k howdah-lab \"$d\" && "
                                         "umount \"$d\"; rc=$?; rmdir \"$d\"; exit $rc");
    const Result<CommandOutcome> tried =
        host.run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), trial}}, deadline);
    return tried && tried->succeeded();
}

bool allMounted(const Lab &lab)
{
    const QStringList points = mountPoints();
    return std::all_of(lab.cluster.nodes.begin(), lab.cluster.nodes.end(), [&](const NodeDefinition &node) {
        const QString point = mountPoint(lab, node.name);
        return !node.dataDirectory.startsWith(point + QLatin1Char('/')) || points.contains(point);
    });
}

Result<void> unmountAll(Host &host, const Lab &lab, const Deadline &deadline)
{
    for (const QString &point : mountPoints()) {
        if (!point.startsWith(lab.directory + QLatin1Char('/')) || !point.endsWith(suffix))
            continue;
        const Result<CommandOutcome> outcome =
            runChecked(host, {.argv = {QStringLiteral("umount"), QStringLiteral("--"), point}}, deadline);
        if (!outcome)
            return outcome.error();
    }
    return {};
}

Result<void> fill(Host &host, const Lab &lab, const QString &node, const Deadline &deadline, std::stop_token stop)
{
    // dd ends with an error when the disk is full, which is what is wanted: look at the space instead.
    const Command command{.argv = {QStringLiteral("dd"), QStringLiteral("if=/dev/zero"),
                                   QStringLiteral("of=") + fillerOf(lab, node), QStringLiteral("bs=64k"),
                                   QStringLiteral("oflag=append"), QStringLiteral("conv=notrunc")},
                          .asUser = lab.systemUser};
    const Result<CommandOutcome> outcome = host.run(command, deadline, stop);
    if (!outcome)
        return outcome.error();
    const Result<SpaceStatus> space = host.space(mountPoint(lab, node), deadline);
    if (!space)
        return space.error();
    if (space->freeBytes > 65536)
        return Error{ErrorCode::CommandFailed,
                     Tr::tr("The file system of %1 could not be filled.").arg(node),
                     QString::fromUtf8(outcome->errorOutput).trimmed(),
                     {},
                     {}};
    return {};
}

Result<void> unfill(Host &host, const Lab &lab, const QString &node, const Deadline &deadline)
{
    return host.removeFile(fillerOf(lab, node), {lab.systemUser}, deadline);
}

} // namespace howdah::lab_disk
