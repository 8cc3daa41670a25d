#include "core/operations/library/managers.h"

// What the managers' own programs are told for a change, by their manuals: Patroni 3.0 (patronictl), repmgr 5.3,
// pg_auto_failover 2.0 (pg_autoctl).

namespace howdah::library {

namespace {

QStringList line(const char *words, const QStringList &more = {})
{
    return QString::fromLatin1(words).split(QLatin1Char(' ')) + more;
}

QStringList patroni(const ManagedNode &managed, const QStringList &words)
{
    return QStringList{QStringLiteral("patronictl"), QStringLiteral("-c"), managed.configuration} + words;
}

QString valueOf(const Arguments &arguments)
{
    const bool reset = arguments.value(QStringLiteral("reset")) == QLatin1String("true");
    return reset ? QStringLiteral("null") : arguments.value(QStringLiteral("value"));
}

QString wantsSynchronous(const Arguments &arguments)
{
    const bool off = arguments.value(QStringLiteral("method")) == QLatin1String("none");
    return off ? QStringLiteral("false") : QStringLiteral("true");
}

QStringList patroniCommand(const ManagedNode &managed, ManagedChange change, const Arguments &arguments)
{
    const QStringList candidate{QStringLiteral("--candidate"), managed.member};
    switch (change) {
    case ManagedChange::Switchover:
        return patroni(managed, line("switchover", QStringList{managed.scope} + candidate));
    case ManagedChange::Failover:
        return patroni(managed, line("failover", QStringList{managed.scope} + candidate));
    case ManagedChange::Restart:
        return patroni(managed, line("restart", {managed.scope, managed.member}));
    case ManagedChange::Rejoin:
        return patroni(managed, line("reinit", {managed.scope, managed.member}));
    case ManagedChange::SetParameter:
        return patroni(managed, line("edit-config",
                                     {managed.scope, QStringLiteral("-p"),
                                      QStringLiteral("%1=%2").arg(arguments.value(QStringLiteral("name")),
                                                                  valueOf(arguments))}));
    case ManagedChange::Synchronous:
        return patroni(managed,
                       line("edit-config", {managed.scope, QStringLiteral("-s"),
                                            QStringLiteral("synchronous_mode=%1").arg(wantsSynchronous(arguments))}));
    case ManagedChange::Follow:
    case ManagedChange::Other:
        break;
    }
    return {};
}

QStringList repmgr(const ManagedNode &managed, const QStringList &words)
{
    return QStringList{QStringLiteral("repmgr"), QStringLiteral("-f"), managed.configuration} + words;
}

QStringList repmgrCommand(const ManagedNode &managed, ManagedChange change)
{
    switch (change) {
    case ManagedChange::Switchover:
        return repmgr(managed, line("standby switchover --siblings-follow"));
    case ManagedChange::Failover:
        return repmgr(managed, line("standby promote --siblings-follow"));
    case ManagedChange::Restart:
        return repmgr(managed, line("node service --action=restart"));
    case ManagedChange::Follow:
        return repmgr(managed, line("standby follow"));
    case ManagedChange::SetParameter:
    case ManagedChange::Synchronous:
    case ManagedChange::Rejoin:
    case ManagedChange::Other:
        break;
    }
    return {};
}

QStringList autoctlCommand(const ManagedNode &managed, ManagedChange change)
{
    const QStringList where{QStringLiteral("--pgdata"), managed.configuration};
    switch (change) {
    case ManagedChange::Switchover:
        return line("pg_autoctl perform promotion", where); // of the node in whose directory it is said
    case ManagedChange::Failover:
        return line("pg_autoctl perform failover", where);
    case ManagedChange::Restart:
    case ManagedChange::Synchronous:
    case ManagedChange::SetParameter:
    case ManagedChange::Follow:
    case ManagedChange::Rejoin:
    case ManagedChange::Other:
        break;
    }
    return {};
}

} // namespace

QStringList commandOf(const ManagedNode &managed, ManagedChange change, const Arguments &arguments)
{
    if (managed.configuration.isEmpty())
        return {};
    switch (managed.manager) {
    case Manager::Patroni:
        return patroniCommand(managed, change, arguments);
    case Manager::Repmgr:
        return repmgrCommand(managed, change);
    case Manager::PgAutoFailover:
        return autoctlCommand(managed, change);
    case Manager::Stolon:
    case Manager::Pacemaker:
    case Manager::CloudNativePg:
        break;
    }
    return {};
}

QStringList pausingCommandOf(const ManagedNode &managed)
{
    if (managed.configuration.isEmpty())
        return {};
    if (managed.manager == Manager::Patroni)
        return patroni(managed, line("pause --wait", {managed.scope}));
    if (managed.manager == Manager::Repmgr)
        return repmgr(managed, line("service pause"));
    return {};
}

} // namespace howdah::library
