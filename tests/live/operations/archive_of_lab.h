#pragma once

#include "core/cluster/sampler.h"
#include "core/operations/archive_view.h"
#include "tests/live/operations/live_operation.h"

namespace howdah::test {

/// As the window and the command line look at it.
inline ArchiveView archiveOf(LiveLab &lab, const Environment &environment, ProofDepth depth = ProofDepth::Headers)
{
    const ClusterDefinition cluster = lab.cluster();
    const ClusterSnapshotPtr snapshot = makeSnapshot(cluster, sampleAll(cluster, Milliseconds{5000}, {}, &lab.hosts()),
                                                     nullptr, QDateTime::currentDateTimeUtc());
    const Result<ArchiveView> view =
        lookAtArchive(*snapshot, environment, depth, Deadline::after(Milliseconds{30000}), {});
    if (!view)
        QTest::qFail(qPrintable(view.error().full()), __FILE__, __LINE__);
    return view ? *view : ArchiveView{};
}

} // namespace howdah::test
