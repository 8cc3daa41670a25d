#include "core/backup/archive_command.h"
#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

// How WAL comes to a recovered copy, and whether what comes is what was asked for.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

/// Words: the script, seconds, name, where the server would be. Prints the exit code, and then what was said.
const char *const trial = R"sh(
directory=$(mktemp -d "${TMPDIR:-/tmp}/howdah-fetch-XXXXXX") || exit 91
trap 'rm -rf "$directory"' EXIT
trap 'exit 1' HUP INT TERM
printf '%s' "$1" >"$directory/fetch-wal"
cd "$4" 2>/dev/null || cd "$directory" || exit 91
said=$(timeout --kill-after=2 "$2" sh "$directory/fetch-wal" "$directory" "$3" "$directory/trial" 2>&1)
echo $?
printf '%s\n' "$said"
)sh";

constexpr int mostPatienceOfTrial = 60; // seconds
/// Far beyond what any cluster writes.
const char *const impossibleSegment = "0000000100FFFFFF00000001";

/// Up to the backup's end on its own timeline, behind it on the one that recovery goes to.
QString segmentWith(const RecoverParts &parts, Lsn at)
{
    const BaseBackup &backup = parts.chosen.backup;
    return nameOf({at < backup.stop ? backup.timeline : parts.timeline, segmentNumberAt(at, parts.segmentBytes)},
                  parts.segmentBytes);
}

Result<QVariantMap> tryFetching(ProbeContext &context)
{
    const RecoverParts parts = RecoverParts::of(context.situation);
    if (parts.restoreCommand.isEmpty() || parts.chosen.id.isEmpty() || parts.segmentBytes == 0)
        return QVariantMap{};
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    QStringList names{segmentWith(parts, parts.first)};
    for (const Lsn at : {parts.chosen.backup.stop, parts.until})
        if (at > parts.first && !names.contains(segmentWith(parts, Lsn(at.position() - 1))))
            names << segmentWith(parts, Lsn(at.position() - 1));
    names << key(impossibleSegment);
    QVariantList tried;
    const int patience = std::min(parts.patience, mostPatienceOfTrial);
    const QString live = context.situation.value(key("layout"), key("dataDirectory")).toString();
    for (const QString &name : std::as_const(names)) {
        const Result<CommandOutcome> outcome =
            runChecked(**host,
                       {.argv = {key("sh"), key("-c"), key(trial), key("sh"), QString::fromUtf8(fetchScript(parts)),
                                 QString::number(patience), name, live},
                        .asUser = parts.owner},
                       Deadline::after(Milliseconds{(patience + 10) * 1000}), context.stop);
        if (!outcome)
            return outcome.error();
        const QString printed = QString::fromUtf8(outcome->output);
        const int code = printed.section(QLatin1Char('\n'), 0, 0).toInt();
        tried << QVariantMap{
            {key("name"), name}, {key("code"), code}, {key("said"), printed.section(QLatin1Char('\n'), 1).trimmed()}};
        if (code != 0)
            break;
    }
    return QVariantMap{{key("tried"), tried}, {key("seconds"), patience}};
}

Judgement judgeTrial(const QVariantMap &trialOf, int seconds)
{
    constexpr int timedOut = 124;
    constexpr int killed = 137;
    constexpr int wrong = 126;
    const QString name = trialOf.value(key("name")).toString();
    const int code = trialOf.value(key("code")).toInt();
    const QString said = trialOf.value(key("said")).toString().section(QLatin1Char('\n'), -1);
    if (code == timedOut || code == killed)
        return blocked(
            Tr::tr("restore_command did not bring %1 within %2 seconds.").arg(name).arg(seconds),
            Tr::tr("See whether what it fetches from answers, and run it by hand; or wait longer for a segment."));
    if (name == key(impossibleSegment))
        return code > 0 && code < wrong
                   ? ok(Tr::tr("It brings what is there, and says so when something is not."))
                   : blocked(
                         Tr::tr("Asked for a segment that cannot be there, restore_command ended with code %1: %2")
                             .arg(code)
                             .arg(said),
                         Tr::tr("It must end with a code from 1 to 125 then: else recovery does not come to an end."));
    if (code == wrong)
        return blocked(said, Tr::tr("Correct the command: what it brings cannot be recovered from."));
    return blocked(Tr::tr("restore_command does not bring %1 (code %2): %3").arg(name).arg(code).arg(said),
                   Tr::tr("The backup needs it. Run the command by hand as the owner of the server's files."));
}

Judgement judgeFetching(const Situation &situation, const Values &seen)
{
    const RecoverParts parts = RecoverParts::of(situation);
    const QVariantList tried = seen.value(key("tried")).toList();
    if (parts.restoreCommand.isEmpty())
        return ok(parts.archive.isEmpty()
                      ? Tr::tr("No WAL is fetched: the backup brings its own.")
                      : Tr::tr("It lies in %1, and is looked at once more as it is fetched.").arg(parts.archive));
    if (tried.isEmpty())
        return ok(Tr::tr("restore_command was not tried, as there is no backup to try it for."));
    return judgeTrial(tried.last().toMap(), seen.value(key("seconds")).toInt());
}

} // namespace

QString restoreCommandOf(const QString &archiveCommand)
{
    const ArchiveCommand command = parseArchiveCommand(archiveCommand);
    if (command.kind == ArchiveCommand::Kind::Ours && command.place().isRemote())
        return restoreCommandFor(command.place()).value_or(QString());
    if (command.kind != ArchiveCommand::Kind::Tool)
        return {};
    const QString text = archiveCommand.trimmed();
    static const QList<QPair<QRegularExpression, QString>> ways{
        {QRegularExpression(QStringLiteral(R"re(^(\S*pgbackrest\b[^|;&]*?)\barchive-push\s+"?%p"?\s*$)re")),
         QStringLiteral("\\1archive-get %f \"%p\"")},
        {QRegularExpression(QStringLiteral(R"re(^(\S*)barman-wal-archive\s+([^|;&]*?)"?%p"?\s*$)re")),
         QStringLiteral("\\1barman-wal-restore \\2%f \"%p\"")},
        {QRegularExpression(QStringLiteral(R"re(^(\S*wal-g\b[^|;&]*?)\bwal-push\s+"?%p"?\s*$)re")),
         QStringLiteral("\\1wal-fetch %f \"%p\"")}};
    for (const auto &[put, get] : ways)
        if (put.match(text).hasMatch())
            return QString(text).replace(put, get);
    return {};
}

Probe fetchingProbe()
{
    return {.id = key("fetching"), .look = tryFetching};
}

Check fetchingCheck()
{
    return factCheck(
        key("fetching"), Tr::tr("The archive's segments come"),
        Tr::tr("A restore_command that hangs keeps recovery waiting for ever; one that lies ends it early, or "
               "with what belongs to another cluster."),
        key("fetching"), judgeFetching);
}

} // namespace howdah::library
