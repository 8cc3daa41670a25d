#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/follow_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/synchronous_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Follow)
};

constexpr qint64 longDelayMs = 60'000; ///< the change takes effect only after a delay has passed
QString text(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString();
}
qint64 number(const Values &seen, const char *name)
{
    return seen.value(key(name)).toLongLong();
}
QString nameOf(const Situation &situation)
{
    return situation.argument(key("node"));
}
QString upstreamName(const Situation &situation)
{
    return situation.argument(key("upstream"));
}
Values standbyValues(const Situation &situation, const Values &standbys)
{
    return standbys.value(nameOf(situation)).toMap();
}

Judgement judgeState(const Situation &situation)
{
    const NodeState *node = situation.node(nameOf(situation));
    const QString now = node->upstream.isEmpty() ? node->upstreamAddress : node->upstream;
    if (node->upstream == upstreamName(situation))
        return blocked(Tr::tr("%1 follows %2 already.").arg(node->name(), now), Tr::tr("There is nothing to do."));
    return ok(now.isEmpty() ? Tr::tr("%1 streams from nobody now.").arg(node->name())
                            : Tr::tr("%1 streams from %2 now.").arg(node->name(), now));
}

Judgement judgeLoop(const Situation &situation)
{
    if (isBelow(*situation.snapshot, upstreamName(situation), nameOf(situation)))
        return blocked(Tr::tr("%1 receives its WAL from %2.").arg(upstreamName(situation), nameOf(situation)),
                       Tr::tr("Let %1 follow another node first.").arg(upstreamName(situation)));
    return ok(Tr::tr("%1 does not receive its WAL from %2.").arg(upstreamName(situation), nameOf(situation)));
}

Judgement judgeCluster(const Situation &situation)
{
    const auto systemOf = [&situation](const QString &name) {
        const NodeState *node = situation.node(name);
        return node->lastAnswer ? node->lastAnswer->systemIdentifier : QString();
    };
    const QString here = systemOf(nameOf(situation));
    const QString there = systemOf(upstreamName(situation));
    if (here.isEmpty() || there.isEmpty())
        return blocked(Tr::tr("The system identifiers are not known."), Tr::tr("See that both nodes answer."));
    return here == there ? ok(Tr::tr("Both belong to the system %1.").arg(here))
                         : blocked(Tr::tr("%1 belongs to the system %2, %3 to %4.")
                                       .arg(nameOf(situation), here, upstreamName(situation), there),
                                   Tr::tr("Choose an upstream of the same cluster."));
}

Judgement judgeSettings(const Situation &situation, const Values &settings)
{
    const QString name = nameOf(situation);
    if (!settings.value(key("inRecovery")).toBool())
        return blocked(Tr::tr("%1 is not a standby (any more).").arg(name), Tr::tr("Choose a standby."));
    const QString obstacle = obstacleToFollowing(situation.value(key("standbys"), name).toMap());
    if (!obstacle.isEmpty() || settings.value(key("hasPassword")).toBool())
        return blocked(obstacle.isEmpty() ? Tr::tr("The primary_conninfo of %1 holds a password, which Howdah does not "
                                                   "read or copy.")
                                                .arg(name)
                                          : Tr::tr("%1: %2.").arg(name, obstacle),
                       Tr::tr("Mend this first, then check again."));
    const QVariantMap sources = settings.value(key("sources")).toMap();
    for (auto source = sources.cbegin(); source != sources.cend(); ++source)
        if (source.value() == key("command line"))
            return blocked(Tr::tr("%1 was given to %2 at its start.").arg(source.key(), name),
                           Tr::tr("Take it out of the options the server is started with: they win over every file."));
    const QString errors = text(settings, "fileErrors");
    return errors.isEmpty() ? ok(Tr::tr("primary_conninfo of %1 can be changed with a reload.").arg(name))
                            : blocked(Tr::tr("Errors in the configuration files of %1: %2.").arg(name, errors),
                                      Tr::tr("Mend these lines; the server would ignore the whole reload."));
}

Judgement judgeReplay(const Situation &situation, const Values &standbys)
{
    const QString name = nameOf(situation);
    const Values seen = standbyValues(situation, standbys);
    Judgement judgement = ok(Tr::tr("%1 replays.").arg(name));
    const qint64 delay = number(seen, "delayMs");
    if (seen.value(key("paused")).toBool()) {
        judgement = blocked(Tr::tr("The replay of %1 is paused.").arg(name), Tr::tr("Resume its replay first."));
        judgement.remedyOperation = key("resume-replay");
        judgement.remedyArguments = {{key("node"), name}};
    } else if (delay > 0) {
        const QString observed = Tr::tr("%1 applies changes %2 late.").arg(name, prettyDuration(delay));
        judgement = delay < longDelayMs ? warning(observed, Tr::tr("The change takes that long as well."))
                                        : blocked(observed, Tr::tr("Take its delay away for the time of the change."));
        judgement.remedyOperation = key("set-delay");
        judgement.remedyArguments = {{key("node"), name}, {key("delay"), key("0s")}};
    }
    return judgement;
}

