#pragma once

#include "core/operations/library/hba_lines.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/settings.h"

namespace howdah::library {

/// A parameter that a primary needs for its standbys, or that decides how well it gets on with them.
struct PrimarySetting
{
    QString name; ///< the server's; the parameter of the operation is called the same with "-"
    Param::Kind kind = Param::Kind::Text;
    QStringList choices = {}; ///< of a Choice
    QString help, why;
    /// What it should be in place of what it is; empty when it is good as it is.
    std::function<QString(const Situation &, const Setting &)> better = {};
    [[nodiscard]] QString param() const { return QString(name).replace(QLatin1Char('_'), QLatin1Char('-')); }
};
[[nodiscard]] const QList<PrimarySetting> &primarySettings();

struct SettingChangeTo
{
    Setting setting;
    QString value;
};

/// A file that is changed in place, as the probe "files" saw it.
struct ChangedFile
{
    QString path, before, after, copy;
    QList<LineChange> changes;
    [[nodiscard]] bool isChanged() const { return !changes.isEmpty(); }
};

/// Arguments and facts of a prepare-primary, put together once. Pure.
struct PrimaryParts
{
    ServerRef server;
    ServerPlace place;
    QString operationId;

    QList<SettingChangeTo> settings; ///< that differ from what is in force or written
    bool mayAlterSystem = true;
    bool inFile = false; ///< written into the configuration file; else by ALTER SYSTEM
    ChangedFile configuration, hba;
    QString automaticFile, automaticCopy; ///< postgresql.auto.conf

    QString role;
    bool roleExists = false;
    bool roleNeedsPassword = false; ///< it is new, or has none
    QString passfile;
    bool passwordLineIsNew = false;
    QStringList missingAttributes; ///< of an existing role: LOGIN, REPLICATION
    QStringList missingRights;     ///< functions of pg_rewind that it may not execute yet
    QString database;              ///< that the rights are granted in

    QList<HbaLine> lines; ///< one for each address
    bool restart = false; ///< asked for, and needed
    bool restartNeeded = false;
    Command loginProof; ///< psql, as a standby would log in; empty where that cannot be tried from this host

    [[nodiscard]] static PrimaryParts of(const Situation &situation);
    [[nodiscard]] QString signature() const; ///< the comment of a role that this operation makes
};

/// The addresses of an argument, narrow; what is none comes out as nothing.
[[nodiscard]] QList<std::optional<QString>> addressesIn(const QString &argument);
[[nodiscard]] const NodeState *primaryOf(const Situation &situation);
[[nodiscard]] QVariantMap primaryValues(const Situation &situation); ///< of the probe "settings"
/// The lines that go to the end of the configuration file. Pure.
[[nodiscard]] QByteArray configurationBlock(const Situation &situation);
[[nodiscard]] QList<HbaLine> standbyLines(const Situation &situation);

// What is looked at on the primary's host, as the server's owner.
[[nodiscard]] Result<QVariantMap> lookAtOwnersHome(ProbeContext &context);
[[nodiscard]] Result<QVariantMap> lookAtPassfile(ProbeContext &context);
/// What the files would become; their content stays there, because it may hold secrets.
[[nodiscard]] Result<QVariantMap> lookAtPrimaryFiles(ProbeContext &context);

[[nodiscard]] QList<Probe> preparePrimaryProbes();
[[nodiscard]] QList<Check> preparePrimaryChecks();
[[nodiscard]] QList<Step> preparePrimarySteps();

} // namespace howdah::library
