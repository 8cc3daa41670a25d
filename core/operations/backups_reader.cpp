#include "core/operations/backups_reader.h"

namespace howdah {

namespace {
constexpr Milliseconds lookTimeout{120000};
}

BackupsReader::BackupsReader(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

void BackupsReader::look(const ClusterSnapshotPtr &snapshot)
{
    m_background.requestStop();
    const int ticket = ++m_ticket;
    m_background.run(
        [this, snapshot](const std::stop_token &stopped) -> BackupStockPtr {
            return std::make_shared<const BackupStock>(
                lookAtBackups(*snapshot, m_environment, Deadline::after(lookTimeout), stopped));
        },
        [this, ticket](const BackupStockPtr &stock) {
            if (ticket == m_ticket)
                Q_EMIT looked(stock);
        });
}

} // namespace howdah
