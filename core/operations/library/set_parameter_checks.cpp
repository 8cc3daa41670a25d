#include "core/operations/library/set_parameter_checks.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetParameter)
};

const QString probe = QStringLiteral("settings");

/// Of every changed node that has said; the others are another check's.
QList<QPair<QString, Setting>> changedSettings(const Situation &situation)
{
    QList<QPair<QString, Setting>> settings;
    for (const NodeState *node : changedNodes(situation))
        if (const auto setting = settingOn(situation, node->name()))
            settings.append({node->name(), *setting});
    return settings;
}

Judgement judgeDifference(const Situation &situation, const Values &)
{
    QStringList lines;
    for (const NodeState &node : situation.snapshot->nodes) {
        const QString error = nodeValues(situation, probe, node.name()).value(QStringLiteral("error")).toString();
        const auto setting = settingOn(situation, node.name());
        lines << QStringLiteral("%1: %2").arg(node.name(), setting           ? whereFrom(*setting)
                                                           : error.isEmpty() ? Tr::tr("not known there")
                                                                             : error);
    }
    return ok(lines.join(QStringLiteral("; ")));
}

Judgement judgeParameter(const Situation &situation, const Values &)
{
    const QString name = ParameterChange::of(situation).name;
    QString context;
    for (const NodeState *node : changedNodes(situation)) {
        const auto setting = settingOn(situation, node->name());
        if (!setting)
            return blocked(
                Tr::tr("%1 has no parameter \"%2\" (or does not show it to this role).").arg(node->name(), name),
                Tr::tr("Look at its spelling. A parameter of an extension is known once that is loaded."));
        if (setting->context == QLatin1String("internal"))
            return blocked(
                Tr::tr("%1 cannot be changed: it was fixed when the cluster was made or the server was built.")
                    .arg(setting->name),
                Tr::tr("Choose another parameter."));
        if (setting->isSecret)
            return blocked(Tr::tr("What %1 has for %2 looks like a secret, which must not be put on record.")
                               .arg(node->name(), setting->name),
                           Tr::tr("Change it by hand with ALTER SYSTEM, where nothing is journalled."));
        context = setting->context;
    }
    if (context == QLatin1String("postmaster"))
        return warning(Tr::tr("%1 takes effect when the server is restarted.").arg(name),
                       Tr::tr("Restart the nodes afterwards, each at a good moment."));
    return ok(context == QLatin1String("sighup") || context.endsWith(QLatin1String("backend"))
                  ? Tr::tr("%1 takes effect with a reload.").arg(name)
                  : Tr::tr("%1 takes effect with a reload, in sessions that have not set it themselves.").arg(name));
}

Judgement judgeRight(const Situation &situation, const Values &)
{
    for (const NodeState *node : changedNodes(situation)) {
        const QVariantMap seen = nodeValues(situation, probe, node->name());
        const auto setting = settingOn(situation, node->name());
        if (!seen.value(QStringLiteral("mayAlterSystem"), true).toBool())
            return blocked(Tr::tr("%1 forbids ALTER SYSTEM (allow_alter_system is off).").arg(node->name()),
                           Tr::tr("Its configuration is managed elsewhere: change it there, then reload."));
        if (setting && !setting->mayAlter)
            return blocked(
                Tr::tr("The role may not change %1 on %2.").arg(setting->name, node->name()),
                Tr::tr("Connect as a superuser; from PostgreSQL 15 on GRANT ALTER SYSTEM ON PARAMETER does too."));
        if (!seen.contains(QStringLiteral("fileErrors")))
            return blocked(Tr::tr("The role may not see pg_file_settings on %1, so what is there now could not be put "
                                  "back.")
                               .arg(node->name()),
                           Tr::tr("Connect as a superuser."));
        if (!seen.value(QStringLiteral("mayReload")).toBool())
            return blocked(Tr::tr("The role may not reload the configuration of %1.").arg(node->name()),
                           Tr::tr("Connect as a superuser, or grant EXECUTE on pg_reload_conf()."));
    }
    return ok(Tr::tr("The role may change it and reload."));
}

