#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CloneContainer)
};

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
        {.text = Tr::tr("End the helper that an earlier container named %1 may have left running").arg(container.name),
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
