#include "core/operations/library/failover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

constexpr Milliseconds patience{30000}; ///< for a fast stop, before the immediate one
constexpr Milliseconds candidateTimeout{10000};
constexpr Milliseconds receptionTimeout{1000};
constexpr Milliseconds barTimeout{30000};
constexpr Milliseconds promotionTimeout{300000};
constexpr Milliseconds promotionInterval{3};
constexpr Milliseconds checkpointTimeout{1800000};

/// Looked at again, because the promotion may be resumed long after the fence.
QList<Action> stillFenced(const FailoverParts &parts)
{
    if (parts.oldHostKnown)
        return {{.text = Tr::tr("Make sure that %1 has not been started since").arg(parts.oldServer.node),
                 .what = WaitFor{parts.oldPlace.isDead(Milliseconds{0})}}};
    if (parts.oldPrimary)
        return {{.text = Tr::tr("Make sure that %1 has not come back").arg(parts.oldServer.node),
                 .what = WaitFor{{.text = Tr::tr("%1 does not answer").arg(parts.oldServer.node),
                                  .look = ServerAnswers{parts.oldServer, false},
                                  .timeout = Milliseconds{0}}}}};
    return {};
}

Step fenceStep()
{
    return {.id = QStringLiteral("fence"),
            .title =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return parts.fenceByHost ? Tr::tr("Stop the old primary %1").arg(parts.oldServer.node)
                                             : Tr::tr("See that the old primary is off");
                },
            .act =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return parts.fenceByHost ? parts.oldPlace.stopSurely(patience) : QList<Action>();
                },
            .undo =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    QList<Action> actions;
                    if (parts.fenceByHost && parts.oldWasRunning)
                        actions << nobodyTookOver(parts.candidateServer) << parts.oldPlace.start();
                    return actions;
                },
            .verify =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    QList<Observation> seen;
                    if (parts.oldHostKnown)
                        seen << parts.oldPlace.isDead(patience);
                    if (parts.oldPrimary)
                        seen << Observation{.text = Tr::tr("%1 does not answer").arg(parts.oldServer.node),
                                            .look = ServerAnswers{parts.oldServer, false},
                                            .timeout = patience};
                    // The last looks before the point of no return. What the old primary still had sent when it ended
                    // may have reached another standby alone; that one could not follow, and its commits would be lost.
                    if (!parts.rivals.isEmpty())
                        seen << Observation{
                            .text =
                                Tr::tr("no other standby has received more than %1").arg(parts.candidateServer.node),
                            .look = ReceivedMost{parts.candidateServer, parts.rivals},
                            .timeout = receptionTimeout};
                    // Without a candidate the old primary is wanted back.
                    seen << Observation{.text = Tr::tr("%1 still answers as a standby").arg(parts.candidateServer.node),
                                        .look = SqlSays{.server = parts.candidateServer,
                                                        .sql = QStringLiteral("SELECT pg_is_in_recovery()"),
                                                        .expected = QStringLiteral("t")},
                                        .timeout = candidateTimeout};
                    return seen;
                },
            .always = true};
}

/// By whomever: what guessing took for the old primary may have been a standby all along.
Observation isBarred(const FailoverParts &parts, Milliseconds timeout)
{
    return {.text = Tr::tr("standby.signal is in %1").arg(parts.oldPlace.dataDirectory),
            .look = PathIs{parts.oldPlace.hostId, parts.oldPlace.signalFile(), parts.oldPlace.owner},
            .timeout = timeout};
}

Step barStep()
{
    return {
        .id = QStringLiteral("bar"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Bar %1 from coming back as a primary").arg(FailoverParts::of(situation).oldServer.node);
            },
        .act =
            [](const Situation &situation) {
                const FailoverParts parts = FailoverParts::of(situation);
                QList<Action> actions;
                if (parts.oldHostKnown)
                    actions << Action{
                        .text = Tr::tr("Write standby.signal into %1").arg(parts.oldPlace.dataDirectory),
                        .what =
                            WriteFile{
                                parts.oldPlace.hostId, parts.oldPlace.signalFile(), parts.oldPlace.owner,
                                QStringLiteral("Barred by Howdah, operation %1\n").arg(situation.operationId).toUtf8()},
                        .unless = isBarred(parts, Milliseconds{0})};
                return actions;
            },
        .undo =
            [](const Situation &situation) {
                const FailoverParts parts = FailoverParts::of(situation);
                QList<Action> actions;
                if (parts.oldHostKnown)
                    actions << nobodyTookOver(parts.candidateServer)
                            << parts.oldPlace.removeSignalOf(situation.operationId);
                return actions;
            },
        .verify =
            [](const Situation &situation) {
                const FailoverParts parts = FailoverParts::of(situation);
                QList<Observation> seen;
                if (parts.oldHostKnown)
                    seen << isBarred(parts, barTimeout);
                return seen;
            }};
}

