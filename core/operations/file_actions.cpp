#include "core/operations/file_actions.h"
#include "core/hosts/host.h"
#include "core/operations/pooler_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::FileActions)
};

constexpr Milliseconds fileTimeout{30000};
constexpr Milliseconds removalTimeout{600000}; // a whole copy of a cluster may have to go

Deadline soon()
{
    return Deadline::after(fileTimeout);
}

enum class Place { Absent, EmptyDirectory, Occupied };

Result<Place> look(Host &host, const QString &path, const As &as)
{
    const Result<FileStatus> status = host.status(path, as, soon());
    if (!status)
        return status.error().code == ErrorCode::NotFound ? Result<Place>(Place::Absent) : status.error();
    if (status->kind != FileStatus::Kind::Directory)
        return Place::Occupied;
    const Result<QStringList> entries = host.entries(path, as, soon());
    if (!entries)
        return entries.error();
    return entries->isEmpty() ? Place::EmptyDirectory : Place::Occupied;
}

QString inside(const QString &directory, const QString &name)
{
    return directory + QLatin1Char('/') + name;
}

/// Only an empty directory goes this way; rmdir refuses anything else by itself.
Result<void> removeEmptyDirectory(Host &host, const QString &path, const QString &owner)
{
    const Command command{.argv = {QStringLiteral("rmdir"), QStringLiteral("--"), path}, .asUser = owner};
    const Result<CommandOutcome> outcome = runChecked(host, command, soon());
    return outcome ? Result<void>() : outcome.error();
}

Result<void> checkWitness(Host &host, const MovePath &action)
{
    if (action.witness.isEmpty())
        return {};
    const Result<QByteArray> content = host.readFile(inside(action.from, action.witness), As{action.owner}, soon());
    if (content && *content == action.witnessContent)
        return {};
    return Error{.code = ErrorCode::Invalid,
                 .message = Tr::tr("%1 is left where it is: it is not, or not any more, what this operation put there.")
                                .arg(action.from),
                 .detail = content ? Tr::tr("The file %1 in it has another content.").arg(action.witness)
                                   : content.error().message,
                 .hint = Tr::tr("Look at it, and move or remove it by hand if it is not wanted.")};
}

QString markerPath(const QString &directory)
{
    return inside(directory, QString::fromLatin1(markerFileName));
}

Result<void> writeMarker(Host &host, const QString &directory, const QString &marker, const As &as)
{
    constexpr int mode = 0600;
    return host.writeFile(markerPath(directory), marker.toUtf8(), mode, as, soon());
}

/// A kill between making a marked directory and writing its marker leaves it empty, or with the marker's temporary
/// file.
bool holdsNothingButMarker(const QStringList &entries)
{
    return std::all_of(entries.begin(), entries.end(),
                       [](const QString &entry) { return entry.contains(QLatin1String(markerFileName)); });
}

/// Removes what an earlier try of the same operation made at `path`; success when nothing is there.
template <typename MarkedDirectory> Result<void> removeOurs(Host &host, const MarkedDirectory &action)
{
    const As as{action.owner};
    const Result<QStringList> entries = host.entries(action.path, as, soon());
    if (!entries)
        return entries.error().code == ErrorCode::NotFound ? Result<void>() : entries.error();
    const bool halfMade = holdsNothingButMarker(*entries) && !entries->contains(QLatin1String(markerFileName));
    if (halfMade) {
        if (const auto written = writeMarker(host, action.path, action.marker, as); !written)
            return written;
    }
    return host.removeMarkedTree(action.path, QString::fromLatin1(markerFileName), action.marker.toUtf8(), as,
                                 Deadline::after(removalTimeout));
}

} // namespace

Result<void> perform(const WriteFile &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    return (*host)->writeFile(action.path, action.content, action.mode, As{action.owner}, soon());
}

Result<void> perform(const AppendFile &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    const Result<FileStatus> status = (*host)->status(action.path, as, soon());
    if (!status)
        return status.error();
    Result<QByteArray> content = (*host)->readFile(action.path, as, soon());
    if (!content)
        return content.error();
    if (content->endsWith(action.content))
        return {};
    if (!content->isEmpty() && !content->endsWith('\n'))
        content->append('\n');
    return (*host)->writeFile(action.path, *content + action.content, status->mode, as, soon());
}

