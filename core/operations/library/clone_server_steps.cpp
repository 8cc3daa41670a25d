#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

constexpr Milliseconds catchUpTimeout{1800000}; ///< to stream what was written while the copy was made
constexpr Milliseconds startTimeout{120000};

Step placeStep()
{
    return {.id = QStringLiteral("place"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Put the copy in its place, %1")
                        .arg(situation.argument(QStringLiteral("target-directory")));
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                return {{.text = Tr::tr("Move the copy to %1").arg(parts.target),
                         .what = MovePath{
                             .hostId = parts.hostId, .from = parts.copy, .to = parts.target, .owner = parts.owner}}};
            },
            .undo =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    if (parts.container) // all of it goes with its volume
                        return QList<Action>();
                    QList<Action> actions{
                        {.text = Tr::tr("Move the copy back to %1, if it is still this clone's").arg(parts.copy),
                         .what = MovePath{.hostId = parts.hostId,
                                          .from = parts.target,
                                          .to = parts.copy,
                                          .owner = parts.owner,
                                          .witness = QStringLiteral("standby.signal"),
                                          .witnessContent = parts.standbySignal}}};
                    if (parts.targetWasDirectory)
                        actions.append({.text = Tr::tr("Put back the empty directory %1").arg(parts.target),
                                        .what = MakeDirectory{parts.hostId, parts.target, parts.owner}});
                    return actions;
                },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                return {{.text = Tr::tr("the copy lies in %1").arg(parts.target),
                         .look = PathIs{parts.hostId, parts.target + QStringLiteral("/PG_VERSION"), parts.owner}}};
            }};
}

/// standby.signal carries the operation's id and goes at a promotion: a promoted clone is not stopped or removed by an
/// undo.
Observation isStillOurs(const CloneParts &parts)
{
    return {.text = Tr::tr("%1 holds the standby that this operation made").arg(parts.target),
            .look = CommandSucceeds{parts.hostId,
                                    {.argv = {QStringLiteral("grep"), QStringLiteral("-qsF"), parts.operationId,
                                              parts.target + QStringLiteral("/standby.signal")},
                                     .asUser = parts.owner}},
            .timeout = Milliseconds{0}};
}

/// The container may have been removed in the meantime, and the server with it.
QList<Action> stopInContainer(const CloneParts &parts)
{
    const auto look = [&parts](const QString &text, const Command &command) {
        return Observation{
            .text = text, .look = CommandSucceeds{parts.place.controlHostId(), command}, .timeout = Milliseconds{0}};
    };
    const QString name = parts.container->name;
    Action stop = parts.place.stop();
    stop.unless = look(Tr::tr("the container %1 does not run").arg(name), parts.container->isNotRunning());
    return {{.text = Tr::tr("Make sure that the server in %1 is still this clone's standby").arg(parts.target),
             .what = WaitFor{isStillOurs(parts)},
             .unless = look(Tr::tr("the container %1 is gone").arg(name), parts.container->isGone())},
            stop};
}

/// After the first start, the way the source makes sure of its files before a recovery holds here too.
QList<Action> putBackInitSync(const CloneParts &parts)
{
    if (parts.initSync.isEmpty())
        return {};
    const QString line = QStringLiteral("/^%1 = 'syncfs'$/d").arg(QLatin1String(initSyncName));
    return {{.text = Tr::tr("Take the quick way of its first start out of postgresql.auto.conf again"),
             .what = RunCommand{.hostId = parts.hostId,
                                .command = {.argv = {QStringLiteral("sed"), QStringLiteral("-i"), line,
                                                     parts.target + QStringLiteral("/postgresql.auto.conf")},
                                            .asUser = parts.owner}}},
            {.text = Tr::tr("Reload its configuration"),
             .what = RunCommand{.hostId = parts.place.controlHostId(),
                                .command = parts.container ? parts.place.container->reload()
                                                           : parts.place.pgCtl({QStringLiteral("reload")})}}};
}

QList<Observation> serverIsUp(const CloneParts &parts, const QString &systemIdentifier)
{
    QList<Observation> seen{parts.place.whileItRuns(
        {.text = Tr::tr("%1 takes connections as a standby of the same system").arg(parts.name),
         .look = SqlSays{.server = parts.server,
                         .sql = QStringLiteral("SELECT pg_is_in_recovery() AND system_identifier::text = $1"
                                               " AND current_setting('data_directory') = $2"
                                               " FROM pg_control_system()"),
                         .parameters = {systemIdentifier, parts.target},
                         .expected = QStringLiteral("t")},
         .timeout = startTimeout})};
    if (!parts.initSync.isEmpty())
        seen << Observation{.text = Tr::tr("%1 is as on the source").arg(QLatin1String(initSyncName)),
                            .look = SqlSays{.server = parts.server,
                                            .sql = QStringLiteral("SELECT current_setting($1)"),
                                            .parameters = {QLatin1String(initSyncName)},
                                            .expected = parts.initSync}};
    return seen;
}