Step slotsStep()
{
    return {.id = QStringLiteral("slots"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Make replication slots on %1 for the standbys that will follow it")
                        .arg(FailoverParts::of(situation).candidateServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return createSlots(parts.followers, parts.candidateServer, situation.operationId);
                },
            .undo =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return dropCreatedSlots(parts.followers, parts.candidateServer, situation.operationId);
                },
            .verify =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return slotsAreThere(parts.followers, parts.candidateServer, situation.operationId);
                }};
}

Step promoteStep()
{
    return {.id = QStringLiteral("promote"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Promote %1").arg(FailoverParts::of(situation).candidateServer.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const FailoverParts parts = FailoverParts::of(situation);
                // pg_promote(true) looks only ten times a second; not waiting there and watching here is quicker.
                return stillFenced(parts)
                       << Action{.text = Tr::tr("Ask %1 to end its recovery").arg(parts.candidateServer.node),
                                 .what = RunSql{.server = parts.candidateServer,
                                                .sql = QStringLiteral("SELECT CASE WHEN pg_is_in_recovery()"
                                                                      " THEN pg_promote(false) ELSE true END"),
                                                .parameters = {},
                                                .resultName = {}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const FailoverParts parts = FailoverParts::of(situation);
                return {{.text = Tr::tr("%1 is a primary").arg(parts.candidateServer.node),
                         .look = SqlSays{.server = parts.candidateServer,
                                         .sql = QStringLiteral("SELECT pg_is_in_recovery()"),
                                         .expected = QStringLiteral("f")},
                         .timeout = promotionTimeout,
                         .interval = promotionInterval}};
            },
            .pointOfNoReturn = true,
            .standing =
                [](const Situation &situation) {
                    return Tr::tr("The old primary is off, and %1 was asked to become the primary. Start %1 if it does "
                                  "not run, and resume. If %1 is gone for good, see that it stays off and fail over "
                                  "to another standby.")
                        .arg(FailoverParts::of(situation).candidateServer.node);
                }};
}

QString primaryButNotFollowed(const Situation &situation)
{
    return Tr::tr("%1 is the primary and takes writes; not every standby follows it yet. Mend or start the one that "
                  "does not, and resume.")
        .arg(FailoverParts::of(situation).candidateServer.node);
}

Step followStep()
{
    return {.id = QStringLiteral("follow"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Let the other standbys follow %1")
                        .arg(FailoverParts::of(situation).candidateServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return pointAllAt(parts.followers, parts.candidateServer.node);
                },
            .verify =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    return streamFrom(parts.followers, parts.candidateServer);
                },
            .standing = primaryButNotFollowed};
}

Step checkpointStep()
{
    return {.id = QStringLiteral("checkpoint"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Put the new timeline of %1 on disk")
                        .arg(FailoverParts::of(situation).candidateServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const FailoverParts parts = FailoverParts::of(situation);
                    const auto ask = [&](const QString &sql, const QList<SqlParameter> &values, const char *result) {
                        return RunSql{.server = parts.candidateServer,
                                      .sql = sql,
                                      .parameters = values,
                                      .resultName = QString::fromLatin1(result),
                                      .timeout = checkpointTimeout};
                    };
                    QList<Action> actions;
                    // Until then the control file names the old timeline, which misleads pg_rewind.
                    if (parts.mayCheckpoint)
                        actions << Action{.text = Tr::tr("Run a checkpoint"),
                                          .what = ask(QStringLiteral("CHECKPOINT"), {}, "")};
                    actions << Action{.text = Tr::tr("Ask for the new timeline"),
                                      .what = ask(QStringLiteral(
                                                      "SELECT ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))"
                                                      "::bit(32)::int"),
                                                  {}, "timeline")}
                            << Action{.text = Tr::tr("Note the new primary"),
                                      .what = ask(QStringLiteral("SELECT $1::text WHERE NOT pg_is_in_recovery()"),
                                                  {parts.candidateServer.node}, "newPrimary")};
                    return actions + settleSlots(parts.followers, parts.candidateServer, situation.operationId);
                },
            .always = true};
}

} // namespace

QList<Step> failoverSteps()
{
    // What can be made ready while the old primary still serves comes before it is stopped.
    return {slotsStep(), fenceStep(), barStep(), promoteStep(), followStep(), checkpointStep()};
}

} // namespace howdah::library
