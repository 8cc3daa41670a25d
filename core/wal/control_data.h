#pragma once

#include "core/pg/lsn.h"

#include <QByteArray>

#include <optional>

namespace howdah {

/// What pg_controldata prints of a data directory, in the C locale.
struct ControlData
{
    QString systemIdentifier;
    QString state; ///< "shut down", "in production", "shut down in recovery", "in archive recovery" …
    Lsn checkpoint, redo;
    Timeline timeline = 0; ///< the newer of the last checkpoint's and the minimum recovery point's
    Lsn minimumRecoveryEnd;
    bool hintsLogged = false, checksums = false;
    quint32 segmentBytes = 0;
    /// A standby starts only with at least as many as its primary had.
    int maxConnections = 0, maxWorkerProcesses = 0, maxWalSenders = 0, maxPreparedTransactions = 0,
        maxLocksPerTransaction = 0;

    /// Ended in order: replay is not needed before the files can be compared.
    [[nodiscard]] bool endedInOrder() const;
};

/// Nothing when the output lacks what every version prints.
[[nodiscard]] std::optional<ControlData> parseControlData(const QByteArray &output);

} // namespace howdah
