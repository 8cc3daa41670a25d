#pragma once

#include "core/operations/catalogue.h"

namespace howdah {

/// An operation as it is offered now: as a button, in a menu, in the palette.
struct OperationOffer
{
    QString id, title, summary, icon;
    bool destructive = false;
    QString impossible; ///< empty when it can be done now, else why not
    Arguments arguments;
    bool operator==(const OperationOffer &) const = default;
};

/// Every operation of the catalogue, in its order.
[[nodiscard]] QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot);

/// Those that take a node, with this one filled in.
[[nodiscard]] QList<OperationOffer> operationOffers(const ClusterSnapshot &snapshot, const QString &node);

} // namespace howdah
