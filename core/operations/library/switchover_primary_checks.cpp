#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/host_pace.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/service_manager.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};
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

QString primaryName(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    return primary ? primary->name() : QString();
}

/// Why those that do not answer do not; each reason once.
QString whatSilentNodesSay(const Situation &situation)
{
    QStringList reasons;
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.sample && node.sample->failure)
            reasons << notSeen(*node.sample->failure).observed;
    reasons.removeDuplicates();
    return reasons.join(QLatin1Char(' '));
}

Judgement judgeOnePrimary(const Situation &situation)
{
    QStringList primaries;
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Primary)
            primaries << node.name();
    if (primaries.size() == 1)
        return ok(Tr::tr("%1 answers as the primary.").arg(primaries.first()));
    if (primaries.isEmpty())
        return blocked(
            (Tr::tr("No node answers as the primary.") + QLatin1Char(' ') + whatSilentNodesSay(situation)).trimmed(),
            Tr::tr("Start it; if it is gone for good, fail over instead."));
    return blocked(Tr::tr("Several nodes answer as primary: %1.").arg(primaries.join(QStringLiteral(", "))),
                   Tr::tr("Find out which of them is right and stop the others first."));
}

Judgement judgeHost(const Situation &situation, const Values &seen)
{
    return ok(Tr::tr("%1 lies in %2, owned by %3.")
                  .arg(primaryName(situation), text(seen, "dataDirectory"), text(seen, "owner")));
}

Judgement judgeControlFile(const Situation &situation, const Values &seen)
{
    const QString name = primaryName(situation);
    return flag(seen, "inProduction")
               ? ok(Tr::tr("pg_controldata says that %1 is in production.").arg(name))
               : blocked(Tr::tr("pg_controldata does not say that %1 is in production.").arg(name),
                         Tr::tr("See that its data directory in the cluster's settings is the one that it uses."));
}

Judgement judgeRights(const Situation &situation, const Values &seen)
{
    const bool there = situation.value(key("candidate"), key("superuser")).toBool();
    const QString other = situation.argument(key("to"));
    if (flag(seen, "superuser") && there)
        return ok(Tr::tr("Connected as a superuser to %1 and %2.").arg(primaryName(situation), other));
    return blocked(
        Tr::tr("Howdah's role is no superuser on %1.").arg(flag(seen, "superuser") ? other : primaryName(situation)),
        Tr::tr("Connect as a superuser: settings are changed and checkpoints are run on both."));
}

Judgement judgeOtherReceivers(const Situation &situation, const Values &seen)
{
    const QString lagging = text(seen, "laggingSenders");
    if (!lagging.isEmpty())
        return blocked(Tr::tr("These have far more still to be sent: %1.").arg(lagging),
                       Tr::tr("Wait until they have caught up, or end them."));
    const QString others = text(seen, "otherReceivers");
    if (others.isEmpty())
        return ok(Tr::tr("Nothing but standbys receives WAL from %1.").arg(primaryName(situation)));
    return warning(Tr::tr("These receive WAL from %1 too: %2.").arg(primaryName(situation), others),
                   Tr::tr("See that they can keep up, and point them at the new primary afterwards."));
}

Judgement judgeTransactions(const Situation &situation, const Values &seen)
{
    constexpr qint64 anHour = 3600;
    const qint64 oldest = number(seen, "oldestTransactionSeconds");
    const QString observed = Tr::tr("The oldest open transaction on %1 is %2 old.")
                                 .arg(primaryName(situation), prettyDuration(oldest * 1000));
    return oldest < anHour
               ? ok(oldest == 0 ? Tr::tr("No transaction has been open for a second.") : observed)
               : blocked(observed, Tr::tr("Wait for its end, or end its session: a stop would roll its work back."));
}

Judgement judgePrepared(const Situation &, const Values &seen)
{
    const qint64 count = number(seen, "prepared");
    return count == 0
               ? ok(Tr::tr("There is none."))
               : warning(Tr::tr("Prepared transactions: %1.").arg(count),
                         Tr::tr("They go over to the new primary with their locks; commit or roll them back there if "
                                "their coordinator cannot."));
}

Judgement judgeBackup(const Situation &, const Values &seen)
{
    const qint64 running = number(seen, "backups");
    return running == 0 ? ok(Tr::tr("No base backup runs."))
                        : blocked(Tr::tr("Base backups running on the primary: %1.").arg(running),
                                  Tr::tr("Wait for their end: a stop would break them off."));
}

