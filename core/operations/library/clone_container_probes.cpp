#include "core/base/key.h"
#include "core/hosts/container_host.h"
#include "core/hosts/container_pattern.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneContainer)
};

QString sourceHostOf(const Situation &situation)
{
    const NodeState *source = situation.node(situation.argument(key("source")));
    return source ? source->definition.hostId : QString();
}

/// As the owner of the source's files. $1: the password file that the settings name, or nothing. $2: the volume.
const char *const passfileScript = R"sh(file=${1:-$HOME/.pgpass}
case $file in "$2"/*) [ ! -f "$file" ] || echo "passfile=$file" ;; esac
exit 0)sh";

Result<ContainerState> sourceContainer(ProbeContext &context)
{
    const auto host = context.hosts.find(sourceHostOf(context.situation));
    if (!host)
        return host.error();
    const Result<std::optional<ContainerState>> state = (*host)->container(context.deadline);
    if (!state)
        return state.error();
    if (*state)
        return **state;
    return Error{.code = ErrorCode::Unsupported,
                 .message = Tr::tr("A new container is made like the source's, and %1 runs in none.")
                                .arg(context.situation.argument(key("source"))),
                 .hint = Tr::tr("Name \"local\" or \"ssh:NAME\" as its host, or copy from a node in a container.")};
}

/// What has that name already; empty when nothing has.
Result<QString> holderOf(const ContainerId &wanted, const QString &engine, ProbeContext &context)
{
    const Result<ContainerState> container =
        inspectContainer(wanted.engine, wanted.name, context.deadline, context.stop);
    if (container || container.error().code == ErrorCode::Invalid)
        return key("container");
    if (container.error().code != ErrorCode::NotFound)
        return container.error();
    const NewContainer made{.engine = engine, .name = wanted.name};
    const Result<QJsonObject> volume =
        inspectObject(engine, key("volume"), made.volume(), context.deadline, context.stop);
    // podman takes a part of a name for it.
    if (volume)
        return volume->value(key("Name")).toString() == made.volume() ? key("volume") : QString();
    return volume.error().code == ErrorCode::NotFound ? Result<QString>(QString()) : volume.error();
}

QStringList networksOf(const ContainerState &source)
{
    return source.isInHostNetwork() ? QStringList{key("host")} : source.namedNetworks();
}

QStringList tablespacePlaces(const Situation &situation)
{
    QStringList places;
    for (const CloneTablespace &tablespace : cloneTablespaces(situation))
        places << tablespace.from;
    return places;
}

} // namespace

Result<QVariantMap> lookAtContainer(ProbeContext &context)
{
    const Situation &situation = context.situation;
    if (!isForNewContainer(situation))
        return QVariantMap{};
    const std::optional<ContainerId> wanted = containerIdOf(situation.argument(key("host")));
    if (!wanted)
        return makeContainerHost(situation.argument(key("host"))).error();
    const Result<ContainerState> source = sourceContainer(context);
    if (!source)
        return source.error();
    if (!wanted->engine.isEmpty() && wanted->engine != source->engine)
        return Error{.code = ErrorCode::Unsupported,
                     .message = Tr::tr("The source's container is %1's, and no container of %2 can be in its network.")
                                    .arg(source->engine, wanted->engine),
                     .hint = Tr::tr("Write \"container:%1:%2\".").arg(source->engine, wanted->name)};
    const QString dataDirectory = situation.value(key("layout"), key("dataDirectory")).toString();
    const auto pattern =
        containerPattern(*source, dataDirectory, tablespacePlaces(situation), context.deadline, context.stop);
    const Result<QString> holder = holderOf(*wanted, source->engine, context);
    const Result<QString> volumes = volumeDirectory(source->engine, context.deadline, context.stop);
    if (!pattern || !holder || !volumes)
        return !pattern ? pattern.error() : !holder ? holder.error() : volumes.error();
    const NodeState *node = situation.node(situation.argument(key("source")));
    const auto passfile =
        shellAnswers(context, node->definition.hostId, situation.value(key("layout"), key("owner")).toString(),
                     passfileScript, {node->definition.connInfo.value(key("passfile")), pattern->mount});
    if (!passfile)
        return passfile.error();
    return QVariantMap{{key("engine"), source->engine},
                       {key("name"), wanted->name},
                       {key("like"), source->name},
                       {key("holder"), *holder},
                       {key("image"), pattern->image},
                       {key("imageName"), pattern->imageName},
                       {key("mount"), pattern->mount},
                       {key("options"), pattern->options},
                       {key("shared"), pattern->shared},
                       {key("secrets"), pattern->secrets},
                       {key("ownProgram"), pattern->ownProgram},
                       {key("publishedOn"), pattern->publishedOn},
                       {key("networks"), networksOf(*source)},
                       {key("restartPolicy"), source->restartPolicy},
                       {key("volumes"), *volumes},
                       {key("passfile"), passfile->value(key("passfile")).value(0)}};
}

Result<QVariantMap> lookAtNewVolume(ProbeContext &context, const CloneParts &parts, const QString &path)
{
    const auto local = context.hosts.find(key("local"));
    if (!local)
        return local.error();
    const QString volumes = context.situation.value(key("container"), key("volumes")).toString();
    const Result<SpaceStatus> space = (*local)->space(volumes, context.deadline);
    if (!space)
        return space.error();
    return QVariantMap{{key("newVolume"), parts.container->mount},
                       {key("parent"), parentOf(path)},
                       {key("parentThere"), true},
                       {key("parentWritable"), true},
                       {key("freeBytes"), space->freeBytes},
                       {key("fileSystem"), space->fileSystem},
                       {key("kind"), key("absent")}};
}

} // namespace howdah::library
