#include "core/cluster/finding_rules.h"

#include "core/base/sizes.h"
#include "core/cluster/node_state.h"
#include "core/pg/synchronous_standbys.h"

#include <algorithm>

namespace howdah::finding_rules {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Findings)
};

constexpr qint64 largeLagBytes = 64LL * 1024 * 1024; // four WAL segments
constexpr qint64 largeLagMs = 30'000;

/// The upstream, when it is watched and answers.
const NodeState *answeringUpstream(const ClusterSnapshot &snapshot, const NodeState &standby)
{
    const NodeState *upstream = snapshot.node(standby.upstream);
    return upstream && upstream->role != NodeRole::Unknown ? upstream : nullptr;
}

const SlotSample *slotNamed(const NodeState &node, const QString &name)
{
    for (const SlotSample &slot : node.sample->replicationSlots)
        if (slot.name == name)
            return &slot;
    return nullptr;
}

QString upstreamWords(const NodeState &standby)
{
    if (!standby.upstream.isEmpty())
        return standby.upstream;
    return standby.upstreamAddress.isEmpty() ? Tr::tr("its upstream") : standby.upstreamAddress;
}

bool isSynchronous(const WalSenderSample &sender)
{
    return sender.syncState == QLatin1String("sync") || sender.syncState == QLatin1String("quorum");
}

} // namespace

QList<Finding> notStreaming(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const bool pausedAndCutOff =
            node->state == node_state::replayPaused && node->sample->standbySignal && !node->sample->receiver;
        if (node->state != node_state::notStreaming && !pausedAndCutOff)
            continue;
        found << Finding{.severity = Severity::Critical,
                         .node = node->name(),
                         .text = Tr::tr("%1 is not streaming from %2.").arg(node->name(), upstreamWords(*node)),
                         .remedy = Tr::tr("Look at %1's log for the reason: the upstream is down, primary_conninfo or "
                                          "pg_hba.conf is wrong, or the WAL that it needs is gone.")
                                       .arg(node->name())};
    }
    return found;
}

QList<Finding> pausedReplay(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const NodeSample &sample = *node->sample;
        if (!sample.replayPause || *sample.replayPause == ReplayPause::NotPaused)
            continue;
        QString text = Tr::tr("Replay is paused on %1.").arg(node->name());
        if (sample.head && sample.replayed) {
            const qint64 waiting = std::max<qint64>(0, *sample.head - *sample.replayed);
            text = Tr::tr("Replay is paused on %1; %2 of received WAL wait.").arg(node->name(), prettySize(waiting));
        }
        found << Finding{.severity = Severity::Warning,
                         .node = node->name(),
                         .text = text,
                         .remedy = Tr::tr("Resume replay when the pause has served its purpose."),
                         .remedyOperation = QStringLiteral("resume-replay"),
                         .remedyArguments = {{QStringLiteral("node"), node->name()}}};
    }
    return found;
}

QList<Finding> largeLag(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const bool onPurpose = node->state == node_state::replayPaused || node->sample->delayMs.value_or(0) > 0;
        const bool manyBytes = node->lag.replayBytes.value_or(0) >= largeLagBytes;
        const bool longTime = node->lag.replayMs.value_or(0) >= largeLagMs;
        if (onPurpose || (!manyBytes && !longTime))
            continue;
        QStringList figures;
        if (node->lag.replayBytes)
            figures << prettySize(*node->lag.replayBytes);
        if (node->lag.replayMs)
            figures << prettyDuration(*node->lag.replayMs);
        found << Finding{.severity = Severity::Warning,
                         .node = node->name(),
                         .text = Tr::tr("%1 is behind by %2.").arg(node->name(), figures.join(QStringLiteral(", "))),
                         .remedy =
                             Tr::tr("Compare its send, write, flush and replay lag: the first large one is the cause "
                                    "(network, disk, or a long query that holds up replay).")};
    }
    return found;
}

