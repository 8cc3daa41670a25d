#include "core/backup/archive_trouble.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/archive_checks.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

using What = ArchiveSurroundings::What;

/// The same question for each place that gets a directory: the worst answer, or all the good ones.
using JudgePlace = Judgement (*)(const ArchiveParts &, const ArchivingNode &, const Values &);
std::function<Judgement(const Situation &, const Values &)> eachPlace(JudgePlace judge)
{
    return [judge](const Situation &situation, const Values &seen) {
        const ArchiveParts parts = ArchiveParts::of(situation);
        if (parts.isOff())
            return ok(Tr::tr("Archiving is switched off: what is archived stays as it is."));
        if (parts.place.directory.isEmpty())
            return blocked(Tr::tr("No directory is named."), Tr::tr("Name the one that the archive is to lie in."));
        QStringList fine;
        std::optional<Judgement> warned;
        for (const ArchivingNode *node : parts.places()) {
            const Judgement one = judge(parts, *node, seen.value(node->server.node).toMap());
            if (one.verdict == Verdict::Blocked)
                return one;
            if (one.verdict == Verdict::Warning && !warned)
                warned = one;
            fine << one.observed;
        }
        return warned.value_or(ok(fine.join(QLatin1Char(' '))));
    };
}

bool liesIn(const QString &path, const QString &directory)
{
    return !directory.isEmpty() && (path == directory || path.startsWith(directory + QLatin1Char('/')));
}

/// The directory as it will be called without links: what is not there yet hangs below what is.
QString resolvedPath(const ArchiveParts &parts, const ArchiveSurroundings &seen)
{
    return seen.resolved.isEmpty() ? parts.place.directory
                                   : seen.resolved + parts.place.directory.mid(seen.nearest.size());
}

Judgement judgeMissing(const ArchiveParts &parts, const ArchivingNode &node, const Values &values)
{
    const ArchiveSurroundings &seen = node.seen;
    const QString where = parts.place.forPeople();
    const QString parent = parentOf(parts.place.directory);
    if (seen.nearest != parent)
        return blocked(Tr::tr("%1 is not there; %2 is not there either.").arg(where, parent),
                       Tr::tr("Make %1, or choose another directory. A disk that is not mounted looks like this too.")
                           .arg(parent));
    const bool asRoot = !parts.place.isRemote() && values.value(key("loginIsRoot")).toBool();
    return seen.mayWrite || asRoot
               ? ok(Tr::tr("%1 is made on %2, for %3 alone.").arg(where, node.server.node, seen.user))
               : blocked(
                     Tr::tr("%1 may not make a directory in %2, which belongs to %3.")
                         .arg(seen.user, parent, seen.owner),
                     Tr::tr("Make it there as root: install -d -o %1 -m 700 %2").arg(seen.user, parts.place.directory));
}

Judgement judgeDirectory(const ArchiveParts &parts, const ArchivingNode &node, const Values &values)
{
    const ArchiveSurroundings &seen = node.seen;
    const QString where = parts.place.forPeople();
    if (!seen.reached) {
        const ArchiveTrouble trouble = sshTrouble(seen.noWay, parts.place.destination, node.place.owner);
        return blocked(trouble.what, trouble.remedy);
    }
    if (!parts.place.isRemote() && liesIn(resolvedPath(parts, seen), values.value(key("dataDirectory")).toString()))
        return blocked(Tr::tr("%1 lies inside the data directory of %2.").arg(where, node.server.node),
                       Tr::tr("Choose a directory of its own: each base backup would copy the archive, and who loses "
                              "the one loses the other."));
    if (seen.what == What::Other)
        return blocked(Tr::tr("%1 is no directory.").arg(where), Tr::tr("Choose another name."));
    if (seen.what == What::Absent)
        return judgeMissing(parts, node, values);
    if (!seen.mayWrite)
        return blocked(Tr::tr("%1 may not write into %2, which belongs to %3.").arg(seen.user, where, seen.owner),
                       Tr::tr("Give it to the server's user: chown %1 %2").arg(seen.user, parts.place.directory));
    return ok(Tr::tr("%1 is there, and %2 may write into it.").arg(where, seen.user));
}

