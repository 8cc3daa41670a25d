#pragma once

#include <QString>

namespace howdah {

/// This process, told apart from every other: a pid alone comes round again, so the machine, its boot and the process's
/// start time go with it.
struct Console
{
    QString host;    ///< its name, for people; it may change
    QString machine; ///< /etc/machine-id, or the name where there is none; empty in entries of schema 1
    QString bootId;
    qint64 pid = 0;
    qint64 startedTicks = 0; ///< since boot, as /proc/PID/stat says
    QString user;
    bool operator==(const Console &) const = default;

    [[nodiscard]] static Console current();
    /// "user@host, process 1234"
    [[nodiscard]] QString title() const;
    /// False only when it is certain: a console of another machine counts as living, for it cannot be looked at from
    /// here.
    [[nodiscard]] bool isAlive() const;
};

} // namespace howdah
