#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneHost)
};

/// $1: the owner of the source's files.
const char *const hostScript = R"sh(echo "architecture=$(uname -m)"
echo "login=$(id -un)"
id -- "$1" >/dev/null 2>&1 && echo "owner=$1"
echo "glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null)"
locale -a 2>/dev/null | sed 's/^/locale=/'
exit 0)sh";

/// $1: where the programs are; $2: the library of the compression, or nothing; the rest: shared_preload_libraries.
const char *const programsScript = R"sh(libraries=$("$1/pg_config" --pkglibdir 2>/dev/null) || libraries=$1/../lib
[ -z "$2" ] || grep -qaF -- "$2" "$1/pg_basebackup" || echo "compression"
shift 2
for name; do
    case $name in /*) file=$name ;; *) file=$libraries/$name ;; esac
    [ -e "$file" ] || [ -e "$file.so" ] || echo "library=$name"
done
exit 0)sh";

QString libraryOf(const QString &compression)
{
    static const QHash<QString, QString> libraries{
        {key("gzip"), key("libz.so")}, {key("lz4"), key("liblz4")}, {key("zstd"), key("libzstd")}};
    return libraries.value(compression);
}

QStringList preloaded(const Situation &situation)
{
    QStringList names;
    const QString setting = situation.value(key("source"), key("libraries")).toString();
    for (QString name : setting.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        name = name.trimmed().remove(QLatin1Char('"'));
        names << name.remove(QLatin1String("$libdir/"));
    }
    return names;
}

const PostgresBinaries *bestOf(const QList<PostgresBinaries> &found, int major, const QString &own)
{
    const PostgresBinaries *best = nullptr;
    for (const PostgresBinaries &binaries : found) {
        if (binaries.major != major)
            continue;
        const bool complete = binaries.hasBaseBackup && binaries.hasVerifyBackup;
        if (!best || binaries.directory == own || (complete && !(best->hasBaseBackup && best->hasVerifyBackup)))
            best = &binaries;
        if (complete && binaries.directory == own)
            break;
    }
    return best;
}

} // namespace

Result<QHash<QString, QStringList>> shellAnswers(ProbeContext &context, const QString &hostId, const QString &asUser,
                                                 const char *script, const QStringList &words)
{
    const auto host = context.hosts.find(hostId);
    if (!host)
        return host.error();
    const Command command{.argv = QStringList{key("sh"), key("-c"), QLatin1String(script), key("howdah")} + words,
                          .asUser = asUser};
    const Result<CommandOutcome> outcome = runChecked(**host, command, context.deadline, context.stop);
    if (!outcome)
        return outcome.error();
    QHash<QString, QStringList> answers;
    for (const QString &line : QString::fromUtf8(outcome->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        answers[line.section(QLatin1Char('='), 0, 0)] << line.section(QLatin1Char('='), 1);
    return answers;
}

Result<QVariantMap> lookAtCloneHost(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    if (const Fact *layout = context.situation.fact(key("layout")); layout && layout->error)
        return *layout->error;
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const auto seen = shellAnswers(context, parts.hostToLookAt(), {}, hostScript, {parts.sourceOwner});
    if (!seen)
        return seen.error();
    const auto one = [&](const char *name) { return seen->value(key(name)).value(0); };
    const QString owner = one("owner").isEmpty() && one("login") != key("root") ? one("login") : one("owner");
    if (owner.isEmpty())
        return Error{
            .code = ErrorCode::NotFound,
            .message =
                Tr::tr("There is no user %1 on %2 to own the new server.").arg(parts.sourceOwner, (*host)->label()),
            .hint = Tr::tr("Install PostgreSQL there, or make that user.")};
    return QVariantMap{{key("label"), (*host)->label()},
                       {key("owner"), owner},
                       {key("architecture"), one("architecture")},
                       {key("glibc"), one("glibc").section(QLatin1Char(' '), 1)},
                       {key("locales"), seen->value(key("locale"))}};
}

Result<QVariantMap> lookAtCloneBinaries(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const NodeState *source = context.situation.node(context.situation.argument(key("source")));
    if (!source || !source->lastAnswer)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("The version of the source is not known.")};
    const auto host = context.hosts.find(parts.hostToLookAt());
    if (!host)
        return host.error();
    const int major = source->lastAnswer->version.major();
    const Result<QList<PostgresBinaries>> found = findPostgresBinaries(**host, context.deadline);
    if (!found)
        return found.error();
    const QString sources = context.situation.value(key("layout"), key("binDirectory")).toString();
    const PostgresBinaries *best =
        bestOf(*found, major, parts.hostToLookAt() == parts.sourceHostId ? sources : QString());
    if (!best)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There are no programs of PostgreSQL %1 on this host.").arg(major),
                     .hint = Tr::tr("Install the server and client packages of PostgreSQL %1.").arg(major)};
    const auto seen =
        shellAnswers(context, parts.hostToLookAt(), {}, programsScript,
                     QStringList{best->directory, libraryOf(parts.compression)} + preloaded(context.situation));
    if (!seen)
        return seen.error();
    return QVariantMap{{key("directory"), best->directory},
                       {key("major"), best->major},
                       {key("hasBaseBackup"), best->hasBaseBackup},
                       {key("hasVerifyBackup"), best->hasVerifyBackup},
                       {key("hasCompression"), !seen->contains(key("compression"))},
                       {key("missingLibraries"), seen->value(key("library"))}};
}

int highestPort(const Situation &situation)
{
    int highest = 0;
    for (const NodeState &node : situation.snapshot->nodes)
        highest = std::max(highest, node.definition.connInfo.port().toInt());
    constexpr int usual = 5432;
    return highest > 0 ? highest : usual;
}

/// A free port to suggest, above those of the cluster's nodes; and whether the chosen one is free.
Result<QVariantMap> lookAtClonePorts(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const auto host = context.hosts.find(parts.container ? key("local") : parts.hostId);
    if (!host)
        return host.error();
    constexpr int tries = 100;
    QVariantMap values;
    const int first = highestPort(context.situation) + 1;
    for (int port = first; port < first + tries && port <= 65535; ++port) {
        const Result<bool> free = (*host)->portIsFree(port, context.deadline);
        if (!free)
            return free.error();
        if (*free) {
            values.insert(key("suggested"), port);
            break;
        }
    }
    if (parts.port > 0) {
        const Result<bool> free = (*host)->portIsFree(parts.port, context.deadline);
        if (!free)
            return free.error();
        values.insert(key("free"), *free);
    } else {
        values.insert(key("free"), values.contains(key("suggested")));
    }
    return values;
}

} // namespace howdah::library
