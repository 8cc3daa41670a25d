#pragma once

#include <QString>

namespace howdah {

/// Bytes as PostgreSQL's pg_size_pretty prints them: "0 bytes", "10 kB", "34 MB" (binary units, rounded half up;
/// a unit is left only above 10 of the next, as in the server's source). Negative sizes keep their sign.
[[nodiscard]] QString prettySize(qint64 bytes);

/// Milliseconds for people: "3 ms", "1.2 s", "2 min 5 s", "3 h 12 min", "4 d 2 h".
[[nodiscard]] QString prettyDuration(qint64 milliseconds);

} // namespace howdah
