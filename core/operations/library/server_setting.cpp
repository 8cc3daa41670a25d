#include "core/operations/library/server_setting.h"
#include "core/base/key.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ServerSetting)
};

Judgement judgeRight(const QString &node, const QVariantMap &seen, const QStringList &names)
{
    if (seen.contains(key("error")))
        return blocked(seen.value(key("error")).toString(), seen.value(key("remedy")).toString());
    QStringList forbidden;
    for (const QString &name : names) {
        const auto setting = settingOf(seen, name);
        if (!setting || !setting->mayAlter)
            forbidden << name;
    }
    if (!forbidden.isEmpty() || !seen.value(key("mayReload")).toBool() || !seen.contains(key("fileErrors")))
        return blocked(Tr::tr("Howdah's role may not change %1 on %2, or not see what it was before.")
                           .arg(names.join(QStringLiteral(", ")), node),
                       Tr::tr("Connect as a superuser."));
    if (!seen.value(key("mayAlterSystem")).toBool())
        return blocked(Tr::tr("allow_alter_system is off on %1.").arg(node),
                       Tr::tr("Change the setting where this server's configuration is kept."));
    return ok(Tr::tr("The role may change settings of %1 with ALTER SYSTEM and reload it.").arg(node));
}

Judgement judgeEffect(const QString &node, const QVariantMap &seen, const QStringList &names)
{
    const QString errors = seen.value(key("fileErrors")).toString();
    if (!errors.isEmpty())
        return blocked(Tr::tr("Errors in the configuration files of %1: %2").arg(node, errors),
                       Tr::tr("Mend these lines; the server would ignore the whole reload."));
    for (const QString &name : names) {
        const QString source = settingOf(seen, name).value_or(Setting()).source;
        if (source == QLatin1String("command line") || source == QLatin1String("environment variable"))
            return blocked(Tr::tr("%1 was given to %2 at its start (%3).").arg(name, node, source),
                           Tr::tr("Take it out of the options the server is started with: they win over every file."));
    }
    return ok(Tr::tr("What ALTER SYSTEM writes on %1 takes effect with a reload.").arg(node));
}

using Judge = Judgement (*)(const QString &, const QVariantMap &, const QStringList &);

Check ofEach(const QString &id, const QString &title, const QString &why, const QString &probe, const NodesOf &nodes,
             const QStringList &names, Judge judge)
{
    return factCheck(id, title, why, probe, [=](const Situation &situation, const Values &values) {
        QStringList observed;
        for (const NodeState *node : nodes(situation)) {
            const Judgement judgement = judge(node->name(), values.value(node->name()).toMap(), names);
            if (judgement.verdict != Verdict::Ok)
                return judgement;
            observed << judgement.observed;
        }
        return observed.isEmpty() ? blocked(Tr::tr("There is no such server."), Tr::tr("See that it answers."))
                                  : ok(observed.join(QLatin1Char(' ')));
    });
}

} // namespace

QList<Action> change(const QList<SettingChange> &changes)
{
    QList<Action> actions;
    for (const SettingChange &each : changes)
        actions << alterSystem(each.server, each.before, each.value);
    return actions << reloadConfiguration(changes.first().server);
}

QList<Action> takeBack(const QList<SettingChange> &changes)
{
    QList<Action> actions;
    for (const SettingChange &each : changes)
        actions << alterSystemBack(each.server, each.before);
    return actions << reloadConfiguration(changes.first().server);
}

Observation isInForce(const ServerRef &server, const QString &name, const QString &setting)
{
    return {.text = Tr::tr("%1 is \"%2\" on %3").arg(name, setting, server.node),
            .look = SqlSays{.server = server,
                            .sql = key("SELECT setting FROM pg_settings WHERE name = $1"),
                            .parameters = {name},
                            .expected = setting}};
}

QList<Check> settingChecks(const QString &probe, NodesOf nodes, const QStringList &names)
{
    return {ofEach(key("right"), Tr::tr("The role has the right"),
                   Tr::tr("Settings of the server are changed with ALTER SYSTEM, and put back if something fails."),
                   probe, nodes, names, judgeRight),
            ofEach(key("effect"), Tr::tr("The change will take effect"),
                   Tr::tr("One wrong line makes the server ignore all of a file's changes, and options given at its "
                          "start win over the files."),
                   probe, nodes, names, judgeEffect)};
}

} // namespace howdah::library
