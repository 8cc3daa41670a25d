#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// What servers in containers are made with: an engine of this machine, its compose program, and an image of PostgreSQL
/// that the engine has.
struct ContainerKit
{
    QString engine;        ///< "podman" or "docker"
    QString compose;       ///< words of a shell line: "podman-compose", "docker compose"
    QString image;         ///< as the engine calls it
    int major = 0;         ///< of the server in it; 0: the image does not say
    QString dataDirectory; ///< in a container of it
    QString volume;        ///< the path in it that is a volume; holds the data directory

    [[nodiscard]] bool isThere() const { return !engine.isEmpty(); }
};

/// The first engine that has all of it; of several images of PostgreSQL the newest, or the one that HOWDAH_LAB_IMAGE
/// names. Nothing is fetched from anywhere. NotFound with what is missing and how to get it.
[[nodiscard]] Result<ContainerKit> findContainerKit(Host &host, const Deadline &deadline);

/// What an image says of itself, when it is made as the official one (PGDATA in its environment). Pure.
[[nodiscard]] std::optional<ContainerKit> kitOfImage(const QString &name, const QJsonObject &inspected);

} // namespace howdah
