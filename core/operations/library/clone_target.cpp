#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Test, as its future owner, that `path` is what `question` asks ("-w": writable).
Result<bool> test(Host &host, const QString &owner, const QString &question, const QString &path,
                  const Deadline &deadline)
{
    const Command command{.argv = {QStringLiteral("test"), question, path}, .asUser = owner};
    const Result<CommandOutcome> outcome = host.run(command, deadline);
    return outcome ? Result<bool>(outcome->succeeded()) : outcome.error();
}

/// The data directory that `path` lies in, or empty.
Result<QString> enclosingDataDirectory(Host &host, const QString &owner, const QString &path, const Deadline &deadline)
{
    const Command resolve{.argv = {QStringLiteral("realpath"), QStringLiteral("-m"), QStringLiteral("--"), path},
                          .asUser = owner};
    const Result<CommandOutcome> resolved = runChecked(host, resolve, deadline);
    if (!resolved)
        return resolved.error();
    QString directory = parentOf(QString::fromUtf8(resolved->output).trimmed());
    for (; directory != QLatin1String("/"); directory = parentOf(directory)) {
        const Result<bool> isOne =
            test(host, owner, QStringLiteral("-e"), directory + QStringLiteral("/PG_VERSION"), deadline);
        if (!isOne)
            return isOne.error();
        if (*isOne)
            return directory;
    }
    return QString();
}

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
    const auto found = context.hosts.find(parts.hostId);
    if (!found || parts.owner.isEmpty())
        return found ? Error{.code = ErrorCode::NotFound, .message = Tr::tr("Who will own the copy is not known.")}
                     : found.error();
    Host &host = **found;
    const Deadline &deadline = context.deadline;
    const QString parent = parentOf(path);
    const Result<bool> parentThere = test(host, parts.owner, QStringLiteral("-d"), parent, deadline);
    if (!parentThere)
        return parentThere.error();
    QVariantMap values{{key("parent"), parent}, {key("parentThere"), *parentThere}};
    const Result<SpaceStatus> parentSpace = host.space(parent, deadline);
    if (!parentSpace)
        return parentSpace.error();
    values.insert(key("freeBytes"), parentSpace->freeBytes);
    values.insert(key("fileSystem"), parentSpace->fileSystem);
    values.insert(key("kind"), key("absent"));
    if (!*parentThere)
        return values;
    const Result<bool> writable = test(host, parts.owner, QStringLiteral("-w"), parent, deadline);
    const Result<QString> kind = kindOf(host, parts.owner, path, deadline);
    const Result<QString> enclosing = enclosingDataDirectory(host, parts.owner, path, deadline);
    const Result<SpaceStatus> space = host.space(path, deadline);
    for (const auto &error :
         {writable ? std::nullopt : std::optional(writable.error()), kind ? std::nullopt : std::optional(kind.error()),
          enclosing ? std::nullopt : std::optional(enclosing.error()),
          space ? std::nullopt : std::optional(space.error())})
        if (error)
            return *error;
    values.insert(key("parentWritable"), *writable);
    values.insert(key("kind"), *kind);
    values.insert(key("enclosing"), *enclosing);
    values.insert(key("mountPoint"), space->fileSystem != parentSpace->fileSystem);
    return values;
}

std::optional<Judgement> objectionToDirectory(const QString &path, const QString &owner, const QVariantMap &seen)
{
    const auto text = [&](const char *name) { return seen.value(key(name)).toString(); };
    const auto flag = [&](const char *name) { return seen.value(key(name)).toBool(); };
    const QString kind = text("kind");
    const QString another = Tr::tr("Name a directory that does not exist yet, or an empty one.");
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
