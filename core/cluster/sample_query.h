#pragma once

#include "core/cluster/node_sample.h"
#include "core/pg/result_set.h"

namespace howdah {

/// Values that cost the server real work (sizes of directories, every setting): asked for once a minute, not at each
/// tick.
enum class SampleScope { Usual, WithRareValues };

/// The one statement that fetches a whole sample, for servers of this version (9.6 to 18 and later). One row; columns
/// are found by name. Answers on a primary and on a standby, with and without pg_monitor.
[[nodiscard]] QString sampleQuery(const ServerVersion &version, SampleScope scope);

/// Fills a sample from what sampleQuery returned; names, times and version are the caller's.
void readSample(const ResultSet &row, NodeSample &sample);

} // namespace howdah
