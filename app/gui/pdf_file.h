#pragma once

#include <QString>

namespace howdah {

/// What `howdah --pdf FILE --of …` does, for howdahctl, which has no fonts: "exercise:15" is what a learner hands in,
/// "operation:ID" an operation's report. No window, no server. The program's exit code; what went wrong is said on
/// standard error.
[[nodiscard]] int writePdfFile(const QString &file, const QString &of);

} // namespace howdah
