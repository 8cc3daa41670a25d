#include "core/base/key.h"
#include "core/operations/library/bring_rows_back_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BringRowsBack)
};

using Where = BringRowsParts::Where;

Judgement judgeTables(const Situation &situation, const Values &)
{
    const bool back = BringRowsParts::of(situation).where == Where::Tables;
    QStringList gone;
    for (const QVariantMap &table : seenTables(situation)) {
        if (!table.value(key("there")).toBool())
            return blocked(Tr::tr("There is no table %1 in the side instance.").arg(titleOf(table)),
                           Tr::tr("Name it as \\d prints it, or choose another --database."));
        const QString difference = table.value(key("difference")).toString();
        if (back && !difference.isEmpty())
            return blocked(difference, Tr::tr("Bring the rows into a new schema or a file, and take from there what "
                                              "fits."));
        if (back && table.value(key("here")).toBool() && table.value(key("key")).toStringList().isEmpty())
            return blocked(
                Tr::tr("%1 has no primary key: which of its rows are missing cannot be told.").arg(titleOf(table)),
                Tr::tr("Bring all its rows into a new schema or a file."));
        if (!table.value(key("here")).toBool())
            gone << titleOf(table);
    }
    if (!back || gone.isEmpty())
        return ok(Tr::tr("They have the same columns on both sides."));
    return warning(Tr::tr("Gone from the live server: %1.").arg(gone.join(QStringLiteral(", "))),
                   Tr::tr("They are made again as they were, with indexes, constraints, triggers and rights; what else "
                          "went with them (views, foreign keys of other tables) is not."));
}

QString wordsFor(const QVariantMap &table)
{
    return Tr::tr("%1: %2 missing, %3 changed, %4 only on the live server, of %5 compared")
        .arg(titleOf(table))
        .arg(table.value(key("missing")).toLongLong())
        .arg(table.value(key("changed")).toLongLong())
        .arg(table.value(key("extra")).toLongLong())
        .arg(table.value(key("compared")).toLongLong());
}

Judgement judgeRows(const Situation &situation, const Values &)
{
    QStringList words;
    for (const QVariantMap &table : seenTables(situation))
        words << wordsFor(table);
    const QString observed = words.join(QStringLiteral("; ")) + QLatin1Char('.');
    const BringRowsParts parts = BringRowsParts::of(situation);
    if (!parts.what.tables.isEmpty())
        return ok(observed);
    return blocked(Tr::tr("There is nothing to bring back. %1").arg(observed),
                   Tr::tr("Look for changed rows too (--rows both), or at other tables."));
}

/// The tables among those chosen that a chosen table refers to, over and over: a circle.
bool haveCircle(const QList<QVariantMap> &tables)
{
    QList<TableShape> shapes;
    for (const QVariantMap &table : tables)
        shapes << foreignKeysOf(table, true);
    return !sortByParents(shapes);
}

Judgement judgeParents(const Situation &situation, const Values &)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    if (parts.where != Where::Tables)
        return ok(Tr::tr("Nothing refers to the copies."));
    if (parts.what.triggers == TriggerWay::None)
        return warning(Tr::tr("Foreign keys are not looked at."),
                       Tr::tr("Make sure that the rows referred to are there; nobody else does."));
    const QList<QVariantMap> tables = seenTables(situation);
    if (haveCircle(tables))
        return blocked(Tr::tr("The tables refer to each other in a circle, and their foreign keys are not deferrable."),
                       Tr::tr("Switch foreign keys off for it (--triggers none, as a superuser)."));
    QStringList outside;
    for (const QVariantMap &table : tables)
        for (const QVariant &one : table.value(key("parents")).toList()) {
            const TableName parent{one.toMap().value(key("schema")).toString(),
                                   one.toMap().value(key("table")).toString()};
            const bool chosen = std::any_of(tables.begin(), tables.end(), [&parent](const QVariantMap &other) {
                return titleOf(other) == parent.title();
            });
            if (!chosen && !outside.contains(parent.title()))
                outside << parent.title();
        }
    if (outside.isEmpty())
        return ok(Tr::tr("Parents come before their children."));
    return warning(Tr::tr("The rows refer to %1.").arg(outside.join(QStringLiteral(", "))),
                   Tr::tr("If what they refer to is missing too, nothing is brought back: name those tables as well."));
}

