#include "core/backup/archive_surroundings.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"
#include "core/operations/library/schedule_parts.h"

#include <QCoreApplication>

// What comes after a scheduled backup: its copy on another host, and its drill.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Schedule)
};

/// As the script will: the files' owner's ssh, asked for nothing.
Result<QVariantMap> tryCopying(ProbeContext &context)
{
    const ScheduleParts parts = ScheduleParts::of(context.situation);
    if (!parts.wanted || parts.copyHost.isEmpty())
        return QVariantMap{};
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const QString there = QStringLiteral("d=$1; until [ -e \"$d\" ]; do d=$(dirname \"$d\"); done; [ -w \"$d\" ] &&"
                                         " echo writable; df -Pk \"$d\" | awk 'NR == 2 { print $4 }'");
    const ArchivePlace place{parts.copyDirectory, parts.copyHost, parts.sshConfig};
    const Result<CommandOutcome> outcome =
        (*host)->run(atArchive(place, {key("sh"), key("-c"), there, key("sh"), parts.copyDirectory}, As{parts.owner}),
                     context.deadline, context.stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->succeeded())
        return QVariantMap{{key("said"), QString::fromUtf8(outcome->errorOutput).trimmed().section(u'\n', -1)}};
    constexpr qint64 kilobyte = 1024;
    return QVariantMap{{key("reached"), true},
                       {key("writable"), outcome->output.startsWith("writable")},
                       {key("freeBytes"), outcome->output.trimmed().split('\n').last().toLongLong() * kilobyte}};
}

Judgement judgeCopy(const Situation &situation, const Values &seen)
{
    const ScheduleParts parts = ScheduleParts::of(situation);
    if (!parts.wanted || parts.copyHost.isEmpty())
        return ok(Tr::tr("They stay on that host alone."));
    if (!seen.value(key("reached")).toBool())
        return blocked(Tr::tr("%1 does not reach %2 with ssh: %3")
                           .arg(parts.owner, parts.copyHost, seen.value(key("said")).toString()),
                       Tr::tr("Give the public key of %1 to that host, and put that host's key on record for %1.")
                           .arg(parts.owner));
    if (!seen.value(key("writable")).toBool())
        return blocked(Tr::tr("%1 may not write to %2 there.").arg(parts.copyHost, parts.copyDirectory),
                       Tr::tr("Make the directory for that user, or name another one."));
    return ok(Tr::tr("%1 takes them; %2 are free there.")
                  .arg(parts.copyHost, prettySize(seen.value(key("freeBytes")).toLongLong())));
}

Judgement judgeDrill(const Situation &situation)
{
    const ScheduleParts parts = ScheduleParts::of(situation);
    if (!parts.wanted || !parts.schedule.drills)
        return ok(Tr::tr("None is asked for."));
    const QString place = scheduledDrillPlace(parts.directory);
    constexpr qsizetype longest = 90; // a socket's path has 108 bytes, the name in it takes 18
    if (place.toUtf8().size() > longest)
        return blocked(Tr::tr("The path %1 is too long for the socket through which the copy is examined.").arg(place),
                       Tr::tr("Choose a directory whose path is shorter than 80 bytes."));
    if (!isSafeForPgCtl(place))
        return blocked(Tr::tr("pg_ctl hands the path %1 to a shell, which would change it.").arg(place),
                       Tr::tr("Choose a directory without any of these: \" $ ` \\"));
    return ok(Tr::tr("Each is restored in %1 and taken down again.").arg(place));
}

} // namespace

QByteArray scheduledDrillSettings(const Situation &situation, const ScheduleParts &parts)
{
    Situation recovery = situation;
    const NodeState *node = situation.node(parts.node);
    recovery.arguments = {{key("beside"), parts.node},
                          {key("into"), scheduledDrillPlace(parts.directory)},
                          {key("port"), node ? node->definition.connInfo.port() : QString()}};
    recovery.facts.insert(
        key("material"),
        Fact{.values = {{key("major"), node && node->lastAnswer ? node->lastAnswer->version.major() : 0}},
             .observedAt = situation.now});
    // Last, so that these count: nothing listens on the network, and whichever timeline the backup is of.
    return RecoverParts::of(recovery).settings + "listen_addresses = ''\nrecovery_target_timeline = 'current'\n";
}

Probe scheduleCopyProbe()
{
    return {.id = key("copy"), .look = tryCopying};
}

QList<Check> scheduleExtraChecks()
{
    return {factCheck(key("copy"), Tr::tr("The other host takes copies"),
                      Tr::tr("At night nobody types a password, or agrees to a host's key."), key("copy"), judgeCopy),
            {.id = key("drill"),
             .title = Tr::tr("Drills"),
             .why = Tr::tr("A backup is proven only by restoring it."),
             .judge = judgeDrill}};
}

} // namespace howdah::library