Judgement judgeTools(const ArchiveParts &parts, const ArchivingNode &node, const Values &)
{
    const bool there = parts.packing.compression == Compression::Gzip   ? node.seen.hasGzip
                       : parts.packing.compression == Compression::Zstd ? node.seen.hasZstd
                                                                        : true;
    const QString method = methodName(parts.packing.compression);
    if (parts.packing.compression == Compression::None)
        return ok(Tr::tr("Segments are kept as they are."));
    return there ? ok(Tr::tr("%1 is there.").arg(method))
                 : blocked(Tr::tr("There is no %1 where the archive lies.").arg(method),
                           Tr::tr("Install the package %1 there, or choose another compression.").arg(method));
}

Judgement judgeDisk(const ArchiveParts &parts, const ArchivingNode &node, const Values &values)
{
    constexpr qint64 fewBytes = 1LL << 30;
    const ArchiveSurroundings &seen = node.seen;
    const QString spare =
        Tr::tr("%1 of %2 are free there.").arg(prettySize(seen.freeBytes), prettySize(seen.totalBytes));
    if (!parts.place.isRemote() && values.value(key("fileSystems")).toStringList().contains(seen.fileSystem))
        return warning(Tr::tr("The archive lies on the same disk as the data of %1. %2").arg(node.server.node, spare),
                       Tr::tr("Choose another disk, or another host: a disk that is lost takes both, and an archive "
                              "that fills it stops the server."));
    return seen.freeBytes >= fewBytes
               ? ok(spare)
               : warning(spare, Tr::tr("Make room: when it is full, WAL gathers on the server."));
}

Judgement judgeOneArchive(const Situation &situation, const Values &)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    const QList<const ArchivingNode *> places = parts.places();
    if (parts.isOff() || places.size() < 2)
        return ok(Tr::tr("All nodes archive to one place."));
    QStringList hosts;
    for (const ArchivingNode *node : places)
        hosts << node->server.node;
    return warning(
        Tr::tr("%1 are on hosts of their own: each gets an archive of its own.").arg(hosts.join(QStringLiteral(", "))),
        Tr::tr("Archive to another host, or to a directory that all of them share: after a switchover a "
               "recovery needs what both hold."));
}

Judgement judgeOwner(const Situation &situation, const Values &seen)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    if (parts.isOff())
        return ok(Tr::tr("What is archived stays."));
    for (const ArchivingNode *node : parts.places())
        if (!node->seen.archiveOf.isEmpty() && node->seen.systemIdentifier() != parts.systemIdentifier)
            return blocked(
                Tr::tr("%1 is the archive of another cluster: %2.").arg(parts.place.forPeople(), node->seen.archiveOf),
                Tr::tr("Choose a directory of its own for each cluster."));
    if (const QStringList others = seen.value(key("others")).toStringList(); !others.isEmpty())
        return blocked(
            Tr::tr("Segments of another cluster lie there: %n. %1", nullptr, seen.value(key("otherCount")).toInt())
                .arg(others.first()),
            Tr::tr("Choose a directory of its own for each cluster."));
    if (const QStringList foreign = seen.value(key("foreign")).toStringList(); !foreign.isEmpty())
        return warning(Tr::tr("What is no WAL lies there too: %1.").arg(foreign.join(QStringLiteral(", "))),
                       Tr::tr("Choose a directory of its own: who tidies up may take one for the other."));
    const qint64 segments = seen.value(key("segments")).toLongLong();
    return segments == 0 ? ok(Tr::tr("It is empty, or will be made."))
                         : ok(Tr::tr("It holds %n segment(s) of this cluster.", nullptr, int(segments)));
}

} // namespace

QList<Check> archivePlaceChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {check("directory", Tr::tr("The archive has a place"),
                  Tr::tr("The server's own user writes there, at every hour: permissions are the classic failure."),
                  "places", eachPlace(judgeDirectory)),
            check("owner", Tr::tr("It is this cluster's alone"),
                  Tr::tr("Two clusters give different segments the same name: one of them could not be recovered."),
                  "stock", judgeOwner),
            check("tools", Tr::tr("The compression is there"), Tr::tr("Without the program nothing is archived."),
                  "places", eachPlace(judgeTools)),
            check("disk", Tr::tr("A disk of its own"), Tr::tr("An archive is for the day when the disk is lost."),
                  "places", eachPlace(judgeDisk)),
            check("one-archive", Tr::tr("One archive for all nodes"),
                  Tr::tr("The primary changes its host at a switchover, its past must not."), "places",
                  judgeOneArchive)};
}

} // namespace howdah::library
