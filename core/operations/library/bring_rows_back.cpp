#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/bring_rows_back_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>
#include <QDir>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BringRowsBack)
};

using Kind = Param::Kind;
using Where = BringRowsParts::Where;

QString objectionToTables(const QString &value, const Situation &)
{
    return tablesNamed(value) ? QString()
                              : Tr::tr("Name tables as public.users, several with commas between them; a name with "
                                       "spaces, dots or commas in double quotes.");
}

QList<ObjectItem> tableItems(const Situation &situation)
{
    QList<ObjectItem> items;
    for (const QVariant &one : situation.value(key("all-tables"), key("tables")).toList()) {
        const QVariantMap table = one.toMap();
        const TableName name{table.value(key("schema")).toString(), table.value(key("table")).toString()};
        const bool gone = table.value(key("gone")).toBool();
        const qint64 bytes = table.value(key("bytes")).toLongLong();
        items.append({.id = name.title(),
                      .title = name.table,
                      .path = {name.schema},
                      .note = gone        ? Tr::tr("gone from the live server")
                              : bytes > 0 ? prettySize(bytes)
                                          : QString(),
                      .attention = gone});
    }
    return items;
}

QString objectionToCondition(const QString &value, const Situation &situation)
{
    if (value.contains(QLatin1Char(';')))
        return Tr::tr("This is one condition, as behind WHERE: it holds no semicolon.");
    const auto tables = tablesNamed(situation.argument(key("tables")));
    return tables && tables->size() > 1 ? Tr::tr("A condition is about one table: name that table alone.") : QString();
}

QList<Param> whatParams()
{
    return {{.id = key("tables"),
             .title = Tr::tr("Tables"),
             .help = Tr::tr("Whose rows are wanted: public.users, public.orders."),
             .kind = Kind::Objects,
             .objection = objectionToTables,
             .items = tableItems},
            {.id = key("rows"),
             .title = Tr::tr("Rows"),
             .help = Tr::tr("Rows that only the live server has are never touched."),
             .kind = Kind::Choice,
             .options = {{key("missing"), Tr::tr("Those that are missing")},
                         {key("changed"), Tr::tr("Those that were changed since")},
                         {key("both"), Tr::tr("Both")}},
             .suggest = [](const Situation &) { return key("missing"); }},
            {.id = key("where"),
             .title = Tr::tr("Only those where"),
             .help = Tr::tr("A condition of SQL on the recovered rows: id < 1000."),
             .kind = Kind::Text,
             .required = false,
             .objection = objectionToCondition}};
}

QList<Param> whereParams()
{
    const auto onlyFor = [](const char *where, auto suggest) {
        return [where, suggest](const Situation &situation) {
            return situation.argument(key("to")) == QLatin1String(where) ? suggest(situation) : QString();
        };
    };
    return {{.id = key("to"),
             .title = Tr::tr("Where to"),
             .help = Tr::tr("Back into their tables in one transaction, or somewhere to look at them first."),
             .kind = Kind::Choice,
             .options = {{key("tables"), Tr::tr("Back into their tables")},
                         {key("schema"), Tr::tr("Into a new schema of the live database")},
                         {key("file"), Tr::tr("Into a file of this machine")}},
             .suggest = [](const Situation &) { return key("tables"); }},
            {.id = key("schema"),
             .title = Tr::tr("New schema"),
             .help = Tr::tr("It must not exist yet."),
             .kind = Kind::Text,
             .required = false,
             .suggest = onlyFor("schema",
                                [](const Situation &situation) {
                                    return key("recovered_") +
                                           QString(situation.operationId).replace(QLatin1Char('-'), QLatin1Char('_'));
                                })},
            {.id = key("file"),
             .title = Tr::tr("File"),
             .help = Tr::tr("It must not exist yet."),
             .kind = Kind::Path,
             .required = false,
             .suggest = onlyFor("file",
                                [](const Situation &situation) {
                                    return QStringLiteral("%1/rows-%2.%3")
                                        .arg(QDir::homePath(), situation.operationId,
                                             situation.argument(key("format")) == key("csv") ? key("csv") : key("sql"));
                                })},
            {.id = key("format"),
             .title = Tr::tr("Format"),
             .help = Tr::tr("Of the file; CSV holds one table."),
             .kind = Kind::Choice,
             .required = false,
             .advanced = true,
             .options = {{key("sql"), Tr::tr("INSERT statements")}, {key("csv"), Tr::tr("CSV with a header")}},
             .suggest = [](const Situation &) { return key("sql"); },
             .objection =
                 [](const QString &value, const Situation &situation) {
                     const auto tables = tablesNamed(situation.argument(key("tables")));
                     return value == key("csv") && tables && tables->size() > 1
                                ? Tr::tr("A CSV file holds one table: name that table alone.")
                                : QString();
                 }},
            {.id = key("triggers"),
             .title = Tr::tr("Triggers"),
             .help = Tr::tr("What the tables' own triggers do with rows that come back. Only the last of the three "
                            "leaves foreign keys unchecked; it wants a superuser."),
             .kind = Kind::Choice,
             .required = false,
             .advanced = true,
             .options = {{key("off"), Tr::tr("Users' triggers are off meanwhile")},
                         {key("fire"), Tr::tr("They fire as ever")},
                         {key("none"), Tr::tr("Neither they nor foreign keys are looked at")}},
             .suggest = [](const Situation &) { return key("off"); }},
            {.id = key("database"),
             .title = Tr::tr("Database"),
             .help = Tr::tr("Where the tables are; the one of the primary's connection settings unless said."),
             .kind = Kind::Text,
             .required = false,
             .advanced = true}};
}

