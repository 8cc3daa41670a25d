#pragma once

#include "core/operations/library/archive_parts.h"

namespace howdah::library {

/// Of the directory: that there can be an archive there, whose it is, and how long it has room.
[[nodiscard]] QList<Check> archivePlaceChecks();

} // namespace howdah::library
