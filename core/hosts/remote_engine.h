#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace howdah {

/// The address of the engine that its program talks to, when that is another machine's: "ssh://db1", "tcp://…". By the
/// variables that the program heeds (CONTAINER_HOST; DOCKER_HOST, DOCKER_CONTEXT) and docker's own files. Empty for
/// this machine's.
[[nodiscard]] QString remoteEngine(const QString &engine);

/// Ports and processes of such containers are that machine's, and nothing here would find them: Unsupported then.
[[nodiscard]] std::optional<Error> objectionToRemoteEngine(const QString &engine);

} // namespace howdah
