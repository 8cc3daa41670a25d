#pragma once

#include "core/backup/archive_command.h"
#include "core/backup/archive_inventory.h"
#include "core/hosts/host.h"

#include <QMap>

namespace howdah {

/// The files of an archive directory, or of pg_wal, by their names, with one command on its host. Blocking; worker
/// thread.
[[nodiscard]] Result<QList<ArchiveFile>> listArchiveFiles(Host &host, const QString &directory, const As &as,
                                                          quint32 segmentBytes, const Deadline &deadline,
                                                          std::stop_token stop = {});
/// The same of an archive that may lie on another machine.
[[nodiscard]] Result<QList<ArchiveFile>> listArchiveFiles(Host &host, const ArchivePlace &place, const As &as,
                                                          quint32 segmentBytes, const Deadline &deadline,
                                                          std::stop_token stop = {});
/// The stock of them.
[[nodiscard]] Result<ArchiveInventory> listArchive(Host &host, const QString &directory, const As &as,
                                                   quint32 segmentBytes, const Deadline &deadline,
                                                   std::stop_token stop = {});
/// Content of the archive's history files, unpacked.
[[nodiscard]] Result<QMap<Timeline, QByteArray>> readHistories(Host &host, const QString &directory, const As &as,
                                                               const ArchiveInventory &archive,
                                                               const Deadline &deadline);
[[nodiscard]] Result<QMap<Timeline, QByteArray>> readHistories(Host &host, const ArchivePlace &place, const As &as,
                                                               const ArchiveInventory &archive,
                                                               const Deadline &deadline);

} // namespace howdah
