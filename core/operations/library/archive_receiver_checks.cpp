#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/archive_receiver_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReceiveWal)
};

using What = ArchiveSurroundings::What;

Judgement judgeProgram(const Situation &situation, const Values &seen)
{
    const ReceiverParts parts = ReceiverParts::of(situation);
    if (!parts.on)
        return parts.pid > 0 ? ok(Tr::tr("It runs, as process %1.").arg(parts.pid))
                             : warning(Tr::tr("No pg_receivewal that Howdah started runs for %1.").arg(parts.directory),
                                       Tr::tr("Only the slot is dropped then. One that systemd runs is stopped by "
                                              "systemctl."));
    if (parts.pid > 0)
        return blocked(Tr::tr("One runs there already, as process %1.").arg(parts.pid),
                       Tr::tr("Stop it first (receive-wal --receiving off), or choose another directory."));
    return seen.value(key("program")).toBool()
               ? ok(Tr::tr("%1/pg_receivewal is there.").arg(parts.place.binDirectory))
               : blocked(Tr::tr("There is no pg_receivewal in %1.").arg(parts.place.binDirectory),
                         Tr::tr("Install PostgreSQL's client programs there."));
}

Judgement judgeSlot(const Situation &situation, const Values &seen)
{
    const ReceiverParts parts = ReceiverParts::of(situation);
    const QString slot = seen.value(key("slot")).toString();
    if (!parts.on)
        return slot.isEmpty() ? ok(Tr::tr("There is no slot \"%1\".").arg(parts.slot))
                              : ok(Tr::tr("The slot \"%1\" is dropped.").arg(parts.slot));
    if (!slot.isEmpty())
        return blocked(Tr::tr("The slot \"%1\" is there already (%2).").arg(parts.slot, slot),
                       Tr::tr("Choose another name, or drop it."));
    const int taken = seen.value(key("slots")).toInt();
    const int most = seen.value(key("maxSlots")).toInt();
    const QString observed = Tr::tr("%1 of %2 slots are taken.").arg(taken).arg(most);
    return taken < most ? ok(observed)
                        : blocked(observed, Tr::tr("Drop one that nobody needs, or raise max_replication_slots."));
}

Judgement judgeSenders(const Situation &situation, const Values &seen)
{
    const int taken = seen.value(key("senders")).toInt();
    const int most = seen.value(key("maxSenders")).toInt();
    const QString observed = Tr::tr("%1 of %2 walsenders are in use.").arg(taken).arg(most);
    return taken < most || !ReceiverParts::of(situation).on
               ? ok(observed)
               : blocked(observed, Tr::tr("Raise max_wal_senders and restart the server."));
}

Judgement judgeDirectory(const Situation &situation, const Values &)
{
    const ReceiverParts parts = ReceiverParts::of(situation);
    const ArchiveSurroundings &seen = parts.seen;
    if (!parts.on)
        return ok(Tr::tr("What was received stays in %1.").arg(parts.directory));
    if (parts.directory.startsWith(parts.place.dataDirectory + QLatin1Char('/')))
        return blocked(Tr::tr("%1 lies inside the data directory.").arg(parts.directory),
                       Tr::tr("Choose a directory of its own."));
    if (seen.what == What::Other || (seen.what == What::Absent && seen.nearest != parentOf(parts.directory)))
        return blocked(seen.what == What::Other ? Tr::tr("%1 is no directory.").arg(parts.directory)
                                                : Tr::tr("%1 is not there.").arg(parentOf(parts.directory)),
                       Tr::tr("Choose another one, or make it."));
    if (!seen.mayWrite)
        return blocked(
            Tr::tr("%1 may not write into %2, which belongs to %3.").arg(seen.user, seen.nearest, seen.owner),
            Tr::tr("Choose another one, or give it to that user."));
    if (!seen.archiveOf.isEmpty() && seen.systemIdentifier() != parts.systemIdentifier)
        return blocked(Tr::tr("%1 is the archive of another cluster: %2.").arg(parts.directory, seen.archiveOf),
                       Tr::tr("Choose a directory of its own for each cluster."));
    if (seen.hasScripts)
        return blocked(Tr::tr("%1 is filled by archive_command already.").arg(parts.directory),
                       Tr::tr("Choose another one: the two would take each other's files for foreign ones."));
    return ok(Tr::tr("%1, with %2 free.").arg(parts.directory, prettySize(seen.freeBytes)));
}

Judgement judgeWhere(const Situation &situation)
{
    const NodeState *beside = receiverHost(situation);
    const NodeState *from = situation.node(situation.argument(key("from")));
    return beside && from && beside->definition.hostId == from->definition.hostId
               ? warning(Tr::tr("It runs on the host of %1 itself.").arg(from->name()),
                         Tr::tr("Run it on another node's host: what it is for is the day when this one is lost."))
               : ok(Tr::tr("It runs on another host than %1.").arg(from ? from->name() : QString()));
}

} // namespace

QList<Check> receiverChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        answers(key("from")),
        supportedVersion(key("from")),
        hostKnown(key("beside"), key("layout")),
        check("program", Tr::tr("The program"), Tr::tr("pg_receivewal comes with the server's own version."),
              "receiver", judgeProgram),
        check("login", Tr::tr("It can log in"), Tr::tr("It runs by itself, at night too: nobody types a password."),
              "login",
              [](const Situation &situation, const Values &) {
                  const ReceiverParts parts = ReceiverParts::of(situation);
                  return ok(
                      parts.on
                          ? Tr::tr("%1 opens a replication connection to %2.").arg(parts.place.owner, parts.source.node)
                          : Tr::tr("Not needed."));
              }),
        check("slot", Tr::tr("A slot of its own"), Tr::tr("It keeps WAL while the receiver is away."), "receiver",
              judgeSlot),
        check("senders", Tr::tr("A free walsender"), Tr::tr("It takes one, for as long as it runs."), "receiver",
              judgeSenders),
        check("directory", Tr::tr("A place"), Tr::tr("It writes there at every hour."), "receiver", judgeDirectory),
        receiverKeepingCheck(),
        {.id = key("where"),
         .title = Tr::tr("Away from the server"),
         .why = Tr::tr("An archive is for the day when the server's host is lost."),
         .judge = judgeWhere}};
}

} // namespace howdah::library