Judgement judgeTriggers(const Situation &situation, const Values &)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    QStringList words;
    for (const QVariantMap &table : seenTables(situation))
        if (const QStringList triggers = table.value(key("triggers")).toStringList(); !triggers.isEmpty())
            words << QStringLiteral("%1 (%2)").arg(titleOf(table), triggers.join(QStringLiteral(", ")));
    if (parts.where != Where::Tables || words.isEmpty())
        return ok(Tr::tr("There are none."));
    const QString observed = words.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (parts.what.triggers == TriggerWay::Fire)
        return warning(Tr::tr("They fire: %1").arg(observed),
                       Tr::tr("Think of what they do (mails, other tables); --triggers off switches them off for this "
                              "transaction."));
    return ok(parts.what.triggers == TriggerWay::Off
                  ? Tr::tr("Off in this transaction: %1 Others wait for these tables until it has ended.").arg(observed)
                  : Tr::tr("Not fired: %1").arg(observed));
}

Judgement judgeRights(const Situation &situation, const Values &seen)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    const bool superuser = seen.value(key("superuser")).toBool();
    if (superuser || parts.where == Where::File)
        return ok(superuser ? Tr::tr("A superuser may do all of it.") : Tr::tr("It reads only."));
    if (parts.what.triggers == TriggerWay::None && parts.where == Where::Tables)
        return blocked(Tr::tr("Only a superuser may leave foreign keys unchecked (session_replication_role)."),
                       Tr::tr("Choose --triggers off, or connect as a superuser."));
    if (parts.where == Where::Schema || !parts.dump.argv.isEmpty())
        return seen.value(key("mayCreate")).toBool()
                   ? ok(Tr::tr("The role may create there."))
                   : blocked(Tr::tr("The role may not create anything in this database."),
                             Tr::tr("Connect as the database's owner or a superuser."));
    for (const QVariantMap &table : seenTables(situation)) {
        const auto may = [&](const char *right) { return table.value(key(right)).toBool(); };
        if ((parts.what.missing && !may("mayInsert")) || (parts.what.changed && !may("mayUpdate")))
            return blocked(Tr::tr("The role may not write to %1.").arg(titleOf(table)),
                           Tr::tr("Grant it, or connect as the table's owner."));
        if (parts.what.triggers == TriggerWay::Off && !table.value(key("triggers")).toStringList().isEmpty() &&
            !may("owns"))
            return blocked(Tr::tr("Only the owner of %1 may switch its triggers off.").arg(titleOf(table)),
                           Tr::tr("Let them fire (--triggers fire), or connect as the table's owner."));
    }
    return ok(Tr::tr("The role may write to them."));
}

Judgement judgeDestination(const Situation &situation, const Values &seen)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    if (parts.where == Where::Tables)
        return ok(Tr::tr("Their own tables on %1.").arg(parts.live.node));
    if (parts.where == Where::Schema) {
        if (parts.what.schema.isEmpty())
            return blocked(Tr::tr("No schema is named."), Tr::tr("Name one with --schema."));
        return seen.value(key("schemaThere")).toBool()
                   ? blocked(Tr::tr("The schema %1 is there already.").arg(parts.what.schema),
                             Tr::tr("Name one that does not exist yet."))
                   : ok(Tr::tr("The schema %1 will be made.").arg(parts.what.schema));
    }
    if (!parts.path.startsWith(QLatin1Char('/')))
        return blocked(Tr::tr("No file is named."), Tr::tr("Name one with --file."));
    if (seen.value(key("fileThere")).toBool())
        return blocked(Tr::tr("%1 is there already.").arg(parts.path), Tr::tr("Name a file that does not exist yet."));
    return seen.value(key("writable")).toBool()
               ? ok(Tr::tr("%1 will be written.").arg(parts.path))
               : blocked(Tr::tr("The directory of %1 cannot be written to.").arg(parts.path),
                         Tr::tr("Choose another file."));
}

} // namespace

QList<Check> bringRowsChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {supportedVersion(key("beside")),
            sideCheck(),
            check("tables", Tr::tr("The tables fit"),
                  Tr::tr("Rows are found again by their primary key, and go into columns of the same type."), "tables",
                  judgeTables),
            check("rows", Tr::tr("What is missing or was changed"),
                  Tr::tr("So many rows must come back, or none does."), "tables", judgeRows),
            check("parents", Tr::tr("What the rows refer to"),
                  Tr::tr("A foreign key admits a row only when the one that it refers to is there."), "tables",
                  judgeParents),
            check("triggers", Tr::tr("Users' triggers"), Tr::tr("They would take a row that comes back for a new one."),
                  "tables", judgeTriggers),
            check("rights", Tr::tr("The role may do it"),
                  Tr::tr("It is tried in one transaction; better known before."), "destination", judgeRights),
            check("destination", Tr::tr("Where they go"), Tr::tr("Nothing that lies there is replaced."), "destination",
                  judgeDestination)};
}

} // namespace howdah::library
