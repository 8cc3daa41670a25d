#include "core/base/key.h"
#include "core/operations/library/pooler_search.h"
#include "core/operations/library/poolers.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Poolers)
};

QString listOf(const QVariantMap &pooler, const char *name)
{
    return pooler.value(key(name)).toStringList().join(QStringLiteral(", "));
}

/// Why this one cannot be paused and pointed elsewhere; nothing when it can.
std::optional<Judgement> obstacle(const Situation &situation, const QVariantMap &pooler)
{
    const QString title = pooler.value(key("title")).toString();
    if (!pooler.value(key("admin")).toBool())
        return blocked(Tr::tr("That user may not pause %1: it is none of its admin_users.").arg(title),
                       Tr::tr("Name one of its admin_users as user."));
    if (const QString names = listOf(pooler, "severalHosts"); !names.isEmpty())
        return blocked(Tr::tr("On %1 these lead to several hosts: %2.").arg(title, names),
                       Tr::tr("Let each lead to one host, or point it at the new primary by hand with pgbouncer = "
                              "none."));
    if (pooler.value(key("entries")).toList().isEmpty())
        return blocked(Tr::tr("No database of %1 leads to the primary.").arg(title),
                       Tr::tr("Name the PgBouncer in front of the primary, or none."));
    if (const QString names = listOf(pooler, "pausedAlready"); !names.isEmpty())
        return blocked(Tr::tr("On %1 somebody has paused: %2.").arg(title, names),
                       Tr::tr("Find out why, and RESUME there first: this operation would resume it."));
    const QString candidate = situation.argument(key("to"));
    const QString host = situation.value(key("standbys"), candidate).toMap().value(key("host")).toString();
    const NodeState *node = situation.node(candidate);
    if (isThisMachine(host) && (!node || node->definition.hostId != pooler.value(key("hostId")).toString()))
        return blocked(
            Tr::tr("%1 runs on another host than %2, whose address there is not known.").arg(title, candidate),
            Tr::tr("Give %1 in the cluster's settings a host name that is right everywhere.").arg(candidate));
    return std::nullopt;
}

Judgement judge(const Situation &situation, const Values &seen)
{
    const QVariantList poolers = seen.value(key("list")).toList();
    const QStringList found = situation.value(key("poolers-found"), key("consoles")).toStringList();
    if (poolers.isEmpty())
        return found.isEmpty()
                   ? ok(Tr::tr("None was named, and none was found."))
                   : warning(Tr::tr("Left alone: %1.").arg(found.join(QStringLiteral("; "))),
                             Tr::tr("Its clients get errors until you have pointed it at the new primary."));
    QStringList observed, session;
    for (const QVariant &one : poolers) {
        const QVariantMap pooler = one.toMap();
        if (const auto judgement = obstacle(situation, pooler))
            return *judgement;
        observed << Tr::tr("%1 will be paused for %2 and pointed at %3.")
                        .arg(pooler.value(key("title")).toString(), listOf(pooler, "paused"),
                             situation.argument(key("to")));
        session << pooler.value(key("session")).toStringList();
    }
    const QString sentence = observed.join(QLatin1Char(' '));
    if (session.isEmpty())
        return ok(sentence);
    return warning(sentence + QLatin1Char(' ') + Tr::tr("In session mode: %1.").arg(session.join(QStringLiteral(", "))),
                   Tr::tr("There a client is waited for until it disconnects; if one stays longer than ten seconds, "
                          "nothing is changed. Set pool_mode = transaction if the applications bear it."));
}

} // namespace

Check poolerCheck()
{
    return factCheck(key("pooler"), Tr::tr("PgBouncer in front of the primary"),
                     Tr::tr("Paused while the role is handed over, it keeps its clients waiting instead of failing."),
                     key("poolers"), judge);
}

} // namespace howdah::library
