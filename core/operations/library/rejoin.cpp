#include "core/base/key.h"
#include "core/hosts/container_companion.h"
#include "core/operations/library/library.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

/// Follows whom it should already.
bool isAtHome(const NodeState &node)
{
    return answersNow(node) && node.role == NodeRole::Standby && !node.upstream.isEmpty() && node.sample->receiver &&
           node.sample->receiver->status == QLatin1String("streaming");
}

/// One that was a primary first, then any that does not stream.
QString suggestNode(const Situation &situation)
{
    QString found;
    const NodeState *primary = situation.snapshot->primary();
    for (const NodeState &node : situation.snapshot->nodes) {
        if (&node == primary || isAtHome(node))
            continue;
        if (found.isEmpty() || (!answersNow(node) && node.lastRole == NodeRole::Primary))
            found = node.name();
    }
    return found;
}

QString suggestSaveTo(const Situation &situation)
{
    const QString directory = situation.value(key("layout"), key("dataDirectory")).toString();
    if (directory.isEmpty() ||
        situation.operationId.isEmpty()) // the wizard's first page: it has no id to name it by yet
        return {};
    const bool isVolume = situation.value(key("layout"), key("isVolume")).toBool();
    const QString parent = isVolume ? key(besideVolumeMount) : parentOf(directory);
    return QStringLiteral("%1/%2-only-here-%3")
        .arg(parent == QLatin1String("/") ? QString() : parent, plainName(situation.argument(key("node"))),
             situation.operationId);
}

QString objectionToSaveTo(const QString &value, const Situation &situation)
{
    const QString directory = situation.value(key("layout"), key("dataDirectory")).toString();
    if (!directory.isEmpty() && (value == directory || value.startsWith(directory + QLatin1Char('/'))))
        return Tr::tr("It may not lie inside the data directory, which is about to be changed.");
    return {};
}

QStringList consequencesOf(const Situation &situation)
{
    const RejoinParts parts = RejoinParts::of(situation);
    if (!parts.primary || parts.way == RejoinWay::None)
        return {};
    const QString primary = parts.primary->name();
    QStringList sentences;
    if (parts.runs)
        sentences << Tr::tr("%1 is stopped; its sessions are ended.").arg(parts.name);
    if (parts.diverged && parts.listed)
        sentences << Tr::tr("What only %1 has is listed and saved in %2 first.").arg(parts.name, parts.saveTo);
    if (parts.volume)
        sentences << Tr::tr(
                         "The data directory of %1 is a volume of its container, so what is kept beside it goes to a "
                         "new volume, %2 (%3 in it); only a helper that runs beside the container has that one.")
                         .arg(parts.name, parts.volume->name(), key(besideVolumeMount));
    if (parts.volume && parts.way == RejoinWay::Clone)
        sentences << Tr::tr("The new copy takes the place of the old data within their volume; these are copied to the "
                            "other one when %1 streams, compared, and only then removed from the first.")
                         .arg(parts.name);
    if (parts.way == RejoinWay::Rewind)
        sentences << Tr::tr(
                         "The data directory of %1 is taken back to where it parted from %2; from then on there is no "
                         "way back.")
                         .arg(parts.name, primary)
                  << Tr::tr("If the rewind is cut off in the middle, the directory is of no use until it is resumed; "
                            "if that does not help either, let %1 rejoin with way = clone.")
                         .arg(parts.name);
    if (parts.way == RejoinWay::Clone)
        for (const CloneTablespace &tablespace : parts.tablespaces)
            sentences << Tr::tr("Its tablespace %1 lies in %2 from then on; the old one is kept.")
                             .arg(tablespace.name, tablespace.location());
    if (parts.way == RejoinWay::Clone)
        sentences
            << Tr::tr("%1 is read in full once; its users may notice the load.").arg(primary)
            << Tr::tr("The old data directory of %1 is kept as %2 until you remove it.").arg(parts.name, parts.keptAs);
    sentences << Tr::tr("%1 comes back as a standby of %2; standby.signal stays in its data directory even if this is "
                        "undone, so that it does not start as a second primary.")
                     .arg(parts.name, primary);
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const RejoinParts parts = RejoinParts::of(situation);
    QStringList sentences{Tr::tr("Watch the lag of %1 for a while on the Overview.").arg(parts.name)};
    if (parts.diverged && parts.listed)
        sentences << Tr::tr(
                         "Look through %1: transactions.txt says what only %2 had; bring back what must not be lost.")
                         .arg(parts.saveTo, parts.name);
    if (parts.way == RejoinWay::Clone)
        sentences << Tr::tr("When nothing in it is wanted any more, remove %1.").arg(parts.keptAs);
    if (parts.way != RejoinWay::Clone)
        sentences << Tr::tr("Replication slots from the time when %1 was a primary may keep WAL there: drop those that "
                            "nobody uses.")
                         .arg(parts.name);
    return sentences;
}

} // namespace

