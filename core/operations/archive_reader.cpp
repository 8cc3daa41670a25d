#include "core/operations/archive_reader.h"

namespace howdah {

namespace {
constexpr Milliseconds lookTimeout{60000};
}

ArchiveReader::ArchiveReader(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

void ArchiveReader::read(const ClusterSnapshotPtr &snapshot)
{
    m_background.requestStop();
    const int ticket = ++m_ticket;
    m_background.run(
        [this, snapshot](const std::stop_token &stop) {
            return lookAtArchive(*snapshot, m_environment, ProofDepth::Headers, Deadline::after(lookTimeout), stop);
        },
        [this, ticket](Result<ArchiveView> view) {
            if (ticket != m_ticket)
                return;
            if (view)
                Q_EMIT found(std::make_shared<const ArchiveView>(std::move(*view)));
            else
                Q_EMIT failed(view.error());
        });
}

} // namespace howdah
