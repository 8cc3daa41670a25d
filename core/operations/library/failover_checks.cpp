#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/failover_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/service_manager.h"
#include "core/operations/library/standby_limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

QVariantMap candidateValues(const Situation &situation, const Values &standbys)
{
    return standbys.value(situation.argument(key("candidate"))).toMap();
}

QString candidateName(const Situation &situation)
{
    return situation.argument(key("candidate"));
}

std::optional<Lsn> receivedBy(const Values &standbys, const QString &node)
{
    return Lsn::parse(standbys.value(node).toMap().value(key("received")).toString());
}

Judgement judgeOnePrimary(const Situation &situation)
{
    QStringList primaries;
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Primary)
            primaries << node.name();
    if (primaries.size() > 1)
        return blocked(Tr::tr("Several nodes answer as primary: %1.").arg(primaries.join(QStringLiteral(", "))),
                       Tr::tr("Find out which of them is right and stop the others first."));
    return ok(primaries.isEmpty() ? Tr::tr("No node answers as primary.")
                                  : Tr::tr("%1 answers as primary.").arg(primaries.first()));
}

Judgement judgeFence(const Situation &situation, const Values &seen)
{
    const FailoverParts parts = FailoverParts::of(situation);
    const bool stated = situation.argument(key("fence")) == QLatin1String("stated");
    if (!parts.oldPrimary)
        return stated
                   ? warning(Tr::tr("Which node was the primary is not known; you state that it is off."),
                             Tr::tr("Make sure that no other primary of this system runs anywhere."))
                   : blocked(
                         Tr::tr("Which node was the primary is not known, so it cannot be stopped."),
                         Tr::tr("Add it to the cluster, or make sure that it is off and say so with fence = stated."));
    const QString name = parts.oldPrimary->name();
    const bool answersNowAsItself = seen.value(key("answers")).toBool();
    const bool runs = answersNowAsItself || parts.oldWasRunning;
    if (!runs)
        return !stated && !parts.oldHostKnown
                   ? blocked(Tr::tr("%1 does not answer, and Howdah cannot look at its host.").arg(name),
                             Tr::tr("Make sure that it is off, and say so with fence = stated."))
                   : ok(Tr::tr("%1 does not answer: %2").arg(name, seen.value(key("says")).toString()));
    if (stated)
        return blocked(answersNowAsItself ? Tr::tr("%1 still answers. %2").arg(name, seen.value(key("says")).toString())
                                          : Tr::tr("%1 does not answer, but its server still runs.").arg(name),
                       Tr::tr("Stop it, or let Howdah stop it with fence = stop."));
    if (!parts.fenceByHost)
        return blocked(Tr::tr("%1 still answers, and Howdah cannot stop it: it has no access to its host.").arg(name),
                       Tr::tr("Stop it there, then check again."));
    return warning(Tr::tr("%1 still runs and will be stopped. %2").arg(name, seen.value(key("says")).toString()),
                   Tr::tr("If it is healthy, hand its role over in a planned way instead: nothing is lost then."));
}

Judgement judgeCandidate(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const QVariantMap seen = candidateValues(situation, standbys);
    if (seen.isEmpty() || !seen.value(key("inRecovery")).toBool())
        return blocked(Tr::tr("%1 does not answer as a standby.").arg(name), Tr::tr("Choose a standby that answers."));
    if (!seen.value(key("mayPromote")).toBool())
        return blocked(Tr::tr("Howdah's role may not promote %1.").arg(name),
                       Tr::tr("Connect as a superuser, or grant EXECUTE on pg_promote()."));
    return ok(Tr::tr("%1 answers as a standby and may be promoted.").arg(name));
}

