#pragma once

#include "core/backup/schedule.h"
#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// What a schedule is made of, from the situation alone.
struct ScheduleParts
{
    QString node, hostId, owner, directory;
    bool wanted = true; ///< false: it is taken off
    BackupSchedule schedule;
    QString script, record; ///< paths
    QByteArray scriptContent, recordContent;
    std::optional<QByteArray> formerScript, formerRecord; ///< what an undo puts back; nothing: it was not there
    QString formerLine;                                   ///< of the cluster in the owner's crontab; empty: it has none
    std::optional<BackupSchedule> former;
    QString unit; ///< of systemd and pg_cron
    ServerRef server;
    QString cronDatabase; ///< where pg_cron keeps its jobs
    QString copyHost, copyDirectory, sshConfig;

    [[nodiscard]] static ScheduleParts of(const Situation &situation);
    [[nodiscard]] ServerRef cronServer() const;
};

[[nodiscard]] QList<Param> scheduleParams();
[[nodiscard]] QList<Probe> scheduleProbes();
[[nodiscard]] QList<Check> scheduleChecks();
[[nodiscard]] QList<Step> scheduleSteps();

/// Of the copy that each backup is restored to, to prove it.
[[nodiscard]] QByteArray scheduledDrillSettings(const Situation &situation, const ScheduleParts &parts);
/// "copy": what the other host says to whoever will copy there.
[[nodiscard]] Probe scheduleCopyProbe();
[[nodiscard]] QList<Check> scheduleExtraChecks(); ///< of the drill and the copy

} // namespace howdah::library
