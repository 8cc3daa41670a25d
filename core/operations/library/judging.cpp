#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Judging)
};
} // namespace

Judgement ok(const QString &observed)
{
    return {.verdict = Verdict::Ok, .observed = observed};
}

Judgement warning(const QString &observed, const QString &remedy)
{
    return {.verdict = Verdict::Warning, .observed = observed, .remedy = remedy};
}

Judgement blocked(const QString &observed, const QString &remedy)
{
    return {.verdict = Verdict::Blocked, .observed = observed, .remedy = remedy};
}

Judgement notSeen(const Error &error)
{
    const QString observed =
        error.detail.isEmpty() ? error.message : QStringLiteral("%1 (%2)").arg(error.message, error.detail);
    return blocked(observed, error.hint.isEmpty() ? Tr::tr("Mend this first, then check again.") : error.hint);
}

Check factCheck(const QString &id, const QString &title, const QString &why, const QString &probe,
                std::function<Judgement(const Situation &, const Values &)> judge)
{
    return {
        .id = id, .title = title, .why = why, .judge = [probe, judge = std::move(judge)](const Situation &situation) {
            const Fact *fact = situation.fact(probe);
            if (!fact)
                return blocked(Tr::tr("This was not looked at."), Tr::tr("Check again."));
            Judgement judgement = fact->error ? notSeen(*fact->error) : judge(situation, fact->values);
            judgement.observedAt = fact->observedAt;
            return judgement;
        }};
}

Check lasting(Check check, const QStringList &changedBy)
{
    check.lasting = true;
    check.changedBy = changedBy;
    return check;
}

Probe after(const QStringList &others, Probe probe)
{
    probe.after = others;
    return probe;
}

Probe goodFor(Milliseconds age, Probe probe)
{
    probe.lasts = age;
    return probe;
}

Check answers(const QString &param)
{
    return {.id = QStringLiteral("%1-answers").arg(param),
            .title = Tr::tr("The server answers"),
            .why = Tr::tr("Everything else is asked of it."),
            .judge = [param](const Situation &situation) {
                const NodeState *node = situation.node(situation.argument(param));
                if (node->sample && !node->sample->failure)
                    return ok(Tr::tr("%1 answers as %2.").arg(node->name(), roleTitle(node->role)));
                Judgement judgement = node->sample ? notSeen(*node->sample->failure)
                                                   : blocked(Tr::tr("%1 has not been asked yet.").arg(node->name()),
                                                             Tr::tr("Check again."));
                if (judgement.remedy.isEmpty())
                    judgement.remedy = Tr::tr("Start it, or mend its connection settings.");
                return judgement;
            }};
}

Check supportedVersion(const QString &param)
{
    return {.id = QStringLiteral("version"),
            .title = Tr::tr("A PostgreSQL version that is operated"),
            .why = Tr::tr("Howdah changes servers of PostgreSQL 13 and later; older ones it only watches."),
            .judge = [param](const Situation &situation) {
                const NodeState *node = situation.node(situation.argument(param));
                const ServerVersion version = node->lastAnswer ? node->lastAnswer->version : ServerVersion();
                if (!version.isKnown())
                    return blocked(Tr::tr("The version of %1 is not known.").arg(node->name()),
                                   Tr::tr("See that it answers."));
                const QString observed = Tr::tr("%1 runs PostgreSQL %2.").arg(node->name(), version.toString());
                return version.isOperated() ? ok(observed)
                                            : blocked(observed, Tr::tr("Upgrade it, or do this by hand."));
            }};
}

Check hostKnown(const QString &param, const QString &layoutProbe)
{
    return factCheck(
        QStringLiteral("host-access"), Tr::tr("Howdah can act on its host"),
        Tr::tr("Starting and stopping a server is done where it runs, as the owner of its data directory."),
        layoutProbe, [param](const Situation &situation, const Values &seen) {
            return ok(Tr::tr("%1 lies in %2, owned by %3.")
                          .arg(situation.argument(param), seen.value(QStringLiteral("dataDirectory")).toString(),
                               seen.value(QStringLiteral("owner")).toString()));
        });
}

} // namespace howdah::library
