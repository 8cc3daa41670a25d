#pragma once

#include "core/hosts/server_layout.h"
#include "core/operations/operation.h"

/// A server's files and programs, on its host.
namespace howdah::library {

/// The files of the server that the parameter names: "dataDirectory", "owner", "binDirectory", "running", "pid",
/// "hostId", "logFile", "startArgv", "isVolume" …; see ServerLayout.
[[nodiscard]] Probe layoutProbe(const QString &id, std::function<const NodeState *(const Situation &)> node);

/// A layout probe's values, or those of a server that is being made.
struct ServerPlace
{
    QString hostId, dataDirectory, owner, binDirectory, logFile;
    Command startCommand; ///< as its kind of layout wants it
    bool running = false;
    std::optional<ServerContainer> container = {}; ///< it starts and stops with the server
    QString restartPolicy = {};                    ///< of the container that the host is; empty for a machine

    [[nodiscard]] static ServerPlace fromFact(const Situation &situation, const QString &probe);
    [[nodiscard]] QVariantMap toValues() const;

    [[nodiscard]] Observation isRunning(Milliseconds timeout = Milliseconds{0}) const; ///< by pg_ctl status
    /// Not seen when the data directory cannot be reached: a server may run in it all the same.
    [[nodiscard]] Observation isStopped(Milliseconds timeout = Milliseconds{0}) const;
    /// Stopped, or killed and not reaped yet: that one does nothing any more, but PostgreSQL starts no other beside it.
    /// Where nobody reaps the dead (a container without an init) it stays so for ever.
    [[nodiscard]] Observation isDead(Milliseconds timeout = Milliseconds{0}) const;
    /// Seen only while it runs: waiting for it ends as soon as the server has, with what that said last.
    [[nodiscard]] Observation whileItRuns(Observation observation) const;
    /// Waits until one of the two can be told. First in what acts on a server that does not run: "not seen to run"
    /// might mean that nobody could look.
    [[nodiscard]] Action seeWhetherItRuns() const;
    [[nodiscard]] Action start() const;     ///< unless it runs
    [[nodiscard]] Action stop() const;      ///< fast, unless it is stopped
    [[nodiscard]] Action askToStop() const; ///< fast, without waiting, unless it is stopped
    /// Fast without waiting, then immediate if it has not ended within `patience`.
    [[nodiscard]] QList<Action> stopSurely(Milliseconds patience) const;
    [[nodiscard]] Action stopAtOnce() const;     ///< immediate, without a last checkpoint, unless it is stopped
    [[nodiscard]] Action restart() const;        ///< with the options it was started with
    [[nodiscard]] QString controlHostId() const; ///< where the server is started and stopped
    [[nodiscard]] Command pgCtl(const QStringList &arguments) const;
    [[nodiscard]] QString signalFile() const;                              ///< standby.signal
    [[nodiscard]] Action removeSignalOf(const QString &operationId) const; ///< only one that names the operation

private:
    [[nodiscard]] RunCommand stopBy(const QString &mode, bool waiting) const;
};

} // namespace howdah::library
