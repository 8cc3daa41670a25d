#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

QStringList consequences(const Situation &situation)
{
    const RestoreParts parts = RestoreParts::of(situation);
    if (parts.isGlobals())
        return {
            Tr::tr("Roles that are not there are made, with the passwords of the dump; the others stay as they are.")};
    if (parts.isNew)
        return {Tr::tr("A new database %1 is made; no other is touched.").arg(parts.database)};
    QStringList sentences;
    const QStringList conflicts = parts.isArchive() ? conflictsOf(situation) : QStringList();
    constexpr qsizetype shown = 50;
    if (parts.isClean && !conflicts.isEmpty())
        sentences << Tr::tr("Dropped in %1, with all that is in them now: %2.")
                         .arg(parts.database, firstOf(conflicts, shown));
    sentences << Tr::tr("What is restored into %1 appears all at once at the end; an error takes all of it back.")
                     .arg(parts.database);
    return sentences;
}

/// What drops something asks for the database's name.
QString confirmWord(const Situation &situation)
{
    const RestoreParts parts = RestoreParts::of(situation);
    const bool drops = !parts.isNew && parts.isClean && !parts.isGlobals();
    return drops ? parts.database : QString();
}

} // namespace

Operation restore()
{
    return {.id = key("restore"),
            .title = Tr::tr("Restore a dump"),
            .summary = Tr::tr("Brings a dump by pg_dump, or chosen objects of it, into a new database or, in one "
                              "transaction, into one that is there."),
            .icon = key("recover"),
            .group = OperationGroup::Backups,
            .params = restoreParams(),
            .probes = restoreProbes(),
            .checks = restoreChecks(),
            .steps = restoreSteps(),
            .consequences = consequences,
            .confirmWord = confirmWord,
            .readySentence =
                [](const Situation &situation) {
                    const RestoreParts parts = RestoreParts::of(situation);
                    if (parts.isGlobals())
                        return Tr::tr("The roles that are missing will be made.");
                    return parts.isNew ? Tr::tr("It will be restored into a new database, %1.").arg(parts.database)
                                       : Tr::tr("It will be restored into %1, all or nothing.").arg(parts.database);
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString()
                                              : Tr::tr("No primary answers, and only a primary can be written to.");
                },
            .next = [](const Situation &situation) -> QStringList {
                const RestoreParts parts = RestoreParts::of(situation);
                if (parts.isGlobals())
                    return {};
                return {Tr::tr("Look whether %1 has what you miss.").arg(parts.database)};
            },
            .resultTitles = {{key("database"), Tr::tr("Restored into")}, {key("errors"), Tr::tr("Errors")}}};
}

} // namespace howdah::library
