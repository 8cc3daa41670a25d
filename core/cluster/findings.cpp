#include "core/cluster/finding_rules.h"

#include "core/cluster/node_state.h"

#include <QLocale>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Findings)
};

struct Row
{
    const char *id;
    finding_rules::Rule rule;
    const char *why;
};

using namespace finding_rules;

/// One row per finding; ids are stable.
constexpr Row rows[] = {
    {"node-unreachable", unreachableNodes,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "While a node does not answer, nothing is known of it, and a switchover cannot count on it.")},
    {"foreign-node", foreignNodes,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "Nodes of one cluster share one system identifier. What this server holds is other data.")},
    {"several-primaries", severalPrimaries,
     QT_TRANSLATE_NOOP(
         "howdah::Findings",
         "Both accept writes, so their data drift apart; later one side's transactions must be given up.")},
    {"no-primary", noPrimary,
     QT_TRANSLATE_NOOP("howdah::Findings", "Nobody can write until one of the nodes is primary again.")},
    {"standby-not-streaming", notStreaming,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "It falls behind with every write, and what it lacks is lost if it must take over.")},
    {"wal-gap", walGaps,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "A standby can only go on from where it stopped; WAL that was removed will not come back.")},
    {"slot-missing", missingSlots,
     QT_TRANSLATE_NOOP("howdah::Findings", "A standby that is set to use a slot does not stream without it.")},
    {"slot-lost", lostSlots,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "The WAL that the slot was to keep is gone: whoever reads from it cannot go on.")},
    {"slot-unreserved", unreservedSlots,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "The WAL that the slot keeps is over its limit and goes at the next checkpoint.")},
    {"synchronous-standby-missing", missingSynchronousStandbys,
     QT_TRANSLATE_NOOP("howdah::Findings", "Every commit waits until enough synchronous standbys confirm it.")},
    {"timeline-diverged", divergedTimelines,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "A standby on another branch of history cannot follow until it changes over or is rewound.")},
    {"archiver-failing", failingArchiver,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "WAL that cannot be archived stays and fills the disk, and the recovery window has a hole.")},
    {"archiver-idle", idleArchiver,
     QT_TRANSLATE_NOOP("howdah::Findings", "Finished WAL is kept for an archiver that never takes it: the disk fills.")},
    {"archiver-behind", silentArchiver,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "What is not archived is lost with the primary's disk, and fills it until then.")},
    {"connections-nearly-used", scarceConnections,
     QT_TRANSLATE_NOOP("howdah::Findings", "When none is left, applications are refused.")},
    {"walsenders-nearly-used", scarceWalSenders,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "Each standby, backup and WAL archive stream needs one; without a free one they are refused.")},
    {"replay-paused", pausedReplay,
     QT_TRANSLATE_NOOP(
         "howdah::Findings",
         "The standby receives WAL but does not apply it: readers see old data, and taking over takes longer.")},
    {"lag-large", largeLag,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "Readers see old data, and taking over takes longer or loses what has not arrived.")},
    {"slot-inactive", inactiveSlots,
     QT_TRANSLATE_NOOP(
         "howdah::Findings",
         "A slot that nobody reads keeps all WAL since then, until the disk is full or the slot is lost.")},
    {"not-permitted", notPermitted,
     QT_TRANSLATE_NOOP("howdah::Findings", "Lag and states stay unknown where the role may not look.")},
    {"unwatched-upstream", unwatchedUpstreams,
     QT_TRANSLATE_NOOP("howdah::Findings", "Lag can be told exactly only by the server that sends the WAL.")},
    {"unwatched-standby", unwatchedStandbys,
     QT_TRANSLATE_NOOP("howdah::Findings", "It belongs to the cluster, yet its health is not seen.")},
    {"version-mix", versionMix,
     QT_TRANSLATE_NOOP("howdah::Findings", "Standbys are best updated first and the primary soon after.")},
    {"restart-pending", pendingRestart,
     QT_TRANSLATE_NOOP("howdah::Findings", "A setting was changed that takes effect only when the server starts.")},
    {"standby-delayed", delayedStandbys,
     QT_TRANSLATE_NOOP("howdah::Findings",
                       "It lags on purpose; before it could take over it has to apply what it holds back.")},
};

} // namespace

QList<const NodeState *> finding_rules::answeringNodes(const ClusterSnapshot &snapshot)
{
    QList<const NodeState *> nodes;
    for (const NodeState &node : snapshot.nodes)
        if (node.sample && !node.sample->failure && node.state != node_state::foreign)
            nodes << &node;
    return nodes;
}

QList<const NodeState *> finding_rules::answeringStandbys(const ClusterSnapshot &snapshot)
{
    QList<const NodeState *> nodes = answeringNodes(snapshot);
    nodes.removeIf([](const NodeState *node) { return node->role != NodeRole::Standby; });
    return nodes;
}

QString finding_rules::namesOf(const QList<const NodeState *> &nodes)
{
    QStringList names;
    for (const NodeState *node : nodes)
        names << node->name();
    return QLocale().createSeparatedList(names);
}

QList<Finding> findFindings(const ClusterSnapshot &snapshot)
{
    QList<Finding> all;
    for (const Row &row : rows) {
        QList<Finding> found = row.rule(snapshot);
        for (Finding &finding : found) {
            finding.id = QString::fromLatin1(row.id);
            finding.why = Tr::tr(row.why);
        }
        all << found;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    return all;
}

} // namespace howdah
