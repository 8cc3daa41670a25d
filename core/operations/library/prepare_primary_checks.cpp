#include "core/base/key.h"
#include "core/operations/library/prepare_primary_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

QString nodeName(const Situation &situation)
{
    return situation.argument(key("node"));
}

Judgement judgeSuperuser(const Situation &situation, const Values &seen)
{
    return seen.value(key("superuser")).toBool()
               ? ok(Tr::tr("Connected as a superuser to %1.").arg(nodeName(situation)))
               : blocked(
                     Tr::tr("Howdah's role is no superuser on %1.").arg(nodeName(situation)),
                     Tr::tr("Connect as a superuser: only such a role may see and change all that a primary needs."));
}

const SettingChangeTo *changeOf(const PrimaryParts &parts, const QString &name)
{
    const auto found = std::find_if(parts.settings.begin(), parts.settings.end(),
                                    [&](const SettingChangeTo &change) { return change.setting.name == name; });
    return found == parts.settings.end() ? nullptr : &*found;
}

QString otherFileWins(const PrimaryParts &parts, const Setting &setting)
{
    if (setting.source == QLatin1String("command line") || setting.source == QLatin1String("environment variable"))
        return Tr::tr("It was given to the server at its start (%1), which wins over every file.").arg(setting.source);
    if (parts.inFile && setting.written)
        return Tr::tr("postgresql.auto.conf has it too (\"%1\"), and wins over the other files.").arg(*setting.written);
    return {};
}

Judgement judgeChange(const PrimaryParts &parts, const SettingChangeTo &change, const QString &now)
{
    const QString wins = otherFileWins(parts, change.setting);
    if (!wins.isEmpty())
        return blocked(Tr::tr("%1. %2").arg(now, wins),
                       Tr::tr("Take it out of there first, or leave the value as it is."));
    if (const QString objection = objectionToValue(change.setting, change.value); !objection.isEmpty())
        return blocked(Tr::tr("%1. %2").arg(now, objection), Tr::tr("Give another value."));
    const QString text = Tr::tr("%1. It becomes \"%2\".").arg(now, change.value);
    if (!change.setting.needsRestart())
        return ok(text);
    return parts.restart ? ok(Tr::tr("%1 The server is restarted for it.").arg(text))
                         : warning(Tr::tr("%1 It waits for a restart.").arg(text),
                                   Tr::tr("Have this operation restart the server, or do it at a better moment."));
}

Judgement judgeSetting(const PrimarySetting &which, const Situation &situation, const Values &)
{
    const QVariantMap seen = primaryValues(situation);
    const auto setting = settingOf(seen, which.name);
    const bool wanted = !situation.argument(which.param()).isEmpty();
    if (!setting) {
        const QString error = seen.value(key("error")).toString();
        const QString said = error.isEmpty() ? Tr::tr("This version has no %1.").arg(which.name) : error;
        return error.isEmpty() && !wanted ? ok(said) : blocked(said, Tr::tr("Leave it away, and check again."));
    }
    if (setting->isSecret && wanted)
        return blocked(Tr::tr("Its value looks like a secret, which must not be put on record."),
                       Tr::tr("Change it by hand with ALTER SYSTEM, where nothing is journalled."));
    const PrimaryParts parts = PrimaryParts::of(situation);
    const QString now = whereFrom(*setting);
    if (const SettingChangeTo *change = changeOf(parts, which.name))
        return judgeChange(parts, *change, now);
    const QString better = which.better && !setting->pendingRestart ? which.better(situation, *setting) : QString();
    if (!better.isEmpty())
        return warning(now, Tr::tr("It should be \"%1\".").arg(better));
    if (setting->pendingRestart && !parts.restart)
        return warning(now, Tr::tr("Have this operation restart the server, or do it at a better moment."));
    return ok(now);
}

QList<Check> settingJudgements()
{
    QList<Check> checks;
    for (const PrimarySetting &which : primarySettings()) {
        if (which.better)
            checks << factCheck(which.param(), which.name, which.why, key("settings"),
                                [&which](const Situation &situation, const Values &seen) {
                                    return judgeSetting(which, situation, seen);
                                });
    }
    return checks;
}

QString valueAfter(const Situation &situation, const QString &name)
{
    if (const SettingChangeTo *change = changeOf(PrimaryParts::of(situation), name))
        return change->value;
    const auto setting = settingOf(primaryValues(situation), name);
    return setting ? setting->value : QString();
}

