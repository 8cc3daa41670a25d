#pragma once

#include "core/base/background.h"
#include "core/operations/backup_stock.h"

#include <QObject>

namespace howdah {

using BackupStockPtr = std::shared_ptr<const BackupStock>;

/// Looks at a cluster's backups away from the GUI thread. Lives on the thread that made it; no method waits.
class BackupsReader : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive the reader.
    explicit BackupsReader(const Environment &environment, QObject *parent = nullptr);

    void look(const ClusterSnapshotPtr &snapshot); ///< an earlier look that is under way is given up

Q_SIGNALS:
    void looked(const howdah::BackupStockPtr &stock);

private:
    const Environment &m_environment;
    int m_ticket = 0; ///< of the newest look
    Background m_background;
};

} // namespace howdah
