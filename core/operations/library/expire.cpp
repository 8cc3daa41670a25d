#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/expire_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Expire)
};

QString objectionToNumber(const QString &value, const Situation &)
{
    constexpr int longest = 36500;
    const int number = value.toInt();
    return number >= 1 && number <= longest ? QString() : Tr::tr("A number from 1 to %1 is needed.").arg(longest);
}

Param ruleParam(const char *id, const QString &title, const QString &help)
{
    return {.id = key(id),
            .title = title,
            .help = help,
            .kind = Param::Kind::Integer,
            .required = false,
            .objection = objectionToNumber};
}

QList<Param> params()
{
    using Kind = Param::Kind;
    return {
        ruleParam("keep", Tr::tr("Keep the newest"),
                  Tr::tr("So many backups that are not known to be bad. What any rule keeps stays.")),
        ruleParam("days", Tr::tr("Keep days"), Tr::tr("Every backup that is younger than so many days.")),
        ruleParam("window", Tr::tr("Recovery window in days"),
                  Tr::tr("What is needed to recover to any moment of the last so many days.")),
        {.id = key("then"),
         .title = Tr::tr("What goes is"),
         .help = Tr::tr("Moved aside it can be brought back; removed it gives its room back, together with all that "
                        "was moved aside before."),
         .kind = Kind::Choice,
         .options = {{key("aside"), Tr::tr("Moved aside")},
                     {key("remove"), Tr::tr("Removed")},
                     {key("back"), Tr::tr("Nothing: what was moved aside before comes back")}},
         .suggest = [](const Situation &) { return key("aside"); }},
        {.id = key("beside"),
         .title = Tr::tr("On the host of"),
         .help = Tr::tr("The node on whose host the backups lie."),
         .kind = Kind::Node,
         .suggest =
             [](const Situation &situation) {
                 const NodeState *primary = situation.snapshot->primary();
                 return primary ? primary->name() : QString();
             }},
        backupsParam(),
        {.id = key("archive"),
         .title = Tr::tr("Archive"),
         .help = Tr::tr("The directory with the archived WAL: what no backup that stays needs goes from there too. "
                        "Empty: WAL is left alone."),
         .kind = Kind::Path,
         .required = false}};
}

} // namespace

Operation expireBackups()
{
    return {.id = key("expire-backups"),
            .title = Tr::tr("Expire backups"),
            .summary = Tr::tr("Moves backups and archived WAL aside, or removes them, when no rule keeps them; never "
                              "what the recovery window needs."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .destructive = true,
            .params = params(),
            .probes = expireProbes(),
            .checks = expireChecks(),
            .steps = expireSteps(),
            .consequences = expireConsequences,
            .confirmWord =
                [](const Situation &situation) {
                    return ExpireParts::of(situation).removes ? situation.snapshot->definition.name : QString();
                },
            .readySentence =
                [](const Situation &situation) {
                    const ExpireParts parts = ExpireParts::of(situation);
                    if (parts.bringsBack)
                        return Tr::tr("What was moved aside comes back.");
                    return Tr::tr("Backups that go: %1. Archived files that go: %2.")
                        .arg(parts.going.size())
                        .arg(parts.walFiles.size());
                },
            .next = [](const Situation &situation) -> QStringList {
                const ExpireParts parts = ExpireParts::of(situation);
                if (parts.removes || parts.bringsBack)
                    return {};
                return {Tr::tr("“--then back” brings everything back, “--then remove” gives the room back for good.")};
            }};
}

} // namespace howdah::library