Judgement judgeArchiver(const Situation &situation, const Values &seen)
{
    if (text(seen, "archiveMode") == QLatin1String("off"))
        return ok(Tr::tr("%1 does not archive.").arg(primaryName(situation)));
    const qint64 waiting = number(seen, "archiveBacklog");
    const QString observed = Tr::tr("WAL files waiting to be archived: %1.").arg(waiting);
    if (flag(seen, "archiveFails"))
        return blocked(Tr::tr("The last try to archive failed. %1").arg(observed),
                       Tr::tr("Mend archiving first: the server log of %1 says why.").arg(primaryName(situation)));
    constexpr qint64 many = 16;
    return waiting <= many ? ok(observed) : warning(observed, Tr::tr("They are archived first, which takes its time."));
}

Judgement judgeLogicalSlots(const Situation &situation, const Values &seen)
{
    const QString names = text(seen, "logicalSlots");
    if (names.isEmpty())
        return ok(Tr::tr("%1 has none that would be left behind.").arg(primaryName(situation)));
    return warning(Tr::tr("These do not go over to %1: %2.").arg(situation.argument(key("to")), names),
                   Tr::tr("Their subscribers must be set up again on the new primary, or miss what is written "
                          "meanwhile."));
}

Judgement judgeFiles(const Situation &situation, const Values &seen)
{
    const QString errors = text(seen, "fileErrors");
    return errors.isEmpty()
               ? ok(Tr::tr("The configuration files of %1 hold no error.").arg(primaryName(situation)))
               : blocked(Tr::tr("Errors in the configuration files of %1: %2.").arg(primaryName(situation), errors),
                         Tr::tr("Mend them: with these it would not start again."));
}

Judgement judgeRewind(const Situation &, const Values &seen)
{
    return flag(seen, "hints")
               ? ok(Tr::tr("wal_log_hints or data checksums are on."))
               : warning(Tr::tr("Neither wal_log_hints nor data checksums are on."),
                         Tr::tr("A switchover does not need them; after a failover only a new clone would help."));
}

} // namespace

QList<Check> switchoverPrimaryChecks()
{
    const auto ofPrimary = [](const char *id, const QString &title, const QString &why,
                              Judgement (*judge)(const Situation &, const Values &)) {
        return factCheck(key(id), title, why, key("primary"), judge);
    };
    return {
        {.id = key("one-primary"),
         .title = Tr::tr("There is one primary"),
         .why = Tr::tr("Its role is handed over, so it must be there to do so."),
         .judge = judgeOnePrimary,
         .lasting = true,
         .changedBy = {key("stop")}},
        lasting(answers(key("to"))),
        lasting(supportedVersion(key("to"))),
        factCheck(key("host-access"), Tr::tr("Howdah can act on the primary's host"),
                  Tr::tr("The primary is stopped and started again where it runs."), key("layout"), judgeHost),
        factCheck(key("control-file"), Tr::tr("The end of the primary can be seen"),
                  Tr::tr("The last record is known from its control file; nobody is promoted before it has arrived."),
                  key("control-file"), judgeControlFile),
        noOtherManager(),
        noAutomaticRestart(key("layout")),
        commandsBeginAtOnce(),
        ofPrimary("rights", Tr::tr("The role has the rights"),
                  Tr::tr("Half-way is no place to find out that something is not permitted."), judgeRights),
        ofPrimary("other-receivers", Tr::tr("Nobody else holds the stop up"),
                  Tr::tr("A primary that stops first sends everybody what is still to be sent."), judgeOtherReceivers),
        ofPrimary("long-transactions", Tr::tr("No long work is lost"),
                  Tr::tr("A stop rolls back every open transaction."), judgeTransactions),
        ofPrimary("prepared-transactions", Tr::tr("Prepared transactions"),
                  Tr::tr("They outlive a change of primary and keep their locks."), judgePrepared),
        ofPrimary("running-backup", Tr::tr("No base backup is running"), Tr::tr("A stop breaks it off."), judgeBackup),
        ofPrimary("archiver", Tr::tr("Archiving is up to date"),
                  Tr::tr("What is not archived yet may be missing when something must be recovered."), judgeArchiver),
        ofPrimary("logical-slots", Tr::tr("Logical replication slots"),
                  Tr::tr("A logical slot lives on the primary alone, unless it was made to fail over."),
                  judgeLogicalSlots),
        ofPrimary("primary-files", Tr::tr("The primary can start again"),
                  Tr::tr("It reads its configuration files anew when it comes back as a standby."), judgeFiles),
        ofPrimary("rewind", Tr::tr("A later rewind is possible"),
                  Tr::tr("With them a primary that has diverged need not be copied anew."), judgeRewind),
    };
}

} // namespace howdah::library
