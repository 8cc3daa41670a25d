#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah::cli {

/// A cluster as it is, for people: a line about the whole, a table of its nodes, its findings.
[[nodiscard]] QString snapshotText(const ClusterSnapshot &snapshot);

/// Findings, one under the other: severity, node, sentence, remedy. A sentence of its own when there are none.
[[nodiscard]] QString findingsText(const QList<Finding> &findings);

/// "findings" of PRODUCT.md's document.
[[nodiscard]] QJsonArray findingsJson(const ClusterSnapshot &snapshot);

/// At least one node answered.
[[nodiscard]] bool anyAnswer(const ClusterSnapshot &snapshot);

} // namespace howdah::cli
