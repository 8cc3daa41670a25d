#pragma once

#include "core/base/result.h"
#include "core/pg/lsn.h"

#include <QDateTime>
#include <QJsonObject>

namespace howdah {

/// A base backup on record: `howdah-backup.json` beside its data, in a directory of its own. Written whole after the
/// backup is complete: a directory without it is no backup.
struct BaseBackup
{
    static constexpr const char *recordName = "howdah-backup.json";
    static constexpr const char *dataName = "data"; ///< the plain copy, as pg_basebackup -Fp leaves it

    QString id;    ///< of the operation that took it; the name of its directory
    QString label; ///< what the user called it
    QString directory;
    QString cluster, systemIdentifier;
    QString takenFrom; ///< node
    int serverVersion = 0;
    Timeline timeline = 0;
    Lsn start, stop;                ///< consistent from `stop` on
    QDateTime startedAt, stoppedAt; ///< UTC
    qint64 bytes = 0;
    QDateTime verifiedAt; ///< by pg_verifybackup; invalid: never

    [[nodiscard]] QJsonObject toJson() const; ///< without `directory`
    /// Invalid with what is missing.
    [[nodiscard]] static Result<BaseBackup> fromJson(const QJsonObject &json, const QString &directory);
    bool operator==(const BaseBackup &) const = default;
};

} // namespace howdah
