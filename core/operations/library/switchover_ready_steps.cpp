#include "core/operations/library/poolers.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

constexpr Milliseconds checkpointTimeout{1800000};
constexpr Milliseconds catchUpTimeout{120000};
constexpr Milliseconds shortInterval{2};

RunSql ask(const ServerRef &server, const QString &sql, Milliseconds timeout = Milliseconds{30000})
{
    return {.server = server, .sql = sql, .timeout = timeout};
}

Step slotsStep()
{
    return {.id = QStringLiteral("slots"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Make replication slots on %1 for the nodes that will follow it")
                        .arg(SwitchoverParts::of(situation).candidateServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    return createSlots(parts.followers, parts.candidateServer, situation.operationId);
                },
            .undo =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    return dropCreatedSlots(parts.followers, parts.candidateServer, situation.operationId);
                },
            .verify =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    return slotsAreThere(parts.followers, parts.candidateServer, situation.operationId);
                }};
}

/// A server that archives closes its WAL segment when it stops: it sends the standby the empty rest, up to 16 MB, and
/// both make a file for the next one, before the role can go over. So most of the rest is sent now, while everybody can
/// still write; and behind three quarters of a segment a checkpoint makes the next one's file.
const char *const fillSegmentQuery = R"(
SELECT count(pg_logical_emit_message(false, 'howdah', repeat(' ', 65536)))
  FROM (SELECT setting::bigint AS size FROM pg_settings WHERE name = 'wal_segment_size') AS segment,
       generate_series(1, CASE WHEN size <= 67108864 THEN
         (size - (pg_current_wal_insert_lsn() - '0/0') % size - size / 16)::bigint / 65600 ELSE 0 END))";

Action checkpoint(const ServerRef &server, const QString &text)
{
    return {.text = text.arg(server.node), .what = ask(server, QStringLiteral("CHECKPOINT"), checkpointTimeout)};
}

QList<Action> fillSegment(const SwitchoverParts &parts)
{
    return {{.text = Tr::tr("Fill the WAL segment that %1 will close when it stops").arg(parts.primaryServer.node),
             .what = ask(parts.primaryServer, QString::fromLatin1(fillSegmentQuery))},
            checkpoint(parts.primaryServer, Tr::tr("Run a checkpoint behind it on %1")),
            // Without a checkpoint that it has replayed a standby runs none.
            {.text = Tr::tr("Wait until %1 has replayed it").arg(parts.candidateServer.node),
             .what = WaitFor{{.text = Tr::tr("%1 has replayed the last checkpoint").arg(parts.candidateServer.node),
                              .look = SqlSays{.server = parts.primaryServer,
                                              .sql = QStringLiteral(
                                                  "SELECT coalesce(bool_or(replay_lsn > (SELECT checkpoint_lsn"
                                                  " FROM pg_control_checkpoint())), false) FROM pg_stat_replication r"
                                                  " LEFT JOIN pg_replication_slots s ON s.active_pid = r.pid"
                                                  " WHERE s.slot_name = $1 OR r.application_name = $2"),
                                              .parameters = {parts.candidateSlot, parts.candidateTitle},
                                              .expected = QStringLiteral("t")},
                              .timeout = catchUpTimeout}}},
            checkpoint(parts.candidateServer, Tr::tr("Run another restartpoint on %1"))};
}

Step checkpointStep()
{
    return {.id = QStringLiteral("checkpoint"),
            .title = [](const Situation &) { return Tr::tr("Write out what a stop would have to write"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                const QList<Action> first{checkpoint(parts.primaryServer, Tr::tr("Run a checkpoint on %1")),
                                          checkpoint(parts.candidateServer, Tr::tr("Run a restartpoint on %1"))};
                // The first may have taken long; the second leaves little behind it.
                return first +
                       (parts.archives
                            ? fillSegment(parts)
                            : QList<Action>{checkpoint(parts.primaryServer, Tr::tr("Run another checkpoint on %1"))});
            },
            .always = true};
}

Step catchUpStep()
{
    return {.id = QStringLiteral("catch-up"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("See that %1 has caught up").arg(SwitchoverParts::of(situation).candidateServer.node);
                },
            .act = [](const Situation &) { return QList<Action>(); },
            .verify =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    QList<Observation> seen;
                    if (parts.archives)
                        seen << Observation{
                            .text = Tr::tr("%1 has archived its finished WAL").arg(parts.primaryServer.node),
                            .look = SqlSays{.server = parts.primaryServer,
                                            .sql = QStringLiteral("SELECT count(*) FROM pg_ls_archive_statusdir()"
                                                                  " WHERE name LIKE '%.ready'"),
                                            .expected = QStringLiteral("0")},
                            .timeout = catchUpTimeout};
                    // Whichever walsender it is: what counts is where the candidate says that it is.
                    seen << Observation{
                        .text = Tr::tr("%1 replays what %2 has just written")
                                    .arg(parts.candidateServer.node, parts.primaryServer.node),
                        .look = SqlSays{.server = parts.primaryServer,
                                        .sql = QStringLiteral(
                                            "SELECT coalesce(bool_or(pg_current_wal_lsn() - replay_lsn < 65536),"
                                            " false) FROM pg_stat_replication r LEFT JOIN pg_replication_slots s"
                                            " ON s.active_pid = r.pid WHERE r.state = 'streaming'"
                                            " AND (s.slot_name = $1 OR r.application_name = $2)"),
                                        .parameters = {parts.candidateSlot, parts.candidateTitle},
                                        .expected = QStringLiteral("t")},
                        .timeout = catchUpTimeout,
                        .interval = shortInterval};
                    return seen;
                },
            .always = true};
}

} // namespace

QList<Step> switchoverReadySteps()
{
    return {slotsStep(), keepPoolerFilesStep(), checkpointStep(), catchUpStep()};
}

} // namespace howdah::library
