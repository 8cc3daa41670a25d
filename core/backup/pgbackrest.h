#pragma once

#include "core/backup/base_backup.h"
#include "core/backup/kept_cluster.h"
#include "core/hosts/host.h"

namespace howdah {

/// From `pgbackrest info --output=json`: the backups of the system, over all stanzas. Invalid when it is no such
/// document. Their ids are "pgbackrest:STANZA:LABEL".
[[nodiscard]] Result<QList<BaseBackup>> parsePgBackRestInfo(const QByteArray &json, const QString &systemIdentifier);

/// Its stanzas, from the same document.
[[nodiscard]] Result<QList<KeptCluster>> parsePgBackRestStanzas(const QByteArray &json);

/// "--config=…" as an archive_command hands it to pgbackrest; empty when it names none.
[[nodiscard]] QString pgBackRestConfig(const QString &archiveCommand);

/// Asks the host's pgbackrest, as the owner of the data directory. None where it is not installed. Blocking; worker
/// thread.
[[nodiscard]] Result<QList<BaseBackup>> listPgBackRest(Host &host, const As &as, const QString &configOption,
                                                       const QString &systemIdentifier, const Deadline &deadline,
                                                       std::stop_token stop = {});

/// Which stanzas it has. As above.
[[nodiscard]] Result<KeptClusters> askPgBackRest(Host &host, const As &as, const QString &configOption,
                                                 const Deadline &deadline, std::stop_token stop = {});

} // namespace howdah
