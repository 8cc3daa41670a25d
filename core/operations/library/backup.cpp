#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

/// A standby that streams spares the primary.
QString suggestSource(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    for (const NodeState &node : situation.snapshot->nodes)
        if (&node != primary && node.sample && !node.sample->failure && !node.definition.hostId.isEmpty())
            return node.name();
    return primary ? primary->name() : QString();
}

} // namespace

Operation backup()
{
    using Kind = Param::Kind;
    return {.id = key("backup"),
            .title = Tr::tr("Take a base backup"),
            .summary =
                Tr::tr("Copies a node as it runs, verifies every file and puts the copy on record, to recover from."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .params = QList<Param>{{.id = key("from"),
                                    .title = Tr::tr("From"),
                                    .help = Tr::tr("The node to copy. A standby spares the primary."),
                                    .kind = Kind::Node,
                                    .suggest = suggestSource},
                                   backupDirectoryParam(),
                                   {.id = key("label"),
                                    .title = Tr::tr("Label"),
                                    .help = Tr::tr("What you call it, for example: before the upgrade."),
                                    .kind = Kind::Text,
                                    .required = false},
                                   backupRateParam()} +
                      backupKindParams(),
            .probes = backupProbes(),
            .checks = backupChecks(),
            .steps = backupSteps(),
            .consequences = [](const Situation &situation) -> QStringList {
                const BackupParts parts = BackupParts::of(situation);
                if (parts.isCold())
                    return {Tr::tr("%1 must stay stopped until it is done.").arg(parts.node),
                            Tr::tr("The backup will lie in %1 until somebody removes it.").arg(parts.place)};
                return {Tr::tr("%1 is read in full once; its users may notice the load.").arg(parts.node),
                        Tr::tr("The backup will lie in %1 until somebody removes it.").arg(parts.place)};
            },
            .readySentence =
                [](const Situation &situation) {
                    const QString node = situation.argument(key("from"));
                    return isColdBackup(situation)
                               ? Tr::tr("The files of %1 will be copied; nothing is changed in them.").arg(node)
                               : Tr::tr("%1 will be copied while it runs; nothing is changed on it.").arg(node);
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    for (const NodeState &node : snapshot.nodes)
                        if ((node.sample && !node.sample->failure) || !node.definition.hostId.isEmpty())
                            return QString();
                    return Tr::tr("No node of this cluster answers or lies on a host that is known, so there is "
                                  "nothing to copy.");
                },
            .next = [](const Situation &) -> QStringList {
                return {Tr::tr("Prove it by a restore drill: “howdahctl drill-backup”.")};
            },
            .resultTitles = {{key("directory"), Tr::tr("The backup lies in")}}};
}

} // namespace howdah::library
