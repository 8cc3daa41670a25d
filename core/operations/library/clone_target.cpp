#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

/// As the future owner. $1: the directory, $2: its parent. An enclosing data directory holds a PG_VERSION.
const char *const lookScript = R"sh([ -d "$2" ] && echo parentThere
[ -w "$2" ] && echo parentWritable
directory=$(realpath -m -- "$1") || exit 1
while [ "$directory" != / ]; do
    directory=$(dirname -- "$directory")
    if [ -e "$directory/PG_VERSION" ]; then
        echo "enclosing=$directory"
        break
    fi
done
exit 0)sh";

Result<QString> kindOf(Host &host, const QString &owner, const QString &path, const Deadline &deadline)
{
    const As as{owner};
    const Result<FileStatus> status = host.status(path, as, deadline);
    if (!status)
        return status.error().code == ErrorCode::NotFound ? Result<QString>(key("absent")) : status.error();
    if (status->kind != FileStatus::Kind::Directory)
        return status->kind == FileStatus::Kind::Link ? key("link") : key("file");
    if (status->owner != owner)
        return key("foreign");
    const Result<QStringList> entries = host.entries(path, as, deadline);
    if (!entries)
        return entries.error();
    return entries->isEmpty() ? key("empty") : key("occupied");
}

} // namespace

Result<QVariantMap> lookAtDirectory(ProbeContext &context, const CloneParts &parts, const QString &path)
{
    if (parts.container)
        return lookAtNewVolume(context, parts, path);
    const auto found = context.hosts.find(parts.hostId);
    if (!found || parts.owner.isEmpty())
        return found ? Error{.code = ErrorCode::NotFound, .message = Tr::tr("Who will own the copy is not known.")}
                     : found.error();
    Host &host = **found;
    const Deadline &deadline = context.deadline;
    const QString parent = parentOf(path);
    const auto seen = shellAnswers(context, parts.hostId, parts.owner, lookScript, {path, parent});
    const Result<SpaceStatus> parentSpace = host.space(parent, deadline);
    if (!seen || !parentSpace)
        return seen ? parentSpace.error() : seen.error();
    QVariantMap values{{key("parent"), parent},
                       {key("parentThere"), seen->contains(key("parentThere"))},
                       {key("parentWritable"), seen->contains(key("parentWritable"))},
                       {key("enclosing"), seen->value(key("enclosing")).value(0)},
                       {key("freeBytes"), parentSpace->freeBytes},
                       {key("fileSystem"), parentSpace->fileSystem},
                       {key("kind"), key("absent")}};
    if (!seen->contains(key("parentThere")))
        return values;
    const Result<QString> kind = kindOf(host, parts.owner, path, deadline);
    if (!kind)
        return kind.error();
    values.insert(key("kind"), *kind);
    if (*kind == QLatin1String("absent"))
        return values;
    const Result<SpaceStatus> space = host.space(path, deadline);
    if (!space)
        return space.error();
    values.insert(key("mountPoint"), space->fileSystem != parentSpace->fileSystem);
    return values;
}

std::optional<Judgement> objectionToDirectory(const QString &path, const QString &owner, const QVariantMap &seen)
{
    const auto text = [&](const char *name) { return seen.value(key(name)).toString(); };
    const auto flag = [&](const char *name) { return seen.value(key(name)).toBool(); };
    const QString kind = text("kind");
    const QString another = Tr::tr("Name a directory that does not exist yet, or an empty one.");
    if (const QString volume = text("newVolume"); !volume.isEmpty() && text("parent") != volume)
        return blocked(Tr::tr("%1 is not on the new container's volume, or not right below %2.").arg(path, volume),
                       Tr::tr("Name a directory in %1.").arg(volume));
    if (!flag("parentThere"))
        return blocked(Tr::tr("The directory %1 does not exist.").arg(text("parent")),
                       Tr::tr("Make it, owned by the server's owner, or choose another place."));
    if (!flag("parentWritable"))
        return blocked(Tr::tr("%1 may not write into %2.").arg(owner, text("parent")),
                       Tr::tr("Give it the right to, or choose another place."));
    if (!text("enclosing").isEmpty())
        return blocked(Tr::tr("%1 lies inside the data directory %2.").arg(path, text("enclosing")), another);
    if (flag("mountPoint"))
        return blocked(Tr::tr("%1 is a mount point of its own; a copy cannot be moved onto it.").arg(path),
                       Tr::tr("Name a directory below it."));
    if (kind == QLatin1String("absent") || kind == QLatin1String("empty"))
        return std::nullopt;
    if (kind == QLatin1String("foreign"))
        return blocked(Tr::tr("%1 is a directory of another owner.").arg(path), another);
    return blocked(kind == QLatin1String("occupied") ? Tr::tr("%1 is not empty.").arg(path)
                                                     : Tr::tr("%1 is not a directory.").arg(path),
                   another);
}

} // namespace howdah::library
