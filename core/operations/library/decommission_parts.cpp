#include "core/operations/library/decommission_parts.h"
#include "core/base/key.h"
#include "core/operations/file_changes.h"
#include "core/operations/library/hba_lines.h"
#include "core/operations/library/slot_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Decommission)
};

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}
const NodeState *primaryOf(const Situation &situation)
{
    return situation.snapshot->primary();
}

DecommissionParts::Files filesOf(const Situation &situation)
{
    const QString files = situation.argument(key("files"));
    return files == QLatin1String("aside")  ? DecommissionParts::Files::Aside
           : files == QLatin1String("stop") ? DecommissionParts::Files::Stop
                                            : DecommissionParts::Files::Untouched;
}

/// On its upstream the one that it is set to use; elsewhere one that bears its name by Howdah's own rule.
QList<DecommissionParts::Slot> slotsOf(const Situation &situation, const NodeState &leaving)
{
    QList<DecommissionParts::Slot> list;
    const QString used = leaving.lastAnswer ? leaving.lastAnswer->primarySlotName : QString();
    for (const NodeState &node : situation.snapshot->nodes) {
        if (&node == &leaving || !answersNow(node))
            continue;
        for (const SlotSample &slot : node.sample->replicationSlots) {
            const bool here = leaving.upstream.isEmpty() || leaving.upstream == node.name();
            const bool its = (here && slot.name == used) || (!slot.active && slot.name == slotNameFor(leaving.name()));
            const NodeState *owner = ownerOf(situation, node.name(), {.name = slot.name, .type = slot.type});
            if (slot.type == QLatin1String("physical") && its && (!owner || owner == &leaving))
                list.append({serverOf(node), slot.name});
        }
    }
    return list;
}

std::optional<SynchronousStandbys> synchronousWithout(const Situation &situation, const NodeState &leaving)
{
    const SynchronousState state = SynchronousState::of(situation);
    QString name = state.nameOf(leaving);
    if (name.isEmpty() && leaving.sender)
        name = leaving.sender->applicationName; // counted by a "*"
    if (state.standbys.count == 0 || name.isEmpty() || !state.standbys.counts(name))
        return std::nullopt;
    const SynchronousStandbys left = state.without(name);
    return left == state.standbys ? std::nullopt : std::optional(left);
}

QString addressOf(const NodeState &node)
{
    if (node.sender && !node.sender->clientAddress.isEmpty())
        return hbaAddress(node.sender->clientAddress).value_or(QString());
    const ConnInfo &info = node.definition.connInfo;
    const QString written = info.has(key("hostaddr")) ? info.value(key("hostaddr")) : info.host();
    return hbaAddress(written).value_or(QString());
}

QVariantList toValues(const QList<LineChange> &changes)
{
    QVariantList list;
    for (const LineChange &change : changes)
        list << QVariantMap{{key("line"), change.line}, {key("removed"), change.removed}};
    return list;
}

QList<LineChange> removalsFrom(const QVariantList &list)
{
    QList<LineChange> changes;
    for (const QVariant &change : list)
        changes.append({.line = change.toMap().value(key("line")).toInt(),
                        .removed = change.toMap().value(key("removed")).toInt()});
    return changes;
}

