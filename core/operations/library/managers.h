#pragma once

#include "core/operations/operation.h"

/// Other programs that promote, stop and start servers by themselves (safety rule 7).
namespace howdah::library {

/// A program of its own that looks after clusters.
enum class Manager { Patroni, Repmgr, PgAutoFailover, Stolon, Pacemaker, CloudNativePg };
[[nodiscard]] QString managerTitle(Manager manager); ///< as its makers write it

/// Changes that a manager may have a command of its own for.
enum class ManagedChange { Other, Switchover, Failover, Restart, SetParameter, Synchronous, Follow, Rejoin };

/// One line of `ps -eo pid=,user:32=,args=` that is such a program.
struct ManagerProcess
{
    int pid = 0;
    QString user;
    Manager manager = Manager::Patroni;
    QString name;      ///< "repmgrd"
    QString arguments; ///< its whole command line
    QStringList files; ///< of its configuration, as far as the command line tells, else where it looks by itself
};
[[nodiscard]] QList<ManagerProcess> managerProcesses(const QString &processList);
/// By the name of a session ("Patroni", "repmgrd", "pgautofailover_standby_2").
[[nodiscard]] std::optional<Manager> managerOfSession(const QString &applicationName);
/// True when the text (a command line, a configuration file) names this data directory and not just a longer path.
[[nodiscard]] bool namesDirectory(const QString &text, const QString &directory);
/// What Patroni's REST interface says, when it is about this system: its name there, else nothing.
[[nodiscard]] QString patroniMember(const QByteArray &answer, const QString &systemIdentifier);

/// The manager's process for one node, as far as its command line and configuration tell.
struct ManagedNode
{
    Manager manager = Manager::Patroni;
    QString node;          ///< as it is called here
    QString configuration; ///< the file; of pg_auto_failover the data directory
    QString scope, member; ///< Patroni's names of the cluster and of this node
};
/// From the content of Patroni's configuration.
[[nodiscard]] ManagedNode patroniNode(const QString &node, const QString &file, const QString &content);

/// How the manager itself makes the change, as a command where that process runs; empty when it has no such command.
[[nodiscard]] QStringList commandOf(const ManagedNode &managed, ManagedChange change, const Arguments &arguments);
/// How the manager is told to keep still; empty when it cannot be.
[[nodiscard]] QStringList pausingCommandOf(const ManagedNode &managed);

/// The probe "managers" of an operation that makes this change: what it finds comes with the managers' own commands.
[[nodiscard]] Probe managersProbe(ManagedChange change);

} // namespace howdah::library
