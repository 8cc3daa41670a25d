#pragma once

#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// What a clone is made of, from the situation alone: every name and path in its plan.
struct CloneParts
{
    QString name, plain, slot, operationId;
    QString hostId, owner, binDirectory;
    QString target, staging, copy; ///< copy: the data directory while it lies in staging
    int port = 0;
    QString rate, delay;
    bool targetWasDirectory = false; ///< an empty one, put back by an undo
    ServerRef source;
    ConnInfo sourceInfo; ///< host, port and user that really answered
    NodeDefinition node; ///< as it will be on record
    ServerRef server;
    ServerPlace place;
    QString stagingMarker;
    QString backupTitle;      ///< application_name of its pg_basebackup
    QByteArray standbySignal; ///< content that tells our copy from any other directory
    QByteArray configuration; ///< appended to postgresql.auto.conf
    /// Where a source keeps its configuration when that is outside its data directory; empty otherwise.
    QString configFile, hbaFile, identFile;
    QStringList settingFiles; ///< every file that sets something
    QStringList settingLines; ///< "file:line:name", the file counted from 1

    [[nodiscard]] static CloneParts of(const Situation &situation);
};

[[nodiscard]] QList<Param> cloneParams();
[[nodiscard]] QList<Probe> cloneProbes();
[[nodiscard]] QList<Check> cloneChecks();
[[nodiscard]] QList<Step> cloneCopySteps();   ///< up to a standby that is ready in the staging directory
[[nodiscard]] QList<Step> cloneServerSteps(); ///< from its place to the record
/// What lies at the target directory and around it, seen as the copy's future owner.
[[nodiscard]] Result<QVariantMap> lookAtCloneTarget(ProbeContext &context);

[[nodiscard]] QString parentOf(const QString &path);

} // namespace howdah::library
