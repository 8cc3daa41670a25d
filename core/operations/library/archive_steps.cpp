#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

constexpr Milliseconds startTimeout{120000};

QList<Action> setAll(const Situation &situation)
{
    QList<Action> actions;
    for (const ArchivingNode &node : ArchiveParts::of(situation).nodes) {
        for (const ArchivingNode::Change &change : node.changes)
            actions << alterSystem(node.server, change.before, change.value);
        if (!node.changes.isEmpty())
            actions << reloadConfiguration(node.server);
    }
    return actions;
}

QList<Action> setBack(const Situation &situation)
{
    QList<Action> actions;
    for (const ArchivingNode &node : ArchiveParts::of(situation).nodes)
        if (!node.changes.isEmpty())
            actions << takeSettingsBack(node.server, node.before());
    return actions;
}

QList<Observation> areRead(const Situation &situation)
{
    QList<Observation> seen;
    for (const ArchivingNode &node : ArchiveParts::of(situation).nodes)
        for (const ArchivingNode::Change &change : node.changes)
            seen << isWritten(node.server, change.before, change.value)
                 << isInForceOrPending(node.server, change.before, change.value);
    return seen;
}

Step settingsStep()
{
    return {.id = key("settings"),
            .title =
                [](const Situation &situation) {
                    const ArchiveParts parts = ArchiveParts::of(situation);
                    return parts.isOff() ? Tr::tr("Switch archiving off") : Tr::tr("Set the servers to archive");
                },
            .act = setAll,
            .undo = setBack,
            .verify = areRead,
            .always = true};
}

Observation hasMode(const ArchivingNode &node, const QString &mode)
{
    return {.text = Tr::tr("archive_mode is \"%1\" on %2").arg(mode, node.server.node),
            .look = SqlSays{.server = node.server,
                            .sql = key("SELECT setting FROM pg_settings WHERE name = 'archive_mode'"),
                            .parameters = {},
                            .expected = mode},
            .timeout = Milliseconds{0}};
}

QList<Action> restartAll(const Situation &situation)
{
    QList<Action> actions;
    const ArchiveParts parts = ArchiveParts::of(situation);
    for (const ArchivingNode &node : parts.nodes) {
        if (!node.restart)
            continue;
        Action restart = node.place.restart();
        restart.unless = hasMode(node, parts.mode);
        actions << restart;
    }
    return actions;
}

/// With the old settings in the files first: only a start brings the old mode back into force.
QList<Action> restartBack(const Situation &situation)
{
    QList<Action> actions;
    for (const ArchivingNode &node : ArchiveParts::of(situation).nodes) {
        if (!node.restart)
            continue;
        Action start = node.place.start();
        start.text = Tr::tr("Start %1 again, if it is down").arg(node.server.node);
        actions << start;
        for (const ArchivingNode::Change &change : node.changes)
            actions << alterSystemBack(node.server, change.before);
        Action restart = node.place.restart();
        restart.unless = hasMode(node, node.modeBefore);
        actions << restart;
    }
    return actions;
}

QList<Observation> areStartedAnew(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QList<Observation> seen;
    for (const ArchivingNode &node : parts.nodes)
        if (node.restart)
            seen.append(
                {.text = Tr::tr("%1 has its old role, with archive_mode \"%2\"").arg(node.server.node, parts.mode),
                 .look = SqlSays{.server = node.server,
                                 .sql = key("SELECT pg_is_in_recovery() = $1::boolean AND"
                                            " current_setting('archive_mode') = $2"),
                                 .parameters = {node.isPrimary ? key("false") : key("true"), parts.mode},
                                 .expected = key("t")},
                 .timeout = startTimeout});
    return seen;
}

Step restartStep()
{
    return {.id = key("restart"),
            .title =
                [](const Situation &situation) {
                    QStringList names;
                    for (const ArchivingNode &node : ArchiveParts::of(situation).nodes)
                        if (node.restart)
                            names << node.server.node;
                    return Tr::tr("Restart %1").arg(names.join(QStringLiteral(", ")));
                },
            .act = restartAll,
            .undo = restartBack,
            .verify = areStartedAnew};
}

} // namespace

QList<Step> archiveSteps()
{
    return {archiveInstallStep(), settingsStep(), restartStep(), archiveProofStep()};
}

} // namespace howdah::library
