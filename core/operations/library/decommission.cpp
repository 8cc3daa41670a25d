#include "core/base/key.h"
#include "core/operations/library/decommission_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Decommission)
};

using Parts = DecommissionParts;

constexpr Milliseconds stopTimeout{120000};
QString nameOf(const Situation &situation)
{
    return situation.argument(key("node"));
}

Step stopStep()
{
    return {.id = key("stop"),
            .title = [](const Situation &situation) { return Tr::tr("Stop %1").arg(nameOf(situation)); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return parts.files == Parts::Files::Untouched ? QList<Action>() : QList<Action>{parts.place.stop()};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return parts.place.running ? QList<Action>{parts.place.start()} : QList<Action>();
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return parts.files == Parts::Files::Untouched ? QList<Observation>()
                                                              : QList<Observation>{parts.place.isStopped(stopTimeout)};
            }};
}

Follower former(const Parts &parts, const Parts::Slot &slot)
{
    return {.server = serverOf(*parts.node), .slot = slot.name, .slotIsNew = true};
}

Step slotsStep()
{
    return {.id = key("slots"),
            .title = [](const Situation &situation) { return Tr::tr("Drop the slots of %1").arg(nameOf(situation)); },
            .act =
                [](const Situation &situation) {
                    const Parts parts = Parts::of(situation);
                    QList<Action> actions;
                    for (const Parts::Slot &slot : parts.slotsToDrop)
                        actions << waitUntilReleased(slot.server, slot.name)
                                << dropSlots({former(parts, slot)}, slot.server);
                    return actions;
                },
            .undo =
                [](const Situation &situation) {
                    const Parts parts = Parts::of(situation);
                    QList<Action> actions;
                    for (const Parts::Slot &slot : parts.slotsToDrop)
                        actions << putSlotsBack({former(parts, slot)}, slot.server);
                    return actions;
                },
            .verify =
                [](const Situation &situation) {
                    QList<Observation> seen;
                    for (const Parts::Slot &slot : Parts::of(situation).slotsToDrop)
                        seen << Observation{
                            .text = Tr::tr("the slot \"%1\" is gone from %2").arg(slot.name, slot.server.node),
                            .look =
                                SqlSays{.server = slot.server,
                                        .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                                        .parameters = {slot.name},
                                        .expected = key("0")}};
                    return seen;
                }};
}

Observation copyIsAbsent(const Parts::ClientLines &lines)
{
    return {.text = Tr::tr("there is no copy %1").arg(lines.copy),
            .look = PathIs{lines.place.hostId, lines.copy, lines.place.owner, PathIs::What::Absent},
            .timeout = Milliseconds{0}};
}

