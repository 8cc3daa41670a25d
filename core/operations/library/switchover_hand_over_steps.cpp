#include "core/operations/library/poolers.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

constexpr Milliseconds stopTimeout{30000};
constexpr Milliseconds streamEndTimeout{3000};
constexpr Milliseconds lastRecordTimeout{3000}; ///< then the old primary serves again
constexpr Milliseconds wakeTimeout{150};
constexpr Milliseconds promotionTimeout{300000};
constexpr Milliseconds shortInterval{2}; ///< while nobody can write
constexpr Milliseconds serviceTimeout{120000};

/// Times of the hand-over are kept in the candidate's session, which lives through its promotion.
QString noteTime(const char *phase)
{
    return QStringLiteral("set_config('howdah.%1', clock_timestamp()::text, false)").arg(QLatin1String(phase));
}

RunSql ask(const ServerRef &server, const QString &sql, Milliseconds timeout = Milliseconds{30000})
{
    return {.server = server, .sql = sql, .timeout = timeout};
}

Observation hasEnded(const SwitchoverParts &parts, bool replayed, Milliseconds timeout)
{
    return {.text = replayed ? Tr::tr("%1 was shut down, and %2 has replayed its last record")
                                   .arg(parts.primaryServer.node, parts.candidateServer.node)
                             : Tr::tr("%1 was shut down").arg(parts.primaryServer.node),
            .look = ShutDown{parts.place.hostId, parts.controlData(),
                             replayed ? QList<ServerRef>{parts.candidateServer} : QList<ServerRef>()},
            .timeout = timeout,
            .interval = shortInterval};
}

/// The primary's walsender ends when all is sent. Asking the open session costs next to nothing, where every look at
/// the control file starts a program beside two busy servers. And the candidate's recovery must have come to rest:
/// while it still tries to connect it would hear of its promotion only wal_retrieve_retry_interval (5 s) later.
Observation streamHasEnded(const SwitchoverParts &parts)
{
    return {.text = Tr::tr("the stream to %1 has ended").arg(parts.candidateServer.node),
            .look = SqlSays{.server = parts.candidateServer,
                            .sql = QStringLiteral("SELECT NOT EXISTS (SELECT FROM pg_stat_wal_receiver"
                                                  " WHERE status = 'streaming')"
                                                  " AND EXISTS (SELECT FROM pg_stat_activity"
                                                  " WHERE backend_type = 'startup'"
                                                  " AND wait_event = 'RecoveryRetrieveRetryInterval')"),
                            .expected = QStringLiteral("t")},
            .timeout = streamEndTimeout,
            .interval = shortInterval};
}

Observation isPromoted(const SwitchoverParts &parts, Milliseconds timeout)
{
    return {
        .text = Tr::tr("%1 is a primary").arg(parts.candidateServer.node),
        .look =
            SqlSays{.server = parts.candidateServer,
                    .sql =
                        QStringLiteral("SELECT %1 IS NOT NULL AND NOT pg_is_in_recovery()").arg(noteTime("promoted")),
                    .expected = QStringLiteral("t")},
        .timeout = timeout,
        .interval = shortInterval};
}

/// Only the session that asked for the stop, and only right after it, says so: nobody can have come between.
Observation wasStoppedJustNow(const SwitchoverParts &parts)
{
    return {.text = Tr::tr("%1 was stopped a moment ago").arg(parts.primaryServer.node),
            .look = SqlSays{.server = parts.candidateServer,
                            .sql = QStringLiteral("SELECT clock_timestamp() - nullif(current_setting("
                                                  "'howdah.stop_asked', true), '')::timestamptz"
                                                  " < interval '10 seconds'"),
                            .expected = QStringLiteral("t")},
            .timeout = Milliseconds{0}};
}

Observation isPrimary(const SwitchoverParts &parts, Milliseconds timeout)
{
    return {.text = Tr::tr("%1 is a primary").arg(parts.primaryServer.node),
            .look = SqlSays{.server = parts.primaryServer,
                            .sql = QStringLiteral("SELECT pg_is_in_recovery()"),
                            .expected = QStringLiteral("f")},
            .timeout = timeout};
}

