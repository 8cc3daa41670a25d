#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds patience{30000}; ///< for a fast stop, before the immediate one
constexpr Milliseconds fileTimeout{30000};

Observation isPresent(const RejoinParts &parts, const QString &path, const QString &text,
                      Milliseconds timeout = fileTimeout)
{
    return {.text = text, .look = PathIs{parts.place.hostId, path, parts.place.owner}, .timeout = timeout};
}

Action run(const RejoinParts &parts, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId, .command = {.argv = argv, .asUser = parts.place.owner}}};
}

/// A second primary that answers.
bool canHoldItsWal(const RejoinParts &parts)
{
    return parts.saves() && parts.wasPrimary && answersNow(*parts.node);
}

/// The checkpoint that a fast stop ends with takes WAL away that is still to be listed, saved and rewound by: a slot on
/// the node itself keeps it. Where no slot can be made, what cannot be listed any more is said when it is.
Action holdWal(const RejoinParts &parts)
{
    return {.text = Tr::tr("Let %1 keep its WAL at the checkpoint of its stop, by the slot \"%2\"")
                        .arg(parts.name, parts.holdingSlot),
            .what = RunSql{.server = parts.server,
                           .sql = QStringLiteral("SELECT pg_create_physical_replication_slot($1, true) WHERE NOT EXISTS"
                                                 " (SELECT FROM pg_replication_slots WHERE slot_name = $1) AND"
                                                 " (SELECT count(*) FROM pg_replication_slots) <"
                                                 " current_setting('max_replication_slots')::int AND (SELECT rolsuper"
                                                 " OR rolreplication FROM pg_roles WHERE rolname = current_user)"),
                           .parameters = {parts.holdingSlot}},
            .unless = parts.place.isStopped()};
}

/// Of a server that is stopped a slot is a directory, and this one no other's: its name is the operation's.
QList<Action> letWalGo(const RejoinParts &parts)
{
    const QString text = Tr::tr("Remove the slot \"%1\" from %2").arg(parts.holdingSlot, parts.name);
    Action remove = run(parts, text,
                        {key("rm"), key("-rf"), key("--"),
                         QStringLiteral("%1/pg_replslot/%2").arg(parts.place.dataDirectory, parts.holdingSlot)});
    remove.unless = parts.place.isRunning();
    return {parts.place.seeWhetherItRuns(),
            {.text = text,
             .what = RunSql{.server = parts.server,
                            .sql = QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM"
                                                  " pg_replication_slots WHERE slot_name = $1"),
                            .parameters = {parts.holdingSlot}},
             .unless = parts.place.isStopped()},
            remove};
}

/// A standby has flushed what it received, so that ending it at once loses nothing; its fast stop would end with a
/// restartpoint, which takes WAL away.
QList<Action> stopWithItsWal(const RejoinParts &parts)
{
    if (canHoldItsWal(parts))
        return QList<Action>{holdWal(parts)} + parts.place.stopSurely(patience);
    if (parts.saves() && !parts.wasPrimary)
        return {parts.place.stopAtOnce()};
    return parts.place.stopSurely(patience);
}

Step stopStep()
{
    return {.id = key("stop"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.runs ? Tr::tr("Stop %1").arg(parts.name)
                                      : Tr::tr("See that %1 is off").arg(parts.name);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return parts.runs ? stopWithItsWal(parts) : QList<Action>();
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.runs)
                    return {};
                // A second primary is not brought back to life: there is one already.
                if (parts.wasPrimary)
                    return canHoldItsWal(parts) ? letWalGo(parts) : QList<Action>();
                return {parts.place.start()};
            },
            .verify =
                [](const Situation &situation) {
                    return QList<Observation>{RejoinParts::of(situation).place.isStopped(patience)};
                },
            .always = true};
}

/// Not undone: as long as the present primary lives, this directory must not start as another.
Step barStep()
{
    return {.id = key("bar"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Bar %1 from starting as a primary").arg(RejoinParts::of(situation).name);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    const QString text = Tr::tr("standby.signal is in %1").arg(parts.place.dataDirectory);
                    return QList<Action>{{.text = Tr::tr("Write standby.signal into %1").arg(parts.place.dataDirectory),
                                          .what = WriteFile{parts.place.hostId, parts.place.signalFile(),
                                                            parts.place.owner, parts.standbySignal},
                                          .unless = isPresent(parts, parts.place.signalFile(), text, Milliseconds{0})}};
                },
            .verify =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return QList<Observation>{
                        isPresent(parts, parts.place.signalFile(),
                                  Tr::tr("standby.signal is in %1").arg(parts.place.dataDirectory))};
                }};
}

