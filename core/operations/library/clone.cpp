#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QStringList consequencesOf(const Situation &situation)
{
    const CloneParts parts = CloneParts::of(situation);
    QStringList sentences{
        Tr::tr("%1 is read in full once; its users may notice the load.").arg(parts.source.node),
        parts.container
            ? Tr::tr("%1 gets a new container \"%2\" with a volume \"%3\"; the server in it is reached on port "
                     "%4 of this machine.")
                  .arg(parts.container->engine, parts.container->name, parts.container->volume())
                  .arg(parts.port)
            : Tr::tr("A server of its own runs in %1 on port %2 afterwards.").arg(parts.target).arg(parts.port),
        Tr::tr("%1 keeps the WAL that %2 has not received yet, through the slot \"%3\".")
            .arg(parts.source.node, parts.name, parts.slot)};
    for (const CloneTablespace &tablespace : parts.tablespaces)
        sentences << Tr::tr("Its tablespace %1 lies in %2.").arg(tablespace.name, tablespace.location());
    if (!parts.delay.isEmpty())
        sentences << Tr::tr("%1 applies changes %2 later than they were committed.").arg(parts.name, parts.delay);
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const QString name = situation.argument(key("name"));
    QStringList sentences{
        Tr::tr("Watch the lag of %1 for a while on the Overview.").arg(name),
        Tr::tr("If %1 is to take part in synchronous replication, add it to synchronous_standby_names.").arg(name)};
    if (const DebianRegistration debian = debianRegistration(situation); debian.isWanted())
        sentences << Tr::tr("Where systemd runs, tell it of the new cluster \"%1 %2\": systemctl daemon-reload")
                         .arg(debian.version, debian.name);
    return sentences;
}

} // namespace

Operation clone()
{
    return {
        .id = key("clone"),
        .title = Tr::tr("Clone a standby"),
        .summary =
            Tr::tr("Copies a node of the cluster into a new standby, on the same host or another, and lets it follow."),
        .icon = key("clone"),
        .params = cloneParams(),
        .probes = cloneProbes(),
        .checks = cloneChecks() + cloneTargetChecks(),
        .steps = cloneCopySteps() + QList<Step>{cloneConfigureStep()} + cloneServerSteps(),
        .consequences = consequencesOf,
        .readySentence =
            [](const Situation &situation) {
                if (const std::optional<NewContainer> container = containerToMake(situation))
                    return Tr::tr("%1 will be copied into a new container, %2; nothing that is there now is changed "
                                  "or removed.")
                        .arg(situation.argument(key("source")), container->name);
                return Tr::tr("%1 will be copied into %2; nothing that is there now is changed or removed.")
                    .arg(situation.argument(key("source")), situation.argument(key("target-directory")));
            },
        .impossible =
            [](const ClusterSnapshot &snapshot) {
                for (const NodeState &node : snapshot.nodes)
                    if (node.sample && !node.sample->failure)
                        return QString();
                return Tr::tr("No node of this cluster answers, so there is nothing to copy from.");
            },
        .next = nextAfter,
        .resultTitles = {{key("dataDirectory"), Tr::tr("Data directory")}}};
}

} // namespace howdah::library
