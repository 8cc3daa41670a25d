#pragma once

#include "core/backup/archive_file.h"
#include "core/backup/backup_catalogue.h"

namespace howdah {

/// How long backups are kept. A backup stays when any of the rules that are set keeps it.
struct RetentionPolicy
{
    int count = 0;      ///< the newest so many that are not known to be bad; 0: not asked for
    int days = 0;       ///< those younger than this
    int windowDays = 0; ///< what is needed to recover to any moment of the last so many days
    [[nodiscard]] bool isSet() const { return count > 0 || days > 0 || windowDays > 0; }
};

/// What becomes of one backup, and why.
struct RetentionVerdict
{
    QString backup; ///< id
    bool stays = true;
    QString why; ///< a sentence
};

/// What goes and what stays.
struct RetentionPlan
{
    QList<RetentionVerdict> backups; ///< oldest first
    QStringList walFiles;            ///< of the archive: no backup that stays needs them, nor anything after them
    qint64 backupBytes = 0, walBytes = 0;
    quint64 firstNeededSegment = 0; ///< by its number; all before it goes, whatever its timeline. 0: nothing goes
    QString walWhy;                 ///< a sentence: from where on the archive stays, and for which backup

    [[nodiscard]] QStringList going() const; ///< ids
};

/// Pure. Never touches what Howdah has not made; the newest good backup of all stays whatever the rules say, and so do
/// the backups that an incremental one which stays is based on. Of the archive (empty: it is not looked at) every
/// segment from the start of the oldest backup that stays on is kept, and every history file.
[[nodiscard]] RetentionPlan planRetention(const RetentionPolicy &policy, const BackupCatalogue &catalogue,
                                          const QString &systemIdentifier, const QList<ArchiveFile> &archive,
                                          quint32 segmentBytes, const QDateTime &now);

} // namespace howdah
