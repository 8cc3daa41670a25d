#include "core/base/key.h"
#include "core/operations/library/drill_parts.h"

#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Drill)
};

/// Recovery's own probe, asked as it would be.
Probe borrowed(const char *id)
{
    for (const Probe &probe : recoverProbes())
        if (probe.id == QLatin1String(id))
            return {.id = probe.id, .look = [look = probe.look](ProbeContext &context) {
                        const Situation situation = asRecovery(context.situation);
                        ProbeContext own{situation, context.hosts, context.deadline, context.stop, context.connect};
                        return look(own);
                    }};
    return {};
}

/// Nothing when no server answers: the files' owner's name is tried then.
Result<QVariantMap> lookAtSuperuser(ProbeContext &context)
{
    for (const NodeState &node : context.situation.snapshot->nodes) {
        if (!node.sample || node.sample->failure)
            continue;
        Result<Connection> session = context.connect(serverOf(node));
        const Result<ResultSet> row =
            session ? session->query(QStringLiteral("SELECT rolname FROM pg_roles WHERE oid = 10"), {},
                                     context.deadline, context.stop)
                    : Result<ResultSet>(session.error());
        if (row && row->rows() > 0)
            return QVariantMap{{key("role"), row->text(0, 0).value_or(QString())}};
    }
    return QVariantMap{};
}

Result<QVariantMap> lookAtPrograms(ProbeContext &context)
{
    const ChosenBackup chosen = ChosenBackup::of(context.situation);
    const auto host = context.hosts.find(chosen.hostId);
    if (!host)
        return host.error();
    QVariantMap values;
    for (const char *program : {"psql", "pg_amcheck", "pg_combinebackup"}) {
        const Result<CommandOutcome> outcome =
            (*host)->run({.argv = {key("test"), key("-x"), chosen.binDirectory + QLatin1Char('/') + key(program)},
                          .asUser = chosen.owner},
                         context.deadline);
        values.insert(key(program), outcome && outcome->succeeded());
    }
    return values;
}

Judgement judgePrograms(const Situation &situation, const Values &seen)
{
    const ChosenBackup chosen = ChosenBackup::of(situation);
    const auto lacking = [&chosen](const char *program) {
        return blocked(Tr::tr("There is no %1 in %2.").arg(key(program), chosen.binDirectory),
                       Tr::tr("Install the client programs of this PostgreSQL."));
    };
    if (!seen.value(key("psql")).toBool())
        return lacking("psql");
    if (chosen.chain.size() > 1 && !seen.value(key("pg_combinebackup")).toBool())
        return lacking("pg_combinebackup");
    return seen.value(key("pg_amcheck")).toBool() ? ok(Tr::tr("psql and pg_amcheck are there."))
                                                  : ok(Tr::tr("psql is there."));
}

/// Only WAL that was written after the backup could name the live server's directories.
bool keepsTablespacesApart(const Situation &situation)
{
    return situation.argument(key("archive")).isEmpty() &&
           ChosenBackup::of(situation).backup.format == BaseBackup::Format::Tar;
}

QList<Check> borrowedChecks()
{
    const QStringList wanted{key("place"), key("tablespaces"), key("space"), key("port")};
    QList<Check> checks;
    for (Check check : recoverChecks()) {
        if (!wanted.contains(check.id))
            continue;
        check.judge = [judge = check.judge, id = check.id](const Situation &situation) {
            return id == QLatin1String("tablespaces") && keepsTablespacesApart(situation)
                       ? ok(Tr::tr("They are in tar files of the backup, and are put beside the copy."))
                       : judge(asRecovery(situation));
        };
        checks << check;
    }
    return checks;
}

} // namespace

Situation asRecovery(const Situation &situation)
{
    constexpr int versionsPerMajor = 10000;
    const ChosenBackup chosen = ChosenBackup::of(situation);
    Situation recovery = situation;
    recovery.facts.insert(key("material"),
                          Fact{.values = {{key("backup"), chosen.id},
                                          {key("backupData"), chosen.chain.isEmpty() ? QString() : chosen.chain.last()},
                                          {key("timeline"), chosen.backup.timeline},
                                          {key("stoppedAt"), chosen.backup.stoppedAt},
                                          {key("reaches"), chosen.backup.stop.toString()},
                                          {key("bytes"), chosen.backup.plainBytes},
                                          {key("major"), chosen.backup.serverVersion / versionsPerMajor}},
                               .observedAt = situation.now});
    return recovery;
}

DrillParts DrillParts::of(const Situation &situation)
{
    DrillParts parts{.chosen = ChosenBackup::of(situation),
                     .recovery = RecoverParts::of(asRecovery(situation)),
                     .role = situation.value(key("superuser"), key("role")).toString(),
                     .full = situation.argument(key("examine")) != QLatin1String("quick")};
    if (parts.role.isEmpty())
        parts.role = parts.chosen.owner;
    return parts;
}

QList<Probe> drillProbes()
{
    return chosenBackupProbes() + QList<Probe>{{.id = key("superuser"), .look = lookAtSuperuser},
                                               {.id = key("programs"), .look = lookAtPrograms},
                                               borrowed("target"),
                                               borrowed("port")};
}

QList<Check> drillChecks()
{
    return chosenBackupChecks() +
           QList<Check>{factCheck(key("program"), Tr::tr("The copy can be examined"),
                                  Tr::tr("It is asked with psql, on its host; pg_amcheck finds damage that no query "
                                         "meets."),
                                  key("programs"), judgePrograms)} +
           borrowedChecks();
}

} // namespace howdah::library