QList<Action> stopPrimary(const SwitchoverParts &parts, const QString &operationId)
{
    const QString primary = parts.primaryServer.node;
    RunSql note = ask(parts.candidateServer, QStringLiteral("SELECT ") + noteTime("stop_asked"));
    Action stop = parts.place.askToStop();
    stop.text = Tr::tr("Ask %1 to stop (fast)").arg(primary);
    return {
        // Before the stop: whoever starts it from now on (its service manager too) gets a standby, no second primary.
        {.text = Tr::tr("Write standby.signal into %1").arg(parts.place.dataDirectory),
         .what = WriteFile{parts.place.hostId, parts.place.signalFile(), parts.place.owner,
                           QStringLiteral("Written by Howdah, operation %1\n").arg(operationId).toUtf8()}},
        {.text = Tr::tr("Note the time"), .what = note},
        stop,
        {.text = Tr::tr("Wait for the last record of %1").arg(primary),
         .what = WaitFor{hasEnded(parts, false, stopTimeout)},
         .unless = streamHasEnded(parts)}};
}

Step stopStep()
{
    return {.id = QStringLiteral("stop"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Stop the primary %1").arg(SwitchoverParts::of(situation).primaryServer.node);
                },
            .act =
                [](const Situation &situation) {
                    return stopPrimary(SwitchoverParts::of(situation), situation.operationId);
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                // pg_ctl restart waits for a stop that is under way, and starts what has stopped.
                Action serve = parts.place.restart();
                serve.text = Tr::tr("Start %1 as the primary again, unless it serves").arg(parts.primaryServer.node);
                serve.unless = isPrimary(parts, Milliseconds{0});
                return {nobodyTookOver(parts.candidateServer),
                        parts.place.removeSignalOf(situation.operationId),
                        serve,
                        {.text = Tr::tr("See %1 serve again").arg(parts.primaryServer.node),
                         .what = WaitFor{isPrimary(parts, serviceTimeout)}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                return {hasEnded(SwitchoverParts::of(situation), true, lastRecordTimeout)};
            },
            .standing =
                [](const Situation &situation) {
                    const QString old = SwitchoverParts::of(situation).primaryServer.node;
                    return QStringList{Tr::tr("%1 may be stopped, and nobody may be the primary; undo starts %1 as the "
                                              "primary again.")
                                           .arg(old),
                                       clientsGoOn(situation)}
                        .join(QLatin1Char(' '))
                        .trimmed();
                }};
}

Step promoteStep()
{
    return {.id = QStringLiteral("promote"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Promote %1").arg(SwitchoverParts::of(situation).candidateServer.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                return {// Looked at again, because this step may be resumed long after the stop.
                        {.text = Tr::tr("Make sure that %1 has not been started since").arg(parts.primaryServer.node),
                         .what = WaitFor{hasEnded(parts, true, Milliseconds{0})},
                         .unless = wasStoppedJustNow(parts)},
                        {.text = Tr::tr("Ask %1 to end its recovery").arg(parts.candidateServer.node),
                         .what = ask(parts.candidateServer,
                                     QStringLiteral("SELECT %1, CASE WHEN pg_is_in_recovery() THEN pg_promote(false) "
                                                    "ELSE true END")
                                         .arg(noteTime("promotion_asked")))},
                        // A reload wakes a recovery that went to sleep just when it was asked.
                        {.text = Tr::tr("Wake the recovery of %1").arg(parts.candidateServer.node),
                         .what = ask(parts.candidateServer, QStringLiteral("SELECT pg_reload_conf()")),
                         .unless = isPromoted(parts, wakeTimeout)}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const SwitchoverParts parts = SwitchoverParts::of(situation);
                const Observation promoted = isPromoted(parts, promotionTimeout);
                const bool canLook = !parts.candidatePlace.dataDirectory.isEmpty();
                return {canLook ? parts.candidatePlace.whileItRuns(promoted) : promoted};
            },
            .pointOfNoReturn = true,
            .standing =
                [](const Situation &situation) {
                    const SwitchoverParts parts = SwitchoverParts::of(situation);
                    const QString sentence =
                        Tr::tr("%1 was shut down in order and lacks nothing; %2 was asked to become the primary. Start "
                               "%2 if it does not run, and resume. If %2 is gone for good, see that it stays off, "
                               "remove standby.signal from %3 and start %1: it is the primary again.")
                            .arg(parts.primaryServer.node, parts.candidateServer.node, parts.place.dataDirectory);
                    return QStringList{sentence, clientsGoOn(situation)}.join(QLatin1Char(' ')).trimmed();
                }};
}

} // namespace

QList<Step> switchoverHandOverSteps()
{
    return {pausePoolersStep(), stopStep(), promoteStep()};
}

} // namespace howdah::library
