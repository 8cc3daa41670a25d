#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/standby_limits.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

constexpr qint64 mebibyte = 1024LL * 1024;
QString text(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString();
}
qint64 number(const Values &seen, const char *name)
{
    return seen.value(key(name)).toLongLong();
}
bool flag(const Values &seen, const char *name)
{
    return seen.value(key(name)).toBool();
}
QString candidateName(const Situation &situation)
{
    return situation.argument(key("to"));
}
Values candidateValues(const Situation &situation, const Values &standbys)
{
    return standbys.value(candidateName(situation)).toMap();
}
QString ofPrimary(const Situation &situation, const char *name)
{
    return situation.value(key("primary"), key(name)).toString();
}

Judgement judgeStream(const Situation &situation, const Values &primary)
{
    const QString state = text(primary, "candidateState");
    const QString name = candidateName(situation);
    if (state.isEmpty())
        return blocked(Tr::tr("%1 does not stream from the primary.").arg(name),
                       Tr::tr("Choose a standby that streams from it directly."));
    const QString observed = Tr::tr("%1 is in the state \"%2\".").arg(name, state);
    return state == QLatin1String("streaming") ? ok(observed)
                                               : blocked(observed, Tr::tr("Wait until it streams, then check again."));
}

Judgement judgeLag(const Situation &situation, const Values &primary)
{
    const QVariant lag = primary.value(key("lagBytes"));
    if (!lag.isValid() || lag.isNull())
        return blocked(Tr::tr("How far %1 is behind is not known.").arg(candidateName(situation)),
                       Tr::tr("See that it streams from the primary."));
    const qint64 bytes = std::max<qint64>(0, lag.toLongLong());
    const QString observed = Tr::tr("%1 has still to replay %2.").arg(candidateName(situation), prettySize(bytes));
    if (bytes > 1024 * mebibyte)
        return blocked(observed, Tr::tr("Wait until it has caught up."));
    return bytes > 16 * mebibyte ? warning(observed, Tr::tr("It is waited for while the primary still serves."))
                                 : ok(observed);
}

Judgement judgeReplay(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const Values seen = candidateValues(situation, standbys);
    if (!flag(seen, "inRecovery"))
        return blocked(Tr::tr("%1 does not answer as a standby.").arg(name), Tr::tr("Choose a standby that answers."));
    if (flag(seen, "paused"))
        return judgePaused(name, seen.value(key("lowerLimits")).toStringList());
    const qint64 delay = number(seen, "delayMs");
    if (delay == 0)
        return ok(Tr::tr("%1 replays without a delay.").arg(name));
    Judgement judgement = blocked(Tr::tr("%1 applies changes %2 late.").arg(name, prettyDuration(delay)),
                                  Tr::tr("Take its delay away, or choose another standby."));
    judgement.remedyOperation = key("set-delay");
    judgement.remedyArguments = {{key("node"), name}, {key("delay"), key("0s")}};
    return judgement;
}

Judgement judgeConnInfo(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    return flag(candidateValues(situation, standbys), "hasPassword")
               ? blocked(Tr::tr("The primary_conninfo of %1 holds a password, which Howdah does not read or copy.")
                             .arg(name),
                         Tr::tr("Put the password into a passfile and name it there with passfile=."))
               : ok(Tr::tr("The old primary will use the settings of %1, with its own name.").arg(name));
}

Judgement judgeSynchronous(const Situation &situation, const Values &standbys)
{
    const QString name = candidateName(situation);
    const QString names = text(candidateValues(situation, standbys), "synchronousNames");
    QStringList present;
    for (const Follower &follower : SwitchoverParts::of(situation).followers)
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
    return need.present >= need.needed
               ? ok(observed)
               : blocked(observed,
                         Tr::tr("On %1 name the standbys that will follow it in synchronous_standby_names, or "
                                "empty it, and reload it.")
                             .arg(name));
}

