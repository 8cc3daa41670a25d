#include "core/hosts/container_host.h"
#include "core/hosts/container_pattern.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneContainer)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

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

Judgement judge(const Situation &, const Values &seen)
{
    const auto text = [&](const char *name) { return seen.value(key(name)).toString(); };
    const auto list = [&](const char *name) { return seen.value(key(name)).toStringList(); };
    if (seen.isEmpty())
        return ok(Tr::tr("None is made."));
    const QString engine = text("engine");
    const QString another = Tr::tr("Choose another name for the container; nothing that is there is replaced.");
    if (text("holder") == QLatin1String("container"))
        return blocked(Tr::tr("There is a container named \"%1\" already.").arg(text("name")), another);
    if (text("holder") == QLatin1String("volume"))
        return blocked(
            Tr::tr("%1 has a volume named \"%2\" already.").arg(engine, NewContainer{.name = text("name")}.volume()),
            another);
    if (list("networks").isEmpty())
        return blocked(
            Tr::tr("The container \"%1\" is in no network where containers find each other by name.").arg(text("like")),
            Tr::tr("Make one and let it join: %1 network create NAME; %1 network connect NAME %2")
                .arg(engine, text("like")));
    if (seen.value(key("ownProgram")).toBool())
        return blocked(Tr::tr("The container \"%1\" was started with a program of its own, not with its image's "
                              "server.")
                           .arg(text("like")),
                       Tr::tr("Make the new container by hand, or copy from a node in an ordinary one."));
    if (const QStringList secrets = list("secrets"); !secrets.isEmpty())
        return warning(Tr::tr("The environment of \"%1\" holds what seems secret and is not handed on: %2.")
                           .arg(text("like"), secrets.join(QStringLiteral(", "))),
                       Tr::tr("If the server needs it (for archive_command, say), make the new container by hand."));
    const QString shared = list("shared").join(QStringLiteral(", "));
    return ok(Tr::tr("%1 makes \"%2\" like \"%3\": image %4, restart policy \"%5\".")
                  .arg(engine, text("name"), text("like"), text("imageName"), text("restartPolicy")) +
              (shared.isEmpty() ? QString() : QLatin1Char(' ') + Tr::tr("Both will have %1.").arg(shared)));
}

RunCommand byEngine(const Command &command)
{
    constexpr Milliseconds engineTimeout{120000};
    return {.hostId = QStringLiteral("local"), .command = command, .timeout = engineTimeout};
}

Observation seen(const QString &text, const Command &command)
{
    return {.text = text, .look = CommandSucceeds{QStringLiteral("local"), command}, .timeout = Milliseconds{0}};
}

Observation containerIsOurs(const NewContainer &container)
{
    return seen(Tr::tr("the container %1 is there and carries this operation's label").arg(container.name),
                container.isOurs());
}

Observation volumeIsOurs(const NewContainer &container)
{
    return seen(Tr::tr("the volume %1 is there and carries this operation's label").arg(container.volume()),
                container.volumeIsOurs());
}

QList<Action> make(const CloneParts &parts)
{
    const NewContainer &container = *parts.container;
    QList<Action> actions{
        {.text = Tr::tr("End what may still run beside an earlier container named %1").arg(container.name),
         .what = byEngine(container.endBeside()),
         .unless = containerIsOurs(container)},
        {.text = Tr::tr("Create the volume %1").arg(container.volume()),
         .what = byEngine(container.createVolume()),
         .unless = volumeIsOurs(container)},
        // docker takes one that is there already for a new one.
        {.text = Tr::tr("Make sure that it is new"), .what = WaitFor{volumeIsOurs(container)}},
        {.text = Tr::tr("Create the container %1, without starting it").arg(container.name),
         .what = byEngine(container.create()),
         .unless = containerIsOurs(container)}};
    for (const Command &join : container.joinOtherNetworks())
        actions << Action{.text = Tr::tr("Let it join another network of the source's"), .what = byEngine(join)};
    actions << Action{.text = Tr::tr("Give its volume to %1").arg(parts.owner),
                      .what = RunCommand{.hostId = parts.hostId,
                                         .command = {.argv = {key("chown"), key("--"), parts.owner, container.mount},
                                                     .asUser = key("root")}}};
    if (!parts.containerPassfile.isEmpty())
        actions << Action{.text = Tr::tr("Copy the password file %1 into its volume").arg(parts.containerPassfile),
                          .what = BringFile{.fromHostId = parts.sourceHostId,
                                            .from = parts.containerPassfile,
                                            .fromOwner = parts.sourceOwner,
                                            .hostId = parts.hostId,
                                            .path = parts.containerPassfile,
                                            .owner = parts.owner}};
    return actions;
}

} // namespace

