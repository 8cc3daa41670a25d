#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace howdah {

/// When a backup is taken by itself, and by what: kept beside the backups, so that whoever looks at them knows what is
/// due.
struct BackupSchedule
{
    static constexpr const char *recordName = "howdah-schedule.json";

    enum class Way { Cron, Systemd, PgCron };
    enum class Every { Hour, Day, Week };
    Way way = Way::Cron;
    Every every = Every::Day;
    int hour = 2,
        minute = 0;      ///< of the host's clock (pg_cron: of its own zone, UTC unless set); an hour's minute alone
    int weekday = 0;     ///< 0 is Sunday
    bool drills = false; ///< each backup is restored aside, examined and taken down again
    QString cluster, node;
    QDateTime since; ///< UTC; invalid when it has just been asked for
    bool operator==(const BackupSchedule &) const = default;

    [[nodiscard]] QString cronExpression() const; ///< "0 2 * * *"
    [[nodiscard]] QString onCalendar() const;     ///< "*-*-* 02:00:00"
    [[nodiscard]] qint64 intervalSeconds() const;
    /// After the last run by the whole interval and some patience; no run at all counts from `since`.
    [[nodiscard]] bool isOverdue(const QDateTime &lastRun, const QDateTime &now) const;
};

[[nodiscard]] QString scheduleWayName(BackupSchedule::Way way); ///< "cron", "systemd", "pg_cron"
[[nodiscard]] QJsonObject scheduleRecord(const BackupSchedule &schedule);
[[nodiscard]] std::optional<BackupSchedule> scheduleFromRecord(const QJsonObject &record);

/// What a scheduled backup does; everything that it is made of.
struct ScheduledScript
{
    QString cluster, node;
    QString binDirectory, directory; ///< of the catalogue
    QString connInfo;                ///< never with a password
    QString compression, rate;       ///< as pg_basebackup's options have them; empty: none
    QString copyHost, copyDirectory; ///< "user@host" as ssh knows it, and where there; empty: no copy
    QString sshConfig;               ///< a configuration file of ssh; empty: its own default
    QString dataDirectory;           ///< of the node, whose size says how much room is needed
    QByteArray drillSettings;        ///< of the copy that each is restored to, to prove it; empty: none is
    QString superuser;               ///< who examines that copy
    int drillPort = 0;               ///< in the name of its socket
};
/// POSIX sh with flock; run by the owner of the data directory. Takes a base backup, verifies it, puts it on record,
/// copies it, drills it, and notes the outcome of each in the catalogue's log, whatever it is.
[[nodiscard]] QByteArray scheduledScript(const ScheduledScript &parts);
/// Where a copy is made to be examined: one at a time, with its socket.
[[nodiscard]] QString scheduledDrillPlace(const QString &directory);
/// Where it lies: a name of its own for each cluster, so that two may share a directory.
[[nodiscard]] QString scheduledScriptIn(const QString &directory, const QString &cluster);

/// The comment that stands above the cluster's line in a crontab and tells it from the user's own lines.
[[nodiscard]] QString crontabMark(const QString &cluster);
[[nodiscard]] QString crontabLine(const BackupSchedule &schedule, const QString &script);
/// "howdah-backup-shop": of units and of pg_cron's job.
[[nodiscard]] QString scheduleUnitName(const QString &cluster);
[[nodiscard]] QByteArray systemdService(const QString &cluster, const QString &script, const QString &user);
[[nodiscard]] QByteArray systemdTimer(const QString &cluster, const BackupSchedule &schedule);

} // namespace howdah
