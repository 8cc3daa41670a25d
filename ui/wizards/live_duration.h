#pragma once

#include <QString>

namespace howdah {

/// A time that counts on before one's eyes: whole seconds ("26 s", "2 min 5 s"); nothing smaller is worth a flicker.
[[nodiscard]] QString liveDuration(qint64 milliseconds);

} // namespace howdah
