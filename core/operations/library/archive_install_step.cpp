#include "core/operations/library/archive_parts.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

constexpr int program = 0755, readable = 0644;

Observation isThere(const ArchivingNode &node, const QString &path)
{
    return {.text = Tr::tr("%1 is there").arg(path),
            .look = PathIs{node.place.hostId, path, node.place.owner},
            .timeout = Milliseconds{0}};
}

Action makeDirectory(const ArchivingNode &node, const QString &path)
{
    return {.text = Tr::tr("Make the directory %1, unless it is there").arg(path),
            .what = MakeDirectory{node.place.hostId, path, node.place.owner},
            .unless = isThere(node, path)};
}

/// Where the owner may not make it himself, the login does, and gives it to him.
Action makeArchive(const ArchivingNode &node, const QString &path)
{
    if (node.seen.mayWrite || node.seen.what == ArchiveSurroundings::What::Directory)
        return makeDirectory(node, path);
    return {.text = Tr::tr("Make the directory %1 for %2, unless it is there").arg(path, node.place.owner),
            .what =
                RunCommand{.hostId = node.place.hostId,
                           .command = {.argv = {QStringLiteral("install"), QStringLiteral("-d"), QStringLiteral("-m"),
                                                QStringLiteral("700"), QStringLiteral("-o"), node.place.owner, path}}},
            .unless = isThere(node, path)};
}

Action write(const ArchivingNode &node, const QString &directory, const char *name, const QByteArray &content, int mode)
{
    const QString path = QStringLiteral("%1/%2").arg(directory, QLatin1String(name));
    return {.text = Tr::tr("Write %1").arg(path),
            .what = WriteFile{node.place.hostId, path, node.place.owner, content, mode}};
}

QString ownIn(const QString &directory)
{
    return directory + QLatin1Char('/') + QLatin1String(archiveOwnDirectory);
}

QByteArray archiveOf(const ArchiveParts &parts)
{
    return QStringLiteral("%1 %2\n").arg(parts.systemIdentifier, parts.cluster).toUtf8();
}

/// By ssh as the server's user: $1 the archive, $2 whose it is.
const char *const installThere = R"sh(
set -eu
umask 077
[ -d "$1" ] || mkdir "$1"
[ -d "$1/.howdah" ] || mkdir "$1/.howdah"
cd "$1/.howdah"
umask 022
cat >archive-wal.part <<'SCRIPTS'
%1
SCRIPTS
cat >restore-wal.part <<'SCRIPTS'
%2
SCRIPTS
chmod 755 archive-wal.part restore-wal.part
mv archive-wal.part archive-wal
mv restore-wal.part restore-wal
printf '%s\n' "$2" >archive-of
)sh";

QList<Action> installHere(const ArchiveParts &parts, const ArchivingNode &node)
{
    const QString own = ownIn(parts.place.directory);
    return {makeArchive(node, parts.place.directory), makeDirectory(node, own),
            write(node, own, archiveScriptName, archiveScript(), program),
            write(node, own, restoreScriptName, restoreScript(), program),
            write(node, own, archiveOfName, archiveOf(parts), readable)};
}

QList<Action> installOver(const ArchiveParts &parts, const ArchivingNode &node)
{
    const QString script = QString::fromLatin1(installThere)
                               .replace(QStringLiteral("%1"), QString::fromUtf8(archiveScript()).trimmed())
                               .replace(QStringLiteral("%2"), QString::fromUtf8(restoreScript()).trimmed());
    Command there = atArchive(parts.place,
                              {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"),
                               parts.place.directory, QString::fromUtf8(archiveOf(parts)).trimmed()},
                              As{node.place.owner});
    return {{.text = Tr::tr("Put archive-wal and restore-wal beside the archive %1").arg(parts.place.forPeople()),
             .what = RunCommand{.hostId = node.place.hostId, .command = there, .timeout = Milliseconds{60000}}}};
}