/// Its content stays here: other lines are nobody's business.
Result<QVariantMap> lookAtClientLines(ProbeContext &context)
{
    const Situation &situation = context.situation;
    const NodeState *node = nodeOf(situation);
    const Fact *layout = situation.fact(key("primary-layout"));
    if (!node || !layout || layout->error)
        return QVariantMap{{key("looked"), false}};
    QVariantMap values{{key("looked"), true}, {key("address"), addressOf(*node)}};
    const bool shared =
        std::any_of(situation.snapshot->nodes.begin(), situation.snapshot->nodes.end(),
                    [&](const NodeState &other) { return &other != node && addressOf(other) == addressOf(*node); });
    values.insert(key("shared"), shared);
    const QString path = layout->values.value(key("hbaFile")).toString();
    if (shared || addressOf(*node).isEmpty() || path.isEmpty())
        return values;
    const ServerPlace place = ServerPlace::fromFact(situation, key("primary-layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const Result<QByteArray> content = (*host)->readFile(path, As{place.owner}, context.deadline);
    if (!content)
        return content.error();
    const QList<LineChange> removals = hbaRemovals(*content, addressOf(*node));
    values.insert(key("path"), path);
    values.insert(key("removals"), toValues(removals));
    values.insert(key("before"), contentDigest(*content));
    values.insert(key("after"), contentDigest(withChanges(*content, removals)));
    return values;
}

std::optional<DecommissionParts::ClientLines> clientLinesOf(const Situation &situation)
{
    const auto value = [&](const char *name) { return situation.value(key("client-lines"), key(name)); };
    const QList<LineChange> removals = removalsFrom(value("removals").toList());
    if (removals.isEmpty())
        return std::nullopt;
    const QString path = value("path").toString();
    return DecommissionParts::ClientLines{.place = ServerPlace::fromFact(situation, key("primary-layout")),
                                          .path = path,
                                          .copy = QStringLiteral("%1.before-%2").arg(path, situation.operationId),
                                          .before = value("before").toString(),
                                          .after = value("after").toString(),
                                          .address = value("address").toString(),
                                          .removals = removals};
}

/// Whether its directory can be given another name: by its owner, and not while something is mounted on it.
Result<QVariantMap> lookAtDirectory(ProbeContext &context)
{
    const Fact *layout = context.situation.fact(key("layout"));
    if (!layout || layout->error)
        return QVariantMap{};
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const QString parent = place.dataDirectory.section(QLatin1Char('/'), 0, -2);
    const Result<CommandOutcome> writable =
        (*host)->run({.argv = {key("test"), key("-w"), parent.isEmpty() ? key("/") : parent}, .asUser = place.owner},
                     context.deadline, context.stop);
    if (!writable)
        return writable.error();
    const Result<CommandOutcome> mounted =
        (*host)->run({.argv = {key("mountpoint"), key("-q"), key("--"), place.dataDirectory}, .asUser = place.owner},
                     context.deadline, context.stop);
    return QVariantMap{{key("parent"), parent},
                       {key("writable"), writable->succeeded()},
                       {key("mounted"), mounted.ok() && mounted->succeeded()}};
}

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node || !answersNow(*node))
        return QVariantMap{{key("answers"), false}};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(key("SELECT (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                           "          AND pid <> pg_backend_pid() AND application_name NOT LIKE 'howdah%'),"
                           " (SELECT string_agg(pg_tablespace_location(oid), ', ') FROM pg_tablespace"
                           "   WHERE pg_tablespace_location(oid) <> ''), pg_is_in_recovery()"),
                       {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QVariantMap{{key("answers"), true},
                       {key("clients"), row->integer(0, 0).value_or(0)},
                       {key("tablespaces"), row->text(0, 1).value_or(QString())},
                       {key("inRecovery"), row->boolean(0, 2).value_or(false)}};
}

} // namespace

DecommissionParts DecommissionParts::of(const Situation &situation)
{
    DecommissionParts parts{.node = nodeOf(situation), .files = filesOf(situation)};
    if (!parts.node)
        return parts;
    if (parts.files != Files::Untouched)
        parts.place = ServerPlace::fromFact(situation, key("layout"));
    parts.aside = QStringLiteral("%1.decommissioned-%2").arg(parts.place.dataDirectory, situation.operationId);
    parts.slotsToDrop = slotsOf(situation, *parts.node);
    parts.synchronous = synchronousWithout(situation, *parts.node);
    parts.clientLines = clientLinesOf(situation);
    return parts;
}

QList<Probe> decommissionProbes()
{
    return QList<Probe>{layoutProbe(key("layout"), nodeOf),
                        layoutProbe(key("primary-layout"), primaryOf),
                        {.id = key("server"), .look = lookAtServer},
                        {.id = key("directory"), .look = lookAtDirectory},
                        {.id = key("client-lines"), .look = lookAtClientLines},
                        managersProbe()} +
           synchronousProbes();
}

} // namespace howdah::library
