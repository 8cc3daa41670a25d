#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/library.h"
#include "core/operations/library/poolers.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

QStringList consequencesOf(const Situation &situation)
{
    const SwitchoverParts parts = SwitchoverParts::of(situation);
    const QString old = parts.primaryServer.node;
    QStringList sentences{
        Tr::tr("%1 becomes the primary, on a new timeline; %2 follows it as a standby.")
            .arg(parts.candidateServer.node, old),
        Tr::tr("Every session on %1 is ended, and open transactions there are rolled back.").arg(old),
        Tr::tr("Nothing can be written for the fraction of a second in between. If %1 has not received everything by "
               "then, %2 is started again as the primary.")
            .arg(parts.candidateServer.node, old)};
    for (const QString &slot : parts.formerSlots)
        sentences << Tr::tr("The slot \"%1\" is dropped from %2: nobody would use it, and it would keep WAL for ever.")
                         .arg(slot, old);
    for (const QString &left : parts.leftBehind)
        sentences << Tr::tr("Left behind: %1.").arg(left);
    return sentences + whatIfThisMachineIsLost(situation);
}

QString impossibleFor(const ClusterSnapshot &snapshot)
{
    if (!snapshot.primary())
        return Tr::tr("No primary answers, or several do; a planned change of roles needs exactly one.");
    return bestSuccessor(snapshot) ? QString() : Tr::tr("No standby that answers follows the primary.");
}

} // namespace

Operation switchover()
{
    return {
        .id = key("switchover"),
        .title = Tr::tr("Switch over"),
        .summary = Tr::tr("Hands the primary's role to a standby in a planned way; nothing is lost."),
        .icon = key("switchover"),
        .destructive = true,
        .params =
            QList<Param>{
                {.id = key("to"),
                 .title = Tr::tr("New primary"),
                 .help = Tr::tr("The standby that takes over; suggested is the one that has received most."),
                 .kind = Param::Kind::Standby,
                 .suggest =
                     [](const Situation &situation) {
                         const NodeState *best = bestSuccessor(*situation.snapshot);
                         return best ? best->name() : QString();
                     }},
                {.id = key("drop-former-slots"),
                 .title = Tr::tr("Drop slots that nobody uses afterwards"),
                 .help = Tr::tr("The old primary's slots of nodes that follow the new one. Left in place they keep WAL "
                                "on it for ever; the Confirm page names each."),
                 .kind = Param::Kind::Boolean,
                 .required = false,
                 .suggest = [](const Situation &) { return QStringLiteral("true"); }}} +
            poolerParams(),
        .probes = switchoverProbes() + poolerProbes(),
        .checks = switchoverPrimaryChecks() + switchoverCandidateChecks() + switchoverLikenessChecks() +
                  QList<Check>{poolerCheck()},
        .steps = switchoverReadySteps() + switchoverHandOverSteps() + switchoverSettlingSteps(),
        .consequences = consequencesOf,
        .confirmWord = [](const Situation &situation) { return situation.argument(key("to")); },
        .readySentence =
            [](const Situation &situation) {
                return Tr::tr("%1 can take over; no committed transaction will be lost.")
                    .arg(situation.argument(key("to")));
            },
        .impossible = impossibleFor,
        .next = [](const Situation &situation) -> QStringList {
            return {Tr::tr("Point applications at %1, unless they find the primary by themselves.")
                        .arg(situation.argument(key("to")))};
        },
        .resultTitles = {{key("newPrimary"), Tr::tr("New primary")},
                         {key("timeline"), Tr::tr("Timeline")},
                         {key("writeGapMs.total"), Tr::tr("Nobody could write (ms)")},
                         {key("writeGapMs.stop"), Tr::tr("of that, until the old primary had stopped (ms)")},
                         {key("writeGapMs.promote"), Tr::tr("of that, for the promotion (ms)")}}};
}

} // namespace howdah::library
