#include "core/operations/library/poolers.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

constexpr Milliseconds endTimeout{300000}; ///< its archiver and the walsenders of others may take their time
constexpr Milliseconds startTimeout{120000};
constexpr Milliseconds checkpointTimeout{1800000};

/// Times that an interrupted run's session has taken with it are not known: null.
const char *const gapQuery = R"(
SELECT json_build_object('stop', round((extract(epoch FROM promotion - stop) * 1000)::numeric, 1),
                         'promote', round((extract(epoch FROM promoted - promotion) * 1000)::numeric, 1),
                         'total', round((extract(epoch FROM promoted - stop) * 1000)::numeric, 1))::text
  FROM (SELECT nullif(current_setting('howdah.stop_asked', true), '')::timestamptz AS stop,
               nullif(current_setting('howdah.promotion_asked', true), '')::timestamptz AS promotion,
               nullif(current_setting('howdah.promoted', true), '')::timestamptz AS promoted) AS noted)";

Observation says(const ServerRef &server, const QString &text, const QString &sql)
{
    return {.text = text, .look = SqlSays{.server = server, .sql = sql, .expected = QStringLiteral("t")}};
}

Action keep(const ServerRef &server, const QString &text, const QString &sql, const QString &resultName)
{
    return {.text = text, .what = RunSql{.server = server, .sql = sql, .resultName = resultName}};
}

Step serveStep()
{
    return {.id = QStringLiteral("serve"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("See %1 take writes").arg(SwitchoverParts::of(situation).candidateServer.node);
                },
            // First, while the session that noted the times is surely there.
            .act = [](const Situation &situation) -> QList<Action> {
                return {keep(SwitchoverParts::of(situation).candidateServer, Tr::tr("See how long nobody could write"),
                             QString::fromLatin1(gapQuery), QStringLiteral("writeGapMs"))};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                return {says(parts.candidateServer, Tr::tr("%1 takes writes").arg(parts.candidateServer.node),
                             QStringLiteral("SELECT pg_current_xact_id() IS NOT NULL"
                                            " AND current_setting('transaction_read_only') = 'off'"))};
            },
            .always = true};
}

QList<Action> bringBack(const SwitchoverParts &parts, const QString &operationId)
{
    const QString old = parts.primaryServer.node;
    Observation standby = says(parts.primaryServer, Tr::tr("%1 runs as a standby").arg(old),
                               QStringLiteral("SELECT pg_is_in_recovery()"));
    standby.timeout = Milliseconds{0};
    const QList<Action> actions{
        {.text = Tr::tr("Point %1 at %2 before it starts").arg(old, parts.candidateServer.node),
         .what = AppendFile{parts.place.hostId, parts.place.dataDirectory + QStringLiteral("/postgresql.auto.conf"),
                            parts.place.owner, parts.standbySettings(operationId)}},
        {.text = Tr::tr("Wait for the end of %1").arg(old),
         .what = WaitFor{parts.place.isStopped(endTimeout)},
         .unless = standby},
        parts.place.start()};
    // Again: the server puts one line in the place of several, and one that its service manager had started already
    // takes them up.
    return actions + pointAt(parts.followers.first(), parts.candidateServer.node);
}

/// All at the same time: a sibling that does not answer must not keep the old primary from coming back.
Step followStep()
{
    return {.id = QStringLiteral("follow"),
            .title =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    return Tr::tr("Bring %1 back as a standby and let all follow %2")
                        .arg(parts.primaryServer.node, parts.candidateServer.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                QList<QList<Action>> lanes{bringBack(parts, situation.operationId)};
                for (const Follower &sibling : parts.followers.mid(1))
                    lanes << pointAt(sibling, parts.candidateServer.node);
                return {{.text = Tr::tr("Point all of them at %1 at the same time").arg(parts.candidateServer.node),
                         .what = Together{lanes}}};
            },
            .verify =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    Observation standby =
                        says(parts.primaryServer, Tr::tr("%1 is a standby").arg(parts.primaryServer.node),
                             QStringLiteral("SELECT pg_is_in_recovery()"));
                    standby.timeout = startTimeout;
                    QList<Observation> seen =
                        QList<Observation>{standby} + streamFrom(parts.followers, parts.candidateServer);
                    for (const int ofOldPrimary : {0, 1})
                        seen[ofOldPrimary] = parts.place.whileItRuns(seen[ofOldPrimary]);
                    return seen;
                },
            .standing =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    return Tr::tr("%1 is the primary and takes writes; not every other node follows it yet. Mend or "
                                  "start the one that does not, and resume.")
                        .arg(parts.candidateServer.node);
                }};
}

Step settleStep()
{
    return {
        .id = QStringLiteral("settle"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("See all nodes on the timeline of %1")
                    .arg(SwitchoverParts::of(situation).candidateServer.node);
            },
        .act =
            [](const Situation &situation) {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                const ServerRef &primary = parts.candidateServer;
                QList<Action> actions;
                for (const QString &slot : parts.formerSlots)
                    actions << Action{
                        .text = Tr::tr("Drop the slot \"%1\" of the former standby from %2")
                                    .arg(slot, parts.primaryServer.node),
                        .what = RunSql{.server = parts.primaryServer,
                                       .sql = QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM"
                                                             " pg_replication_slots WHERE slot_name = $1 AND NOT active"
                                                             " AND slot_type = 'physical' AND pg_is_in_recovery()"),
                                       .parameters = {slot}}};
                // Until then the control file names the old timeline, which misleads pg_rewind.
                actions << Action{.text = Tr::tr("Run a checkpoint"),
                                  .what = RunSql{.server = primary,
                                                 .sql = QStringLiteral("CHECKPOINT"),
                                                 .timeout = checkpointTimeout}}
                        << keep(primary, Tr::tr("Ask for the new timeline"),
                                QStringLiteral("SELECT ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))"
                                               "::bit(32)::int"),
                                QStringLiteral("timeline"))
                        << Action{.text = Tr::tr("Note the new primary"),
                                  .what = RunSql{.server = primary,
                                                 .sql = QStringLiteral("SELECT $1::text WHERE NOT pg_is_in_recovery()"),
                                                 .parameters = {primary.node},
                                                 .resultName = QStringLiteral("newPrimary")}};
                return actions + settleSlots(parts.followers, primary, situation.operationId);
            },
        .verify =
            [](const Situation &situation) {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                return streamFrom(parts.followers, parts.candidateServer);
            },
        .always = true};
}

} // namespace

QList<Step> switchoverSettlingSteps()
{
    return {redirectPoolersStep(QStringLiteral("to")), serveStep(), followStep(), settleStep()};
}

} // namespace howdah::library
