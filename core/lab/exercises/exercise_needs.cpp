#include "core/lab/exercises/exercise_run.h"

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

} // namespace

QString exerciseLabName(const Exercise &exercise)
{
    return exercise.number > 0 ? QStringLiteral("exercise-%1").arg(exercise.number) : exercise.id;
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
    if (exercise.needs.diskBytes > 0 && ::geteuid() != 0)
        missing << Tr::tr("A disk of its own for each node, which only root can make.");
    return missing;
}

} // namespace howdah
