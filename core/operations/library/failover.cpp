#include "core/base/key.h"
#include "core/operations/library/failover_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

QStringList consequencesOf(const Situation &situation)
{
    const FailoverParts parts = FailoverParts::of(situation);
    const QString candidate = parts.candidateServer.node;
    QStringList sentences{
        Tr::tr("%1 becomes the primary, on a new timeline; there is no way back from that.").arg(candidate),
        Tr::tr("Commits that %1 has not received are not on it.").arg(candidate)};
    if (parts.fenceByHost && parts.oldWasRunning)
        sentences << Tr::tr("%1 is stopped; its sessions are ended.").arg(parts.oldServer.node);
    if (parts.oldHostKnown)
        sentences << Tr::tr("%1 will not start as a primary any more: standby.signal is put into its data directory.")
                         .arg(parts.oldServer.node);
    else
        sentences << Tr::tr("The old primary must stay off: Howdah cannot bar it from its host.");
    for (const QString &left : parts.leftBehind)
        sentences << Tr::tr("Left behind: %1.").arg(left);
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const FailoverParts parts = FailoverParts::of(situation);
    QStringList sentences{Tr::tr("Point applications at %1, unless they find the primary by themselves.")
                              .arg(parts.candidateServer.node)};
    if (parts.oldPrimary)
        sentences << Tr::tr("Keep the data directory of %1: it may hold commits that %2 never received.")
                         .arg(parts.oldServer.node, parts.candidateServer.node);
    return sentences;
}

QString impossibleFor(const ClusterSnapshot &snapshot)
{
    return mostAdvancedStandby(snapshot) ? QString()
                                         : Tr::tr("No standby of this cluster answers, so none can be promoted.");
}

} // namespace

Operation failover()
{
    return {.id = key("failover"),
            .title = Tr::tr("Fail over"),
            .summary = Tr::tr("Promotes a standby when the primary is gone, or must be stopped."),
            .icon = key("failover"),
            .destructive = true,
            .params = {{.id = key("candidate"),
                        .title = Tr::tr("New primary"),
                        .help = Tr::tr("The standby to promote; suggested is the one that has received most."),
                        .kind = Param::Kind::Standby,
                        .suggest =
                            [](const Situation &situation) {
                                const NodeState *best = mostAdvancedStandby(*situation.snapshot);
                                return best ? best->name() : QString();
                            }},
                       {.id = key("fence"),
                        .title = Tr::tr("The old primary"),
                        .help = Tr::tr("How it is made sure that the old primary takes no more writes."),
                        .kind = Param::Kind::Choice,
                        .options = {{key("stop"), Tr::tr("Howdah stops it on its host")},
                                    {key("stated"), Tr::tr("I state that it is off and stays off")}},
                        // That it is off is stated by the user and never suggested.
                        .suggest =
                            [](const Situation &situation) {
                                const NodeState *old = oldPrimaryOf(situation);
                                return !old || !old->definition.hostId.isEmpty() ? key("stop") : QString();
                            }}},
            .probes = failoverProbes(),
            .checks = failoverChecks(),
            .steps = failoverSteps(),
            .consequences = consequencesOf,
            .confirmWord = [](const Situation &situation) { return situation.argument(key("candidate")); },
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("%1 can become the primary.").arg(situation.argument(key("candidate")));
                },
            .impossible = impossibleFor,
            .next = nextAfter,
            .resultTitles = {{key("newPrimary"), Tr::tr("New primary")}, {key("timeline"), Tr::tr("Timeline")}}};
}

} // namespace howdah::library