bool isForNewContainer(const Situation &situation)
{
    return situation.argument(key("host")).startsWith(QLatin1String("container:"));
}

/// Named as the source's is: boxes-n1 → boxes-n3.
QString suggestContainer(const Situation &situation)
{
    const std::optional<ContainerId> source = containerIdOf(sourceHostOf(situation));
    const QString name = situation.argument(key("name"));
    if (!source || name.isEmpty())
        return {};
    const QString sourceNode = situation.argument(key("source"));
    const bool isNamedByNode = source->name.endsWith(sourceNode);
    QString container = (isNamedByNode ? source->name.chopped(sourceNode.size()) : QString()) + plainName(name);
    if (!container.at(0).isLetterOrNumber())
        container.prepend(key("pg"));
    const QString engine = source->engine.isEmpty() ? QString() : source->engine + QLatin1Char(':');
    return key("container:") + engine + container;
}

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

std::optional<NewContainer> containerToMake(const Situation &situation)
{
    const auto seenText = [&](const char *name) { return situation.value(key("container"), key(name)).toString(); };
    const auto seenList = [&](const char *name) { return situation.value(key("container"), key(name)).toStringList(); };
    if (!isForNewContainer(situation) || seenText("engine").isEmpty())
        return std::nullopt;
    NewContainer container{.engine = seenText("engine"),
                           .name = seenText("name"),
                           .operationId = situation.operationId,
                           .image = seenText("image"),
                           .mount = seenText("mount"),
                           .options = seenList("options"),
                           .networks = seenList("networks"),
                           .words = {key("postgres")}};
    container.options << key("--env") << key("PGDATA=") + situation.argument(key("target-directory"));
    if (container.networks != QStringList{key("host")}) {
        const QString on = seenText("publishedOn");
        container.options << key("--publish")
                          << (on.isEmpty() ? QString() : on + QLatin1Char(':')) +
                                 QStringLiteral("%1:%2").arg(
                                     situation.argument(key("port")),
                                     situation.value(key("source"), key("serverPort")).toString());
    }
    return container;
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

Check containerCheck()
{
    return factCheck(
        key("container"), Tr::tr("The new container can be made"),
        Tr::tr("A clone of a server in a container gets a container of its own, from the same image and in "
               "the same networks, so that the servers reach each other."),
        key("container"), judge);
}

Step cloneContainerStep()
{
    return {.id = key("container"),
            .title =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    return Tr::tr("Create the container %1").arg(parts.container ? parts.container->name : QString());
                },
            .act =
                [](const Situation &situation) {
                    const CloneParts parts = CloneParts::of(situation);
                    return parts.container ? make(parts) : QList<Action>();
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const CloneParts parts = CloneParts::of(situation);
                if (!parts.container)
                    return {};
                return {{.text = Tr::tr("Remove the container %1 and its volume, as far as they carry this operation's "
                                        "label")
                                     .arg(parts.container->name),
                         .what = byEngine(parts.container->remove())}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const CloneParts parts = CloneParts::of(situation);
                if (!parts.container)
                    return {};
                return {volumeIsOurs(*parts.container), containerIsOurs(*parts.container)};
            }};
}

} // namespace howdah::library
