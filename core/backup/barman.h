#pragma once

#include "core/backup/base_backup.h"
#include "core/backup/kept_cluster.h"
#include "core/hosts/host.h"

namespace howdah {

/// One block for each server that Barman knows: what listBarman() reads, from `barman -f json`.
struct BarmanServer
{
    QString name;
    QByteArray server;  ///< of "show-server"
    QByteArray backups; ///< of "list-backups"
};

/// Those of the system, by what each server said of itself. Their ids are "barman:SERVER:BACKUP". A backup that failed
/// is none.
[[nodiscard]] QList<BaseBackup> parseBarman(const QList<BarmanServer> &servers, const QString &systemIdentifier);

/// All of them, whichever cluster they are of. Pure.
[[nodiscard]] QList<KeptCluster> barmanClusters(const QList<BarmanServer> &servers);

/// Asks the host's barman, as the user barman where the login may act as it. None where it is not installed. `config`:
/// its configuration file; empty: its own default. Blocking; worker thread.
[[nodiscard]] Result<QList<BaseBackup>> listBarman(Host &host, const QString &config, const QString &systemIdentifier,
                                                   const Deadline &deadline, std::stop_token stop = {});
/// Which servers it knows. As above.
[[nodiscard]] Result<KeptClusters> askBarman(Host &host, const QString &config, const Deadline &deadline,
                                             std::stop_token stop = {});

} // namespace howdah
