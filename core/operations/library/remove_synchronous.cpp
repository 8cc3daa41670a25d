#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/synchronous_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RemoveSynchronous)
};

QString nameOf(const Situation &situation)
{
    return situation.argument(key("name"));
}

/// The one named for the chosen node, else the first that does not stream: it is what commits hang for.
QString suggestedName(const Situation &situation)
{
    const SynchronousState state = SynchronousState::of(situation);
    if (const NodeState *node = situation.node(situation.argument(key("node")))) {
        const QString name = state.nameOf(*node);
        if (!name.isEmpty())
            return name;
        return node->sender ? node->sender->applicationName : node->name();
    }
    const QStringList streaming = state.streaming();
    for (const QString &name : state.standbys.names)
        if (name != QLatin1String("*") && !streaming.contains(name, Qt::CaseInsensitive))
            return name;
    return {};
}

Judgement judgeNamed(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    const QString observed =
        Tr::tr("Commits on %1 wait for: %2; streaming: %3.")
            .arg(state.primary.node, synchronousWords(state.text),
                 state.streaming().isEmpty() ? Tr::tr("none") : state.streaming().join(QStringLiteral(", ")));
    if (state.standbys.count > 0 && !state.standbys.counts(nameOf(situation)))
        return blocked(observed, Tr::tr("\"%1\" is not among them; choose one that is.").arg(nameOf(situation)));
    return state.without(nameOf(situation)) == state.standbys ? blocked(observed, Tr::tr("There is nothing to do."))
                                                              : ok(observed);
}

Judgement judgeLeft(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    const SynchronousStandbys left = state.without(nameOf(situation));
    const QString observed = Tr::tr("Commits will wait for: %1.").arg(synchronousWords(left.toString()));
    if (left.count == 0)
        return warning(observed, Tr::tr("A failover could lose commits until a standby is synchronous again; the "
                                        "operation \"Synchronous replication\" names one when it is back."));
    if (left.count < state.standbys.count)
        return warning(observed,
                       Tr::tr("That is one confirmation less than before for each commit; raise it again when "
                              "there are more standbys."));
    return ok(observed);
}

Judgement judgeWaiting(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    return ok(state.waitingCommits == 0 ? Tr::tr("No commit on %1 waits for a standby now.").arg(state.primary.node)
                                        : Tr::tr("Commits on %1 that wait for a standby now: %2.")
                                              .arg(state.primary.node)
                                              .arg(state.waitingCommits));
}

QList<Param> params()
{
    return {{.id = key("node"),
             .title = Tr::tr("Standby"),
             .help = Tr::tr("The standby that commits are no longer to wait for."),
             .kind = Param::Kind::Standby,
             .required = false},
            {.id = key("name"),
             .title = Tr::tr("Its name"),
             .help = Tr::tr("As synchronous_standby_names has it; suggested is that of the standby, or the first that "
                            "does not stream."),
             .suggest = suggestedName}};
}

} // namespace

Operation removeSynchronous()
{
    return {.id = key("remove-synchronous"),
            .title = Tr::tr("Remove a synchronous standby"),
            .summary = Tr::tr("Takes a standby out of what commits wait for, and lets go those that hang for it."),
            .icon = key("replication"),
            .group = OperationGroup::Synchronous,
            .params = params(),
            .probes = synchronousProbes() + QList<Probe>{managersProbe()},
            .checks =
                synchronousChecks() +
                QList<Check>{factCheck(key("named"), Tr::tr("Commits wait for it"),
                                       Tr::tr("Only what is named, or stands behind a *, can be taken out."),
                                       key("synchronous"), judgeNamed),
                             factCheck(key("left"), Tr::tr("What is left to wait for"),
                                       Tr::tr("No more are waited for than stream, so that no commit hangs."),
                                       key("synchronous"), judgeLeft),
                             factCheck(key("waiting"), Tr::tr("Commits that hang"),
                                       Tr::tr("They return as soon as the primary no longer waits for the standby."),
                                       key("synchronous"), judgeWaiting)},
            .steps = {synchronousStep([](const Situation &situation) -> std::optional<SynchronousStandbys> {
                return SynchronousState::of(situation).without(nameOf(situation));
            })},
            .consequences = [](const Situation &situation) -> QStringList {
                const SynchronousState state = SynchronousState::of(situation);
                return {Tr::tr("Commits on %1 wait for %2, no longer for %3.")
                            .arg(state.primary.node, synchronousWords(state.without(nameOf(situation)).toString()),
                                 synchronousWords(state.text))};
            },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    const NodeState *primary = snapshot.primary();
                    if (!primary)
                        return Tr::tr("No primary answers, or several do.");
                    return primary->sample->synchronousStandbyNames.isEmpty()
                               ? Tr::tr("Commits on %1 wait for no standby.").arg(primary->name())
                               : QString();
                }};
}

} // namespace howdah::library
