#pragma once

#include "core/operations/library/restore_parts.h"

namespace howdah::library {

/// What restoring a dump of a whole server is made of, from the situation alone.
struct ClusterRestoreParts
{
    RestoreParts common;
    QStringList databases; ///< that the dump makes
    bool analyzes = true;

    [[nodiscard]] static ClusterRestoreParts of(const Situation &situation);
    /// A setting of each database while it belongs to this restore: none other is ever dropped by it.
    [[nodiscard]] static QString markName() { return QStringLiteral("howdah.restored_by"); }
    [[nodiscard]] QString markEntry() const { return markName() + QLatin1Char('=') + common.marker; }
};

[[nodiscard]] QList<Step> clusterRestoreSteps();

} // namespace howdah::library
