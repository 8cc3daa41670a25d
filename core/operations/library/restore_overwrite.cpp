#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

/// Rows alone: added to the tables that are there.
Judgement judgeRowsAlone(const Situation &situation, const RestoreParts &parts)
{
    const QHash<QString, QString> present = presentObjects(situation);
    QStringList filled;
    QStringList lacking;
    for (const DumpEntry &entry : selectionOf(situation).entries) {
        if (entry.kind != QLatin1String("TABLE DATA"))
            continue;
        const QString table = entry.schema + QLatin1Char('.') + entry.name;
        (present.contains(table) ? filled : lacking) << table;
    }
    if (!lacking.isEmpty())
        return blocked(Tr::tr("%1 has no table %2 to put rows into.").arg(parts.database, firstOf(lacking)),
                       Tr::tr("Restore the definitions too."));
    return warning(Tr::tr("Rows are added to %1; those that are there stay.").arg(firstOf(filled)),
                   Tr::tr("A row whose key is there already ends the restore, and all of it is taken back."));
}

Judgement judgeOverwriting(const Situation &situation, const Values &)
{
    const RestoreParts parts = RestoreParts::of(situation);
    if (parts.isGlobals())
        return ok(Tr::tr("Roles that are there stay as they are."));
    if (parts.database.isEmpty())
        return blocked(Tr::tr("No database is named to restore into."),
                       Tr::tr("Name a new one, or one that is there."));
    if (parts.isNew && parts.sections == QLatin1String("data"))
        return blocked(
            Tr::tr("The database %1 does not exist, so there is no table to put rows into.").arg(parts.database),
            Tr::tr("Restore the definitions too, or into the database that has them."));
    if (parts.isNew)
        return ok(Tr::tr("%1 is a new database: there is nothing to overwrite.").arg(parts.database));
    if (!parts.isArchive())
        return warning(
            Tr::tr("%1 exists; what the SQL does in it is not known beforehand.").arg(parts.database),
            Tr::tr("An error ends it, and all of it is taken back. Restore into a new database to be sure."));
    if (parts.sections == QLatin1String("data"))
        return judgeRowsAlone(situation, parts);
    const QStringList conflicts = conflictsOf(situation);
    if (conflicts.isEmpty())
        return ok(Tr::tr("None of it is in %1 yet.").arg(parts.database));
    if (!parts.isClean)
        return blocked(
            Tr::tr("%1 objects are in %2 already: %3.").arg(conflicts.size()).arg(parts.database, firstOf(conflicts)),
            Tr::tr("Restore into a new database, choose others, restore rows alone, or say that they shall be"
                   " dropped first."));
    return warning(Tr::tr("%1 objects are dropped first, with all that is in them now: %2.")
                       .arg(conflicts.size())
                       .arg(firstOf(conflicts)),
                   Tr::tr("Dump %1 before, if there is any doubt.").arg(parts.database));
}

Judgement judgeSessions(const Situation &situation, const Values &seen)
{
    const RestoreParts parts = RestoreParts::of(situation);
    const int others = seen.value(key("sessions")).toInt();
    if (parts.isNew || others == 0)
        return ok(Tr::tr("Nobody works in it."));
    return warning(Tr::tr("%1 other sessions are open in %2.").arg(others).arg(parts.database),
                   parts.isClean ? Tr::tr("Those that use what is dropped are waited for, and wait for it themselves.")
                                 : Tr::tr("They see what is restored all at once, at the end."));
}

} // namespace

QList<Check> restoreOverwriteChecks()
{
    return {factCheck(key("overwrite"), Tr::tr("What it would overwrite"),
                      Tr::tr("Objects of the dump are compared one by one with those of the database."), key("target"),
                      judgeOverwriting),
            factCheck(key("sessions"), Tr::tr("Who works in the database"),
                      Tr::tr("A restore locks what it makes and what it drops."), key("target"), judgeSessions)};
}

} // namespace howdah::library