Judgement judgeValue(const Situation &situation, const Values &)
{
    const ParameterChange change = ParameterChange::of(situation);
    const QList<QPair<QString, Setting>> settings = changedSettings(situation);
    if (!change.value) {
        const bool anywhere = std::any_of(settings.begin(), settings.end(),
                                          [](const auto &each) { return each.second.written.has_value(); });
        return anywhere ? ok(Tr::tr("The other files, or the default, decide again."))
                        : blocked(Tr::tr("%1 is not set in postgresql.auto.conf.").arg(change.name),
                                  Tr::tr("There is nothing to take out."));
    }
    for (const auto &[node, setting] : settings)
        if (const QString objection = objectionToValue(setting, *change.value); !objection.isEmpty())
            return blocked(Tr::tr("%1: %2").arg(node, objection), Tr::tr("Give another value."));
    const bool same = !settings.isEmpty() && std::all_of(settings.begin(), settings.end(), [&](const auto &each) {
        return each.second.written == change.value && !each.second.pendingRestart;
    });
    return same ? blocked(Tr::tr("It is set to \"%1\" already.").arg(*change.value), Tr::tr("There is nothing to do."))
                : ok(Tr::tr("\"%1\" is a value that the server takes.").arg(*change.value));
}

Judgement judgeOverride(const Situation &situation, const Values &)
{
    QStringList overridden;
    for (const auto &[node, setting] : changedSettings(situation)) {
        if (setting.source == QLatin1String("command line") || setting.source == QLatin1String("environment variable"))
            return blocked(Tr::tr("%1 was started with %2 among its options (%3), which win over every file.")
                               .arg(node, setting.name, setting.source),
                           Tr::tr("Take it out of those options and restart the server first."));
        if (!setting.overridden.isEmpty())
            overridden << Tr::tr("%1: another value is set for: %2.").arg(node, setting.overridden);
    }
    if (!overridden.isEmpty())
        return warning(overridden.join(QStringLiteral("; ")),
                       Tr::tr("Their sessions keep that value; see ALTER ROLE … RESET and ALTER DATABASE … RESET."));
    return ok(Tr::tr("postgresql.auto.conf, where it is written, wins over all other files."));
}

/// Every node's value after the change, as a number.
QHash<QString, double> numbersAfter(const Situation &situation)
{
    const ParameterChange change = ParameterChange::of(situation);
    QHash<QString, double> numbers;
    for (const NodeState &node : situation.snapshot->nodes)
        if (const auto setting = settingOn(situation, node.name()))
            numbers.insert(node.name(), setting->setting.toDouble());
    for (const auto &[node, setting] : changedSettings(situation))
        if (const auto number = change.value ? numberOf(setting, *change.value) : std::nullopt)
            numbers.insert(node, *number);
    return numbers;
}

Judgement judgeFloor(const Situation &situation, const Values &)
{
    const ParameterChange change = ParameterChange::of(situation);
    if (!isStandbyFloor(change.name))
        return ok(Tr::tr("%1 may differ between the primary and its standbys.").arg(change.name));
    const QHash<QString, double> after = numbersAfter(situation);
    const NodeState *primary = situation.snapshot->primary();
    if (!primary || !after.contains(primary->name()))
        return warning(Tr::tr("The primary's value is not known."),
                       Tr::tr("See that no standby gets less than its primary has."));
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Standby && after.value(node.name(), INFINITY) < after.value(primary->name()))
            return blocked(Tr::tr("%1 would have %2, less than the primary %3 with %4: such a standby stops replaying, "
                                  "or does not start.")
                               .arg(node.name())
                               .arg(after.value(node.name()))
                               .arg(primary->name())
                               .arg(after.value(primary->name())),
                           Tr::tr("Change every node; when raising, restart the standbys before the primary, when "
                                  "lowering, the primary first."));
    return ok(Tr::tr("No standby gets less than the primary. When raising, restart the standbys first; when lowering, "
                     "the primary."));
}

} // namespace

QList<Check> setParameterChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, auto judge) {
        return factCheck(QString::fromLatin1(id), title, why, probe, judge);
    };
    return {nodesAnswer(changedNodes),
            check("difference", Tr::tr("What the nodes have now"),
                  Tr::tr("A parameter that differs between nodes changes its meaning at the next switchover."),
                  judgeDifference),
            noOtherManager(),
            check("parameter", Tr::tr("The parameter can be changed"),
                  Tr::tr("Some take effect at once, some with a restart, some never."), judgeParameter),
            check("right", Tr::tr("The role has the right"), Tr::tr("It is written with ALTER SYSTEM."), judgeRight),
            check("value", Tr::tr("The server takes the value"),
                  Tr::tr("A value out of its range would be found out only at a restart."), judgeValue),
            check("override", Tr::tr("The change will take effect"),
                  Tr::tr("Options given at the start win over the files, and a role's or a database's own value over "
                         "both."),
                  judgeOverride),
            check("floor", Tr::tr("Standbys have no less than the primary"),
                  Tr::tr("A standby must be able to hold whatever the primary's transactions and locks need."),
                  judgeFloor),
            filesAreReadable(probe, changedNodes)};
}

} // namespace howdah::library