Step slotStep()
{
    return {.id = key("slot"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return Tr::tr("Reserve WAL for %1 on %2").arg(parts.name, parts.primaryServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return createSlots({parts.follower()}, parts.primaryServer, parts.operationId);
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                return dropCreatedSlots({parts.follower()}, parts.primaryServer, parts.operationId);
            },
            .verify =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return slotsAreThere({parts.follower()}, parts.primaryServer, parts.operationId);
                }};
}

Step saveStep()
{
    return {.id = key("save"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Save what only %1 has").arg(RejoinParts::of(situation).name);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.saves())
                    return {};
                const ServerPlace &place = parts.place;
                const auto directory = [&](const QString &path) {
                    return Action{.text = Tr::tr("Make the directory %1").arg(path),
                                  .what = MakeDirectory{place.hostId, path, place.owner}};
                };
                QList<Action> actions{
                    {.text = Tr::tr("Make the directory %1").arg(parts.saveTo),
                     .what = MakeMarkedDirectory{place.hostId, parts.saveTo, place.owner, parts.marker}},
                    directory(parts.saveTo + QStringLiteral("/wal")),
                    directory(parts.saveTo + QStringLiteral("/rows")),
                    {.text = Tr::tr("List the transactions from %1 on and copy their WAL").arg(parts.fork.toString()),
                     .what = SaveTransactions{.hostId = place.hostId,
                                              .directory = parts.saveTo,
                                              .owner = place.owner,
                                              .waldumps = parts.waldumps,
                                              .walDirectory = place.dataDirectory + QStringLiteral("/pg_wal"),
                                              .firstSegment = parts.firstSegment,
                                              .segmentBytes = int(parts.control.segmentBytes),
                                              .names = parts.primaryServer,
                                              .resultName = key("lost")}}};
                return canHoldItsWal(parts) ? actions + letWalGo(parts) : actions;
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.saves())
                    return {};
                return {
                    {.text = Tr::tr("Remove the directory %1: nothing was taken from %2").arg(parts.saveTo, parts.name),
                     .what = RemoveMarkedDirectory{parts.place.hostId, parts.saveTo, parts.place.owner, parts.marker}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (!parts.saves())
                    return {};
                return {isPresent(parts, parts.saveTo + QStringLiteral("/transactions.json"),
                                  Tr::tr("the list of transactions is in %1").arg(parts.saveTo))};
            }};
}

/// Configuration and whatever else somebody put there: pg_rewind replaces it by the primary's, or removes it.
Step keepStep()
{
    return {.id = key("keep"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Keep a copy of the configuration of %1").arg(RejoinParts::of(situation).name);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                QList<Action> actions{
                    {.text = Tr::tr("Make the working directory %1").arg(parts.staging),
                     .what = MakeMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner, parts.marker}},
                    {.text = Tr::tr("Make the directory %1").arg(parts.kept),
                     .what = MakeDirectory{parts.place.hostId, parts.kept, parts.place.owner}}};
                const QStringList copy{key("cp"), key("-a"), key("--")};
                if (!parts.optionsFile.isEmpty())
                    actions << run(parts, Tr::tr("Copy postmaster.opts, the options it was started with"),
                                   copy + QStringList{parts.optionsFile, parts.staging});
                if (!parts.keptEntries.isEmpty())
                    actions << run(parts,
                                   Tr::tr("Copy what is not PostgreSQL's own in %1").arg(parts.place.dataDirectory),
                                   copy + parts.keptEntries + QStringList{parts.kept});
                actions << Action{.text = Tr::tr("Note that the copy is whole"),
                                  .what = WriteFile{parts.place.hostId, parts.staging + QStringLiteral("/kept-whole"),
                                                    parts.place.owner, parts.marker.toUtf8()}};
                return actions;
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                return {{.text = Tr::tr("Remove the working directory %1").arg(parts.staging),
                         .what = RemoveMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner,
                                                       parts.marker}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                return {isPresent(parts, parts.staging + QStringLiteral("/kept-whole"),
                                  Tr::tr("the copy of the configuration is whole"))};
            }};
}

} // namespace

QList<Step> rejoinSavingSteps()
{
    return {rejoinVolumeStep(), stopStep(), barStep(), slotStep(), saveStep(), keepStep(), rejoinAloneStep()};
}

} // namespace howdah::library
