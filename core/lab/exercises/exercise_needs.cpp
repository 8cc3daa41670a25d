#include "core/lab/exercises/exercise_run.h"

#include "core/base/sizes.h"
#include "core/hosts/server_layout.h"
#include "core/lab/container_kit.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_place.h"

#include <QCoreApplication>

#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseRun)
};

QString versionNeeded(const ExerciseNeeds &needs)
{
    if (needs.newestServer == 0)
        return Tr::tr("PostgreSQL %1 or later").arg(needs.oldestServer);
    return Tr::tr("PostgreSQL %1 to %2").arg(needs.oldestServer).arg(needs.newestServer);
}

bool fits(const ExerciseNeeds &needs, int major)
{
    return major >= needs.oldestServer && (needs.newestServer == 0 || major <= needs.newestServer);
}

bool hasProgram(Host &host, const QString &name, const QString &binDirectory, const Deadline &deadline)
{
    if (host.status(binDirectory + QLatin1Char('/') + name, {}, deadline))
        return true;
    const Result<CommandOutcome> found = host.run(
        {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("command -v %1").arg(shellQuoted(name))}},
        deadline);
    return found && found->succeeded();
}

/// What a node's data and WAL come to in the course of an exercise, and an archive; not a limit, but less is too
/// little.
constexpr qint64 roomForANode = 160 * 1024 * 1024, roomForAnArchive = 100 * 1024 * 1024;

QString missingRoom(const ExerciseNeeds &needs, Host &host, const Deadline &deadline)
{
    const Result<LabPlace> place = findLabPlace(host, deadline);
    const Result<SpaceStatus> space = place ? host.space(place->directory, deadline) : place.error();
    if (!space)
        return space.error().message;
    return missingRoomForExercise(needs, place->directory, space->freeBytes);
}

bool someStepNeeds(const Exercise &exercise, const QString &need)
{
    return std::any_of(exercise.steps.begin(), exercise.steps.end(),
                       [&need](const ExerciseStep &step) { return step.needs.contains(need); });
}

} // namespace

namespace {

QStringList missingByProof(const QList<ExerciseProof> &proofs, Host &host, const Deadline &deadline)
{
    const Result<QList<PostgresBinaries>> binaries = findPostgresBinaries(host, deadline);
    const QString first = binaries ? binaries->first().directory + QLatin1Char(':') : QString();
    QStringList missing;
    for (const ExerciseProof &proof : proofs) {
        const Result<CommandOutcome> tried =
            host.run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                               QStringLiteral("PATH=$1$PATH; ") + proof.shell, QStringLiteral("howdah"), first}},
                     deadline);
        if (!tried || !tried->succeeded())
            missing << proof.missing.text();
    }
    return missing;
}

} // namespace

Exercise fittedToMachine(const Exercise &exercise, Hosts &hosts, const Deadline &deadline)
{
    const QString disk = QStringLiteral("disk");
    const auto host = hosts.find(QStringLiteral("local"));
    QStringList possible;
    if (::geteuid() == 0)
        possible << QStringLiteral("root");
    if (someStepNeeds(exercise, disk) && host && lab_disk::isPossible(**host, deadline))
        possible << disk;
    Exercise fitted = exercise;
    fitted.steps.removeIf([&](const ExerciseStep &step) {
        return (host && !missingByProof(step.proofs, **host, deadline).isEmpty()) ||
               std::any_of(step.needs.begin(), step.needs.end(),
                           [&possible](const QString &need) { return !possible.contains(need); });
    });
    if (someStepNeeds(exercise, disk) && !possible.contains(disk))
        fitted.needs.diskBytes = 0;
    return fitted;
}

QString exerciseLabName(const Exercise &exercise)
{
    return exercise.number > 0 ? QStringLiteral("exercise-%1").arg(exercise.number) : exercise.id;
}

QString missingRoomForExercise(const ExerciseNeeds &needs, const QString &directory, qint64 freeBytes)
{
    const qint64 wanted = (needs.standbys + 1) * roomForANode + (needs.archive ? roomForAnArchive : 0);
    if (freeBytes >= wanted)
        return {};
    return Tr::tr("Its lab needs about %1 in %2, where %3 is free: make room there.")
        .arg(prettySize(wanted), directory, prettySize(freeBytes));
}

QStringList missingForExercise(const Exercise &exercise, Hosts &hosts, const Deadline &deadline)
{
    const auto host = hosts.find(QStringLiteral("local"));
    if (!host)
        return {host.error().message};
    const Result<QList<PostgresBinaries>> binaries = findPostgresBinaries(**host, deadline);
    if (!binaries)
        return {binaries.error().message};
    QStringList missing;
    const PostgresBinaries &newest = binaries->first();
    int major = newest.major;
    if (exercise.needs.containers) {
        const Result<ContainerKit> kit = findContainerKit(**host, deadline);
        if (!kit)
            missing << kit.error().message << kit.error().hint;
        else if (kit->major > 0)
            major = kit->major;
    }
    if (!fits(exercise.needs, major))
        missing << Tr::tr("This exercise needs %1; the labs of this machine run PostgreSQL %2.")
                       .arg(versionNeeded(exercise.needs))
                       .arg(major);
    for (const QString &tool : exercise.needs.tools)
        if (!hasProgram(**host, tool, newest.directory, deadline))
            missing << Tr::tr("The program %1 is not installed here.").arg(tool);
    missing << missingByProof(exercise.needs.proofs, **host, deadline);
    if (exercise.needs.diskBytes > 0 && !someStepNeeds(exercise, QStringLiteral("disk")) && ::geteuid() != 0)
        missing << Tr::tr("A disk of its own for each node, which only root can make.");
    if (const QString room = missingRoom(exercise.needs, **host, deadline); !room.isEmpty())
        missing << room;
    return missing;
}

} // namespace howdah
