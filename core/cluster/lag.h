#pragma once

#include "core/cluster/node_sample.h"

namespace howdah {

/// How far a standby is behind, in the words of POSTGRES.md, "Lag, honestly". Nothing = not known, never 0.
struct Lag
{
    std::optional<qint64> sendBytes, writeBytes, flushBytes, replayBytes; ///< behind the upstream's head, cumulative
    std::optional<qint64> writeMs, flushMs, replayMs;
    bool operator==(const Lag &) const = default;
};

/// Of a walsender, against its own server's head in the same sample. Idle (NULL intervals) with no byte behind is 0 ms;
/// NULL intervals with bytes behind stay unknown, and so do those of a standby that has not replied for 20 s.
[[nodiscard]] Lag lagOfSender(const NodeSample &sender, const WalSenderSample &row);

/// Of a standby that its upstream does not show (upstream not watched or not permitted): from the standby's own view;
/// replay bytes = received − replayed; 0 ms when nothing waits and its receiver is streaming, else the time is not known.
[[nodiscard]] Lag lagOfStandbyAlone(const NodeSample &standby);

} // namespace howdah
