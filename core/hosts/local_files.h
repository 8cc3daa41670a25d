#pragma once

#include "core/hosts/host.h"

namespace howdah::local_files {

// Files of this machine by system calls, as the calling thread's user for files (see ActingAs). Contracts as in Host.

[[nodiscard]] Result<QByteArray> readFile(const QString &path);
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &content, int mode);
[[nodiscard]] Result<FileStatus> status(const QString &path);
[[nodiscard]] Result<QStringList> entries(const QString &directory);
[[nodiscard]] Result<void> makeDirectory(const QString &path, int mode);
[[nodiscard]] Result<void> move(const QString &from, const QString &to);
[[nodiscard]] Result<void> removeFile(const QString &path);
[[nodiscard]] Result<SpaceStatus> space(const QString &path);

} // namespace howdah::local_files
