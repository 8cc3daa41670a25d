#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// What a new container must be given to be like another one: what that one was given beyond its image. Holds no
/// secret: it goes into plans.
struct ContainerPattern
{
    QString image;       ///< by its id
    QString imageName;   ///< for people
    QString mount;       ///< where its data lie; the new one gets a volume of its own there
    QStringList options; ///< of "create", name, volume, network and ports apart
    QStringList shared;  ///< paths of other volumes and directories that both will have
    QStringList secrets; ///< names of variables that are not handed on
    QString publishedOn; ///< the address that the server's port is published on; empty: any, or not published
    /// Its entry point or its command is another than a server's of its image: the new one would not be like it.
    bool ownProgram = false;
};

/// From what its engine says of it and of its image. Pure.
[[nodiscard]] ContainerPattern containerPattern(const QJsonObject &container, const QJsonObject &image,
                                                const QString &dataDirectory, const QStringList &keptApart);

/// Its mounts below `keptApart` (its tablespaces) are not shared. NotFound when its image is gone.
[[nodiscard]] Result<ContainerPattern> containerPattern(const ContainerState &container, const QString &dataDirectory,
                                                        const QStringList &keptApart, const Deadline &deadline,
                                                        const std::stop_token &stop = {});

/// Where an engine keeps its volumes, on this machine.
[[nodiscard]] Result<QString> volumeDirectory(const QString &engine, const Deadline &deadline,
                                              const std::stop_token &stop = {});

} // namespace howdah
