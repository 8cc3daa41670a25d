#include "core/backup/archive_surroundings.h"

#include <QHash>

namespace howdah {

namespace {

constexpr int sshFoundNoWay = 255;
constexpr qint64 kilobyte = 1024;

/// A name and a value a line. As whoever runs it sees it, without a change.
const char *const lookScript = R"sh(
d=$1; at=$d
while [ ! -e "$at" ] && [ "$at" != / ]; do at=$(dirname "$at"); done
if [ -d "$d" ]; then echo 'what directory'; elif [ -e "$d" ]; then echo 'what other'; else echo 'what absent'; fi
[ -w "$at" ] && [ -x "$at" ] && echo 'mayWrite yes'
echo "user $(id -un 2>/dev/null || id -u)"
echo "owner $(stat -c %U "$at")"
echo "nearest $at"
echo "resolved $(cd "$at" 2>/dev/null && pwd -P)"
echo "fileSystem $(stat -c %d "$at")"
df -Pk "$at" | awk 'NR == 2 { print "total " $2; print "free " $4 }'
[ -f "$d/.howdah/archive-of" ] && echo "archiveOf $(head -n 1 "$d/.howdah/archive-of")"
[ -x "$d/.howdah/archive-wal" ] && [ -x "$d/.howdah/restore-wal" ] && echo 'scripts yes'
command -v gzip >/dev/null && echo 'gzip yes'
command -v zstd >/dev/null && echo 'zstd yes'
true
)sh";

} // namespace

Command atArchive(const ArchivePlace &place, const QStringList &argv, const As &as)
{
    return {.argv = place.isRemote() ? sshWords(place, argv) : argv, .asUser = as.user};
}

ArchiveSurroundings parseSurroundings(const QByteArray &output)
{
    QHash<QByteArray, QString> said;
    for (const QByteArray &line : output.split('\n'))
        if (const qsizetype blank = line.indexOf(' '); blank > 0)
            said.insert(line.left(blank), QString::fromUtf8(line.mid(blank + 1)));
    const QString what = said.value("what");
    using What = ArchiveSurroundings::What;
    return {.user = said.value("user"),
            .what = what == QLatin1String("directory") ? What::Directory
                    : what == QLatin1String("other")   ? What::Other
                                                       : What::Absent,
            .mayWrite = said.contains("mayWrite"),
            .owner = said.value("owner"),
            .nearest = said.value("nearest"),
            .resolved = said.value("resolved"),
            .fileSystem = said.value("fileSystem"),
            .freeBytes = said.value("free").toLongLong() * kilobyte,
            .totalBytes = said.value("total").toLongLong() * kilobyte,
            .archiveOf = said.value("archiveOf"),
            .hasScripts = said.contains("scripts"),
            .hasGzip = said.contains("gzip"),
            .hasZstd = said.contains("zstd")};
}

Result<ArchiveSurroundings> lookAtArchivePlace(Host &host, const ArchivePlace &place, const As &as,
                                               const Deadline &deadline, std::stop_token stop)
{
    const Command look = atArchive(place,
                                   {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(lookScript),
                                    QStringLiteral("sh"), place.directory},
                                   as);
    const Result<CommandOutcome> outcome = host.run(look, deadline, std::move(stop));
    if (!outcome)
        return outcome.error();
    if (!outcome->output.contains("nearest ")) {
        ArchiveSurroundings unseen{.reached = false, .noWay = QString::fromUtf8(outcome->errorOutput).trimmed()};
        if (unseen.noWay.isEmpty() && outcome->exitCode != sshFoundNoWay)
            unseen.noWay = QStringLiteral("code %1").arg(outcome->exitCode);
        return unseen;
    }
    return parseSurroundings(outcome->output);
}

QVariantMap ArchiveSurroundings::toValues() const
{
    return {{QStringLiteral("reached"), reached},
            {QStringLiteral("noWay"), noWay},
            {QStringLiteral("user"), user},
            {QStringLiteral("what"), static_cast<int>(what)},
            {QStringLiteral("mayWrite"), mayWrite},
            {QStringLiteral("owner"), owner},
            {QStringLiteral("nearest"), nearest},
            {QStringLiteral("resolved"), resolved},
            {QStringLiteral("fileSystem"), fileSystem},
            {QStringLiteral("freeBytes"), freeBytes},
            {QStringLiteral("totalBytes"), totalBytes},
            {QStringLiteral("archiveOf"), archiveOf},
            {QStringLiteral("hasScripts"), hasScripts},
            {QStringLiteral("hasGzip"), hasGzip},
            {QStringLiteral("hasZstd"), hasZstd}};
}

ArchiveSurroundings ArchiveSurroundings::fromValues(const QVariantMap &values)
{
    const auto text = [&](const char *name) { return values.value(QLatin1String(name)).toString(); };
    const auto flag = [&](const char *name) { return values.value(QLatin1String(name)).toBool(); };
    return {.reached = flag("reached"),
            .noWay = text("noWay"),
            .user = text("user"),
            .what = static_cast<What>(values.value(QStringLiteral("what")).toInt()),
            .mayWrite = flag("mayWrite"),
            .owner = text("owner"),
            .nearest = text("nearest"),
            .resolved = text("resolved"),
            .fileSystem = text("fileSystem"),
            .freeBytes = values.value(QStringLiteral("freeBytes")).toLongLong(),
            .totalBytes = values.value(QStringLiteral("totalBytes")).toLongLong(),
            .archiveOf = text("archiveOf"),
            .hasScripts = flag("hasScripts"),
            .hasGzip = flag("hasGzip"),
            .hasZstd = flag("hasZstd")};
}

} // namespace howdah
