#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds startTimeout{120000};
constexpr Milliseconds catchUpTimeout{1800000}; ///< to stream what was written meanwhile

Step startStep()
{
    return {
        .id = key("start"),
        .title = [](const Situation &situation) { return Tr::tr("Start %1").arg(RejoinParts::of(situation).name); },
        .act = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            // Looked at last of all: what starts without it is a second primary.
            return {{.text = Tr::tr("Make sure that %1 will start as a standby").arg(parts.name),
                     .what = WaitFor{{.text = Tr::tr("standby.signal is in %1").arg(parts.place.dataDirectory),
                                      .look = PathIs{parts.place.hostId, parts.place.signalFile(), parts.place.owner},
                                      .timeout = Milliseconds{0}}}},
                    parts.place.start()};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            return {
                parts.place.stop(),
                {.text = Tr::tr("Wait until it has stopped"), .what = WaitFor{parts.place.isStopped(startTimeout)}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RejoinParts parts = RejoinParts::of(situation);
            return {parts.place.whileItRuns(
                {.text = Tr::tr("%1 takes connections as a standby of the same system").arg(parts.name),
                 .look = SqlSays{.server = parts.server,
                                 .sql = QStringLiteral("SELECT pg_is_in_recovery() AND system_identifier::text = $1"
                                                       " FROM pg_control_system()"),
                                 .parameters = {situation.snapshot->systemIdentifier},
                                 .expected = QStringLiteral("t")},
                 .timeout = startTimeout})};
        }};
}

Step followStep()
{
    return {.id = key("follow"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return Tr::tr("See %1 stream from %2").arg(parts.name, parts.primaryServer.node);
                },
            .act = [](const Situation &) { return QList<Action>(); },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                // It may take long to catch up, but not to begin: a primary that has died meanwhile is not waited for.
                QList<Observation> seen{
                    {.text = Tr::tr("%1 has connected to %2 by the slot \"%3\"")
                                 .arg(parts.name, parts.primaryServer.node, parts.slot),
                     .look = SqlSays{.server = parts.primaryServer,
                                     .sql = QStringLiteral("SELECT active FROM pg_replication_slots"
                                                           " WHERE slot_name = $1"),
                                     .parameters = {parts.slot},
                                     .expected = QStringLiteral("t")},
                     .timeout = startTimeout},
                    {.text = Tr::tr("%1 streams from %2 through the slot \"%3\"")
                                 .arg(parts.name, parts.primaryServer.node, parts.slot),
                     .look = SqlSays{.server = parts.primaryServer,
                                     .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots s"
                                                           " JOIN pg_stat_replication r ON r.pid = s.active_pid"
                                                           " WHERE s.slot_name = $1 AND r.application_name = $2"
                                                           " AND r.state = 'streaming'"),
                                     .parameters = {parts.slot, parts.plain},
                                     .expected = QStringLiteral("1")},
                     .timeout = catchUpTimeout},
                    {.text = Tr::tr("%1 receives timeline %2").arg(parts.name).arg(parts.timeline),
                     .look = SqlSays{.server = parts.server,
                                     .sql = QStringLiteral("SELECT pg_is_in_recovery() AND EXISTS (SELECT FROM"
                                                           " pg_stat_wal_receiver WHERE status = 'streaming' AND"
                                                           " received_tli = $1::int)"),
                                     .parameters = {QString::number(parts.timeline)},
                                     .expected = QStringLiteral("t")},
                     .timeout = startTimeout}};
                for (Observation &one : seen)
                    one = parts.place.whileItRuns(one);
                return seen;
            }};
}

Step tidyStep()
{
    return {.id = key("tidy"),
            .title = [](const Situation &) { return Tr::tr("Tidy up"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                const auto note = [&](const QString &text, const QString &value, const QString &name) {
                    return Action{.text = text,
                                  .what = RunSql{.server = parts.primaryServer,
                                                 .sql = QStringLiteral("SELECT $1::text"),
                                                 .parameters = {value},
                                                 .resultName = name}};
                };
                QList<Action> actions{
                    {.text = Tr::tr("Remove the working directory %1").arg(parts.staging),
                     .what = RemoveMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner, parts.marker}},
                    note(Tr::tr("Note the way it came back"), rejoinWayName(parts.way), key("way"))};
                if (parts.way == RejoinWay::Clone)
                    actions << note(Tr::tr("Note where the old data directory is"), parts.keptAs, key("movedAside"));
                if (parts.volume && parts.saves())
                    actions << note(Tr::tr("Note where it is saved"), parts.volume->name(), key("savedOn"));
                actions += settleSlots({parts.follower()}, parts.primaryServer, parts.operationId);
                if (parts.volume)
                    actions << (parts.way == RejoinWay::Clone ? removeCopyInVolume(parts) : removeEmptyVolume(parts));
                return actions;
            },
            .undo =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return unsettleSlots({parts.follower()}, parts.primaryServer, parts.operationId);
                },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                return {{.text = Tr::tr("the working directory is gone"),
                         .look = PathIs{parts.place.hostId, parts.staging, parts.place.owner, PathIs::What::Absent}}};
            },
            .always = true};
}

} // namespace

QList<Step> rejoinServerSteps()
{
    return {startStep(), followStep(), rejoinCarryStep(), tidyStep()};
}

} // namespace howdah::library
