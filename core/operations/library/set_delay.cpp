#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/switchover_parts.h"
#include "core/operations/library/synchronous_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetDelay)
};

QString settingName()
{
    return key("recovery_min_apply_delay");
}

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}

QString nameOf(const Situation &situation)
{
    return situation.argument(key("node"));
}

/// -1 when it is more than the setting can hold.
qint64 wantedMs(const QString &text)
{
    static const QRegularExpression duration(key("^([0-9]+) ?(ms|s|min|h|d)$"));
    static const QHash<QString, qint64> units{
        {key("ms"), 1}, {key("s"), 1000}, {key("min"), 60'000}, {key("h"), 3'600'000}, {key("d"), 86'400'000}};
    const QRegularExpressionMatch match = duration.match(text);
    const qint64 ms = match.captured(1).toLongLong() * units.value(match.captured(2));
    return ms <= std::numeric_limits<int>::max() ? ms : -1;
}

qint64 wantedMs(const Situation &situation)
{
    return wantedMs(situation.argument(key("delay")));
}

QList<const NodeState *> onlyNode(const Situation &situation)
{
    const NodeState *node = nodeOf(situation);
    return node ? QList{node} : QList<const NodeState *>();
}

Setting settingSeen(const Situation &situation)
{
    return settingOf(nodeValues(situation, key("setting"), nameOf(situation)), settingName())
        .value_or(Setting{.name = settingName()});
}

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No standby is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(key("SELECT pg_is_in_recovery(), current_setting('hot_standby_feedback')::boolean"), {},
                       context.deadline, context.stop);
    if (!row)
        return row.error();
    return QVariantMap{{key("inRecovery"), row->boolean(0, 0).value_or(false)},
                       {key("feedback"), row->boolean(0, 1).value_or(false)}};
}

QString delayWords(qint64 ms)
{
    return ms == 0 ? Tr::tr("without a delay") : Tr::tr("%1 late").arg(prettyDuration(ms));
}

Judgement judgeRole(const Situation &situation, const Values &seen)
{
    return seen.value(key("inRecovery")).toBool()
               ? ok(Tr::tr("%1 is a standby.").arg(nameOf(situation)))
               : blocked(Tr::tr("%1 is not a standby (any more).").arg(nameOf(situation)), Tr::tr("Choose a standby."));
}

Judgement judgeState(const Situation &situation, const Values &)
{
    const qint64 now = settingSeen(situation).setting.toLongLong();
    const QString observed = Tr::tr("%1 applies changes %2.").arg(nameOf(situation), delayWords(now));
    return now == wantedMs(situation) ? blocked(observed, Tr::tr("There is nothing to do.")) : ok(observed);
}

Judgement judgeSynchronous(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    const NodeState *node = nodeOf(situation);
    const QString name = state.nameOf(*node);
    const bool counted = state.standbys.count > 0 &&
                         (!name.isEmpty() || (node->sender && state.standbys.counts(node->sender->applicationName)));
    if (!counted)
        return ok(Tr::tr("No commit waits for %1.").arg(node->name()));
    const QString observed = Tr::tr("Commits on %1 wait for: %2; synchronous_commit is \"%3\".")
                                 .arg(state.primary.node, state.text, state.commitLevel);
    if (wantedMs(situation) == 0 || state.commitLevel != QLatin1String("remote_apply"))
        return ok(observed);
    return warning(observed, Tr::tr("Each commit that is confirmed by %1 would return %2. Take it out of "
                                    "synchronous_standby_names first, or lower synchronous_commit to \"on\".")
                                 .arg(node->name(), delayWords(wantedMs(situation))));
}

/// Which of several has received most changes from one moment to the next.
const NodeState *otherSuccessor(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    if (!primary)
        return nullptr;
    for (const NodeState *node : situation.snapshot->standbysOf(primary->name()))
        if (node->name() != nameOf(situation) && answersNow(*node) && node->role == NodeRole::Standby &&
            node->sample->replayPause.value_or(ReplayPause::NotPaused) == ReplayPause::NotPaused &&
            node->sample->delayMs.value_or(0) == 0)
            return node;
    return nullptr;
}

Judgement judgeSuccessor(const Situation &situation, const Values &)
{
    if (const NodeState *other = otherSuccessor(situation))
        return ok(Tr::tr("%1 would take over if the primary failed.").arg(other->name()));
    const NodeState *best = bestSuccessor(*situation.snapshot);
    if (wantedMs(situation) == 0 || !best || best->name() != nameOf(situation))
        return ok(best ? Tr::tr("%1 would take over if the primary failed.").arg(best->name())
                       : Tr::tr("No standby is ready to take over from the primary."));
    return warning(Tr::tr("%1 is the one that would take over if the primary failed.").arg(best->name()),
                   Tr::tr("With a delay it must apply all it has received first. Keep another standby without one."));
}

Judgement judgeFeedback(const Situation &situation, const Values &seen)
{
    if (!seen.value(key("feedback")).toBool() || wantedMs(situation) == 0)
        return ok(seen.value(key("feedback")).toBool() ? Tr::tr("hot_standby_feedback is on.")
                                                       : Tr::tr("hot_standby_feedback is off."));
    return warning(Tr::tr("hot_standby_feedback is on on %1.").arg(nameOf(situation)),
                   Tr::tr("The primary keeps dead rows for so long as well; turn it off there if its tables must not "
                          "swell."));
}

QList<SettingChange> changesFor(const Situation &situation)
{
    const QString value = situation.argument(key("delay")).remove(QLatin1Char(' '));
    return {{serverOf(*nodeOf(situation)), settingSeen(situation), value}};
}

Step delayStep()
{
    return {.id = key("delay"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Let %1 apply changes %2").arg(nameOf(situation), delayWords(wantedMs(situation)));
                },
            .act = [](const Situation &situation) { return change(changesFor(situation)); },
            .undo = [](const Situation &situation) { return takeBack(changesFor(situation)); },
            .verify = [](const Situation &situation) -> QList<Observation> {
                return {isInForce(serverOf(*nodeOf(situation)), settingName(), QString::number(wantedMs(situation)))};
            }};
}

QList<Param> params()
{
    return {{.id = key("node"),
             .title = Tr::tr("Standby"),
             .help = Tr::tr("The standby that is to apply changes late, or no longer so."),
             .kind = Param::Kind::Standby},
            {.id = key("delay"),
             .title = Tr::tr("Delay"),
             .help = Tr::tr("How much later than they were committed. 0s: as soon as they arrive. Example: 15min"),
             .kind = Param::Kind::Duration,
             .objection = [](const QString &value, const Situation &) {
                 return wantedMs(value) >= 0 ? QString() : Tr::tr("The longest delay is 24 days.");
             }}};
}

QStringList consequencesOf(const Situation &situation)
{
    const QString node = nameOf(situation);
    if (wantedMs(situation) == 0)
        return {Tr::tr("%1 applies all that it has received at once; what it could have been spared is gone then.")
                    .arg(node)};
    return {Tr::tr("Queries on %1 see data as it was %2 ago.").arg(node, prettyDuration(wantedMs(situation))),
            Tr::tr("The WAL of that time gathers on its disk.")};
}

} // namespace

