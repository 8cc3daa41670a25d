#include "core/operations/library/managers.h"
#include "core/base/key.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Managers)
};

Judgement judgeFound(const Values &seen, const QStringList &found)
{
    const QString names = seen.value(key("managers")).toStringList().join(QStringLiteral(", "));
    const QString where = found.join(QStringLiteral("; "));
    if (seen.value(key("paused")).toBool())
        return warning(Tr::tr("%1 looks after this cluster and is paused: %2.").arg(names, where),
                       Tr::tr("Resume it only after it shows the cluster as it is then: before, it may undo the "
                              "change."));
    const QString observed = Tr::tr("%1 looks after this cluster: %2.").arg(names, where);
    const QString command = seen.value(key("command")).toString();
    const QString pausing = seen.value(key("pausing")).toString();
    QStringList remedy{command.isEmpty() ? Tr::tr("Make this change with %1.").arg(names)
                                         : Tr::tr("Make this change with %1: %2").arg(names, command)};
    if (!pausing.isEmpty())
        remedy << Tr::tr("To make it here all the same, pause %1 first: %2").arg(names, pausing);
    return blocked(observed, remedy.join(QLatin1Char('\n')));
}

} // namespace

Check noOtherManager()
{
    return lasting(factCheck(
        key("other-manager"), Tr::tr("No other manager is in charge"),
        Tr::tr("Patroni, repmgrd, pg_auto_failover and their like would undo or fight a change made beside them."),
        key("managers"), [](const Situation &, const Values &seen) {
            if (const QStringList found = seen.value(key("found")).toStringList(); !found.isEmpty())
                return judgeFound(seen, found);
            const QStringList suspected = seen.value(key("suspected")).toStringList();
            if (!suspected.isEmpty())
                return warning(Tr::tr("Other managers run there, and whom they look after could not be seen: %1.")
                                   .arg(suspected.join(QStringLiteral("; "))),
                               Tr::tr("Make sure that none of them looks after this cluster."));
            const QStringList unseen = seen.value(key("unseen")).toStringList();
            if (!unseen.isEmpty())
                return warning(
                    Tr::tr("None is seen, but this could not be looked at: %1.").arg(unseen.join(QStringLiteral("; "))),
                    Tr::tr("Make sure that nothing there promotes or starts servers by itself."));
            return ok(Tr::tr("No session and no process of another manager is seen."));
        }));
}

} // namespace howdah::library
