#include "core/base/key.h"
#include "core/operations/library/decommission_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Decommission)
};

using Files = DecommissionParts::Files;
QString nameOf(const Situation &situation)
{
    return situation.argument(key("node"));
}
Files filesOf(const Situation &situation)
{
    return DecommissionParts::of(situation).files;
}

Judgement judgeRole(const Situation &situation, const Values &server)
{
    const NodeState *node = situation.node(nameOf(situation));
    if (server.value(key("answers")).toBool())
        return server.value(key("inRecovery")).toBool()
                   ? ok(Tr::tr("%1 answers as a standby.").arg(node->name()))
                   : blocked(Tr::tr("%1 answers as a primary.").arg(node->name()), Tr::tr("Choose a standby."));
    if (node->lastRole == NodeRole::Primary && !situation.snapshot->primary())
        return blocked(Tr::tr("%1 does not answer, and was the primary when it last did.").arg(node->name()),
                       Tr::tr("See to it that there is another primary first."));
    return ok(Tr::tr("%1 does not answer, and is not the primary.").arg(node->name()));
}

Judgement judgeBelow(const Situation &situation)
{
    const NodeState *node = situation.node(nameOf(situation));
    QStringList strangers;
    for (const ClusterSnapshot::Stranger &stranger : situation.snapshot->strangers)
        if (stranger.upstream == node->name())
            strangers << stranger.sender.applicationName;
    const QList<const NodeState *> below = situation.snapshot->standbysOf(node->name());
    if (below.isEmpty())
        return strangers.isEmpty()
                   ? ok(Tr::tr("Nothing streams from %1.").arg(node->name()))
                   : warning(Tr::tr("These receive WAL from %1: %2.")
                                 .arg(node->name(), strangers.join(QStringLiteral(", "))),
                             Tr::tr("Point them at another server first, or they receive nothing more."));
    QStringList names;
    for (const NodeState *each : below)
        names << each->name();
    Judgement judgement =
        blocked(Tr::tr("These stream from %1: %2.").arg(node->name(), names.join(QStringLiteral(", "))),
                Tr::tr("Let them follow another upstream first."));
    judgement.remedyOperation = key("follow");
    const NodeState *primary = situation.snapshot->primary();
    const QString upstream = node->upstream.isEmpty() && primary ? primary->name() : node->upstream;
    judgement.remedyArguments = {{key("node"), names.first()}, {key("upstream"), upstream}};
    return judgement;
}

Judgement judgeHost(const Situation &situation)
{
    const NodeState *node = situation.node(nameOf(situation));
    const bool answers = node->sample && !node->sample->failure;
    if (filesOf(situation) == Files::Untouched)
        return answers ? blocked(Tr::tr("%1 answers, and would go on streaming.").arg(node->name()),
                                 Tr::tr("Let its server be stopped, or stop it yourself first."))
                       : ok(Tr::tr("%1 does not answer; its server and files are left alone.").arg(node->name()));
    const Fact *layout = situation.fact(key("layout"));
    if (!layout || layout->error) {
        Judgement judgement = layout ? notSeen(*layout->error) : blocked(Tr::tr("This was not looked at."), {});
        if (!answers)
            judgement.remedy = Tr::tr("If its machine is gone for good, say that its server and files are to be left "
                                      "alone.");
        return judgement;
    }
    const ServerPlace place = ServerPlace::fromFact(situation, key("layout"));
    return ok(Tr::tr("%1 lies in %2, owned by %3.").arg(node->name(), place.dataDirectory, place.owner));
}

Judgement judgeDirectory(const Situation &situation, const Values &directory)
{
    const ServerPlace place = ServerPlace::fromFact(situation, key("layout"));
    if (filesOf(situation) != Files::Aside)
        return ok(Tr::tr("Its files stay where they are."));
    const QString remedy = Tr::tr("Let its files stay where they are, and see to them by hand.");
    if (place.container)
        return blocked(Tr::tr("%1 lies in a container, which stops with the server.").arg(place.dataDirectory), remedy);
    if (directory.value(key("mounted")).toBool())
        return blocked(Tr::tr("A file system is mounted on %1.").arg(place.dataDirectory), remedy);
    if (!directory.value(key("writable")).toBool())
        return blocked(Tr::tr("%1 may not give %2 another name: %3 is closed to it.")
                           .arg(place.owner, place.dataDirectory, directory.value(key("parent")).toString()),
                       remedy);
    return ok(Tr::tr("%1 can be moved aside.").arg(place.dataDirectory));
}

