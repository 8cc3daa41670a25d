#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

/// The dump's own name if no database has it; else one that says what it is. Nothing is overwritten unless asked for.
QString suggestInto(const Situation &situation)
{
    QString name = situation.value(key("contents"), key("database")).toString();
    if (name.isEmpty() || !situation.fact(key("server")))
        return {};
    const QStringList there = situation.value(key("server"), key("databases")).toStringList();
    const QString wanted = name;
    for (int number = 1; there.contains(name); ++number)
        name = number == 1 ? wanted + key("_restored") : QStringLiteral("%1_restored_%2").arg(wanted).arg(number);
    return name;
}

QString objectionToName(const QString &value, const Situation &)
{
    constexpr qsizetype longestName = 63;
    if (value.toUtf8().size() > longestName)
        return Tr::tr("A name has at most 63 bytes.");
    return value == QLatin1String("template0") || value == QLatin1String("template1")
               ? Tr::tr("A template is no place to restore into.")
               : QString();
}

Param boolean(const char *id, const QString &title, const QString &help, const char *usual, bool advanced)
{
    return {.id = key(id),
            .title = title,
            .help = help,
            .kind = Param::Kind::Boolean,
            .required = false,
            .advanced = advanced,
            .suggest = [usual](const Situation &) { return key(usual); }};
}

} // namespace

QList<Param> restoreParams()
{
    using Kind = Param::Kind;
    return {
        {.id = key("on"),
         .title = Tr::tr("On"),
         .help = Tr::tr("The node that gets it; the dump is read on its host."),
         .kind = Kind::Primary,
         .suggest =
             [](const Situation &situation) {
                 const NodeState *primary = situation.snapshot->primary();
                 return primary ? primary->name() : QString();
             }},
        {.id = key("file"),
         .title = Tr::tr("Dump"),
         .help = Tr::tr("A file or directory that pg_dump or pg_dumpall wrote, on that node's host."),
         .kind = Kind::Path,
         .byPlace = true,
         .suggest =
             [](const Situation &situation) { return situation.value(key("file"), key("suggested")).toString(); }},
        {.id = key("into"),
         .title = Tr::tr("Into the database"),
         .help = Tr::tr("A new name makes a database; one that is there gets the objects in one transaction."),
         .kind = Kind::Text,
         .required = false,
         .suggest = suggestInto,
         .objection = objectionToName},
        {.id = key("only"),
         .title = Tr::tr("Only these objects"),
         .help = Tr::tr("All, when none is chosen. Indexes, rows and rights come with their table."),
         .kind = Kind::Objects,
         .required = false,
         .items = restoreItems},
        {.id = key("sections"),
         .title = Tr::tr("Definitions and rows"),
         .help = Tr::tr("Rows alone are added to tables that are there."),
         .kind = Kind::Choice,
         .options = {{key("all"), Tr::tr("Both")},
                     {key("schema"), Tr::tr("Definitions alone")},
                     {key("data"), Tr::tr("Rows alone")}},
         .suggest = [](const Situation &) { return key("all"); }},
        boolean("clean", Tr::tr("Drop what is there first"),
                Tr::tr("In a database that is there: its objects of the same name are dropped, with all rows."),
                "false", false),
        {.id = key("jobs"),
         .title = Tr::tr("Jobs"),
         .help = Tr::tr("Tables and indexes at the same time, into a new database."),
         .kind = Kind::Integer,
         .required = false,
         .advanced = true,
         .suggest = [](const Situation &) { return key("1"); }},
        {.id = key("on-error"),
         .title = Tr::tr("At an error"),
         .help = Tr::tr("Going on leaves out what fails; the errors are counted and named. Into a new database only."),
         .kind = Kind::Choice,
         .advanced = true,
         .options = {{key("stop"), Tr::tr("Stop, and take all of it back")}, {key("continue"), Tr::tr("Go on")}},
         .suggest = [](const Situation &) { return key("stop"); }},
        boolean("no-owner", Tr::tr("Leave owners out"), Tr::tr("All of it belongs to the role that restores."), "false",
                true),
        boolean("no-privileges", Tr::tr("Leave rights out"), Tr::tr("No GRANT and no REVOKE of the dump is run."),
                "false", true),
        boolean("properties", Tr::tr("Settings of the database"),
                Tr::tr("A new database gets what was set for the dumped one (ALTER DATABASE), and who may use it."),
                "true", true),
        boolean("analyze", Tr::tr("Gather statistics"), Tr::tr("Without them the first queries are planned badly."),
                "true", true)};
}

} // namespace howdah::library