Operation setDelay()
{
    const auto of = [](const char *id, const QString &title, const QString &why,
                       Judgement (*judge)(const Situation &, const Values &),
                       const char *probe = "server") { return factCheck(key(id), title, why, key(probe), judge); };
    return {
        .id = key("set-delay"),
        .title = Tr::tr("Set the delay of a standby"),
        .summary = Tr::tr("Lets a standby apply changes later than they were committed, so that a mistake can "
                          "still be undone from it."),
        .icon = key("history"),
        .params = params(),
        .probes = QList<Probe>{{.id = key("server"), .look = lookAtServer},
                               settingsProbe(key("setting"), onlyNode,
                                             [](const Situation &) -> QStringList { return {settingName()}; })} +
                  synchronousProbes(),
        .checks =
            QList<Check>{
                lasting(answers(key("node"))), lasting(supportedVersion(key("node"))),
                lasting(of("standby", Tr::tr("It is a standby"), Tr::tr("Only a standby replays WAL."), judgeRole))} +
            settingChecks(key("setting"), onlyNode, {settingName()}) +
            QList<Check>{
                of("state", Tr::tr("There is something to change"), Tr::tr("What is so already needs no change."),
                   judgeState),
                of("synchronous", Tr::tr("No commit waits for it"),
                   Tr::tr("With synchronous_commit = remote_apply a commit waits until the standby has applied it."),
                   judgeSynchronous),
                of("successor", Tr::tr("Another standby would take over"),
                   Tr::tr("A delayed standby is slow to promote."), judgeSuccessor),
                of("feedback", Tr::tr("The primary can clean up"),
                   Tr::tr("With hot_standby_feedback the primary keeps what the standby's queries may still need."),
                   judgeFeedback)},
        .steps = {delayStep()},
        .consequences = consequencesOf,
        .impossible = [](const ClusterSnapshot &snapshot) {
            for (const NodeState &node : snapshot.nodes)
                if (node.role == NodeRole::Standby)
                    return QString();
            return Tr::tr("No standby answers.");
        }};
}

} // namespace howdah::library
