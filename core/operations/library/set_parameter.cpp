#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/set_parameter_checks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetParameter)
};

QString objectionToName(const QString &name, const Situation &)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)?$"));
    if (!plain.match(name).hasMatch() || name.endsWith(QLatin1Char('\n')))
        return Tr::tr("A parameter's name has letters, digits and \"_\" only.");
    if (name.compare(QLatin1String("primary_conninfo"), Qt::CaseInsensitive) == 0)
        return Tr::tr("primary_conninfo may hold a password, and what is set here is put on record. Let the standby "
                      "follow another node instead.");
    if (isSecret(name, {}))
        return Tr::tr("%1 holds a secret, and what is set here is put on record. Set it by hand with ALTER SYSTEM.")
            .arg(name);
    return {};
}

QString objectionToText(const QString &value, const Situation &situation)
{
    return isSecret(situation.argument(key("name")), value)
               ? Tr::tr("This looks like a secret, and what is set here is put on record. Set it by hand with ALTER "
                        "SYSTEM.")
               : QString();
}

QList<Param> params()
{
    return {
        {.id = key("name"),
         .title = Tr::tr("Parameter"),
         .help = Tr::tr("Its name, as in postgresql.conf."),
         .objection = objectionToName},
        {.id = key("value"),
         .title = Tr::tr("Value"),
         .help = Tr::tr("With its unit where it has one: 64MB, 5min."),
         .required = false,
         .objection = objectionToText},
        {.id = key("node"),
         .title = Tr::tr("Node"),
         .help = Tr::tr("The node to change, or \"all\"."),
         .kind = Param::Kind::Node,
         .orAll = true},
        {.id = key("reset"),
         .title = Tr::tr("Reset"),
         .help = Tr::tr("Take it out of postgresql.auto.conf instead, so that the other files or the default decide."),
         .kind = Param::Kind::Boolean,
         .required = false,
         .advanced = true}};
}

/// What is to be done on a node, where its settings are known.
QList<Action> onEach(const Situation &situation,
                     const std::function<Action(const ServerRef &, const Setting &)> &action)
{
    QList<Action> actions;
    for (const NodeState *node : changedNodes(situation))
        if (const auto setting = settingOn(situation, node->name()))
            actions << action(serverOf(*node), *setting);
    return actions;
}

QList<Action> reloadEach(const Situation &situation)
{
    return onEach(situation, [](const ServerRef &server, const Setting &) { return reloadConfiguration(server); });
}

Step writeStep()
{
    return {.id = key("write"),
            .title =
                [](const Situation &situation) {
                    const ParameterChange change = ParameterChange::of(situation);
                    return change.value ? Tr::tr("Set %1 to \"%2\"").arg(change.name, *change.value)
                                        : Tr::tr("Take %1 out of postgresql.auto.conf").arg(change.name);
                },
            .act =
                [](const Situation &situation) {
                    const ParameterChange change = ParameterChange::of(situation);
                    return onEach(situation, [&](const ServerRef &server, const Setting &setting) {
                        return alterSystem(server, setting, change.value);
                    });
                },
            .undo =
                [](const Situation &situation) {
                    QList<Action> actions;
                    for (const NodeState *node : changedNodes(situation))
                        if (const auto setting = settingOn(situation, node->name()))
                            actions << takeSettingsBack(serverOf(*node), {*setting});
                    return actions;
                },
            .verify =
                [](const Situation &situation) {
                    QList<Observation> seen;
                    for (const NodeState *node : changedNodes(situation))
                        if (const auto setting = settingOn(situation, node->name()))
                            seen << isWritten(serverOf(*node), *setting, ParameterChange::of(situation).value);
                    return seen;
                },
            .always = true};
}

Step reloadStep()
{
    return {.id = key("reload"),
            .title = [](const Situation &) { return Tr::tr("Reload the configuration"); },
            .act = reloadEach,
            .verify =
                [](const Situation &situation) {
                    QList<Observation> seen;
                    for (const NodeState *node : changedNodes(situation))
                        if (const auto setting = settingOn(situation, node->name()))
                            seen << isInForceOrPending(serverOf(*node), *setting, ParameterChange::of(situation).value);
                    return seen;
                },
            .always = true};
}

bool needsRestart(const Situation &situation)
{
    const QList<const NodeState *> nodes = changedNodes(situation);
    return std::any_of(nodes.begin(), nodes.end(), [&](const NodeState *node) {
        const auto setting = settingOn(situation, node->name());
        return setting && setting->needsRestart();
    });
}

QStringList whatIsNext(const Situation &situation)
{
    if (!needsRestart(situation))
        return {};
    const QString name = ParameterChange::of(situation).name;
    QStringList sentences{Tr::tr("%1 waits for a restart: the nodes say so until then.").arg(name)};
    if (isStandbyFloor(name))
        sentences << Tr::tr("When it was raised, restart the standbys before the primary; when it was lowered, the "
                            "primary first.");
    return sentences;
}

} // namespace

ParameterChange ParameterChange::of(const Situation &situation)
{
    ParameterChange change{.name = situation.argument(key("name"))};
    if (situation.argument(key("reset")) != QLatin1String("true"))
        change.value = situation.argument(key("value"));
    return change;
}

QList<const NodeState *> changedNodes(const Situation &situation)
{
    return nodesNamed(situation, key("node"));
}

std::optional<Setting> settingOn(const Situation &situation, const QString &node)
{
    return settingOf(nodeValues(situation, key("settings"), node), ParameterChange::of(situation).name);
}

Operation setParameter()
{
    const auto everyNode = [](const Situation &situation) {
        QList<const NodeState *> nodes;
        for (const NodeState &node : situation.snapshot->nodes)
            nodes << &node;
        return nodes;
    };
    const auto named = [](const Situation &situation) { return QStringList{ParameterChange::of(situation).name}; };
    return {.id = key("set-parameter"),
            .title = Tr::tr("Set a parameter"),
            .summary = Tr::tr("Changes a parameter of one node or of all, and reloads; shows first where they differ."),
            .icon = key("settings"),
            .group = OperationGroup::Server,
            .params = params(),
            .probes = {settingsProbe(key("settings"), everyNode, named), managersProbe(ManagedChange::SetParameter)},
            .checks = setParameterChecks(),
            .steps = {writeStep(), reloadStep()},
            .next = whatIsNext};
}

} // namespace howdah::library