QList<Finding> delayedStandbys(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot))
        if (const qint64 delay = node->sample->delayMs.value_or(0); delay > 0)
            found << Finding{.severity = Severity::Information,
                             .node = node->name(),
                             .text = Tr::tr("%1 applies changes %2 late on purpose (recovery_min_apply_delay).")
                                         .arg(node->name(), prettyDuration(delay)),
                             .remedy = Tr::tr("Nothing to do, if that is what it is for.")};
    return found;
}

QList<Finding> divergedTimelines(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const NodeState *upstream = answeringUpstream(snapshot, *node);
        if (!upstream || node->timeline == 0 || upstream->timeline == 0 || node->timeline == upstream->timeline)
            continue;
        found << Finding{
            .severity = node->timeline > upstream->timeline ? Severity::Critical : Severity::Warning,
            .node = node->name(),
            .text = Tr::tr("%1 is on timeline %2, its upstream %3 on timeline %4.")
                        .arg(node->name(), QString::number(node->timeline), upstream->name(),
                             QString::number(upstream->timeline)),
            .remedy = Tr::tr("If it does not change over by itself in a few seconds, let it rejoin: that rewinds it or "
                             "clones it again."),
            .remedyOperation = QStringLiteral("rejoin"),
            .remedyArguments = {{QStringLiteral("node"), node->name()}}};
    }
    return found;
}

QList<Finding> walGaps(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const NodeState *upstream = answeringUpstream(snapshot, *node);
        const bool receives = node->sample->receiver && node->sample->receiver->status == QLatin1String("streaming");
        if (!upstream || receives || !node->sample->head)
            continue;
        const SlotSample *slot = slotNamed(*upstream, node->sample->primarySlotName);
        if (!slot || !slot->restartLsn || *slot->restartLsn <= *node->sample->head)
            continue;
        found << Finding{.severity = Severity::Critical,
                         .node = node->name(),
                         .text = Tr::tr("%1 needs WAL from %2 on, but slot “%3” on %4 keeps it only from %5.")
                                     .arg(node->name(), node->sample->head->toString(), slot->name, upstream->name(),
                                          slot->restartLsn->toString()),
                         .remedy = Tr::tr("Fetch the missing WAL from an archive (restore_command), or clone %1 again.")
                                       .arg(node->name())};
    }
    return found;
}

QList<Finding> missingSlots(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot)) {
        const NodeState *upstream = answeringUpstream(snapshot, *node);
        const QString &wanted = node->sample->primarySlotName;
        if (!upstream || wanted.isEmpty() || slotNamed(*upstream, wanted))
            continue;
        found << Finding{.severity = Severity::Critical,
                         .node = node->name(),
                         .text = Tr::tr("%1 is set to use slot “%2”, which does not exist on %3.")
                                     .arg(node->name(), wanted, upstream->name()),
                         .remedy =
                             Tr::tr("On %1: SELECT pg_create_physical_replication_slot('%2'); if the WAL is gone by "
                                    "then, clone %3 again.")
                                 .arg(upstream->name(), wanted, node->name())};
    }
    return found;
}

QList<Finding> missingSynchronousStandbys(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const QList<WalSenderSample> &senders = node->sample->senders;
        const int wanted =
            SynchronousStandbys::parse(node->sample->synchronousStandbyNames).value_or(SynchronousStandbys()).count;
        const bool permitted =
            std::all_of(senders.begin(), senders.end(), [](const WalSenderSample &row) { return row.permitted(); });
        const auto there = std::count_if(senders.begin(), senders.end(), isSynchronous);
        if (node->role != NodeRole::Primary || !permitted || there >= wanted)
            continue;
        found << Finding{
            .severity = Severity::Critical,
            .node = node->name(),
            .text = Tr::tr("Commits on %1 hang: synchronous_standby_names (%2) wants %3 standbys to confirm, and "
                           "%4 are there.")
                        .arg(node->name(), node->sample->synchronousStandbyNames, QString::number(wanted),
                             QString::number(there)),
            .remedy = Tr::tr("Bring the synchronous standbys back, or take them out of "
                             "synchronous_standby_names on %1 and reload it.")
                          .arg(node->name()),
            .remedyOperation = QStringLiteral("remove-synchronous")};
    }
    return found;
}

} // namespace howdah::finding_rules
