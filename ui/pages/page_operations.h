#pragma once

#include "core/operations/catalogue.h"

namespace howdah {

/// An operation as it is offered now: as a button, in a menu, in the palette.
struct OperationOffer
{
    QString id, title, summary, icon;
    OperationGroup group = OperationGroup::Nodes;
    bool destructive = false;
    QString impossible; ///< empty when it can be done now, else why not
    Arguments arguments;
    bool operator==(const OperationOffer &) const = default;
};

/// A group's title in menus; empty for the one that is shown by itself.
[[nodiscard]] QString groupTitle(OperationGroup group);

/// Every operation of the catalogue, in its order.
[[nodiscard]] QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot);

/// Those that take a node, with this one filled in.
[[nodiscard]] QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot, const QString &node);

} // namespace howdah
