#pragma once

#include "core/backup/base_backup.h"
#include "core/backup/schedule.h"
#include "core/hosts/host.h"

#include <optional>

namespace howdah {

/// One line of the log that a catalogue keeps of what was done with its backups.
struct BackupNote
{
    enum class Kind {
        Verified, ///< compared with its manifest, again
        Drilled,  ///< restored, started, checked, taken down
        Copied,   ///< brought to another host
        Run       ///< taken on schedule, or not: `backup` is empty when there is none
    };
    Kind kind = Kind::Verified;
    QString backup; ///< id
    bool good = false;
    QDateTime at; ///< UTC, its end
    qint64 seconds = 0;
    QString said;      ///< what was found, in the program's words or in figures
    QString operation; ///< id; empty when it was on schedule
    bool operator==(const BackupNote &) const = default;
};

/// Nothing when the line is none.
[[nodiscard]] std::optional<BackupNote> noteFromLine(const QByteArray &line);
[[nodiscard]] QByteArray lineOf(const BackupNote &note); ///< with a line's end

/// All base backups that lie in one directory, whoever made them.
struct BackupCatalogue
{
    /// Beside the backups; appended to only.
    static constexpr const char *logName = "howdah-log.jsonl";
    /// What begins an expired backup's new place, and its archive segments': moved aside, not gone.
    static constexpr const char *asidePrefix = ".howdah-expired-";

    QString directory;
    QList<BaseBackup> backups; ///< oldest first
    QList<BackupNote> notes;   ///< as they were written
    struct Damaged
    {
        QString directory, why;
    };
    QList<Damaged> damaged;                 ///< what has a record or a manifest and is no backup that can be used
    std::optional<BackupSchedule> schedule; ///< when one is due there by itself
    QStringList aside;                      ///< directories that expired backups were moved to

    [[nodiscard]] const BaseBackup *find(const QString &id) const;
    /// The newest note of a kind about a backup. What is on record was verified when it was taken.
    [[nodiscard]] std::optional<BackupNote> newest(BackupNote::Kind kind, const QString &id) const;
    [[nodiscard]] bool hasFailed(const QString &id) const; ///< its newest verification or drill failed
    /// It has failed, or of those that it is based on one has, or is missing.
    [[nodiscard]] bool isBad(const QString &id) const;
    /// At most what it takes once it is restored, with those that it is based on.
    [[nodiscard]] qint64 restoredBytes(const BaseBackup &backup) const;
    /// The whole backup that an incremental one starts from, and all up to it, in pg_combinebackup's order. Empty when
    /// one of them is not here.
    [[nodiscard]] QList<BaseBackup> chainTo(const BaseBackup &backup) const;
    /// Those that a data directory can be made of here, oldest first: not what was found bad, nor what its keeper alone
    /// can read, nor an incremental one that lacks what it is based on.
    [[nodiscard]] QList<BaseBackup> restorable() const;
};

/// One command on the host, however many there are. An absent directory holds none. Blocking; worker thread.
[[nodiscard]] Result<BackupCatalogue> readCatalogue(Host &host, const QString &directory, const As &as,
                                                    const Deadline &deadline, std::stop_token stop = {});
/// From what that command prints. Pure.
[[nodiscard]] BackupCatalogue parseCatalogue(const QByteArray &printed, const QString &directory);

} // namespace howdah