Step startStep()
{
    return {
        .id = QStringLiteral("start"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Start %1").arg(situation.argument(QStringLiteral("name")));
            },
        .act =
            [](const Situation &situation) {
                const CloneParts parts = CloneParts::of(situation);
                return QList<Action>{parts.place.start()} + putBackInitSync(parts);
            },
        .undo = [](const Situation &situation) -> QList<Action> {
            const CloneParts parts = CloneParts::of(situation);
            if (parts.container)
                return stopInContainer(parts);
            return {
                {.text = Tr::tr("Make sure that the server in %1 is still this clone's standby").arg(parts.target),
                 .what = WaitFor{isStillOurs(parts)}},
                parts.place.stop(),
                {.text = Tr::tr("Wait until it has stopped"), .what = WaitFor{parts.place.isStopped(startTimeout)}}};
        },
        .verify =
            [](const Situation &situation) {
                return serverIsUp(CloneParts::of(situation), situation.snapshot->systemIdentifier);
            }};
}

Step followStep()
{
    return {.id = QStringLiteral("follow"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("See %1 stream from %2")
                        .arg(situation.argument(QStringLiteral("name")), situation.argument(QStringLiteral("source")));
                },
            .act = [](const Situation &) { return QList<Action>(); },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                // A delayed standby applies later; any other must be within a segment of what it was sent.
                const QString applied =
                    parts.delay.isEmpty() ? QStringLiteral(" AND r.sent_lsn - r.replay_lsn < 16777216") : QString();
                return {
                    parts.place.whileItRuns(
                        {.text = Tr::tr("%1 streams from %2 through the slot \"%3\"")
                                     .arg(parts.name, parts.source.node, parts.slot),
                         .look = SqlSays{.server = parts.source,
                                         .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots s"
                                                               " JOIN pg_stat_replication r ON r.pid = s.active_pid"
                                                               " WHERE s.slot_name = $1 AND r.application_name = $2"
                                                               " AND r.state = 'streaming'") +
                                                applied,
                                         .parameters = {parts.slot, parts.plain},
                                         .expected = QStringLiteral("1")},
                         .timeout = catchUpTimeout}),
                    parts.place.whileItRuns(
                        {.text = Tr::tr("%1 receives and replays").arg(parts.name),
                         .look = SqlSays{.server = parts.server,
                                         .sql = QStringLiteral(
                                             "SELECT pg_last_wal_replay_lsn() IS NOT NULL AND"
                                             " EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming')"),
                                         .parameters = {},
                                         .expected = QStringLiteral("t")}})};
            }};
}

Step recordStep()
{
    const auto record = [](const Situation &situation, bool present) -> QList<Action> {
        const CloneParts parts = CloneParts::of(situation);
        const QString cluster = situation.snapshot->definition.name;
        const QString text =
            present ? Tr::tr("Put %1 on record in the cluster %2") : Tr::tr("Take %1 off the record of the cluster %2");
        QList<Action> actions{
            {.text = text.arg(parts.name, cluster), .what = RecordNode{cluster, parts.node, present}}};
        if (present)
            actions.append({.text = Tr::tr("Ask %1 where its data lies").arg(parts.name),
                            .what = RunSql{.server = parts.server,
                                           .sql = QStringLiteral("SELECT current_setting('data_directory')"),
                                           .parameters = {},
                                           .resultName = QStringLiteral("dataDirectory")}});
        return actions;
    };
    return {.id = QStringLiteral("record"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Watch %1").arg(situation.argument(QStringLiteral("name")));
                },
            .act = [record](const Situation &situation) { return record(situation, true); },
            .undo = [record](const Situation &situation) { return record(situation, false); }};
}

Step tidyStep()
{
    return {.id = QStringLiteral("tidy"),
            .title = [](const Situation &) { return Tr::tr("Tidy up"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                return unmarkDebianDirectory(parts) +
                       QList<Action>{{.text = Tr::tr("Remove the empty staging directory %1").arg(parts.staging),
                                      .what = RemoveMarkedDirectory{parts.hostId, parts.staging, parts.owner,
                                                                    parts.stagingMarker}},
                                     parts.ownSlot().takeSignAway()};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                if (parts.container)
                    return {parts.ownSlot().putSignBack()};
                return QList<Action>{parts.ownSlot().putSignBack(),
                                     {.text = Tr::tr("Make the staging directory %1 again, to move the copy back into")
                                                  .arg(parts.staging),
                                      .what = MakeMarkedDirectory{parts.hostId, parts.staging, parts.owner,
                                                                  parts.stagingMarker}}} +
                       markDebianDirectory(parts);
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                return {{.text = Tr::tr("the staging directory is gone"),
                         .look = PathIs{parts.hostId, parts.staging, parts.owner, PathIs::What::Absent}}};
            }};
}

} // namespace

QList<Step> cloneServerSteps()
{
    return {placeStep(), startStep(), followStep(), recordStep(), tidyStep()};
}

} // namespace howdah::library
