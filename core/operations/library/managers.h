#pragma once

#include "core/operations/operation.h"

/// Other programs that promote, stop and start servers by themselves (safety rule 7).
namespace howdah::library {

/// One line of `ps -eo pid=,args=` that is such a program.
struct ManagerProcess
{
    int pid = 0;
    QString name;      ///< "repmgrd"
    QString arguments; ///< its whole command line
    QStringList files; ///< of its configuration, as far as the command line tells, else where it looks by itself
};
[[nodiscard]] QList<ManagerProcess> managerProcesses(const QString &processList);
/// True when the text (a command line, a configuration file) names this data directory and not just a longer path.
[[nodiscard]] bool namesDirectory(const QString &text, const QString &directory);
/// What Patroni's REST interface says, when it is about this system: its name there, else nothing.
[[nodiscard]] QString patroniMember(const QByteArray &answer, const QString &systemIdentifier);

} // namespace howdah::library
