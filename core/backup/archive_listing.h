#pragma once

#include "core/backup/archive_command.h"
#include "core/backup/archive_inventory.h"
#include "core/backup/base_backup.h"
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

/// The backups below a directory (one directory each) that can be copied back as they lie, oldest first: not those in
/// tar files, nor incremental or cold ones, nor what was found bad. A record that cannot be read is passed over and
/// named in `damaged`. An absent directory holds none.
[[nodiscard]] Result<QList<BaseBackup>> listBackups(Host &host, const QString &directory, const As &as,
                                                    const Deadline &deadline, QStringList *damaged = nullptr);

} // namespace howdah