QList<Action> install(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    if (parts.isOff())
        return {};
    QList<Action> actions;
    for (const ArchivingNode *node : parts.places())
        actions << (parts.place.isRemote() ? installOver(parts, *node) : installHere(parts, *node));
    for (const ArchivingNode &node : parts.nodes) {
        if (!parts.place.isRemote())
            continue;
        const QString own = ownIn(node.place.dataDirectory);
        actions << makeDirectory(node, own) << write(node, own, archiveOverSshName, archiveOverSshScript(), program)
                << write(node, own, restoreOverSshName, restoreOverSshScript(), program);
    }
    return actions;
}

/// Directories that are not empty stay, with whatever was archived meanwhile.
Action removeEmpty(const ArchivingNode &node, const QStringList &directories)
{
    return {.text = Tr::tr("Remove %1, if nothing lies there").arg(directories.join(QStringLiteral(", "))),
            .what = RunCommand{.hostId = node.place.hostId,
                               .command = {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"),
                                                               QStringLiteral("rmdir -- \"$@\" 2>/dev/null; true"),
                                                               QStringLiteral("sh")} +
                                                   directories,
                                           .asUser = node.place.owner}}};
}

QList<Action> removeFiles(const ArchivingNode &node, const QString &own, const QList<const char *> &names)
{
    QList<Action> actions;
    for (const char *name : names) {
        const QString path = QStringLiteral("%1/%2").arg(own, QLatin1String(name));
        actions.append(
            {.text = Tr::tr("Remove %1").arg(path), .what = RemoveFile{node.place.hostId, path, node.place.owner}});
    }
    return actions;
}

/// Scripts that lay there before are called by somebody.
QList<Action> takeAway(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QList<Action> actions;
    if (parts.isOff())
        return actions;
    for (const ArchivingNode &node : parts.nodes) {
        const QString own = ownIn(node.place.dataDirectory);
        if (parts.place.isRemote() && !node.hasOwnDirectory)
            actions << removeFiles(node, own, {archiveOverSshName, restoreOverSshName}) << removeEmpty(node, {own});
    }
    for (const ArchivingNode *node : parts.places()) {
        if (node->seen.hasScripts)
            continue;
        const QString own = ownIn(parts.place.directory);
        QStringList directories{own};
        if (node->seen.what == ArchiveSurroundings::What::Absent)
            directories << parts.place.directory;
        if (!parts.place.isRemote()) {
            actions << removeFiles(*node, own, {archiveScriptName, restoreScriptName, archiveOfName})
                    << removeEmpty(*node, directories);
            continue;
        }
        const QString script = QStringLiteral(
            "cd \"$1\" && rm -f archive-wal restore-wal archive-of; cd /; rmdir -- \"$@\" 2>/dev/null; true");
        actions.append({.text = Tr::tr("Take the scripts away from %1").arg(parts.place.forPeople()),
                        .what = RunCommand{.hostId = node->place.hostId,
                                           .command = atArchive(parts.place,
                                                                QStringList{QStringLiteral("sh"), QStringLiteral("-c"),
                                                                            script, QStringLiteral("sh")} +
                                                                    directories,
                                                                As{node->place.owner}),
                                           .timeout = Milliseconds{60000}}});
    }
    return actions;
}

QList<Observation> isInstalled(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QList<Observation> seen;
    if (parts.isOff())
        return seen;
    for (const ArchivingNode *node : parts.places()) {
        const Command look = atArchive(
            parts.place, {QStringLiteral("test"), QStringLiteral("-x"), archiveScriptIn(parts.place.directory)},
            As{node->place.owner});
        seen.append({.text = Tr::tr("%1 can run %2").arg(node->place.owner, archiveScriptIn(parts.place.directory)),
                     .look = CommandSucceeds{node->place.hostId, look}});
    }
    return seen;
}

} // namespace

Step archiveInstallStep()
{
    return {.id = QStringLiteral("install"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Prepare %1").arg(ArchiveParts::of(situation).place.forPeople());
                },
            .act = install,
            .undo = takeAway,
            .verify = isInstalled,
            .always = true};
}

} // namespace howdah::library
