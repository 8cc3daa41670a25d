#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>
#include <QMap>

// How a data directory is made of a backup, whatever kind it is of, and compared with what is on record of it.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

/// What unpacks it, puts it together and compares it.
QStringList programsFor(const RecoverParts &parts)
{
    const BaseBackup &backup = parts.chosen.backup;
    QStringList programs;
    if (backup.cold)
        return {key("sha256sum")};
    programs << parts.binDirectory + QStringLiteral("/pg_verifybackup");
    if (backup.format == BaseBackup::Format::Tar) {
        static const QMap<Compression, QString> unpackers{
            {Compression::Gzip, key("gzip")}, {Compression::Zstd, key("zstd")}, {Compression::Lz4, key("lz4")}};
        programs << key("tar");
        if (unpackers.contains(backup.compression))
            programs << unpackers.value(backup.compression);
    } else if (parts.chosen.chain.size() > 1) {
        programs << parts.binDirectory + QStringLiteral("/pg_combinebackup");
    }
    return programs;
}

Result<QVariantMap> lookForPrograms(ProbeContext &context)
{
    const RecoverParts parts = RecoverParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const QStringList programs = programsFor(parts);
    const Result<CommandOutcome> missing = runChecked(
        **host,
        {.argv = QStringList{key("sh"), key("-c"),
                             key("for one; do command -v \"$one\" >/dev/null || echo \"$one\"; done"), key("sh")} +
                 programs,
         .asUser = parts.owner},
        context.deadline, context.stop);
    if (!missing)
        return missing.error();
    return QVariantMap{
        {key("needed"), programs},
        {key("missing"), QString::fromUtf8(missing->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts)}};
}

Judgement judgePrograms(const Situation &situation, const Values &seen)
{
    const RecoverParts parts = RecoverParts::of(situation);
    const QStringList missing = seen.value(key("missing")).toStringList();
    if (!missing.isEmpty())
        return blocked(
            Tr::tr("%1 is not there; the backup %2 needs it.").arg(missing.join(QStringLiteral(", ")), parts.chosen.id),
            Tr::tr("Install it on this host, or name another backup."));
    const BaseBackup &backup = parts.chosen.backup;
    if (backup.cold)
        return ok(Tr::tr("A cold copy: it is copied, and compared with the checksums that were kept of it."));
    if (backup.format == BaseBackup::Format::Tar)
        return ok(Tr::tr("Tar files: they are unpacked, and compared with the manifest."));
    return parts.chosen.chain.size() > 1
               ? ok(Tr::tr("It is put together from %n backups, and compared with the manifest.", nullptr,
                           static_cast<int>(parts.chosen.chain.size())))
               : ok(Tr::tr("Plain files: they are copied, and compared with the manifest."));
}

/// A byte that was flipped, a file that is missing: found by the sums that the backup was given when it was taken.
Action verifyAgainstManifest(const RecoverParts &parts)
{
    const QString manifest = parts.data() + QStringLiteral("/backup_manifest");
    return {.text = Tr::tr("Verify every file of the copy against the backup's manifest, where it has one"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_verifybackup"),
                                                    QStringLiteral("--no-parse-wal"), QStringLiteral("--exit-on-error"),
                                                    // Its links lead beside the copy, not to the live server's.
                                                    QStringLiteral("--ignore=tablespace_map"),
                                                    QStringLiteral("--quiet"), parts.data()},
                                           .asUser = parts.owner}},
            .unless = Observation{.text = Tr::tr("there is no manifest"),
                                  .look = PathIs{parts.hostId, manifest, parts.owner, PathIs::What::Absent},
                                  .timeout = Milliseconds{0}}};
}

/// Words: from, to. What is large is put on disk as it comes, by several at a time: the server would do so before it
/// begins, with nothing else going on. Both are waited for, so that nothing is left running.
const char *const copying = R"sh(
from=$1 to=$2
cp --archive --attributes-only -- "$from" "$to" && cd "$from" || exit 1
{
    find . -type f -size +4095k -printf '%s %p\0' | sort --zero-terminated --numeric-sort --reverse |
        cut --zero-terminated --delimiter=' ' --fields=2- | xargs --null --no-run-if-empty --max-procs=3 --max-args=1 \
        sh -c 'cp --reflink=auto -- "$2" "$1/$2" && sync --data "$1/$2"' sh "$to" || exit 1
} &
large=$!
{
    find . -type f -size +0 -size -4096k -print0 |
        xargs --null --no-run-if-empty cp --reflink=auto --parents --target-directory="$to" -- || exit 1
} &
code=0
wait "$!" || code=1
wait "$large" || code=1
exit "$code"
)sh";

Action restored(const RecoverParts &parts)
{
    Action action = restoreAction(parts.chosen, parts.data());
    const BaseBackup &backup = parts.chosen.backup;
    if (backup.format == BaseBackup::Format::Plain && !backup.cold && parts.chosen.chain.size() == 1)
        std::get<RunCommand>(action.what).command.argv = {QStringLiteral("sh"),        QStringLiteral("-c"),
                                                          QLatin1String(copying),      QStringLiteral("sh"),
                                                          parts.chosen.chain.value(0), parts.data()};
    return action;
}

/// The mark that says that it is whole must not be there before it after a power cut.
Action putOnDisk(const RecoverParts &parts)
{
    return {.text = Tr::tr("Put the copy on disk"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sync"), QStringLiteral("--file-system"),
                                                    QStringLiteral("--"), parts.data()},
                                           .asUser = parts.owner}}};
}

Action verifyColdCopy(const RecoverParts &parts)
{
    const QString sums = parts.chosen.chain.value(0) + QStringLiteral("/../howdah-checksums");
    return {.text = Tr::tr("Verify every file of the copy against the checksums of the cold backup"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                                                    QStringLiteral("cd \"$1\" && sha256sum --quiet --check \"$2\" >&2"),
                                                    QStringLiteral("sh"), parts.data(), sums},
                                           .asUser = parts.owner}}};
}

} // namespace

QList<Action> restoreAndVerify(const RecoverParts &parts)
{
    return {restored(parts), parts.chosen.backup.cold ? verifyColdCopy(parts) : verifyAgainstManifest(parts),
            putOnDisk(parts)};
}

Probe restoringProgramsProbe()
{
    return {.id = key("programs"), .look = lookForPrograms};
}

Check restoringProgramsCheck()
{
    return factCheck(
        key("programs"), Tr::tr("The backup can be restored here"),
        Tr::tr("Each kind of backup needs programs of its own: to unpack it, to put it together, to compare "
               "it."),
        key("programs"), judgePrograms);
}

} // namespace howdah::library
