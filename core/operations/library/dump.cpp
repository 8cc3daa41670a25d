#include "core/base/key.h"
#include "core/operations/library/dump_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Dump)
};
} // namespace

Operation dump()
{
    return {.id = key("dump"),
            .title = Tr::tr("Dump a database"),
            .summary =
                Tr::tr("Writes a database, or some of it, with pg_dump as it is at one moment, reads it back and "
                       "puts it on record."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .params = dumpParams(),
            .probes = dumpProbes(),
            .checks = dumpChecks(),
            .steps = dumpSteps(),
            .consequences = [](const Situation &situation) -> QStringList {
                const DumpParts parts = DumpParts::of(situation);
                return {Tr::tr("Nobody can change the form of a dumped table (ALTER, DROP, VACUUM FULL) until the dump "
                               "has ended; reading and writing go on."),
                        Tr::tr("The dump will lie in %1 until somebody removes it.").arg(parts.place)};
            },
            .readySentence =
                [](const Situation &situation) {
                    const DumpParts parts = DumpParts::of(situation);
                    return parts.isOfDatabase()
                               ? Tr::tr("%1 will be dumped as it is at one moment; nothing is changed in it.")
                                     .arg(parts.record.database)
                               : Tr::tr("Nothing is changed on the server.");
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    for (const NodeState &node : snapshot.nodes)
                        if (node.sample && !node.sample->failure)
                            return QString();
                    return Tr::tr("No node of this cluster answers, so there is nothing to dump.");
                },
            .next = [](const Situation &situation) -> QStringList {
                return {Tr::tr("Prove it: restore %1 into a new database, and look at what is in it.")
                            .arg(DumpParts::of(situation).record.path())};
            },
            .resultTitles = {{key("file"), Tr::tr("The dump lies in")},
                             {key("dump.bytes"), Tr::tr("Bytes")},
                             {key("dump.sha256"), Tr::tr("SHA-256")},
                             {key("dump.startedAt"), Tr::tr("Began")},
                             {key("dump.endedAt"), Tr::tr("Ended")}}};
}

} // namespace howdah::library
