#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/drill_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Drill)
};

/// Beside the backups: /srv/pg/backups → /srv/pg/drill-20261120-081545.
QString suggestPlace(const Situation &situation)
{
    const QString backups = situation.argument(key("backups"));
    if (backups.isEmpty() || situation.operationId.isEmpty())
        return {};
    const QString parent = parentOf(backups);
    return (parent == QLatin1String("/") ? QString() : parent) + QStringLiteral("/drill-") + situation.operationId;
}

QString objectionToPlace(const QString &value, const Situation &)
{
    constexpr qsizetype longest = 90; // a socket's path has 108 bytes, the name in it takes 18
    if (value.toUtf8().size() > longest)
        return Tr::tr("The copy is examined through a socket in this directory, whose path may not be longer than 90 "
                      "bytes.");
    return isSafeForPgCtl(value) ? QString()
                                 : Tr::tr("pg_ctl hands this path to a shell, so it may not hold any of these: \" $ ` "
                                          "\\");
}

QList<Param> drillParams()
{
    using Kind = Param::Kind;
    return chosenBackupParams() +
           QList<Param>{
               {.id = key("archive"),
                .title = Tr::tr("Archive"),
                .help = Tr::tr("Goes on from the backup through all the WAL archived here. Empty: the backup's "
                               "own end is far enough."),
                .kind = Kind::Path,
                .required = false},
               {.id = key("examine"),
                .title = Tr::tr("Examine"),
                .help = Tr::tr("How closely the restored copy is looked at."),
                .kind = Kind::Choice,
                .options = {{key("full"), Tr::tr("Every row and every index")},
                            {key("quick"), Tr::tr("Open every database")}},
                .suggest = [](const Situation &) { return key("full"); }},
               {.id = key("into"),
                .title = Tr::tr("Into"),
                .help = Tr::tr("A directory that does not exist yet; it is removed afterwards."),
                .kind = Kind::Path,
                .advanced = true,
                .suggest = suggestPlace,
                .objection = objectionToPlace},
               {.id = key("port"),
                .title = Tr::tr("Port"),
                .help = Tr::tr("Where it will listen meanwhile, on this machine's loopback alone."),
                .kind = Kind::Port,
                .advanced = true,
                .suggest = [](const Situation &situation) {
                    const int port = situation.value(key("port"), key("suggested")).toInt();
                    return port > 0 ? QString::number(port) : QString();
                }}};
}

} // namespace

Operation drillBackup()
{
    return {.id = key("drill-backup"),
            .title = Tr::tr("Restore drill"),
            .summary = Tr::tr("Restores a backup aside, starts it, examines all that is in it, takes it down again and "
                              "notes the outcome."),
            .icon = key("recover"),
            .group = OperationGroup::Backups,
            .params = drillParams(),
            .probes = drillProbes(),
            .checks = drillChecks(),
            .steps = drillSteps(),
            .consequences = [](const Situation &situation) -> QStringList {
                const DrillParts parts = DrillParts::of(situation);
                return {Tr::tr("The live servers are not touched; the host is busier while it runs."),
                        Tr::tr("%1 is made for it, and removed again.").arg(parts.recovery.place)};
            },
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("%1 will be restored in %2, examined, and removed again.")
                        .arg(situation.argument(key("backup")), situation.argument(key("into")));
                },
            .next = [](const Situation &) -> QStringList {
                return {Tr::tr("It is on record: “howdahctl backups” and the page Backups show when it was proven.")};
            },
            .resultTitles = {{key("found"), Tr::tr("Found in it")}}};
}

} // namespace howdah::library
