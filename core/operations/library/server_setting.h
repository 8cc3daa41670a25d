#pragma once

#include "core/operations/library/settings.h"

/// Settings that a reload brings into force, changed as a step of a larger operation and put back exactly as they were.
namespace howdah::library {

struct SettingChange
{
    ServerRef server;
    Setting before;
    QString value;
};

/// Each with a statement of its own, then one reload; all of one server.
[[nodiscard]] QList<Action> change(const QList<SettingChange> &changes);
[[nodiscard]] QList<Action> takeBack(const QList<SettingChange> &changes);
/// `setting`: in its own unit, as pg_settings has it.
[[nodiscard]] Observation isInForce(const ServerRef &server, const QString &name, const QString &setting);

/// That ALTER SYSTEM is permitted for `names`, can be taken back exactly, and has an effect. `probe`: a
/// settingsProbe().
[[nodiscard]] QList<Check> settingChecks(const QString &probe, NodesOf nodes, const QStringList &names);

} // namespace howdah::library
