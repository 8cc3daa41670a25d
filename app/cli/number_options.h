#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"

namespace howdah::cli {

/// The value of an option that wants a number from `least` to `most`; `otherwise` when it is not given. Invalid says
/// what was wanted.
[[nodiscard]] Result<qint64> readInteger(const Invocation &invocation, const QString &option, qint64 otherwise,
                                         qint64 least, qint64 most);

/// `--rate N`: commits a second, fractions too.
[[nodiscard]] Result<double> readRate(const Invocation &invocation, double otherwise);
[[nodiscard]] CommandOption rateOption(const QString &help);

} // namespace howdah::cli
