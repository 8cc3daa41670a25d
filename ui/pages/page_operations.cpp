#include "ui/pages/page_operations.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PageOperations)
};

bool takesNode(const Param &param)
{
    return param.kind == Param::Kind::Node || param.kind == Param::Kind::Standby || param.kind == Param::Kind::Primary;
}

/// Empty when the node may stand in this parameter.
QString misfit(const Param &param, const NodeState &node)
{
    const NodeRole role = node.role == NodeRole::Unknown ? node.lastRole : node.role;
    if (param.kind == Param::Kind::Standby && role == NodeRole::Primary)
        return Tr::tr("%1 is the primary; this is for a standby.").arg(node.name());
    if (param.kind == Param::Kind::Primary && role == NodeRole::Standby)
        return Tr::tr("%1 is a standby; this is for the primary.").arg(node.name());
    return {};
}

OperationOffer offer(const Operation &operation, const ClusterSnapshot &snapshot)
{
    return {.id = operation.id,
            .title = operation.title,
            .summary = operation.summary,
            .icon = operation.icon,
            .group = operation.group,
            .destructive = operation.destructive,
            .impossible = operation.impossible ? operation.impossible(snapshot) : QString(),
            .arguments = {}};
}

} // namespace

QString groupTitle(OperationGroup group)
{
    switch (group) {
    case OperationGroup::Backups:
        return Tr::tr("Backup and recovery");
    case OperationGroup::Synchronous:
        return Tr::tr("Synchronous replication");
    case OperationGroup::Slots:
        return Tr::tr("Replication slots");
    case OperationGroup::Server:
        return Tr::tr("Servers and settings");
    case OperationGroup::Nodes:
        break;
    }
    return {};
}

QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot)
{
    QList<OperationOffer> offers;
    for (const Operation &operation : operationCatalogue())
        offers.append(offer(operation, snapshot));
    return offers;
}

QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot, const QString &node)
{
    QList<OperationOffer> offers;
    const NodeState *state = snapshot.node(node);
    if (!state)
        return offers;
    for (const Operation &operation : operationCatalogue()) {
        const auto param = std::find_if(operation.params.begin(), operation.params.end(), takesNode);
        if (param == operation.params.end())
            continue;
        OperationOffer made = offer(operation, snapshot);
        made.arguments.insert(param->id, node);
        if (made.impossible.isEmpty())
            made.impossible = misfit(*param, *state);
        offers.append(made);
    }
    return offers;
}

} // namespace howdah