Judgement judgeQueries(const Situation &situation, const Values &seen)
{
    constexpr qint64 longQuery = 30;
    const qint64 oldest = number(seen, "oldestQuerySeconds");
    const QString observed =
        Tr::tr("The longest query on %1 has run for %2.").arg(candidateName(situation), prettyDuration(oldest * 1000));
    return oldest < longQuery
               ? ok(oldest == 0 ? Tr::tr("No query has run for a second.") : observed)
               : warning(observed, Tr::tr("Wait for its end: replay may have to wait for it, and then nobody is "
                                          "promoted."));
}

Judgement judgePending(const Situation &situation, const Values &seen)
{
    const QString there = text(seen, "pendingRestart");
    const QString here = ofPrimary(situation, "pendingRestart");
    if (here.isEmpty() && there.isEmpty())
        return ok(Tr::tr("No changed setting waits for a restart."));
    QStringList waiting;
    if (!there.isEmpty())
        waiting << Tr::tr("%1 on %2").arg(there, candidateName(situation));
    if (!here.isEmpty())
        waiting << Tr::tr("%1 on the primary").arg(here);
    return warning(Tr::tr("These wait for a restart: %1.").arg(waiting.join(QStringLiteral("; "))),
                   Tr::tr("The old primary takes them up when it starts; restart %1 first if it needs them.")
                       .arg(candidateName(situation)));
}

Judgement judgeFiles(const Situation &situation, const Values &seen)
{
    const QString errors = text(seen, "fileErrors");
    return errors.isEmpty()
               ? ok(Tr::tr("The configuration files of %1 hold no error.").arg(candidateName(situation)))
               : warning(Tr::tr("Errors in the configuration files of %1: %2.").arg(candidateName(situation), errors),
                         Tr::tr("Mend them: with these it would not start the next time."));
}

Judgement judgeReadOnly(const Situation &situation, const Values &seen)
{
    return flag(seen, "readOnly")
               ? blocked(Tr::tr("default_transaction_read_only is on on %1.").arg(candidateName(situation)),
                         Tr::tr("Reset it there and reload: the new primary would refuse every write."))
               : ok(Tr::tr("Nothing keeps %1 read-only once it is the primary.").arg(candidateName(situation)));
}

Judgement judgeCapacity(const Situation &situation, const Values &standbys)
{
    const Values seen = candidateValues(situation, standbys);
    const QList<Follower> followers = SwitchoverParts::of(situation).followers;
    const auto needed =
        std::count_if(followers.begin(), followers.end(), [](const Follower &follower) { return follower.slotIsNew; });
    const qint64 free = number(seen, "maxSlots") - number(seen, "slotCount");
    const qint64 senders =
        situation.value(key("candidate"), key("settings")).toMap().value(key("max_wal_senders")).toLongLong();
    const QString observed = Tr::tr("%1 slots free on %2, %3 needed; max_wal_senders is %4, for %5 nodes.")
                                 .arg(free)
                                 .arg(candidateName(situation))
                                 .arg(needed)
                                 .arg(senders)
                                 .arg(followers.size());
    return free >= needed && senders >= followers.size()
               ? ok(observed)
               : blocked(observed,
                         Tr::tr("Raise max_replication_slots and max_wal_senders on it and restart it, or drop "
                                "slots that nobody needs."));
}

Judgement judgeSlots(const Situation &situation, const Values &standbys)
{
    return judgeFollowerSlots(SwitchoverParts::of(situation).followers, candidateValues(situation, standbys));
}

Judgement judgeFollowers(const Situation &situation, const Values &)
{
    const SwitchoverParts parts = SwitchoverParts::of(situation);
    QStringList names;
    for (const Follower &follower : parts.followers)
        names << follower.server.node;
    const QString observed =
        Tr::tr("These will follow %1: %2.").arg(candidateName(situation), names.join(QStringLiteral(", ")));
    return parts.leftBehind.isEmpty()
               ? ok(observed)
               : warning(observed + QLatin1Char(' ') +
                             Tr::tr("These will not: %1.").arg(parts.leftBehind.join(QStringLiteral("; "))),
                         Tr::tr("Mend that first if there is time; else let them follow later."));
}

