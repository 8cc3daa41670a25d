#include "core/operations/library/replay.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/standby_limits.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Replay)
};

QString nodeKey()
{
    return QStringLiteral("node");
}

bool answersAs(const NodeState &node, ReplayPause now)
{
    if (node.role != NodeRole::Standby || !node.sample || node.sample->failure)
        return false;
    const ReplayPause state = node.sample->replayPause.value_or(ReplayPause::NotPaused);
    return (state == ReplayPause::NotPaused) == (now == ReplayPause::NotPaused);
}

const NodeState *firstAs(const ClusterSnapshot &snapshot, ReplayPause now)
{
    for (const NodeState &node : snapshot.nodes)
        if (answersAs(node, now))
            return &node;
    return nullptr;
}

Action change(const ServerRef &server, ReplayPause wanted)
{
    const bool pause = wanted == ReplayPause::Paused;
    return {.text = pause ? Tr::tr("Pause the replay of %1").arg(server.node)
                          : Tr::tr("Resume the replay of %1").arg(server.node),
            .what = RunSql{.server = server,
                           .sql = pause ? QStringLiteral("SELECT pg_wal_replay_pause()")
                                        : QStringLiteral("SELECT pg_wal_replay_resume()")}};
}

Judgement judgeRole(const Situation &situation, const Values &seen)
{
    const QString node = situation.argument(nodeKey());
    return seen.value(QStringLiteral("inRecovery")).toBool()
               ? ok(Tr::tr("%1 is a standby.").arg(node))
               : blocked(Tr::tr("%1 is not a standby (any more).").arg(node), Tr::tr("Choose a standby."));
}

Judgement judgeRight(const Situation &situation, const Values &seen)
{
    if (seen.value(QStringLiteral("mayChange")).toBool())
        return ok(Tr::tr("The role may pause and resume replay."));
    return blocked(
        Tr::tr("The role may not pause and resume replay on %1.").arg(situation.argument(nodeKey())),
        Tr::tr("Connect as a superuser, or grant EXECUTE on pg_wal_replay_pause() and pg_wal_replay_resume()."));
}

Judgement judgeState(ReplayPause wanted, const Situation &situation, const Values &seen)
{
    const bool paused = seen.value(QStringLiteral("paused")).toBool();
    const QString observed = paused ? Tr::tr("The replay of %1 is paused.") : Tr::tr("The replay of %1 is not paused.");
    return paused == (wanted == ReplayPause::Paused)
               ? blocked(observed.arg(situation.argument(nodeKey())), Tr::tr("There is nothing to do."))
               : ok(observed.arg(situation.argument(nodeKey())));
}

} // namespace

Param standbyParam(ReplayPause now)
{
    return {.id = nodeKey(),
            .title = Tr::tr("Standby"),
            .help = Tr::tr("The standby whose replay is changed."),
            .kind = Param::Kind::Standby,
            .suggest = [now](const Situation &situation) {
                const NodeState *node = firstAs(*situation.snapshot, now);
                return node ? node->name() : QString();
            }};
}

Probe replayProbe()
{
    return {.id = QStringLiteral("replay"), .look = [](ProbeContext &context) -> Result<QVariantMap> {
                const NodeState *node = context.situation.node(context.situation.argument(nodeKey()));
                if (!node)
                    return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No standby is named.")};
                Result<Connection> session = context.connect(serverOf(*node));
                if (!session)
                    return session.error();
                const Result<ResultSet> row =
                    session->query(QStringLiteral("SELECT pg_is_in_recovery(),"
                                                  " CASE WHEN pg_is_in_recovery() THEN pg_is_wal_replay_paused() END,"
                                                  " has_function_privilege('pg_wal_replay_pause()', 'EXECUTE')"
                                                  " AND has_function_privilege('pg_wal_replay_resume()', 'EXECUTE')"),
                                   {}, context.deadline, context.stop);
                if (!row)
                    return row.error();
                const bool paused = row->boolean(0, 1).value_or(false);
                return QVariantMap{
                    {QStringLiteral("inRecovery"), row->boolean(0, 0).value_or(false)},
                    {QStringLiteral("paused"), paused},
                    {QStringLiteral("lowerLimits"), paused ? lowerLimits(context, *node, *session) : QStringList()},
                    {QStringLiteral("mayChange"), row->boolean(0, 2).value_or(false)}};
            }};
}

Check limitsCheck()
{
    return factCheck(
        QStringLiteral("limits"), Tr::tr("It has the limits that replay needs"),
        Tr::tr("A standby whose replay paused because its limits are too low shuts down when it is resumed."),
        QStringLiteral("replay"), [](const Situation &situation, const Values &seen) {
            return judgeLimits(situation.argument(nodeKey()), seen.value(QStringLiteral("lowerLimits")).toStringList());
        });
}

QList<Check> replayChecks(ReplayPause wanted)
{
    return {lasting(answers(nodeKey())), lasting(supportedVersion(nodeKey())),
            lasting(factCheck(QStringLiteral("standby"), Tr::tr("It is a standby"),
                              Tr::tr("Only a standby replays WAL."), QStringLiteral("replay"), judgeRole)),
            factCheck(QStringLiteral("right"), Tr::tr("The role has the right"),
                      Tr::tr("Pausing replay is for superusers unless it was granted."), QStringLiteral("replay"),
                      judgeRight),
            factCheck(QStringLiteral("state"), Tr::tr("There is something to change"),
                      Tr::tr("What is so already needs no change."), QStringLiteral("replay"),
                      [wanted](const Situation &situation, const Values &seen) {
                          return judgeState(wanted, situation, seen);
                      })};
}

Step replayStep(ReplayPause wanted)
{
    const ReplayPause before = wanted == ReplayPause::Paused ? ReplayPause::NotPaused : ReplayPause::Paused;
    const auto server = [](const Situation &situation) {
        return serverOf(*situation.node(situation.argument(nodeKey())));
    };
    return {.id = wanted == ReplayPause::Paused ? QStringLiteral("pause") : QStringLiteral("resume"),
            .title = [=](const Situation &situation) { return change(server(situation), wanted).text; },
            .act = [=](const Situation &situation) -> QList<Action> { return {change(server(situation), wanted)}; },
            .undo = [=](const Situation &situation) -> QList<Action> { return {change(server(situation), before)}; },
            .verify = [=](const Situation &situation) -> QList<Observation> {
                const bool pause = wanted == ReplayPause::Paused;
                const NodeState *node = situation.node(situation.argument(nodeKey()));
                // Since 14 a pause is first requested, then in force; before that there is only the request to see.
                const bool hasState = node->lastAnswer && node->lastAnswer->version.atLeast(14);
                return {{.text = pause ? Tr::tr("the replay of %1 is paused").arg(node->name())
                                       : Tr::tr("the replay of %1 is not paused").arg(node->name()),
                         .look = SqlSays{
                             .server = server(situation),
                             .sql = hasState ? QStringLiteral("SELECT pg_get_wal_replay_pause_state()")
                                             : QStringLiteral("SELECT pg_is_wal_replay_paused()::text"),
                             .expected = hasState ? (pause ? QStringLiteral("paused") : QStringLiteral("not paused"))
                                                  : (pause ? QStringLiteral("true") : QStringLiteral("false"))}}};
            }};
}

QString noStandby(const ClusterSnapshot &snapshot, ReplayPause now)
{
    if (firstAs(snapshot, now))
        return {};
    return now == ReplayPause::Paused ? Tr::tr("No standby's replay is paused.")
                                      : Tr::tr("There is no standby whose replay is running.");
}

} // namespace howdah::library
