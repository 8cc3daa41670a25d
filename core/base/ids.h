#pragma once

#include <QString>

namespace howdah {

/// A new operation id such as "20261120-143512-7f3a09": sorts by time, short enough to type, unique by its random tail.
[[nodiscard]] QString newOperationId();

} // namespace howdah