/// Where the history of the upstream's timeline says that the standby's was left; nothing when it does not name it.
std::optional<Lsn> forkOf(const QString &history, Timeline timeline)
{
    for (const QString &line : history.split(QLatin1Char('\n'))) {
        const QStringList fields = line.simplified().split(QLatin1Char(' '));
        if (fields.size() >= 2 && fields.first().toUInt() == timeline)
            return Lsn::parse(fields.at(1));
    }
    return std::nullopt;
}

Judgement judgeTimeline(const Situation &situation, const Values &upstream)
{
    const Timeline here = situation.node(nameOf(situation))->timeline;
    const Timeline there = situation.node(upstreamName(situation))->timeline;
    const QString observed = Tr::tr("%1 is on timeline %2, %3 on %4.")
                                 .arg(nameOf(situation))
                                 .arg(here)
                                 .arg(upstreamName(situation))
                                 .arg(there);
    if (here == 0 || there == 0)
        return blocked(Tr::tr("The timelines are not known."), Tr::tr("See that both nodes answer."));
    if (here == there)
        return ok(observed);
    const std::optional<Lsn> fork = forkOf(text(upstream, "history"), here);
    const std::optional<Lsn> needs = Lsn::parse(text(upstream, "needs"));
    if (there > here && fork && needs && *needs <= *fork)
        return ok(observed + QLatin1Char(' ') +
                  Tr::tr("%1 has nothing from after the fork at %2.").arg(nameOf(situation), fork->toString()));
    return blocked(observed, there < here ? Tr::tr("Choose an upstream on the newer timeline.")
                                          : Tr::tr("%1 has WAL that %2 never had: rewind it or clone it anew.")
                                                .arg(nameOf(situation), upstreamName(situation)));
}

Judgement judgePosition(const Situation &situation, const Values &upstream)
{
    const QString observed =
        Tr::tr("%1 has received up to %2, %3 has %4.")
            .arg(nameOf(situation), text(upstream, "needs"), upstreamName(situation), text(upstream, "end"));
    if (upstream.value(key("reached")).toBool())
        return ok(observed);
    return blocked(observed,
                   Tr::tr("A standby cannot be ahead of its upstream. Choose one that has received as much, or "
                          "wait until it has."));
}

Judgement judgeWal(const Situation &situation, const Values &upstream)
{
    const std::optional<Lsn> needs = Lsn::parse(text(upstream, "needs"));
    const quint32 segmentBytes = upstream.value(key("segmentBytes")).toUInt();
    const QString oldest = text(upstream, "oldestWal");
    if (!needs || segmentBytes == 0 || oldest.isEmpty())
        return blocked(Tr::tr("Which WAL %1 keeps is not known.").arg(upstreamName(situation)),
                       Tr::tr("Connect as a superuser."));
    constexpr int timelineDigits = 8;
    const QString needed = walFileName(1, *needs, segmentBytes).mid(timelineDigits);
    const QString observed = Tr::tr("%1 needs WAL from segment %2 on; %3 has it from %4 on.")
                                 .arg(nameOf(situation), needed, upstreamName(situation), oldest);
    if (text(upstream, "slotLost") == QLatin1String("true"))
        return blocked(Tr::tr("The slot that %1 would use on %2 has lost its WAL.")
                           .arg(nameOf(situation), upstreamName(situation)),
                       Tr::tr("Drop that slot first."));
    return oldest <= needed
               ? ok(observed)
               : blocked(observed, Tr::tr("Choose another upstream, or clone %1 anew.").arg(nameOf(situation)));
}

Judgement judgeSlot(const Situation &situation, const Values &upstream)
{
    return judgeFollowerSlots({FollowParts::of(situation).follower}, upstream);
}

Judgement judgeCapacity(const Situation &situation, const Values &upstream)
{
    const FollowParts parts = FollowParts::of(situation);
    const qint64 slots = number(upstream, "maxSlots") - number(upstream, "slotCount");
    const qint64 senders = number(upstream, "maxSenders") - number(upstream, "senders");
    const QString observed =
        Tr::tr("Free on %1: %2 slots, %3 WAL senders.").arg(upstreamName(situation)).arg(slots).arg(senders);
    return senders >= 1 && (slots >= 1 || !parts.follower.slotIsNew)
               ? ok(observed)
               : blocked(observed,
                         Tr::tr("Raise max_replication_slots and max_wal_senders on it and restart it, or drop "
                                "slots that nobody needs."));
}

