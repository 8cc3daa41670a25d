#pragma once

#include "core/operations/operation.h"

/// What pausing and resuming replay share: each is the other's undo.
namespace howdah::library {

/// The standby to act on; suggested: the first whose replay is in the state `now`.
[[nodiscard]] Param standbyParam(ReplayPause now);
[[nodiscard]] Probe replayProbe();
[[nodiscard]] QList<Check> replayChecks(ReplayPause wanted);
[[nodiscard]] Check limitsCheck(); ///< before replay is resumed
[[nodiscard]] Step replayStep(ReplayPause wanted);
/// Empty when a standby in the state `now` answers, else a sentence.
[[nodiscard]] QString noStandby(const ClusterSnapshot &snapshot, ReplayPause now);

} // namespace howdah::library
