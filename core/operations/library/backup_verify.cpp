#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/backup_chosen.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::VerifyBackup)
};

bool isTar(const Situation &situation)
{
    return situation.value(key("chosen"), key("tar")).toBool();
}

/// Where tar files are unpacked to, to be compared.
QString unpackedPlace(const Situation &situation)
{
    return QStringLiteral("%1/.howdah-verifying-%2").arg(situation.argument(key("backups")), situation.operationId);
}

QString marker(const Situation &situation)
{
    return QStringLiteral("Howdah operation %1").arg(situation.operationId);
}

QString unpacked(const Situation &situation)
{
    return unpackedPlace(situation) + QStringLiteral("/data");
}

Result<QVariantMap> lookAtPrograms(ProbeContext &context)
{
    const ChosenBackup chosen = ChosenBackup::of(context.situation);
    const auto host = context.hosts.find(chosen.hostId);
    if (!host)
        return host.error();
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            (*host)->run({.argv = {key("test"), question, path}, .asUser = chosen.owner}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const Result<SpaceStatus> space = (*host)->space(chosen.directory, context.deadline);
    if (!space)
        return space.error();
    return QVariantMap{{key("verifies"), answers(key("-x"), chosen.binDirectory + QStringLiteral("/pg_verifybackup"))},
                       {key("writable"), answers(key("-w"), chosen.directory)},
                       {key("freeBytes"), space->freeBytes}};
}

Judgement judgePrograms(const Situation &situation, const Values &seen)
{
    const ChosenBackup chosen = ChosenBackup::of(situation);
    if (chosen.backup.cold)
        return ok(Tr::tr("A cold copy is compared with its own checksums."));
    return seen.value(key("verifies")).toBool()
               ? ok(Tr::tr("pg_verifybackup is in %1.").arg(chosen.binDirectory))
               : blocked(Tr::tr("There is no pg_verifybackup in %1.").arg(chosen.binDirectory),
                         Tr::tr("Install the client programs of this PostgreSQL."));
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    const ChosenBackup chosen = ChosenBackup::of(situation);
    if (!seen.value(key("writable")).toBool())
        return blocked(
            Tr::tr("%1 may not write in %2, where the outcome goes on record.").arg(chosen.owner, chosen.directory),
            Tr::tr("Give it to %1.").arg(chosen.owner));
    if (!isTar(situation))
        return ok(Tr::tr("It is compared where it lies."));
    const qint64 needed = chosen.backup.plainBytes;
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const QString observed = Tr::tr("%1 free; unpacked it may take %2.").arg(prettySize(spare), prettySize(needed));
    return spare > needed ? ok(observed) : warning(observed, Tr::tr("Make room: it is unpacked to be compared."));
}

Step unpackStep()
{
    return {.id = QStringLiteral("unpack"),
            .title = [](const Situation &) { return Tr::tr("Make room to unpack it aside"); },
            .act = [](const Situation &situation) -> QList<Action> {
                if (!isTar(situation))
                    return {};
                const ChosenBackup chosen = ChosenBackup::of(situation);
                return {{.text = Tr::tr("Make the directory %1").arg(unpackedPlace(situation)),
                         .what = MakeMarkedDirectory{chosen.hostId, unpackedPlace(situation), chosen.owner,
                                                     marker(situation)}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const ChosenBackup chosen = ChosenBackup::of(situation);
                return {{.text = Tr::tr("Remove what was unpacked"),
                         .what = RemoveMarkedDirectory{chosen.hostId, unpackedPlace(situation), chosen.owner,
                                                       marker(situation)}}};
            },
            .always = true};
}

QStringList comparison(const Situation &situation)
{
    const ChosenBackup chosen = ChosenBackup::of(situation);
    const QString data = chosen.chain.isEmpty() ? QString() : chosen.chain.last();
    if (chosen.backup.cold)
        return {QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("cd \"$1\" && sha256sum --quiet --check ../howdah-checksums"), QStringLiteral("sh"),
                data};
    const QString program = chosen.binDirectory + QStringLiteral("/pg_verifybackup");
    if (isTar(situation)) // what cannot be unpacked is as bad as what does not compare
        return QStringList{QStringLiteral("sh"),
                           QStringLiteral("-c"),
                           QStringLiteral("verify=$1 data=$2\nshift 2\n\"$@\" && exec \"$verify\" --exit-on-error "
                                          "--ignore=tablespace_map \"$data\""),
                           QStringLiteral("sh"),
                           program,
                           unpacked(situation)} +
               restoringWords(chosen, unpacked(situation));
    return {program, QStringLiteral("--exit-on-error"), data};
}

/// Whatever comes out goes on record.
Action compare(const Situation &situation)
{
    const ChosenBackup chosen = ChosenBackup::of(situation);
    const QString script = QStringLiteral("set -u\nlog=$1 backup=$2 operation=$3\nshift 3\n") + noteFunction() +
                           QStringLiteral("began=$(date +%s)\n"
                                          "if said=$(\"$@\" 2>&1); then good=true; else good=false; fi\n"
                                          "said=$(printf '%s\\n' \"$said\" | tail -n 3)\n"
                                          "note verify \"$backup\" $good $(($(date +%s) - began)) \"$said\" "
                                          "\"$operation\" \"$log\" || exit 1\n"
                                          "$good || { printf '%s\\n' \"$said\" >&2; exit 1; }");
    return {.text = Tr::tr("Compare every file with what is on record, and note the outcome"),
            .what = RunCommand{
                .hostId = chosen.hostId,
                .command = {.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script,
                                                QStringLiteral("sh"), chosen.log(), chosen.id, situation.operationId} +
                                    comparison(situation),
                            .asUser = chosen.owner}}};
}

QList<Step> steps()
{
    return {unpackStep(),
            {.id = QStringLiteral("verify"),
             .title = [](const Situation &) { return Tr::tr("Verify every file of the backup"); },
             .act = [](const Situation &situation) -> QList<Action> { return {compare(situation)}; }},
            {.id = QStringLiteral("tidy"),
             .title = [](const Situation &) { return Tr::tr("Remove what was unpacked"); },
             .act = [](const Situation &situation) -> QList<Action> {
                 return isTar(situation) ? unpackStep().undo(situation) : QList<Action>();
             }}};
}

} // namespace

Operation verifyBackup()
{
    return {.id = key("verify-backup"),
            .title = Tr::tr("Verify a backup"),
            .summary = Tr::tr("Compares every file of a base backup with its manifest again, and notes the outcome."),
            .icon = key("backup"),
            .group = OperationGroup::Backups,
            .params = chosenBackupParams(),
            .probes = chosenBackupProbes() + QList<Probe>{{.id = key("programs"), .look = lookAtPrograms}},
            .checks = chosenBackupChecks() +
                      QList<Check>{factCheck(key("program"), Tr::tr("It can be compared"),
                                             Tr::tr("pg_verifybackup of the server's own version does it."),
                                             key("programs"), judgePrograms),
                                   factCheck(key("space"), Tr::tr("Room for it"),
                                             Tr::tr("The outcome is written beside the backups."), key("programs"),
                                             judgeSpace)},
            .steps = steps(),
            .consequences = [](const Situation &situation) -> QStringList {
                return {Tr::tr("The backup %1 is read in full once; nothing in it is changed.")
                            .arg(situation.argument(key("backup")))};
            },
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("Every file of %1 will be read and compared.").arg(situation.argument(key("backup")));
                },
            .next = [](const Situation &) -> QStringList {
                return {Tr::tr("Drill it: a backup is proven only by restoring it.")};
            }};
}

} // namespace howdah::library