Judgement judgeWayBack(const Situation &situation, const Values &seen)
{
    const QString identifier = text(seen, "identified");
    const QString expected = situation.snapshot->systemIdentifier;
    if (!identifier.isEmpty() && !expected.isEmpty() && identifier != expected)
        return blocked(Tr::tr("The server that answers there belongs to another system (%1).").arg(identifier),
                       Tr::tr("Mend the host and port of %1 in the cluster's settings.").arg(candidateName(situation)));
    return ok(Tr::tr("A replication connection from the primary's host to %1 was opened and closed again.")
                  .arg(candidateName(situation)));
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    if (!seen.contains(key("freeBytes")))
        return warning(Tr::tr("Howdah has no access to the host of %1.").arg(candidateName(situation)),
                       Tr::tr("See that it has free space for its own WAL and that of the slots."));
    const qint64 free = number(seen, "freeBytes");
    const QString observed = Tr::tr("%1 free on %2.").arg(prettySize(free), candidateName(situation));
    if (free < 64 * mebibyte)
        return blocked(observed, Tr::tr("Make room: a primary that cannot write WAL stops."));
    return free < 1024 * mebibyte ? warning(observed, Tr::tr("Make room soon.")) : ok(observed);
}

} // namespace

QList<Check> switchoverCandidateChecks()
{
    using Judge = Judgement (*)(const Situation &, const Values &);
    const auto of = [](const char *probe, const char *id, const QString &title, const QString &why, Judge judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        lasting(of("primary", "stream", Tr::tr("The candidate streams from the primary"),
                   Tr::tr("The last record must reach it when the primary stops."), judgeStream),
                {key("stop")}),
        of("primary", "lag", Tr::tr("The candidate is close behind"),
           Tr::tr("What it has not replayed when the primary stops, everybody waits for."), judgeLag),
        lasting(of("standbys", "replay", Tr::tr("The candidate replays"),
                   Tr::tr("It must apply everything before it can take writes."), judgeReplay),
                {key("stop")}),
        of("candidate", "queries", Tr::tr("No long query holds its replay up"),
           Tr::tr("Replay waits for queries that need what it would remove."), judgeQueries),
        lasting(of("standbys", "synchronous", Tr::tr("Commits will not hang"),
                   Tr::tr("A primary waits for its synchronous standbys for ever."), judgeSynchronous),
                {key("stop")}),
        of("candidate", "read-only", Tr::tr("The new primary will take writes"),
           Tr::tr("A setting can keep even a primary read-only."), judgeReadOnly),
        of("candidate", "pending-restart", Tr::tr("No restart is pending"),
           Tr::tr("Settings that change by surprise in the middle of a switchover are hard to find."), judgePending),
        of("candidate", "candidate-files", Tr::tr("The candidate's files are sound"),
           Tr::tr("An error there is found only at the next start."), judgeFiles),
        of("standbys", "connection-settings", Tr::tr("Settings for the way back"),
           Tr::tr("The old primary connects to the new one with them."), judgeConnInfo),
        of("way-back", "way-back", Tr::tr("The old primary can follow the new one"),
           Tr::tr("The login is tried from its host, as its user."), judgeWayBack),
        of("standbys", "capacity", Tr::tr("Slots and WAL senders on the candidate"),
           Tr::tr("Every node gets a slot on the new primary before anything is stopped."), judgeCapacity),
        of("standbys", "slot-names", Tr::tr("Each node has a slot of its own there"),
           Tr::tr("A slot that is in use, or logical, or wanted twice would leave a node behind."), judgeSlots),
        of("standbys", "followers", Tr::tr("The other standbys can follow"),
           Tr::tr("A standby that is left behind protects nothing."), judgeFollowers),
        of("space", "space", Tr::tr("Free space on the candidate"),
           Tr::tr("A primary writes more than a standby, and keeps what its slots hold."), judgeSpace),
    };
}

} // namespace howdah::library
