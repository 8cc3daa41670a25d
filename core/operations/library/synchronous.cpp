#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/library.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/synchronous_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Synchronous)
};

constexpr qint64 farBehind = 16LL * 1024 * 1024;

bool wantsNone(const Situation &situation)
{
    return situation.argument(key("method")) == QLatin1String("none");
}

std::optional<QStringList> namesIn(const QString &text)
{
    const auto read = SynchronousStandbys::parse(QStringLiteral("FIRST 1 (%1)").arg(text));
    return read ? std::optional(read->names) : std::nullopt;
}

SynchronousStandbys wantedBy(const Situation &situation)
{
    if (wantsNone(situation))
        return {};
    return {.method = situation.argument(key("method")) == QLatin1String("any") ? SynchronousStandbys::Method::Any
                                                                                : SynchronousStandbys::Method::First,
            .count = situation.argument(key("count")).toInt(),
            .names = namesIn(situation.argument(key("standbys"))).value_or(QStringList())};
}

QString namesWritten(QStringList names)
{
    if (names.isEmpty())
        return {};
    const QString all = SynchronousStandbys{.count = 1, .names = std::move(names)}.toString();
    return all.mid(all.indexOf(QLatin1Char('(')) + 1).chopped(1);
}

QString objectionToCount(const QString &value, const Situation &situation)
{
    if (wantsNone(situation))
        return {};
    const auto names = namesIn(situation.argument(key("standbys")));
    const qlonglong count = value.toLongLong();
    if (count < 1)
        return Tr::tr("At least one standby must be waited for; choose \"Nobody\" for none.");
    const bool tooMany = names && !names->contains(QStringLiteral("*")) && count > names->size();
    constexpr qlonglong mostWalSenders = 262143;
    return tooMany || count > mostWalSenders ? Tr::tr("More than are named.") : QString();
}

QString objectionToNames(const QString &value, const Situation &situation)
{
    if (wantsNone(situation))
        return {};
    const bool control =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return !control && namesIn(value) ? QString()
                                      : Tr::tr("Name the standbys with commas between them, or * for all. A name with "
                                               "other characters than letters, digits and _ goes in double quotes.");
}

QList<SynchronousMember> countedMembers(const Situation &situation)
{
    QList<SynchronousMember> counted;
    const SynchronousStandbys wanted = wantedBy(situation);
    for (const SynchronousMember &member : SynchronousState::of(situation).members)
        if (member.streams && wanted.counts(member.name))
            counted << member;
    return counted;
}

Judgement judgeState(const Situation &situation, const Values &)
{
    const SynchronousState state = SynchronousState::of(situation);
    const QString observed =
        Tr::tr("Commits on %1 wait for: %2.").arg(state.primary.node, synchronousWords(state.text));
    return state.standbys == wantedBy(situation) ? blocked(observed, Tr::tr("There is nothing to do.")) : ok(observed);
}

Judgement judgeEnough(const Situation &situation, const Values &)
{
    const SynchronousStandbys wanted = wantedBy(situation);
    const QStringList streaming = SynchronousState::of(situation).streaming();
    if (wanted.count == 0)
        return ok(Tr::tr("Commits will wait for nobody."));
    const int there = wanted.countedOf(streaming);
    const QString observed = Tr::tr("%1 of those named stream from the primary, %2 are needed. Streaming: %3.")
                                 .arg(there)
                                 .arg(wanted.count)
                                 .arg(streaming.isEmpty() ? Tr::tr("none") : streaming.join(QStringLiteral(", ")));
    if (there < wanted.count)
        return blocked(observed, Tr::tr("Every commit would hang. Name standbys that stream, by the application_name "
                                        "that is shown here, or wait for fewer."));
    if (there == wanted.count)
        return warning(observed,
                       Tr::tr("None is to spare: when one of them goes away, commits hang until it is back or "
                              "taken out. Name one more if there is one."));
    return ok(observed);
}

Judgement judgeMissing(const Situation &situation, const Values &)
{
    const QStringList streaming = SynchronousState::of(situation).streaming();
    QStringList missing;
    for (const QString &name : wantedBy(situation).names)
        if (name != QLatin1String("*") && !streaming.contains(name, Qt::CaseInsensitive))
            missing << name;
    return missing.isEmpty()
               ? ok(Tr::tr("Every name stands for a standby that streams."))
               : warning(Tr::tr("No standby streams under these names: %1.").arg(missing.join(QStringLiteral(", "))),
                         Tr::tr("See that they are written as the standbys call themselves: "
                                "application_name in their primary_conninfo."));
}

Judgement judgeLag(const Situation &situation, const Values &)
{
    QStringList behind;
    for (const SynchronousMember &member : countedMembers(situation))
        if (member.behindBytes > farBehind)
            behind << Tr::tr("%1 by %2").arg(member.name, prettySize(member.behindBytes));
    return behind.isEmpty() ? ok(Tr::tr("None is more than %1 behind.").arg(prettySize(farBehind)))
                            : warning(Tr::tr("Behind: %1.").arg(behind.join(QStringLiteral(", "))),
                                      Tr::tr("Commits may wait until these have caught up; let them do so first."));
}

