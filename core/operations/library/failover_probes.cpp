#include "core/base/key.h"
#include "core/operations/library/failover_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/service_manager.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

/// Right now and not from a sample: a primary that only was slow must not lose its role.
Result<QVariantMap> tryOldPrimary(ProbeContext &context)
{
    const NodeState *old = oldPrimaryOf(context.situation);
    if (!old)
        return QVariantMap{{key("known"), false}, {key("answers"), false}};
    QVariantMap values{{key("known"), true}, {key("name"), old->name()}};
    Result<Connection> session = context.connect(serverOf(*old));
    if (!session) {
        const Error &error = session.error();
        values.insert(key("answers"), error.code != ErrorCode::Unreachable && error.code != ErrorCode::TimedOut);
        values.insert(key("says"), error.message);
        return values;
    }
    values.insert(key("answers"), true);
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT pg_is_in_recovery()"), {}, context.deadline, context.stop);
    values.insert(key("says"), !row                                 ? row.error().message
                               : row->boolean(0, 0).value_or(false) ? Tr::tr("It answers as a standby.")
                                                                    : Tr::tr("It answers as primary."));
    return values;
}

/// A single one was the primary, whatever its control file says.
bool isOldPrimaryPlain(const Situation &situation)
{
    const QList<NodeState> &nodes = situation.snapshot->nodes;
    return situation.snapshot->primary() ||
           std::count_if(nodes.begin(), nodes.end(), [](const NodeState &node) { return !answersNow(node); }) < 2;
}

/// What the control files of nodes that do not answer say: which of them was the primary.
Result<QVariantMap> lookAtSilentNodes(ProbeContext &context)
{
    QVariantMap states;
    for (const NodeState &node : context.situation.snapshot->nodes) {
        const QString directory = dataDirectoryOf(node);
        if (answersNow(node) || node.definition.hostId.isEmpty() || directory.isEmpty())
            continue;
        const auto host = context.hosts.find(node.definition.hostId);
        const Result<ServerLayout> layout =
            host ? findServerLayout(**host, directory, context.deadline) : Result<ServerLayout>(host.error());
        if (!layout)
            continue;
        const Result<CommandOutcome> control =
            runChecked(**host,
                       {.argv = {layout->binDirectory + QStringLiteral("/pg_controldata"), QStringLiteral("-D"),
                                 layout->dataDirectory},
                        .asUser = layout->owner,
                        .environment = {{QStringLiteral("LC_ALL"), QStringLiteral("C")}}},
                       context.deadline, context.stop);
        if (!control)
            continue;
        const QString said = QString::fromUtf8(control->output);
        const QString label = QStringLiteral("Database cluster state:");
        states.insert(node.name(), said.section(label, 1, 1).section(QLatin1Char('\n'), 0, 0).trimmed());
    }
    return states;
}

} // namespace

QList<Probe> failoverProbes()
{
    return {
        {.id = key("silent-nodes"), .look = lookAtSilentNodes, .after = QStringList(), .needless = isOldPrimaryPlain},
        after({key("silent-nodes")}, {.id = key("old-primary"), .look = tryOldPrimary}),
        after({key("silent-nodes")}, layoutProbe(key("old-layout"), oldPrimaryOf)),
        after({key("old-layout")}, goodFor(surroundingsLast, serviceProbe(key("old-layout")))),
        standbysProbe(),
        managersProbe(ManagedChange::Failover)};
}

} // namespace howdah::library
