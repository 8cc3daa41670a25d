#include "core/base/key.h"
#include "core/hosts/container_host.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneContainer)
};

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

} // namespace

bool isForNewContainer(const Situation &situation)
{
    return situation.argument(key("host")).startsWith(QLatin1String("container:"));
}

/// Named as the source's is: boxes-n1 → boxes-n3.
QString suggestContainer(const Situation &situation)
{
    const QString sourceNode = situation.argument(key("source"));
    const NodeState *node = situation.node(sourceNode);
    const std::optional<ContainerId> source = containerIdOf(node ? node->definition.hostId : QString());
    const QString name = situation.argument(key("name"));
    if (!source || name.isEmpty())
        return {};
    const bool isNamedByNode = source->name.endsWith(sourceNode);
    QString container = (isNamedByNode ? source->name.chopped(sourceNode.size()) : QString()) + plainName(name);
    if (!container.at(0).isLetterOrNumber())
        container.prepend(key("pg"));
    const QString engine = source->engine.isEmpty() ? QString() : source->engine + QLatin1Char(':');
    return key("container:") + engine + container;
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

Check containerCheck()
{
    return factCheck(
        key("container"), Tr::tr("The new container can be made"),
        Tr::tr("A clone of a server in a container gets a container of its own, from the same image and in "
               "the same networks, so that the servers reach each other."),
        key("container"), judge);
}

} // namespace howdah::library