Judgement judgeLevel(const Situation &situation, const Values &)
{
    const QString level = SynchronousState::of(situation).commitLevel;
    const QString observed = Tr::tr("synchronous_commit is \"%1\".").arg(level);
    if (wantsNone(situation))
        return ok(observed);
    if (level == QLatin1String("off") || level == QLatin1String("local"))
        return warning(observed, Tr::tr("With it commits wait for no standby, whatever is named. Set it to \"on\", or "
                                        "in the sessions that are to wait."));
    if (level != QLatin1String("remote_apply"))
        return ok(observed);
    QStringList late;
    for (const SynchronousMember &member : countedMembers(situation)) {
        const NodeState *node = situation.node(member.node);
        if (node && node->sample &&
            (node->sample->delayMs.value_or(0) > 0 ||
             node->sample->replayPause.value_or(ReplayPause::NotPaused) != ReplayPause::NotPaused))
            late << member.name;
    }
    return late.isEmpty()
               ? ok(observed)
               : warning(
                     observed + QLatin1Char(' ') +
                         Tr::tr("These apply changes late, or not at all: %1.").arg(late.join(QStringLiteral(", "))),
                     Tr::tr("Every commit would wait for them to apply it. Resume their replay and take "
                            "their delay away, or name others."));
}

QList<Param> params()
{
    return {
        {.id = key("method"),
         .title = Tr::tr("Which of them"),
         .help = Tr::tr("Any of those named may confirm a commit, or the first in their order."),
         .kind = Param::Kind::Choice,
         .options = {{key("any"), Tr::tr("Any of those named")},
                     {key("first"), Tr::tr("The first of those named")},
                     {key("none"), Tr::tr("Nobody: commits do not wait")}},
         .suggest =
             [](const Situation &situation) {
                 const SynchronousState state = SynchronousState::of(situation);
                 const bool first =
                     state.standbys.count > 0 && state.standbys.method == SynchronousStandbys::Method::First;
                 return first ? key("first") : key("any");
             }},
        {.id = key("standbys"),
         .title = Tr::tr("Standbys"),
         .help = Tr::tr("The names under which they stream (application_name), with commas between them; * for all."),
         .required = false,
         .suggest =
             [](const Situation &situation) {
                 const SynchronousState state = SynchronousState::of(situation);
                 return namesWritten(state.standbys.count > 0 ? state.standbys.names : state.streaming());
             },
         .objection = objectionToNames},
        {.id = key("count"),
         .title = Tr::tr("How many"),
         .help = Tr::tr("A commit waits until so many of them have it on disk."),
         .kind = Param::Kind::Integer,
         .suggest =
             [](const Situation &situation) {
                 return QString::number(std::max(1, SynchronousState::of(situation).standbys.count));
             },
         .objection = objectionToCount},
    };
}

QStringList consequencesOf(const Situation &situation)
{
    const QString primary = SynchronousState::of(situation).primary.node;
    const SynchronousStandbys wanted = wantedBy(situation);
    if (wanted.count == 0)
        return {Tr::tr("Commits on %1 return before any standby has them: a failover can lose the last of them.")
                    .arg(primary)};
    return {Tr::tr("Every commit on %1 waits until it is on disk at %2 of: %3.")
                .arg(primary)
                .arg(wanted.count)
                .arg(wanted.names.join(QStringLiteral(", "))),
            Tr::tr("When fewer of them stream, commits hang until they are back or taken out.")};
}

Check ofPrimary(const char *id, const QString &title, const QString &why,
                Judgement (*judge)(const Situation &, const Values &))
{
    return factCheck(key(id), title, why, key("synchronous"), judge);
}

} // namespace

Operation synchronous()
{
    return {.id = key("synchronous"),
            .title = Tr::tr("Synchronous replication"),
            .summary = Tr::tr("Says which standbys must have a commit before it returns, and how many of them."),
            .icon = key("replication"),
            .group = OperationGroup::Synchronous,
            .params = params(),
            .probes = synchronousProbes() + QList<Probe>{managersProbe(ManagedChange::Synchronous)},
            .checks =
                synchronousChecks() +
                QList<Check>{ofPrimary("state", Tr::tr("There is something to change"),
                                       Tr::tr("What is so already needs no change."), judgeState),
                             ofPrimary("enough", Tr::tr("Commits will not hang"),
                                       Tr::tr("A primary waits for its synchronous standbys for ever."), judgeEnough),
                             ofPrimary("names", Tr::tr("The names are those of standbys"),
                                       Tr::tr("A name that nobody bears is waited for in vain."), judgeMissing),
                             ofPrimary("lag", Tr::tr("They are close behind"),
                                       Tr::tr("A commit waits until all before it has arrived too."), judgeLag),
                             ofPrimary("commit-level", Tr::tr("What a commit waits for"),
                                       Tr::tr("synchronous_commit says whether it waits at all, and for how much."),
                                       judgeLevel)},
            .steps = {synchronousStep(
                [](const Situation &situation) -> std::optional<SynchronousStandbys> { return wantedBy(situation); })},
            .consequences = consequencesOf,
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    return snapshot.primary() ? QString() : Tr::tr("No primary answers, or several do.");
                },
            .next = [](const Situation &situation) -> QStringList {
                return {Tr::tr("A standby that is promoted goes by its own synchronous_standby_names: look at it after "
                               "%1 has handed its role over.")
                            .arg(SynchronousState::of(situation).primary.node)};
            }};
}

} // namespace howdah::library