Judgement judgeMostAdvanced(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const NodeState *candidate = situation.node(name);
    const qint64 underWay = FailoverParts::of(situation).underWay;
    const std::optional<Lsn> own = receivedBy(standbys, name);
    if (!own)
        return warning(Tr::tr("How much WAL %1 has received is not known.").arg(name),
                       Tr::tr("Choose another standby."));
    for (const NodeState &node : situation.snapshot->nodes) {
        const std::optional<Lsn> other = receivedBy(standbys, node.name());
        if (node.name() == name || !other)
            continue;
        if (node.timeline > candidate->timeline)
            return warning(Tr::tr("%1 is on timeline %2, %3 on timeline %4.")
                               .arg(name)
                               .arg(candidate->timeline)
                               .arg(node.name())
                               .arg(node.timeline),
                           Tr::tr("Choose %1.").arg(node.name()));
        if (node.timeline == candidate->timeline && *other > *own + underWay)
            return warning(Tr::tr("%1 has received %2 more than %3; that would be lost, and %1 could not follow.")
                               .arg(node.name(), prettySize(*other - *own), name),
                           Tr::tr("Choose %1.").arg(node.name()));
    }
    if (underWay > 0)
        return ok(Tr::tr("%1 has received up to %2; the primary is still sending.").arg(name, own->toString()));
    return ok(Tr::tr("%1 has received up to %2; no other standby has more.").arg(name, own->toString()));
}

Judgement judgeReplay(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const QVariantMap seen = candidateValues(situation, standbys);
    if (seen.value(key("paused")).toBool())
        return judgePaused(name, seen.value(key("lowerLimits")).toStringList());
    const qint64 delay = seen.value(key("delayMs")).toLongLong();
    if (delay > 0)
        return warning(
            Tr::tr("%1 applies changes %2 late; it will apply all it has at once when it is promoted.")
                .arg(name, prettyDuration(delay)),
            Tr::tr("If the delay was there to undo a mistake, look at that first; else another standby is quicker."));
    return ok(Tr::tr("%1 replays without a delay.").arg(name));
}

Judgement judgeLoss(const Situation &situation, const Values &standbys)
{
    const FailoverParts parts = FailoverParts::of(situation);
    const QString name = candidateName(situation);
    const std::optional<Lsn> own = receivedBy(standbys, name);
    const NodeSamplePtr last = parts.oldPrimary ? parts.oldPrimary->lastAnswer : nullptr;
    const QString remedy =
        Tr::tr("If the old primary's disk is intact, its WAL still holds what the new one never saw; keep it.");
    if (!own || !last || !last->head)
        return warning(Tr::tr("Not known: how far the old primary had come was never seen."), remedy);
    const qint64 behind = std::max<qint64>(0, *last->head - *own);
    if (answersNow(*parts.oldPrimary)) {
        if (behind == 0)
            return ok(Tr::tr("%1 has received all that the primary has written.").arg(name));
        const QString observed = Tr::tr("%1 is %2 behind the primary.").arg(name, prettySize(behind));
        return behind < parts.underWay ? ok(observed) : warning(observed, remedy);
    }
    const qint64 age = last->takenAt.msecsTo(situation.now);
    return warning(
        Tr::tr("At least %1: the old primary was last seen %2 ago.").arg(prettySize(behind), prettyDuration(age)),
        remedy);
}

Judgement judgeFollowers(const Situation &situation, const Values &)
{
    const FailoverParts parts = FailoverParts::of(situation);
    QStringList names;
    for (const Follower &follower : parts.followers)
        names << follower.server.node;
    const QString observed =
        names.isEmpty()
            ? Tr::tr("There is no other standby that will follow.")
            : Tr::tr("These will follow %1: %2.").arg(candidateName(situation), names.join(QStringLiteral(", ")));
    if (parts.leftBehind.isEmpty())
        return ok(observed);
    return warning(observed + QLatin1Char(' ') +
                       Tr::tr("These will not: %1.").arg(parts.leftBehind.join(QStringLiteral("; "))),
                   Tr::tr("Mend that first if there is time; else let them follow later."));
}

