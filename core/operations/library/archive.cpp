#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

QStringList restarted(const ArchiveParts &parts)
{
    QStringList names;
    for (const ArchivingNode &node : parts.nodes)
        if (node.restart)
            names << node.server.node;
    return names;
}

QStringList consequencesOf(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QStringList sentences;
    if (parts.isOff())
        sentences << Tr::tr("From then on the cluster can be recovered to the end of a backup only, not to a moment "
                            "between backups. What is archived stays.");
    else
        sentences
            << Tr::tr("Every finished segment is kept in %1, until somebody removes it.").arg(parts.place.forPeople());
    if (const QStringList names = restarted(parts); !names.isEmpty())
        sentences << Tr::tr("Restarted: %1. Every session there is ended; while the primary restarts, nothing can be "
                            "written.")
                         .arg(names.join(QStringLiteral(", ")));
    else if (parts.waitsForRestart())
        sentences << Tr::tr("It waits for a restart.");
    return sentences;
}

QStringList whatIsNext(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    QStringList sentences;
    if (parts.waitsForRestart())
        sentences << Tr::tr("Restart the nodes at a good moment: until then it is pending.");
    if (!parts.isOff())
        sentences << Tr::tr("Take a base backup: the archive is of use from the next one on.");
    return sentences;
}

} // namespace

Operation setArchiving()
{
    return {.id = key("set-archiving"),
            .title = Tr::tr("Set up archiving"),
            .summary = Tr::tr("Switches the archiving of WAL on, changes it or switches it off, and sees a segment "
                              "arrive."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .params = archiveParams(),
            .probes = archiveProbes(),
            .checks = archiveChecks(),
            .steps = archiveSteps(),
            .consequences = consequencesOf,
            .confirmWord =
                [](const Situation &situation) {
                    const ArchiveParts parts = ArchiveParts::of(situation);
                    return parts.isOff() || !restarted(parts).isEmpty() ? parts.cluster : QString();
                },
            .readySentence =
                [](const Situation &situation) {
                    const ArchiveParts parts = ArchiveParts::of(situation);
                    return parts.isOff() ? Tr::tr("Archiving will be switched off; what is archived stays.")
                                         : Tr::tr("Finished WAL will be kept in %1.").arg(parts.place.forPeople());
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString() : Tr::tr("No primary of this cluster answers.");
                },
            .next = whatIsNext,
            .resultTitles = {{key("segment"), Tr::tr("Segment that was seen to arrive")}}};
}

} // namespace howdah::library