Judgement judgeLogin(const Situation &situation, const Values &login)
{
    const QString name = nameOf(situation);
    if (!login.value(key("tried")).toBool())
        return warning(
            Tr::tr("Howdah has no access to the host of %1, so the login could not be tried from there.").arg(name),
            Tr::tr("If it fails, %1 goes back to its present upstream.").arg(name));
    const QString identified = text(login, "identified");
    const QString expected = situation.snapshot->systemIdentifier;
    if (!identified.isEmpty() && !expected.isEmpty() && identified != expected)
        return blocked(Tr::tr("The server that answers there belongs to another system (%1).").arg(identified),
                       Tr::tr("Mend the host and port of %1 in the cluster's settings.").arg(upstreamName(situation)));
    return ok(Tr::tr("A replication connection from the host of %1 to %2 was opened and closed again.")
                  .arg(name, upstreamName(situation)));
}

Judgement judgeSynchronous(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    const NodeState *node = situation.node(nameOf(situation));
    const bool leaves = primary && node->upstream == primary->name() && upstreamName(situation) != primary->name();
    if (!leaves)
        return ok(Tr::tr("The primary loses no standby of its own."));
    const SynchronousState state = SynchronousState::of(situation);
    const QString name = node->sender ? node->sender->applicationName : node->name();
    const QString observed = Tr::tr("Commits on %1 wait for: %2.").arg(primary->name(), synchronousWords(state.text));
    if (!state.standbys.counts(name) || !state.wouldHangWithout(name))
        return ok(observed);
    Judgement judgement = blocked(observed, Tr::tr("Without %1 they would hang: the primary counts its own standbys "
                                                   "only. Take it out of synchronous_standby_names first.")
                                                .arg(node->name()));
    judgement.remedyOperation = key("remove-synchronous");
    judgement.remedyArguments = {{key("node"), node->name()}};
    return judgement;
}

} // namespace

QList<Check> followChecks()
{
    const auto of = [](const char *probe, const char *id, const QString &title, const QString &why,
                       Judgement (*judge)(const Situation &, const Values &)) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        lasting(answers(key("node"))),
        lasting(answers(key("upstream"))),
        lasting(supportedVersion(key("node"))),
        {.id = key("state"),
         .title = Tr::tr("There is something to change"),
         .why = Tr::tr("What is so already needs no change."),
         .judge = judgeState},
        {.id = key("loop"),
         .title = Tr::tr("No circle"),
         .why = Tr::tr("Standbys that follow each other receive nothing new."),
         .judge = judgeLoop,
         .lasting = true,
         .changedBy = {key("follow")}},
        {.id = key("cluster"),
         .title = Tr::tr("Both are of the same cluster"),
         .why = Tr::tr("WAL of another system cannot be replayed."),
         .judge = judgeCluster,
         .lasting = true},
        noOtherManager(),
        of("settings", "settings", Tr::tr("Its connection settings can be changed"),
           Tr::tr("The upstream is set in primary_conninfo."), judgeSettings),
        of("standbys", "replay", Tr::tr("It replays"),
           Tr::tr("A standby takes up a new upstream when its replay has come to the end of what it has."),
           judgeReplay),
        lasting(of("upstream", "timeline", Tr::tr("The timelines fit"),
                   Tr::tr("A standby can follow onto a newer timeline only if it has nothing from after the fork."),
                   judgeTimeline),
                {key("follow")}),
        of("upstream", "position", Tr::tr("The upstream is not behind"),
           Tr::tr("A standby that is ahead would wait, or have WAL that its upstream never gets."), judgePosition),
        of("upstream", "wal", Tr::tr("The upstream still has the WAL it needs"),
           Tr::tr("What is missing there is found out only after the change."), judgeWal),
        of("upstream", "slot", Tr::tr("Its slot there is free"), Tr::tr("Each standby needs a slot of its own."),
           judgeSlot),
        of("upstream", "capacity", Tr::tr("There is room for one more standby"),
           Tr::tr("Slots and WAL senders are limited at the start of a server."), judgeCapacity),
        of("login", "login", Tr::tr("It may connect there"), Tr::tr("The login is tried from its host, as its user."),
           judgeLogin),
        {.id = key("synchronous"),
         .title = Tr::tr("Commits will not hang"),
         .why = Tr::tr("A primary waits for its synchronous standbys for ever."),
         .judge = judgeSynchronous},
    };
}

} // namespace howdah::library