Step clientLinesStep()
{
    return {
        .id = key("client-lines"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Remove the lines for %1 from pg_hba.conf").arg(nameOf(situation));
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const auto lines = Parts::of(situation).clientLines;
            if (!lines)
                return {};
            const ServerPlace &place = lines->place;
            Observation copied = copyIsAbsent(*lines);
            copied.text = Tr::tr("there is a copy %1").arg(lines->copy);
            copied.look = PathIs{place.hostId, lines->copy, place.owner, PathIs::What::Present};
            return {{.text = Tr::tr("Keep a copy of %1 as %2").arg(lines->path, lines->copy),
                     .what = CopyFile{place.hostId, lines->path, lines->copy, place.owner},
                     .unless = copied},
                    {.text = Tr::tr("Remove Howdah's own lines for %1 from %2").arg(lines->address, lines->path),
                     .what = PatchFile{place.hostId, lines->path, place.owner, lines->removals, lines->before,
                                       lines->after}},
                    reloadConfiguration(SynchronousState::of(situation).primary)};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const auto lines = Parts::of(situation).clientLines;
            if (!lines)
                return {};
            const ServerPlace &place = lines->place;
            return {
                {.text = Tr::tr("Put the copy of %1 back, unless somebody else has changed the file").arg(lines->path),
                 .what = CopyFile{place.hostId, lines->copy, lines->path, place.owner, lines->after},
                 .unless = copyIsAbsent(*lines)},
                reloadConfiguration(SynchronousState::of(situation).primary),
                {.text = Tr::tr("Remove the copy %1").arg(lines->copy),
                 .what = RemoveFile{place.hostId, lines->copy, place.owner}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            if (!Parts::of(situation).clientLines)
                return {};
            const ServerRef primary = SynchronousState::of(situation).primary;
            return {{.text = Tr::tr("pg_hba.conf of %1 holds no error").arg(primary.node),
                     .look = SqlSays{.server = primary,
                                     .sql = key("SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL"),
                                     .parameters = {},
                                     .expected = key("0")}}};
        },
        .always = true};
}

Step asideStep()
{
    const auto move = [](const Parts &parts, const QString &from, const QString &to) -> QList<Action> {
        if (parts.files != Parts::Files::Aside)
            return {};
        return {{.text = Tr::tr("Move %1 to %2").arg(from, to),
                 .what = MovePath{.hostId = parts.place.hostId, .from = from, .to = to, .owner = parts.place.owner}}};
    };
    return {
        .id = key("aside"),
        .title = [](const Situation &situation) { return Tr::tr("Move the files of %1 aside").arg(nameOf(situation)); },
        .act =
            [move](const Situation &situation) {
                const Parts parts = Parts::of(situation);
                return move(parts, parts.place.dataDirectory, parts.aside);
            },
        .undo =
            [move](const Situation &situation) {
                const Parts parts = Parts::of(situation);
                return move(parts, parts.aside, parts.place.dataDirectory);
            },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const Parts parts = Parts::of(situation);
            if (parts.files != Parts::Files::Aside)
                return {};
            return {{.text = Tr::tr("the files lie in %1").arg(parts.aside),
                     .look = PathIs{parts.place.hostId, parts.aside + key("/PG_VERSION"), parts.place.owner}},
                    {.text = Tr::tr("nothing is left in %1").arg(parts.place.dataDirectory),
                     .look = PathIs{parts.place.hostId, parts.place.dataDirectory, parts.place.owner,
                                    PathIs::What::Absent}}};
        }};
}

Step recordStep()
{
    const auto record = [](const Situation &situation, bool present) -> QList<Action> {
        const QString cluster = situation.snapshot->definition.name;
        const QString text = present ? Tr::tr("Put %1 on record in the cluster %2 again")
                                     : Tr::tr("Take %1 off the record of the cluster %2");
        return {{.text = text.arg(nameOf(situation), cluster),
                 .what = RecordNode{cluster, Parts::of(situation).node->definition, present}}};
    };
    return {.id = key("record"),
            .title = [](const Situation &situation) { return Tr::tr("No longer watch %1").arg(nameOf(situation)); },
            .act = [record](const Situation &situation) { return record(situation, false); },
            .undo = [record](const Situation &situation) { return record(situation, true); }};
}

QList<Param> params()
{
    return {{.id = key("node"),
             .title = Tr::tr("Standby"),
             .help = Tr::tr("The standby that leaves the cluster."),
             .kind = Param::Kind::Standby},
            {.id = key("files"),
             .title = Tr::tr("Its server and files"),
             .help = Tr::tr("Nothing is ever deleted."),
             .kind = Param::Kind::Choice,
             .options = {{key("aside"), Tr::tr("Stop it and move its directory aside")},
                         {key("stop"), Tr::tr("Stop it and leave its files where they are")},
                         {key("none"), Tr::tr("Leave them alone: its machine is gone")}},
             .suggest = [](const Situation &situation) {
                 if (!situation.fact(key("layout")))
                     return QString();
                 return ServerPlace::fromFact(situation, key("layout")).container ? key("stop") : key("aside");
             }}};
}

QStringList consequencesOf(const Situation &situation)
{
    const Parts parts = Parts::of(situation);
    const QString name = parts.node->name();
    QStringList sentences{Tr::tr("%1 no longer belongs to the cluster, and is no longer watched.").arg(name)};
    if (parts.files == Parts::Files::Aside)
        sentences << Tr::tr("Its server is stopped; its files stay on their disk as %1.").arg(parts.aside);
    if (parts.files == Parts::Files::Stop)
        sentences << Tr::tr("Its server is stopped; its files stay in %1, and whoever starts it there makes it connect "
                            "again.")
                         .arg(parts.place.dataDirectory);
    const QString tablespaces = situation.value(key("server"), key("tablespaces")).toString();
    if (!tablespaces.isEmpty())
        sentences << Tr::tr("Its tablespaces stay where they are: %1.").arg(tablespaces);
    for (const Parts::Slot &slot : parts.slotsToDrop)
        sentences << Tr::tr("The slot \"%1\" is dropped from %2.").arg(slot.name, slot.server.node);
    if (parts.synchronous)
        sentences << Tr::tr("Commits wait for %1 from then on.").arg(synchronousWords(parts.synchronous->toString()));
    return sentences;
}

} // namespace

Operation decommission()
{
    return {.id = key("decommission"),
            .title = Tr::tr("Decommission a standby"),
            .summary =
                Tr::tr("Lets a standby leave the cluster for good: nobody waits for it, keeps WAL for it or lets "
                       "it in any more. Its files are kept."),
            .icon = key("trash"),
            .destructive = true,
            .params = params(),
            .probes = decommissionProbes(),
            .checks = decommissionChecks(),
            .steps = {synchronousStep([](const Situation &situation) { return Parts::of(situation).synchronous; }),
                      stopStep(), slotsStep(), clientLinesStep(), asideStep(), recordStep()},
            .consequences = consequencesOf,
            .confirmWord = nameOf,
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    const bool any = std::any_of(snapshot.nodes.begin(), snapshot.nodes.end(),
                                                 [](const NodeState &node) { return node.role != NodeRole::Primary; });
                    return any ? QString() : Tr::tr("There is no standby.");
                },
            .next = [](const Situation &situation) -> QStringList {
                const Parts parts = Parts::of(situation);
                QStringList sentences;
                if (parts.files == Parts::Files::Aside)
                    sentences << Tr::tr("When it is surely not needed any more, remove %1.").arg(parts.aside);
                if (parts.files != Parts::Files::Untouched)
                    sentences << Tr::tr("If a service of its machine starts the server at boot, disable that service.");
                return sentences;
            }};
}

} // namespace howdah::library