Judgement judgeArchiving(const Situation &situation, const Values &values)
{
    for (const PrimarySetting &which : primarySettings()) {
        if (which.better || situation.argument(which.param()).isEmpty())
            continue;
        if (const Judgement judgement = judgeSetting(which, situation, values); judgement.verdict == Verdict::Blocked)
            return blocked(which.name + key(": ") + judgement.observed, judgement.remedy);
    }
    const QString mode = valueAfter(situation, key("archive_mode"));
    const QString command = valueAfter(situation, key("archive_command"));
    const QString library = valueAfter(situation, key("archive_library"));
    if (mode == QLatin1String("off"))
        return ok(Tr::tr("archive_mode is off: WAL is kept only as long as slots need it."));
    if ((command.isEmpty() || command == QLatin1String("(disabled)")) && library.isEmpty())
        return warning(
            Tr::tr("archive_mode is %1, but there is neither archive_command nor archive_library.").arg(mode),
            Tr::tr("Give one: until then finished WAL gathers on the primary's disk."));
    return ok(Tr::tr("archive_mode is %1, by %2.").arg(mode, library.isEmpty() ? command : library));
}

/// What a standby must not have less of than its primary.
Judgement judgeFloor(const Situation &situation, const Values &)
{
    for (const SettingChangeTo &change : PrimaryParts::of(situation).settings) {
        if (!isStandbyFloor(change.setting.name))
            continue;
        for (const NodeState &node : situation.snapshot->nodes) {
            const auto there = settingOf(nodeValues(situation, key("settings"), node.name()), change.setting.name);
            if (node.role != NodeRole::Standby || !there || there->setting.toDouble() >= change.value.toDouble())
                continue;
            Judgement judgement =
                blocked(Tr::tr("%1 has %2 = %3, less than the primary would get (%4): it would stop replaying.")
                            .arg(node.name(), change.setting.name, there->setting, change.value),
                        Tr::tr("Raise it on the standbys first, and restart them."));
            judgement.remedyOperation = key("set-parameter");
            judgement.remedyArguments = {
                {key("node"), node.name()}, {key("name"), change.setting.name}, {key("value"), change.value}};
            return judgement;
        }
    }
    return ok(Tr::tr("No standby has less than the primary."));
}

Judgement judgeWriteTo(const Situation &situation, const Values &)
{
    const PrimaryParts parts = PrimaryParts::of(situation);
    if (parts.settings.isEmpty())
        return ok(Tr::tr("No setting is changed."));
    const QVariantMap seen = primaryValues(situation);
    if (!parts.inFile) {
        return seen.value(key("mayAlterSystem"), true).toBool()
                   ? ok(Tr::tr("They go to postgresql.auto.conf, which wins over all other files."))
                   : blocked(Tr::tr("The server forbids ALTER SYSTEM (allow_alter_system is off)."),
                             Tr::tr("Write them into the configuration file."));
    }
    const QString problem =
        situation.value(key("files"), key("configuration")).toMap().value(key("problem")).toString();
    return problem.isEmpty() ? ok(Tr::tr("They go to the end of %1, which wins over what stands before.")
                                      .arg(parts.configuration.path))
                             : blocked(problem, Tr::tr("Let the server's owner write there, or choose ALTER SYSTEM."));
}

Judgement judgeRole(const Situation &situation, const Values &seen)
{
    const PrimaryParts parts = PrimaryParts::of(situation);
    if (!parts.roleExists)
        return ok(Tr::tr("There is no role %1 yet: it is created, with LOGIN and REPLICATION.").arg(parts.role));
    if (seen.value(key("expired")).toBool())
        return blocked(Tr::tr("The password of the role %1 has expired (VALID UNTIL).").arg(parts.role),
                       Tr::tr("Prolong it with ALTER ROLE … VALID UNTIL, or choose another role."));
    if (seen.value(key("password")).toString() == QLatin1String("md5"))
        return blocked(Tr::tr("The role %1 has a password of the old kind (md5), which scram-sha-256 does not take.")
                           .arg(parts.role),
                       Tr::tr("Set its password anew (\\password in psql), or choose another role."));
    return parts.missingAttributes.isEmpty() ? ok(Tr::tr("The role %1 may log in and replicate.").arg(parts.role))
                                             : ok(Tr::tr("The role %1 is there, and is given %2.")
                                                      .arg(parts.role, parts.missingAttributes.join(key(", "))));
}

