#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>

#include <array>

namespace howdah {

/// How finely lag is kept, and for how long.
struct HistoryLevel
{
    int id;
    qint64 widthMs; ///< of a bucket; 1 for raw samples, which keep their own moment
    qint64 keepMs;
};

inline constexpr qint64 minuteMs = 60'000, hourMs = 60 * minuteMs, dayMs = 24 * hourMs;
inline constexpr std::array<HistoryLevel, 4> historyLevels{{
    {0, 1, hourMs},
    {1, 10'000, dayMs},
    {2, minuteMs, 7 * dayMs},
    {3, 10 * minuteMs, 90 * dayMs},
}};

inline constexpr int historySchemaVersion = 2;

/// Makes an empty file a history, or brings one of an earlier version to this one. Unsupported: written by a later
/// Howdah. Other errors are the database's own (historyError).
[[nodiscard]] Result<void> prepareHistorySchema(QSqlDatabase &database);
/// Runs the steps up to `version` only; what earlier releases left behind.
[[nodiscard]] Result<void> migrateHistorySchema(QSqlDatabase &database, int version);

/// Storage; Invalid when SQLite says that the file is damaged or no database.
[[nodiscard]] Error historyError(const QSqlError &error);

} // namespace howdah