QStringList consequencesOf(const Situation &situation)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    QStringList sentences;
    for (const ReturningTable &table : parts.what.tables) {
        if (table.isGone && parts.where == Where::Tables)
            sentences << Tr::tr("%1 is made again, with %2 rows.").arg(table.name.title()).arg(table.missing);
        else if (table.missing > 0)
            sentences << Tr::tr("%1 rows of %2 come back.").arg(table.missing).arg(table.name.title());
        if (table.changed > 0)
            sentences << Tr::tr("%1 rows of %2 that were changed since are as they were.")
                             .arg(table.changed)
                             .arg(table.name.title());
    }
    if (parts.where == Where::Tables)
        sentences << Tr::tr("It happens in one transaction: all of it or nothing. Committed, it is not undone.");
    else
        sentences << Tr::tr("The tables themselves are not touched.");
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const BringRowsParts parts = BringRowsParts::of(situation);
    if (parts.where == Where::Schema)
        return {Tr::tr("Look at the rows in the schema %1; drop it when it is not needed any more.")
                    .arg(parts.what.schema)};
    if (parts.where == Where::File)
        return {Tr::tr("The rows are in %1.").arg(parts.path)};
    return {Tr::tr("When nothing more is wanted from the side instance, stop it and remove %1.")
                .arg(situation.argument(key("from")))};
}

} // namespace

QList<Param> bringRowsParams()
{
    return sideParams() + whatParams() + whereParams();
}

Operation bringRowsBack()
{
    return {.id = key("bring-rows-back"),
            .title = Tr::tr("Bring rows back"),
            .summary = Tr::tr("Copies rows that are missing or were changed since from a recovered copy to the live "
                              "server, all in one transaction."),
            .icon = key("recover"),
            .group = OperationGroup::Backups,
            .destructive = true,
            .params = bringRowsParams(),
            .probes = bringRowsProbes(),
            .checks = bringRowsChecks(),
            .steps = bringRowsSteps(),
            .consequences = consequencesOf,
            .confirmWord =
                [](const Situation &situation) {
                    const BringRowsParts parts = BringRowsParts::of(situation);
                    return parts.where == Where::Tables ? parts.live.node : QString();
                },
            .readySentence =
                [](const Situation &situation) {
                    const BringRowsParts parts = BringRowsParts::of(situation);
                    return Tr::tr("%1 rows will be brought back, all or none.").arg(parts.rows);
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString() : Tr::tr("No primary answers that the rows could go to.");
                },
            .next = nextAfter,
            .resultTitles = {{key("brought.rows"), Tr::tr("Rows brought back")},
                             {key("brought.tables"), Tr::tr("Of the tables")},
                             {key("brought.to"), Tr::tr("To")}}};
}

} // namespace howdah::library
