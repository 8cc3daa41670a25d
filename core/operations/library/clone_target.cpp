#include "core/operations/library/clone_parts.h"

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

Result<QString> kindOfTarget(Host &host, const CloneParts &parts, const Deadline &deadline)
{
    const As as{parts.owner};
    const Result<FileStatus> status = host.status(parts.target, as, deadline);
    if (!status)
        return status.error().code == ErrorCode::NotFound ? Result<QString>(key("absent")) : status.error();
    if (status->kind != FileStatus::Kind::Directory)
        return status->kind == FileStatus::Kind::Link ? key("link") : key("file");
    if (status->owner != parts.owner)
        return key("foreign");
    const Result<QStringList> entries = host.entries(parts.target, as, deadline);
    if (!entries)
        return entries.error();
    return entries->isEmpty() ? key("empty") : key("occupied");
}

} // namespace

Result<QVariantMap> lookAtCloneTarget(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const auto found = context.hosts.find(parts.hostId);
    if (!found || parts.owner.isEmpty())
        return found ? Error{.code = ErrorCode::NotFound, .message = Tr::tr("Who will own the copy is not known.")}
                     : found.error();
    Host &host = **found;
    const Deadline &deadline = context.deadline;
    const QString parent = parentOf(parts.target);
    const Result<bool> parentThere = test(host, parts.owner, QStringLiteral("-d"), parent, deadline);
    if (!parentThere)
        return parentThere.error();
    QVariantMap values{{key("parent"), parent}, {key("parentThere"), *parentThere}};
    const Result<SpaceStatus> parentSpace = host.space(parent, deadline);
    if (!parentSpace)
        return parentSpace.error();
    values.insert(key("freeBytes"), parentSpace->freeBytes);
    values.insert(key("kind"), key("absent"));
    if (!*parentThere)
        return values;
    const Result<bool> writable = test(host, parts.owner, QStringLiteral("-w"), parent, deadline);
    const Result<QString> kind = kindOfTarget(host, parts, deadline);
    const Result<QString> enclosing = enclosingDataDirectory(host, parts.owner, parts.target, deadline);
    const Result<SpaceStatus> space = host.space(parts.target, deadline);
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

} // namespace howdah::library