Judgement judgePassfile(const Situation &situation, const Values &seen)
{
    const PrimaryParts parts = PrimaryParts::of(situation);
    if (!parts.roleNeedsPassword)
        return ok(Tr::tr("The role %1 has a password and keeps it.").arg(parts.role));
    if (parts.passfile.isEmpty())
        return blocked(Tr::tr("No password file is named, and %1 has no home that is known.").arg(parts.place.owner),
                       Tr::tr("Name one: it holds the role's password, or will."));
    if (const QString problem = seen.value(key("problem")).toString(); !problem.isEmpty())
        return blocked(problem, Tr::tr("Mend that, or name another password file."));
    return parts.passwordLineIsNew
               ? ok(Tr::tr("A password is made, and put into %1 on the primary's host.").arg(parts.passfile))
               : ok(Tr::tr("%1 holds a password for %2, which the role is given.").arg(parts.passfile, parts.role));
}

Judgement judgeHba(const Situation &situation, const Values &seen)
{
    const QString errors = situation.value(key("server"), key("hbaErrors")).toString();
    const QVariantMap file = seen.value(key("hba")).toMap();
    if (!errors.isEmpty())
        return blocked(Tr::tr("Errors in %1: %2").arg(file.value(key("path")).toString(), errors),
                       Tr::tr("Mend these lines first: the server would ignore the whole file."));
    const QString decided = seen.value(key("decided")).toStringList().join(QStringLiteral("; "));
    if (!PrimaryParts::of(situation).hba.isChanged())
        return ok(decided.isEmpty() ? Tr::tr("No addresses are named, so the file stays as it is.") : decided);
    if (const QString problem = file.value(key("problem")).toString(); !problem.isEmpty())
        return blocked(problem, Tr::tr("Let the server's owner write there, or add the lines by hand."));
    return ok(Tr::tr("%1: %2").arg(file.value(key("path")).toString(), decided));
}

Judgement judgeSessions(const Situation &situation, const Values &seen)
{
    const int clients = seen.value(key("clients")).toInt();
    const QString observed = Tr::tr("Sessions on %1: %2.").arg(nodeName(situation)).arg(clients);
    return PrimaryParts::of(situation).restart && clients > 0
               ? warning(observed, Tr::tr("The restart ends them. Choose a quiet moment."))
               : ok(observed);
}

} // namespace

QList<Check> preparePrimaryChecks()
{
    const QString node = key("node");
    return QList<Check>{answers(node),
                        supportedVersion(node),
                        hostKnown(node, key("layout")),
                        factCheck(key("superuser"), Tr::tr("The role has the right"),
                                  Tr::tr("Settings, roles and rights of the server are changed."), key("server"),
                                  judgeSuperuser),
                        noOtherManager(),
                        filesAreReadable(key("settings"),
                                         [](const Situation &situation) {
                                             return QList<const NodeState *>{primaryOf(situation)};
                                         })} +
           settingJudgements() +
           QList<Check>{
               factCheck(key("archiving"), Tr::tr("Archiving"),
                         Tr::tr("With an archive a standby can catch up after any pause."), key("settings"),
                         judgeArchiving),
               factCheck(key("floor"), Tr::tr("Standbys have no less than the primary"),
                         Tr::tr("A standby with fewer connections or walsenders stops replaying, or does not start."),
                         key("settings"), judgeFloor),
               factCheck(key("write-to"), Tr::tr("Where the settings go"),
                         Tr::tr("Of several files that name a setting, one wins."), key("settings"), judgeWriteTo),
               factCheck(key("role"), Tr::tr("The replication role"),
                         Tr::tr("Standbys should not log in as a superuser."), key("role"), judgeRole),
               factCheck(key("passfile"), Tr::tr("Its password"),
                         Tr::tr("It is on no command line and in no record: the server gets a verifier made from it."),
                         key("passfile"), judgePassfile),
               factCheck(key("hba"), Tr::tr("pg_hba.conf admits the standbys"),
                         Tr::tr("The first line that fits a connection decides, so an earlier one can shadow it."),
                         key("files"), judgeHba),
               factCheck(key("sessions"), Tr::tr("Who is connected"),
                         Tr::tr("A restart ends every session and rolls open transactions back."), key("server"),
                         judgeSessions)};
}

} // namespace howdah::library
