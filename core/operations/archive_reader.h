#pragma once

#include "core/base/background.h"
#include "core/operations/archive_view.h"

#include <QObject>

namespace howdah {

/// Looks at a cluster's archive away from the GUI thread. Lives on the thread that made it; no method waits.
class ArchiveReader : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive the reader.
    explicit ArchiveReader(const Environment &environment, QObject *parent = nullptr);

    /// A look that is under way is given up.
    void read(const ClusterSnapshotPtr &snapshot);

Q_SIGNALS:
    void found(const howdah::ArchiveViewPtr &view);
    void failed(const howdah::Error &error);

private:
    const Environment &m_environment;
    int m_ticket = 0; ///< of the newest look
    Background m_background;
};

} // namespace howdah
