#pragma once

#include "app/cli/session.h"

namespace howdah::cli {

/// A report as PDF takes fonts, and howdahctl runs where there are none: the window's program beside it writes the file,
/// showing nothing. `of`: "exercise:15", "operation:ID". NotFound when that program is not there.
[[nodiscard]] Result<void> writePdfReport(const QString &of, const QString &file);

} // namespace howdah::cli
