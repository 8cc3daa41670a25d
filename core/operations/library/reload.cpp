#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/settings.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Reload)
};

QList<const NodeState *> nodesOf(const Situation &situation)
{
    return nodesNamed(situation, QStringLiteral("node"));
}

QString titleOf(const Situation &situation)
{
    return situation.argument(QStringLiteral("node")) == allNodes()
               ? Tr::tr("Reload the configuration of every node")
               : Tr::tr("Reload the configuration of %1").arg(situation.argument(QStringLiteral("node")));
}

QList<Action> ask(const Situation &situation)
{
    QList<Action> actions;
    for (const NodeState *node : nodesOf(situation))
        actions << reloadConfiguration(serverOf(*node));
    return actions;
}

QList<Observation> haveRead(const Situation &situation)
{
    QList<Observation> seen;
    for (const NodeState *node : nodesOf(situation)) {
        const QVariantMap values = nodeValues(situation, QStringLiteral("settings"), node->name());
        seen.append({.text = Tr::tr("%1 has read its configuration again").arg(node->name()),
                     .look = SqlSays{.server = serverOf(*node),
                                     .sql = QStringLiteral("SELECT pg_conf_load_time() > $1::timestamptz"),
                                     .parameters = {values.value(QStringLiteral("loaded")).toString()},
                                     .expected = QStringLiteral("t")}});
    }
    return seen;
}

} // namespace

Operation reload()
{
    const QString settings = QStringLiteral("settings");
    return {.id = QStringLiteral("reload"),
            .title = Tr::tr("Reload the configuration"),
            .summary = Tr::tr("Lets one node, or all, read the configuration files again; nobody is disconnected."),
            .icon = QStringLiteral("reload"),
            .group = OperationGroup::Server,
            .params = {{.id = QStringLiteral("node"),
                        .title = Tr::tr("Node"),
                        .help = Tr::tr("The node whose configuration is read again, or \"all\"."),
                        .kind = Param::Kind::Node,
                        .orAll = true}},
            .probes = {settingsProbe(settings, nodesOf, [](const Situation &) { return QStringList(); })},
            .checks = {nodesAnswer(nodesOf), mayReload(settings, nodesOf), filesAreReadable(settings, nodesOf)},
            .steps = {{.id = QStringLiteral("reload"), .title = titleOf, .act = ask, .verify = haveRead}}};
}

} // namespace howdah::library
