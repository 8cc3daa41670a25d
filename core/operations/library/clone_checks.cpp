#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
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

Check ofSource(const char *id, const QString &title, const QString &why,
               std::function<Judgement(const Situation &, const Values &)> judge)
{
    return factCheck(key(id), title, why, key("source"), std::move(judge));
}

Judgement judgeRights(const Situation &situation, const Values &seen)
{
    const QString observed = Tr::tr("Connected as %1.").arg(text(seen, "user"));
    if (flag(seen, "mayReplicate"))
        return ok(observed);
    return blocked(Tr::tr("The role %1 has neither REPLICATION nor superuser rights on %2.")
                       .arg(text(seen, "user"), situation.argument(key("source"))),
                   Tr::tr("Connect as another role, or run: ALTER ROLE … REPLICATION"));
}

Judgement judgeWalLevel(const Situation &, const Values &seen)
{
    const QString level = text(seen, "walLevel");
    const QString observed = Tr::tr("wal_level is %1.").arg(level);
    return level == QLatin1String("minimal")
               ? blocked(observed, Tr::tr("Set wal_level to replica and restart the source."))
               : ok(observed);
}

Judgement judgeLogin(const Situation &situation, const Values &seen)
{
    const QString identifier = text(seen, "identified");
    const QString expected = situation.snapshot->systemIdentifier;
    if (!identifier.isEmpty() && !expected.isEmpty() && identifier != expected)
        return blocked(Tr::tr("The server that answers there belongs to another system (%1).").arg(identifier),
                       Tr::tr("Mend the host and port in the node's settings."));
    return ok(
        Tr::tr("A replication connection to %1 was opened and closed again.").arg(situation.argument(key("source"))));
}

Judgement judgeWalSenders(const Situation &, const Values &seen)
{
    constexpr qint64 needed = 2; // the copy, and the WAL beside it; later the standby
    const qint64 all = number(seen, "maxWalSenders");
    const qint64 used = number(seen, "walSenders");
    const QString observed = Tr::tr("%1 of %2 are in use; %3 more are needed.").arg(used).arg(all).arg(needed);
    return all - used >= needed ? ok(observed)
                                : blocked(observed, Tr::tr("Raise max_wal_senders on the source and restart it."));
}

Judgement judgeSlots(const Situation &, const Values &seen)
{
    const qint64 all = number(seen, "maxSlots");
    const qint64 used = number(seen, "slots");
    const QString observed = Tr::tr("%1 of %2 are in use; one more is needed.").arg(used).arg(all);
    return all > used ? ok(observed)
                      : blocked(observed, Tr::tr("Drop a slot that nobody needs, or raise max_replication_slots."));
}

Judgement judgeSlotName(const Situation &situation, const Values &seen)
{
    const QString slot = situation.argument(key("slot"));
    const QString kind = seen.value(key("slotKinds")).toMap().value(slot).toString();
    if (kind.startsWith(QLatin1String("logical")))
        return blocked(Tr::tr("\"%1\" is a logical slot of somebody else's.").arg(slot),
                       Tr::tr("Choose another slot name."));
    if (kind.endsWith(QLatin1String("active")))
        return blocked(Tr::tr("The slot \"%1\" is in use by another standby.").arg(slot),
                       Tr::tr("Choose another slot name."));
    if (!kind.isEmpty())
        return blocked(Tr::tr("A slot called \"%1\" is there already.").arg(slot),
                       Tr::tr("Choose another slot name, or drop that slot if nobody needs it."));
    if (number(seen, "titleTaken") > 0)
        return blocked(Tr::tr("A standby that calls itself \"%1\" streams from there already.")
                           .arg(plainName(situation.argument(key("name")))),
                       Tr::tr("Choose another name for the new node."));
    return ok(Tr::tr("\"%1\" is free.").arg(slot));
}

Judgement judgeFloor(const Situation &, const Values &seen)
{
    if (!seen.contains(key("lowered")))
        return ok(Tr::tr("The new node takes the source's; its files may not be read by this role."));
    const QString lowered = text(seen, "lowered");
    return lowered.isEmpty()
               ? ok(Tr::tr("The new node starts with the source's own."))
               : blocked(Tr::tr("The source's files say less than is in force there: %1.").arg(lowered),
                         Tr::tr("Restart the source with these settings first, or put them back in its files."));
}

Judgement judgeSlotRetention(const Situation &, const Values &seen)
{
    if (text(seen, "slotKeep") == QLatin1String("-1"))
        return warning(
            Tr::tr("max_slot_wal_keep_size is not limited."),
            Tr::tr("Set max_slot_wal_keep_size on the source to less than the free space of its WAL directory."));
    return ok(Tr::tr("max_slot_wal_keep_size is %1 MB.").arg(text(seen, "slotKeep")));
}

Judgement judgeBackups(const Situation &, const Values &seen)
{
    const qint64 running = number(seen, "backups");
    return running == 0 ? ok(Tr::tr("No base backup runs."))
                        : warning(Tr::tr("Base backups running on the source: %1.").arg(running),
                                  Tr::tr("Wait for their end, or bear that all take longer."));
}

} // namespace

QList<Check> cloneChecks()
{
    return {
        lasting(answers(key("source"))),
        lasting(supportedVersion(key("source"))),
        lasting(hostKnown(key("source"), key("layout"))),
        noOtherManager(),
        lasting(ofSource("rights", Tr::tr("The role may replicate"),
                         Tr::tr("A base backup, a slot and a standby's stream need the REPLICATION right."),
                         judgeRights)),
        lasting(ofSource("wal-level", Tr::tr("The WAL carries what a standby needs"),
                         Tr::tr("With wal_level = minimal no standby can follow."), judgeWalLevel)),
        factCheck(key("replication-login"), Tr::tr("A replication login opens"),
                  Tr::tr("The copy and later the standby log in as the owner of the data directory, without asking "
                         "anybody for a "
                         "password."),
                  key("login"), judgeLogin),
        ofSource("wal-senders", Tr::tr("Free WAL senders"),
                 Tr::tr("The copy takes two connections, the standby then one."), judgeWalSenders),
        ofSource("slots", Tr::tr("A free replication slot"),
                 Tr::tr("A slot keeps the WAL that the standby still needs, however long the copy takes."), judgeSlots),
        ofSource("slot-name", Tr::tr("The names are free"),
                 Tr::tr("Slot and standby are recognised by their names on the source."), judgeSlotName),
        ofSource("slot-retention", Tr::tr("A dead standby cannot fill the source's disk"),
                 Tr::tr("A slot without a limit keeps WAL for ever while its standby is away."), judgeSlotRetention),
        ofSource("running-backup", Tr::tr("No other backup is running"),
                 Tr::tr("Two at a time share the disk and the network."), judgeBackups),
        ofSource("floor", Tr::tr("The new node can start with the settings it gets"),
                 Tr::tr("A standby with a lower max_connections, max_worker_processes, max_wal_senders, "
                        "max_prepared_transactions or max_locks_per_transaction than its primary refuses to start."),
                 judgeFloor),
    };
}

} // namespace howdah::library