Judgement judgeSynchronous(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    const auto left = DecommissionParts::of(situation).synchronous;
    const QString observed =
        Tr::tr("Commits on %1 wait for: %2.").arg(state.primary.node, synchronousWords(state.text));
    if (!left)
        return ok(observed);
    const QString after = Tr::tr("Afterwards for: %1.").arg(synchronousWords(left->toString()));
    return left->count == state.standbys.count
               ? ok(observed + QLatin1Char(' ') + after)
               : warning(observed + QLatin1Char(' ') + after,
                         Tr::tr("Fewer standbys confirm each commit then; add another one first if that is too few."));
}

Judgement judgeLast(const Situation &situation)
{
    QStringList others;
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Standby && node.name() != nameOf(situation))
            others << node.name();
    return others.isEmpty() ? warning(Tr::tr("No other standby answers."),
                                      Tr::tr("Nobody could take over from the primary then; clone another one first."))
                            : ok(Tr::tr("These standbys stay: %1.").arg(others.join(QStringLiteral(", "))));
}

Judgement judgeSessions(const Situation &situation, const Values &server)
{
    const int clients = server.value(key("clients")).toInt();
    const QString observed = Tr::tr("Sessions on %1: %2.").arg(nameOf(situation)).arg(clients);
    return clients == 0 ? ok(observed)
                        : warning(observed, Tr::tr("They are ended; point their applications elsewhere first."));
}

Judgement judgeSlots(const Situation &situation)
{
    QStringList names;
    for (const DecommissionParts::Slot &slot : DecommissionParts::of(situation).slotsToDrop)
        names << Tr::tr("\"%1\" on %2").arg(slot.name, slot.server.node);
    return names.isEmpty() ? ok(Tr::tr("No node keeps a slot for it."))
                           : ok(Tr::tr("These are dropped: %1.").arg(names.join(QStringLiteral(", "))));
}

Judgement judgeClientLines(const Situation &situation, const Values &seen)
{
    const NodeState *primary = situation.snapshot->primary();
    const QString node = primary ? primary->name() : QString();
    const QString byHand = Tr::tr("If pg_hba.conf there has a line for it, remove that by hand.");
    if (!seen.value(key("looked")).toBool())
        return warning(Tr::tr("Howdah cannot see pg_hba.conf of %1.").arg(node), byHand);
    const QString address = seen.value(key("address")).toString();
    if (address.isEmpty())
        return warning(Tr::tr("The address of %1 is not known.").arg(nameOf(situation)), byHand);
    if (seen.value(key("shared")).toBool())
        return ok(Tr::tr("Other nodes have the address %1 too, so its lines in pg_hba.conf stay.").arg(address));
    const qsizetype lines = seen.value(key("removals")).toList().size();
    return ok(Tr::tr("Howdah's own lines for %1 in pg_hba.conf of %2: %3.").arg(address, node).arg(lines));
}

} // namespace

QList<Check> decommissionChecks()
{
    const auto of = [](const char *probe, const char *id, const QString &title, const QString &why,
                       Judgement (*judge)(const Situation &, const Values &)) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return QList<Check>{lasting(of("server", "role", Tr::tr("It is not the primary"),
                                   Tr::tr("A primary leaves only after another has taken its role."), judgeRole)),
                        {.id = key("below"),
                         .title = Tr::tr("Nothing streams from it"),
                         .why = Tr::tr("Whatever does would receive nothing more."),
                         .judge = judgeBelow,
                         .lasting = true},
                        {.id = key("host-access"),
                         .title = Tr::tr("Howdah can act on its host"),
                         .why = Tr::tr("Its server is stopped where it runs, so that it does not come back by itself."),
                         .judge = judgeHost}} +
           synchronousChecks() +
           QList<Check>{of("synchronous", "synchronous", Tr::tr("Commits will not hang"),
                           Tr::tr("A primary waits for its synchronous standbys for ever."), judgeSynchronous),
                        {.id = key("last"),
                         .title = Tr::tr("Another standby stays"),
                         .why = Tr::tr("A cluster without a standby has nobody to fail over to."),
                         .judge = judgeLast},
                        of("server", "sessions", Tr::tr("Who is connected"), Tr::tr("A stop ends every session."),
                           judgeSessions),
                        {.id = key("slots"),
                         .title = Tr::tr("Slots that were its own"),
                         .why = Tr::tr("Left in place they keep WAL until the disk is full."),
                         .judge = judgeSlots},
                        of("client-lines", "client-lines", Tr::tr("Its lines in pg_hba.conf"),
                           Tr::tr("A server that has left needs no way in."), judgeClientLines),
                        of("directory", "directory", Tr::tr("Its directory can be moved aside"),
                           Tr::tr("Nothing is deleted; under another name it is started by nobody."), judgeDirectory)};
}

} // namespace howdah::library
