#pragma once

#include "core/operations/library/judging.h"

#include <optional>

/// Any parameter of any node, as its server explains it: where the value comes from, what may take its place, and how
/// ALTER SYSTEM puts it there and takes it back.
namespace howdah::library {

/// One row of pg_settings.
struct Setting
{
    QString name;                   ///< as the server writes it
    QString value;                  ///< with its unit, as SHOW says
    QString setting;                ///< in its own unit
    QString unit;                   ///< "kB", "8kB", "ms" …; empty for none
    QString context;                ///< postmaster, sighup, superuser, user, internal …
    QString type;                   ///< bool, integer, real, string, enum
    QString minimum, maximum;       ///< of numbers, in its own unit
    QStringList choices;            ///< of an enum
    QString source, file;           ///< file: empty when it comes from none, or may not be seen
    int line = 0;                   ///< in that file
    bool pendingRestart = false;    ///< the file says something that only a restart brings into force
    bool mayAlter = false;          ///< by ALTER SYSTEM
    std::optional<QString> written; ///< its value in postgresql.auto.conf, which wins over the other files
    QString overridden;             ///< databases and roles for whose sessions another value is set
    bool isSecret = false;          ///< its values were read as "(not shown)"
    [[nodiscard]] bool needsRestart() const { return context == QLatin1String("postmaster"); }
    [[nodiscard]] static Setting fromValues(const QVariantMap &values);
};

/// What one node says: "settings" by name in lower case, "loaded" (pg_conf_load_time), "mayReload", "mayAlterSystem"
/// (17+ can forbid it), "fileErrors" (only where pg_file_settings may be seen), or "error". Values that hold secrets
/// are not read: they say "(not shown)".
using NamesOf = std::function<QStringList(const Situation &)>;
using NodesOf = std::function<QList<const NodeState *>(const Situation &)>;
[[nodiscard]] Probe settingsProbe(const QString &id, NodesOf nodes, NamesOf names);
[[nodiscard]] QVariantMap nodeValues(const Situation &situation, const QString &probe, const QString &node);
[[nodiscard]] std::optional<Setting> settingOf(const QVariantMap &nodeValues, const QString &name);

/// The nodes that an `orAll` parameter names.
[[nodiscard]] QList<const NodeState *> nodesNamed(const Situation &situation, const QString &param);

/// "128MB, from /etc/postgresql/15/main/postgresql.conf, line 12 (a restart is pending)".
[[nodiscard]] QString whereFrom(const Setting &setting);

/// A parameter whose value is a secret, or may hold one; and a value that looks like one.
[[nodiscard]] bool isSecret(const QString &name, const QString &value);
/// Why the server would not take the value: its type, its range, its words. Empty when nothing speaks against it.
[[nodiscard]] QString objectionToValue(const Setting &setting, const QString &value);
/// A number in the parameter's own unit, as pg_settings.setting has it; nothing when it is none.
[[nodiscard]] std::optional<double> numberOf(const Setting &setting, const QString &value);
/// A standby refuses to start (or stops replay) when one of these is lower than on its primary.
[[nodiscard]] bool isStandbyFloor(const QString &name);

// ---- ALTER SYSTEM ----

/// Nothing as the value: RESET.
[[nodiscard]] Action alterSystem(const ServerRef &server, const Setting &setting, const std::optional<QString> &value);
/// Back to what stood in postgresql.auto.conf before, or out of it.
[[nodiscard]] Action alterSystemBack(const ServerRef &server, const Setting &before);
/// A server goes on saying "pending_restart" of a default that left the files again, unless it has read the value in
/// force from them once more. These write it, and wait for that; empty where there is no such setting.
[[nodiscard]] QList<Action> forgetPending(const ServerRef &server, const QList<Setting> &before);
/// All of them back, with nothing left pending that was not; then a reload.
[[nodiscard]] QList<Action> takeSettingsBack(const ServerRef &server, const QList<Setting> &before);
[[nodiscard]] Action reloadConfiguration(const ServerRef &server);
/// postgresql.auto.conf says so, and the server could read it.
[[nodiscard]] Observation isWritten(const ServerRef &server, const Setting &setting,
                                    const std::optional<QString> &value);
/// The server has taken over what postgresql.auto.conf says (or, with nothing, no longer says), or knows that this
/// waits for a restart.
[[nodiscard]] Observation isInForceOrPending(const ServerRef &server, const Setting &setting,
                                             const std::optional<QString> &value);

// ---- Checks of every node that the probe has asked ----

[[nodiscard]] Check nodesAnswer(NodesOf nodes);
[[nodiscard]] Check filesAreReadable(const QString &probe, NodesOf nodes);
[[nodiscard]] Check mayReload(const QString &probe, NodesOf nodes);

} // namespace howdah::library
