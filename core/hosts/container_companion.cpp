#include "core/hosts/container_companion.h"

#include "core/hosts/local_command.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerCompanion)
};

// Between two sleeps its own shell is all that runs, unless somebody uses it. As root, because a server's tools take a
// process of their own user with a number from an old postmaster.pid, which is 1 here, for that server.
constexpr auto aliveWhileUsed = R"sh(idle=0
while [ "$idle" -lt 4 ]; do
    sleep 5
    set -- /proc/[0-9]*
    if [ $# -gt 1 ]; then idle=0; else idle=$((idle + 1)); fi
done)sh";

Result<bool> runs(const QString &engine, const QString &name, const Deadline &deadline, const std::stop_token &stop)
{
    const Result<ContainerState> state = inspectContainer(engine, name, deadline, stop);
    if (state)
        return state->running;
    return state.error().code == ErrorCode::NotFound ? Result<bool>(false) : state.error();
}

} // namespace

QString companionName(const QString &container)
{
    return QStringLiteral("howdah-beside-") + container;
}

QString companionName(const ContainerState &container)
{
    return companionName(container.besideVolume.isEmpty() ? container.name : container.besideVolume);
}

QStringList besideOptions(const ContainerState &container)
{
    QStringList options{QStringLiteral("--volumes-from"), container.name};
    if (!container.besideVolume.isEmpty())
        options << QStringLiteral("--volume")
                << container.besideVolume + QLatin1Char(':') + QLatin1String(besideVolumeMount);
    for (const QString &network : container.networks)
        options << QStringLiteral("--network") << network;
    if (container.networks.isEmpty() && !container.networkMode.isEmpty())
        options << QStringLiteral("--network") << container.networkMode;
    // An engine that is busy with other containers drops a question for a name: asked again after five seconds, a few
    // such would be the end of every patience.
    if (!container.namedNetworks().isEmpty())
        options << QStringLiteral("--dns-option") << QStringLiteral("timeout:1") << QStringLiteral("--dns-option")
                << QStringLiteral("attempts:5");
    return options + QStringList{QStringLiteral("--workdir"), QStringLiteral("/")};
}

Result<void> startCompanion(const ContainerState &container, const Deadline &deadline, const std::stop_token &stop)
{
    const QString name = companionName(container);
    const Result<bool> there = runs(container.engine, name, deadline, stop);
    if (!there || *there)
        return there ? Result<void>() : there.error();
    // Of a volume that is not there the engines would make a new one.
    if (!container.besideVolume.isEmpty())
        if (const auto volume =
                inspectObject(container.engine, QStringLiteral("volume"), container.besideVolume, deadline, stop);
            !volume)
            return volume.error();
    const QStringList words =
        QStringList{QStringLiteral("run"),
                    QStringLiteral("--detach"),
                    QStringLiteral("--rm"),
                    QStringLiteral("--name"),
                    name,
                    QStringLiteral("--label"),
                    QStringLiteral("io.howdah.beside=") + container.name} +
        besideOptions(container) +
        QStringList{
            QStringLiteral("--user"), QStringLiteral("0:0"), QStringLiteral("--entrypoint"),     QStringLiteral("sh"),
            container.image,          QStringLiteral("-c"),  QString::fromLatin1(aliveWhileUsed)};
    const Result<CommandOutcome> outcome =
        runLocalCommand({engineCommand(container.engine, words), std::nullopt, false}, deadline, stop, {});
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded())
        return {};
    // Another console, or another thread, may have been quicker.
    if (const Result<bool> made = runs(container.engine, name, deadline, stop); made && *made)
        return {};
    return Error{ErrorCode::CommandFailed,
                 Tr::tr("Nothing can be run beside the container \"%1\".").arg(container.name),
                 QString::fromUtf8(outcome->errorOutput.right(2000)).trimmed(),
                 Tr::tr("See what its engine says, or do by hand what is to be done in its files."),
                 {}};
}

} // namespace howdah
