#include "core/lab/exercises/exercise_place.h"

#include "core/cluster/sampler.h"
#include "core/hosts/container_engine.h"
#include "core/lab/lab_settings.h"

namespace howdah {

namespace {

constexpr Milliseconds patienceOfALook{3000};

} // namespace

ClusterSnapshotPtr ExercisePlace::look()
{
    const ClusterSnapshotPtr snapshot =
        makeSnapshot(lab.cluster, sampleAll(lab.cluster, patienceOfALook, stop), nullptr, QDateTime::currentDateTimeUtc());
    words.setSnapshot(snapshot);
    return snapshot;
}

Result<Command> ExercisePlace::shell(const QString &line, const QString &node) const
{
    const Result<NodeDefinition> where = words.node(node);
    Command command;
    command.argv = {QStringLiteral("bash"), QStringLiteral("-c"), line};
    command.asUser = lab.systemUser;
    command.workingDirectory = workDirectory;
    command.environment = {
        {QStringLiteral("PATH"), lab.binDirectory + QStringLiteral(":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin")},
        {QStringLiteral("PGPASSFILE"), lab_settings::passFile(lab)},
        {QStringLiteral("PGUSER"), QString::fromLatin1(lab_settings::superuser)},
        {QStringLiteral("PGDATABASE"), QStringLiteral("postgres")},
    };
    if (lab.kit.isThere())
        command.environment += engineEnvironment();
    if (where) { // a shell works while no server does
        command.environment.append({QStringLiteral("PGHOST"), where->connInfo.host()});
        command.environment.append({QStringLiteral("PGPORT"), where->connInfo.port()});
    }
    return command;
}

Result<Connection> ExercisePlace::connect(const QString &node, const QString &database, const Deadline &deadline) const
{
    const Result<NodeDefinition> where = words.node(node);
    if (!where)
        return where.error();
    return Connection::open(where->connInfo.with(QStringLiteral("dbname"), database), deadline, stop);
}

} // namespace howdah