Result<void> perform(const PointPoolerAt &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const Result<QByteArray> content = (*host)->readFile(action.path, As{action.owner}, soon());
    if (!content)
        return content.error();
    const QByteArray changed = withDatabasesAt(*content, action.databases, action.host, action.port);
    if (changed == *content)
        return {};
    // In place, unlike every other file: its directory (/etc/pgbouncer) often belongs to root, the file to its user.
    // Only once all of it is on the host: a connection cut in the middle must not leave half a file.
    const QString program = QStringLiteral("new=$(mktemp) && trap 'rm -f \"$new\"' EXIT && cat >\"$new\" &&"
                                           " [ \"$(wc -c <\"$new\")\" -eq \"$2\" ] &&"
                                           " dd if=\"$new\" of=\"$1\" conv=fsync status=none");
    const Command rewrite{.argv = {QStringLiteral("sh"), QStringLiteral("-c"), program, QStringLiteral("sh"),
                                   action.path, QString::number(changed.size())},
                          .asUser = action.owner,
                          .input = changed};
    const Result<CommandOutcome> outcome = runChecked(**host, rewrite, soon());
    return outcome ? Result<void>() : outcome.error();
}

Result<void> perform(const BringFile &action, Hosts &hosts)
{
    const auto from = hosts.find(action.fromHostId);
    const auto to = hosts.find(action.hostId);
    if (!from || !to)
        return from ? to.error() : from.error();
    const Result<QByteArray> content = (*from)->readFile(action.from, As{action.fromOwner}, soon());
    return content ? (*to)->writeFile(action.path, *content, action.mode, As{action.owner}, soon())
                   : Result<void>(content.error());
}

Result<void> perform(const MakeDirectory &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    const Result<void> made = (*host)->makeDirectory(action.path, action.mode, as, soon());
    if (made || made.error().code != ErrorCode::AlreadyExists)
        return made;
    const Result<FileStatus> status = (*host)->status(action.path, as, soon());
    return status.ok() && status->kind == FileStatus::Kind::Directory ? Result<void>() : made;
}

Result<void> perform(const MovePath &action, Hosts &hosts)
{
    const auto found = hosts.find(action.hostId);
    if (!found)
        return found.error();
    Host &host = **found;
    const As as{action.owner};
    const Result<Place> from = look(host, action.from, as);
    const Result<Place> to = look(host, action.to, as);
    if (!from || !to)
        return from ? to.error() : from.error();
    if (*from != Place::Occupied && *to == Place::Occupied)
        return {};
    if (*from == Place::Absent)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There is nothing at %1 to move.").arg(action.from)};
    if (const auto witnessed = checkWitness(host, action); !witnessed)
        return *to == Place::Occupied ? Result<void>() : witnessed; // ours is at `to` already; this is somebody else's
    if (*to == Place::EmptyDirectory) {
        if (const auto removed = removeEmptyDirectory(host, action.to, action.owner); !removed)
            return removed;
    }
    return host.move(action.from, action.to, as, soon());
}

Result<void> perform(const MakeMarkedDirectory &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const As as{action.owner};
    if (const auto removed = removeOurs(**host, action); !removed)
        return removed;
    constexpr int onlyOwner = 0700;
    if (const auto made = (*host)->makeDirectory(action.path, onlyOwner, as, soon()); !made)
        return made;
    return writeMarker(**host, action.path, action.marker, as);
}

Result<void> perform(const RemoveMarkedDirectory &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    return host ? removeOurs(**host, action) : host.error();
}

Result<void> perform(const RemoveFile &action, Hosts &hosts)
{
    const auto host = hosts.find(action.hostId);
    if (!host)
        return host.error();
    const Result<void> removed = (*host)->removeFile(action.path, As{action.owner}, soon());
    return !removed && removed.error().code == ErrorCode::NotFound ? Result<void>() : removed;
}

} // namespace howdah
