#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/command.h"

#include <QHash>
#include <QJsonObject>

#include <stop_token>

namespace howdah {

/// A container as its engine describes it.
struct ContainerState
{
    QString engine; ///< "podman" or "docker": the program
    QString name;
    QString status;         ///< the engine's own word: "running", "exited", "created", "paused" …
    bool running = false;   ///< its first process lives; true as well while it is paused or being restarted
    QString image;          ///< by its id, so that it stays the same when a tag moves on
    QString user;           ///< whom commands run as; empty: root
    QStringList program;    ///< words of its first process
    bool hasInit = false;   ///< a small init is the first process, and the program its child
    int pid = 0;            ///< of its first process on this machine; 0 while it is stopped
    QString restartPolicy;  ///< "no", "always", "unless-stopped", "on-failure"
    bool stopsFast = false; ///< its stop signal is INT, which is a fast shutdown to PostgreSQL
    QString networkMode;
    QStringList networks; ///< those that have names
    QStringList subnets;  ///< of its networks while it runs: "10.89.0.0/24"
    QStringList mounts;   ///< paths in it that are volumes or directories of the machine
    QString besideVolume; ///< one more that only what runs beside it has, at besideVolumeMount (see BesideVolume)
    QHash<QString, QString> labels;
    QHash<int, int> publishedPorts; ///< TCP: port in it, port of this machine's loopback

    /// Whether its first process is a PostgreSQL server, or will be. Nothing may be run in such a container: a process
    /// that loses its parent becomes the server's child, and when it ends by a signal the server takes that for a crash
    /// of its own, ends every session and recovers.
    [[nodiscard]] bool isServer() const;
    [[nodiscard]] bool paused() const { return status == QLatin1String("paused"); }
    /// The networks where containers find each other by name; an engine's default ones are none.
    [[nodiscard]] QStringList namedNetworks() const;
    /// It has no network of its own: its ports are this machine's.
    [[nodiscard]] bool isInHostNetwork() const { return networkMode == QLatin1String("host"); }
    /// The path of the volume that one of its paths lies on; empty in the container's own layer, which ends with it and
    /// which nothing beside it sees.
    [[nodiscard]] QString mountOf(const QString &path) const;
    [[nodiscard]] bool isMounted(const QString &path) const { return !mountOf(path).isEmpty(); }
};

/// What an engine says of a "container", an "image" or a "volume". NotFound when it has none of that name; Unsupported
/// when the engine is another machine's (remoteEngine()); Unreachable, NotPermitted as with inspectContainer().
[[nodiscard]] Result<QJsonObject> inspectObject(const QString &engine, const QString &kind, const QString &name,
                                                const Deadline &deadline, const std::stop_token &stop = {});

/// "podman" and "docker", as far as their programs are on this machine.
[[nodiscard]] QStringList containerEngines();

/// What an engine's program needs of the console's environment to find the user's own engine.
[[nodiscard]] QList<QPair<QString, QString>> engineEnvironment();

/// `words` for an engine's program of this machine.
[[nodiscard]] Command engineCommand(const QString &engine, const QStringList &words);

/// The container of that name. An empty `engine`: whichever knows it. NotFound when none does, or no engine is here;
/// Unreachable when an engine does not answer; NotPermitted when it refuses; Unsupported when it is another machine's;
/// Invalid when both know one.
[[nodiscard]] Result<ContainerState> inspectContainer(const QString &engine, const QString &name,
                                                      const Deadline &deadline, const std::stop_token &stop = {});

} // namespace howdah