Operation rejoin()
{
    return {
        .id = key("rejoin"),
        .title = Tr::tr("Rejoin"),
        .summary =
            Tr::tr("Brings an old primary, or a standby that went another way, back as a standby of the primary."),
        .icon = key("standby"),
        .destructive = true,
        .params = {{.id = key("node"),
                    .title = Tr::tr("Node"),
                    .help = Tr::tr("The node that comes back."),
                    .kind = Param::Kind::Node,
                    .suggest = suggestNode},
                   {.id = key("way"),
                    .title = Tr::tr("Way"),
                    .help = Tr::tr("How it comes back: as it is, rewound to where it parted, or copied anew. Automatic "
                                   "takes the first that is possible."),
                    .kind = Param::Kind::Choice,
                    .options = {{key("auto"), Tr::tr("Automatic")},
                                {key("follow"), Tr::tr("Follow: start it as it is")},
                                {key("rewind"), Tr::tr("Rewind: pg_rewind")},
                                {key("clone"), Tr::tr("Clone again: the old directory is kept aside")}},
                    .suggest = [](const Situation &) { return key("auto"); }},
                   {.id = key("save-to"),
                    .title = Tr::tr("Save to"),
                    .help = Tr::tr("A directory to be made on its host, for what only this node has: the list of "
                                   "transactions, their rows and the WAL."),
                    .kind = Param::Kind::Path,
                    .required = false,
                    .suggest = suggestSaveTo,
                    .objection = objectionToSaveTo},
                   {.id = key("rows"),
                    .title = Tr::tr("Save the rows"),
                    .help =
                        Tr::tr("Write the rows that those transactions inserted or changed as CSV. For this the old "
                               "server is run for a moment, read only and cut off from the network."),
                    .kind = Param::Kind::Boolean,
                    .advanced = true,
                    .suggest = [](const Situation &) { return key("true"); }},
                   {.id = key("tablespaces"),
                    .title = Tr::tr("Tablespaces"),
                    .help = Tr::tr("When it is cloned again, a new directory for each tablespace of the primary: "
                                   "old=new;old=new. The old ones are kept."),
                    .required = false,
                    .advanced = true,
                    .suggest = suggestRejoinTablespaces,
                    .objection = objectionToTablespaces}},
        .probes = rejoinProbes(),
        .checks = rejoinChecks(),
        .steps = rejoinSavingSteps() + rejoinWaySteps() + rejoinServerSteps(),
        .consequences = consequencesOf,
        .confirmWord = [](const Situation &situation) { return situation.argument(key("node")); },
        .readySentence =
            [](const Situation &situation) {
                const RejoinParts parts = RejoinParts::of(situation);
                return Tr::tr("%1 can come back as a standby of %2.")
                    .arg(parts.name, parts.primary ? parts.primary->name() : QString());
            },
        .impossible =
            [](const ClusterSnapshot &snapshot) {
                const auto any = [&snapshot](auto is) {
                    return std::any_of(snapshot.nodes.begin(), snapshot.nodes.end(), is);
                };
                const auto isPrimary = [](const NodeState &node) {
                    return node.role == NodeRole::Primary && answersNow(node);
                };
                if (!any(isPrimary))
                    return Tr::tr("No primary of this cluster answers, so there is nothing to come back to.");
                const auto isAway = [&](const NodeState &node) {
                    return &node != snapshot.primary() && !isAtHome(node);
                };
                return any(isAway) ? QString()
                                   : Tr::tr("Every other node streams from its upstream: none has to come back.");
            },
        .next = nextAfter,
        .resultTitles = {{key("lost.transactions"), Tr::tr("Transactions that only this node had")},
                         {key("lost.inserted"), Tr::tr("Rows inserted by them")},
                         {key("lost.updated"), Tr::tr("Rows updated by them")},
                         {key("lost.deleted"), Tr::tr("Rows deleted by them")},
                         {key("lost.relations"), Tr::tr("Relations changed by them")},
                         {key("lost.savedTo"), Tr::tr("They are saved in")},
                         {key("savedOn"), Tr::tr("The volume on which that lies")},
                         {key("way"), Tr::tr("How it came back")},
                         {key("movedAside"), Tr::tr("Its old data directory")}}};
}

} // namespace howdah::library
