#pragma once

#include "core/operations/preparation.h"

namespace howdah {

/// The situation with what the operation's probes see, each as soon as those have seen that it depends on. It looks no
/// further once `isUseless`. Of `earlier`, what lasts still is taken over (Probe::lasts). Blocks; worker thread.
[[nodiscard]] Result<Situation> probed(const Operation &operation, Situation begun, const Environment &environment,
                                       std::stop_token stop, const std::function<bool(const Situation &)> &isUseless,
                                       const Situation *earlier = nullptr);

} // namespace howdah
