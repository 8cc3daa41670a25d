#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};
QString text(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString();
}
QString candidateName(const Situation &situation)
{
    return situation.argument(key("to"));
}
QString ofPrimary(const Situation &situation, const char *name)
{
    return situation.value(key("primary"), key(name)).toString();
}

Judgement judgeFloor(const Situation &situation, const Values &seen)
{
    const QVariantMap there = seen.value(key("settings")).toMap();
    const QVariantMap here = situation.value(key("primary"), key("settings")).toMap();
    QStringList lower, higher;
    for (auto setting = there.cbegin(); setting != there.cend(); ++setting) {
        const qint64 own = setting.value().toLongLong();
        const qint64 other = here.value(setting.key()).toLongLong();
        const QString words = Tr::tr("%1 = %2 against %3").arg(setting.key()).arg(own).arg(other);
        if (own < other)
            lower << words;
        else if (own > other)
            higher << words;
    }
    if (!higher.isEmpty())
        return blocked(Tr::tr("Higher on %1 than on the primary: %2.")
                           .arg(candidateName(situation), higher.join(QStringLiteral("; "))),
                       Tr::tr("Raise them on the primary to the same values and restart it: as a standby with less it "
                              "would not start."));
    if (!lower.isEmpty())
        return blocked(Tr::tr("Lower on %1 than on the primary: %2.")
                           .arg(candidateName(situation), lower.join(QStringLiteral("; "))),
                       Tr::tr("Raise them on %1 to the same values and restart it.").arg(candidateName(situation)));
    return ok(Tr::tr("They are the same on both."));
}

Judgement judgeArchiving(const Situation &situation, const Values &seen)
{
    const bool archivesAlready = text(seen, "archiveMode") == QLatin1String("always");
    if (archivesAlready && seen.value(key("archiveFails")).toBool())
        return blocked(
            Tr::tr("The last try of %1 to archive failed.").arg(candidateName(situation)),
            Tr::tr("Mend it first: the server log of %1 says why. WAL would pile up there, and recovery end at "
                   "the change.")
                .arg(candidateName(situation)));
    const QString there = text(seen, "archiving");
    if (there == ofPrimary(situation, "archiving"))
        return ok(Tr::tr("The same on both."));
    return warning(Tr::tr("Different on %1: %2.").arg(candidateName(situation), there),
                   Tr::tr("See that it archives as the primary does; else recovery ends at the change."));
}

Judgement judgePreloaded(const Situation &situation, const Values &seen)
{
    const QString there = text(seen, "libraries");
    const QString here = ofPrimary(situation, "libraries");
    return there == here ? ok(there.isEmpty() ? Tr::tr("None is preloaded on either.")
                                              : Tr::tr("The same on both: %1.").arg(there))
                         : warning(Tr::tr("shared_preload_libraries is \"%1\" on the primary and \"%2\" on %3.")
                                       .arg(here, there, candidateName(situation)),
                                   Tr::tr("Set it alike and restart %1, unless the difference is meant.")
                                       .arg(candidateName(situation)));
}

Judgement judgeExtensions(const Situation &situation, const Values &seen)
{
    const QStringList missing = seen.value(key("missing")).toStringList();
    return missing.isEmpty()
               ? ok(Tr::tr("The files of every extension in use are there, in its version."))
               : blocked(Tr::tr("Not installed on the machine of %1: %2.")
                             .arg(candidateName(situation), missing.join(QStringLiteral("; "))),
                         Tr::tr("Install the packages of these versions there: their functions would fail."));
}

Judgement judgeCollations(const Situation &situation, const Values &seen)
{
    const QString there = text(seen, "collations");
    const QString here = ofPrimary(situation, "collations");
    if (there.isEmpty() && here.isEmpty())
        return ok(Tr::tr("Texts are sorted on both as when the indexes were made."));
    QStringList places;
    if (!there.isEmpty())
        places << Tr::tr("%1 on %2").arg(there, candidateName(situation));
    if (!here.isEmpty())
        places << Tr::tr("%1 on the primary").arg(here);
    return warning(Tr::tr("Made with another version of these collations: %1.").arg(places.join(QStringLiteral("; "))),
                   Tr::tr("Indexes on texts may be wrong there: install the same version of the operating system's "
                          "collations, or REINDEX and ALTER … REFRESH COLLATION VERSION afterwards."));
}

Judgement judgeRules(const Situation &situation, const Values &seen)
{
    return text(seen, "rules") == ofPrimary(situation, "rules")
               ? ok(Tr::tr("pg_hba.conf says the same on both."))
               : warning(Tr::tr("pg_hba.conf is another on %1.").arg(candidateName(situation)),
                         Tr::tr("See that every application may log in there."));
}

} // namespace

QList<Check> switchoverLikenessChecks()
{
    using Judge = Judgement (*)(const Situation &, const Values &);
    const auto of = [](const char *probe, const char *id, const QString &title, const QString &why, Judge judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {
        of("candidate", "floor", Tr::tr("Limits are the same on both"),
           Tr::tr(
               "A standby with lower limits than its primary does not start; a primary with lower ones serves fewer."),
           judgeFloor),
        of("candidate", "archiving", Tr::tr("The candidate will archive as the primary does"),
           Tr::tr("From then on its archiving is the one that counts."), judgeArchiving),
        of("candidate", "preloaded", Tr::tr("The same libraries are preloaded"),
           Tr::tr("What a library does on the primary, it must do on the new one."), judgePreloaded),
        of("libraries", "extensions", Tr::tr("Extensions are installed on the candidate"),
           Tr::tr("Replication brings what the catalogue says of an extension, not its files."), judgeExtensions),
        of("candidate", "collations", Tr::tr("Texts are sorted alike"),
           Tr::tr("An index that was made with another order of letters does not find what is there."),
           judgeCollations),
        of("candidate", "rules", Tr::tr("Applications may log in on the candidate"),
           Tr::tr("pg_hba.conf is a file of each node; replication does not bring it."), judgeRules),
    };
}

} // namespace howdah::library