Judgement judgeSlots(const Situation &situation, const Values &standbys)
{
    const QVariantMap seen = candidateValues(situation, standbys);
    const FailoverParts parts = FailoverParts::of(situation);
    const auto needed = std::count_if(parts.followers.begin(), parts.followers.end(),
                                      [](const Follower &follower) { return follower.slotIsNew; });
    const qint64 free = seen.value(key("maxSlots")).toLongLong() - seen.value(key("slotCount")).toLongLong();
    const QString observed = Tr::tr("%1 free on %2, %3 needed.").arg(free).arg(candidateName(situation)).arg(needed);
    return free >= needed ? ok(observed)
                          : blocked(observed, Tr::tr("Drop slots that nobody needs on it, or choose another standby."));
}

Judgement judgeSlotNames(const Situation &situation, const Values &standbys)
{
    return judgeFollowerSlots(FailoverParts::of(situation).followers, candidateValues(situation, standbys));
}

Judgement judgeSynchronous(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const QString names = candidateValues(situation, standbys).value(key("synchronousNames")).toString();
    QStringList present;
    for (const Follower &follower : FailoverParts::of(situation).followers)
        if (const Result<ConnInfo> info = ConnInfo::parse(follower.primaryConnInfo))
            present << info->value(key("application_name"));
    const SynchronousNeed need = synchronousNeed(names, present);
    if (need.needed == 0)
        return ok(Tr::tr("%1 waits for no synchronous standby.").arg(name));
    const QString observed = Tr::tr("%1 would wait for %2 of \"%3\"; %4 will be there.")
                                 .arg(name)
                                 .arg(need.needed)
                                 .arg(names)
                                 .arg(need.present);
    if (need.present >= need.needed)
        return ok(observed);
    return warning(observed,
                   Tr::tr("Commits would hang. On %1 first: ALTER SYSTEM SET synchronous_standby_names = ''; then "
                          "reload it.")
                       .arg(name));
}

} // namespace

QList<Check> failoverChecks()
{
    const auto ofStandbys = [](const char *id, const QString &title, const QString &why,
                               Judgement (*judge)(const Situation &, const Values &)) {
        return factCheck(key(id), title, why, key("standbys"), judge);
    };
    return {
        lasting(answers(key("candidate"))),
        lasting(supportedVersion(key("candidate"))),
        {.id = key("one-primary"),
         .title = Tr::tr("There is at most one primary"),
         .why = Tr::tr("Two primaries of one system take different writes, and one of them loses its own."),
         .judge = judgeOnePrimary},
        lasting(factCheck(key("fence"), Tr::tr("The old primary is gone, or will be stopped"),
                          Tr::tr("A primary that lives on would go on taking writes that the new one never sees."),
                          key("old-primary"), judgeFence),
                {key("fence")}),
        noOtherManager(),
        noAutomaticRestart(key("old-layout")),
        lasting(ofStandbys("candidate", Tr::tr("The candidate can be promoted"),
                           Tr::tr("It must be a standby, and the role must have the right."), judgeCandidate)),
        ofStandbys("most-advanced", Tr::tr("The candidate has received most"),
                   Tr::tr("What it has not received is lost; a standby with more cannot follow it."),
                   judgeMostAdvanced),
        lasting(ofStandbys("replay", Tr::tr("The candidate replays"),
                           Tr::tr("It must apply all that it has received before it takes writes."), judgeReplay)),
        ofStandbys("loss", Tr::tr("What would be lost"),
                   Tr::tr("Commits that never reached the candidate are not on the new primary."), judgeLoss),
        ofStandbys("followers", Tr::tr("The other standbys can follow"),
                   Tr::tr("A standby that is left behind protects nothing."), judgeFollowers),
        ofStandbys("slots", Tr::tr("Replication slots for the others"),
                   Tr::tr("Each standby gets a slot on the new primary before it is promoted."), judgeSlots),
        ofStandbys("slot-names", Tr::tr("Each standby has a slot of its own there"),
                   Tr::tr("A slot that is in use, or logical, or wanted twice would leave a standby behind."),
                   judgeSlotNames),
        ofStandbys("synchronous", Tr::tr("Commits will not hang"),
                   Tr::tr("A primary waits for its synchronous standbys for ever."), judgeSynchronous),
    };
}

} // namespace howdah::library
