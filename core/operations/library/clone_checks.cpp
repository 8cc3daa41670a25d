#include "core/base/sizes.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}
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
    if (number(seen, "slotTaken") > 0)
        return blocked(Tr::tr("A slot called \"%1\" is there already.").arg(slot),
                       Tr::tr("Choose another slot name, or drop that slot if nobody needs it."));
    if (number(seen, "titleTaken") > 0)
        return blocked(Tr::tr("A standby that calls itself \"%1\" streams from there already.")
                           .arg(plainName(situation.argument(key("name")))),
                       Tr::tr("Choose another name for the new node."));
    return ok(Tr::tr("\"%1\" is free.").arg(slot));
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

Judgement judgeTablespaces(const Situation &, const Values &seen)
{
    const QString own = text(seen, "tablespaces");
    return own.isEmpty()
               ? ok(Tr::tr("There are none beside the default ones."))
               : blocked(Tr::tr("The source has tablespaces of its own: %1.").arg(own),
                         Tr::tr("Their directories would be the source's own on this host. Clone by hand with "
                                "pg_basebackup --tablespace-mapping."));
}

Judgement judgeBinaries(const Situation &, const Values &seen)
{
    const QString directory = text(seen, "directory");
    QStringList missing;
    if (!flag(seen, "hasBaseBackup"))
        missing << key("pg_basebackup");
    if (!flag(seen, "hasVerifyBackup"))
        missing << key("pg_verifybackup");
    if (missing.isEmpty())
        return ok(Tr::tr("PostgreSQL %1, in %2.").arg(text(seen, "major"), directory));
    return blocked(Tr::tr("%1 is not in %2.").arg(missing.join(QStringLiteral(", ")), directory),
                   Tr::tr("Install the client programs of PostgreSQL %1.").arg(text(seen, "major")));
}

Judgement judgeTarget(const Situation &situation, const Values &seen)
{
    const QString target = situation.argument(key("target-directory"));
    const QString kind = text(seen, "kind");
    const QString another = Tr::tr("Name a directory that does not exist yet, or an empty one.");
    if (!flag(seen, "parentThere"))
        return blocked(Tr::tr("The directory %1 does not exist.").arg(text(seen, "parent")),
                       Tr::tr("Make it, owned by the server's owner, or choose another place."));
    if (!flag(seen, "parentWritable"))
        return blocked(Tr::tr("%1 may not write into %2.")
                           .arg(situation.value(key("layout"), key("owner")).toString(), text(seen, "parent")),
                       Tr::tr("Give it the right to, or choose another place."));
    if (!text(seen, "enclosing").isEmpty())
        return blocked(Tr::tr("It lies inside the data directory %1.").arg(text(seen, "enclosing")), another);
    if (flag(seen, "mountPoint"))
        return blocked(Tr::tr("%1 is a mount point of its own; a copy cannot be moved onto it.").arg(target),
                       Tr::tr("Name a directory below it."));
    if (kind == QLatin1String("absent"))
        return ok(Tr::tr("%1 does not exist yet; it will be made.").arg(target));
    if (kind == QLatin1String("empty"))
        return ok(Tr::tr("%1 is an empty directory.").arg(target));
    if (kind == QLatin1String("foreign"))
        return blocked(Tr::tr("%1 is a directory of another owner.").arg(target), another);
    return blocked(kind == QLatin1String("occupied") ? Tr::tr("%1 is not empty.").arg(target)
                                                     : Tr::tr("%1 is not a directory.").arg(target),
                   another);
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    const qint64 free = number(seen, "freeBytes");
    const QVariant data = situation.value(key("source"), key("dataBytes"));
    if (!data.isValid())
        return warning(Tr::tr("%1 free; the size of the source is not known.").arg(prettySize(free)),
                       Tr::tr("Grant pg_monitor to the role, or compare the sizes by hand."));
    const qint64 needed = data.toLongLong() + situation.value(key("source"), key("walBytes")).toLongLong();
    constexpr qint64 leastReserve = 32LL * 1024 * 1024;
    const qint64 reserve = std::max(leastReserve, needed / 20);
    const QString observed = Tr::tr("%1 free, %2 needed.").arg(prettySize(free), prettySize(needed));
    if (free < needed)
        return blocked(observed, Tr::tr("Make room, or choose a directory on another disk."));
    return free < needed + reserve ? warning(observed, Tr::tr("Little would be left; make room soon.")) : ok(observed);
}

Judgement judgePort(const Situation &situation, const Values &seen)
{
    const QString port = situation.argument(key("port"));
    return flag(seen, "free")
               ? ok(Tr::tr("Nothing listens on port %1.").arg(port))
               : blocked(Tr::tr("Something listens on port %1 already.").arg(port), Tr::tr("Choose another port."));
}

Judgement judgeConfiguration(const Situation &situation, const Values &seen)
{
    const QString secrets = situation.value(key("source"), key("commandLineSecrets")).toString();
    if (!secrets.isEmpty())
        return blocked(Tr::tr("On the source's command line, these settings seem to hold a secret, which must not be "
                              "put on record: %1.")
                           .arg(secrets),
                       Tr::tr("Move them from the command line to the source's postgresql.conf and restart it."));
    return seen.contains(key("configFile"))
               ? ok(Tr::tr("The source keeps its configuration outside its data directory; it is copied on its host."))
               : ok(Tr::tr("It lies in the data directory and comes with the copy."));
}

} // namespace

QList<Check> cloneChecks()
{
    return {
        answers(key("source")),
        supportedVersion(key("source")),
        hostKnown(key("source"), key("layout")),
        noOtherManager(),
        ofSource("rights", Tr::tr("The role may replicate"),
                 Tr::tr("A base backup, a slot and a standby's stream need the REPLICATION right."), judgeRights),
        ofSource("wal-level", Tr::tr("The WAL carries what a standby needs"),
                 Tr::tr("With wal_level = minimal no standby can follow."), judgeWalLevel),
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
        ofSource("tablespaces", Tr::tr("Tablespaces"),
                 Tr::tr("Tablespaces lie at fixed paths, which two servers of one host cannot share."),
                 judgeTablespaces),
        factCheck(
            key("programs"), Tr::tr("The programs are there"),
            Tr::tr("pg_basebackup copies, pg_verifybackup proves the copy; both of the server's own major version."),
            key("binaries"), judgeBinaries),
        factCheck(key("configuration"), Tr::tr("The configuration can be taken along"),
                  Tr::tr("A base backup holds the data directory only."), key("configuration"), judgeConfiguration),
        factCheck(key("target"), Tr::tr("The target directory can be used"),
                  Tr::tr("Nothing that is there already is touched; the finished copy is moved to it in one go."),
                  key("target"), judgeTarget),
        factCheck(key("space"), Tr::tr("Enough free space"),
                  Tr::tr("The copy needs the size of the data and of the WAL."), key("target"), judgeSpace),
        factCheck(key("port"), Tr::tr("The port is free"), Tr::tr("Two servers cannot listen on one port."),
                  key("port"), judgePort),
    };
}

} // namespace howdah::library
