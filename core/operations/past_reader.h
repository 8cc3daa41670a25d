#pragma once

#include "core/backup/density.h"
#include "core/base/background.h"
#include "core/operations/time_machine.h"

#include <QObject>

namespace howdah {

/// What a reading of the past has brought so far. Immutable.
struct PastView
{
    QString cluster;
    QDateTime madeAt; ///< UTC
    TransactionFilter filter;
    std::shared_ptr<const TimeMachine> machine; ///< null until it was looked at
    QList<NamedTransaction> newest;             ///< of those that match, the newest last; at most `mostKept`
    Density density;                            ///< of all that match
    qint64 matching = 0, read = 0;              ///< how many
    WalProgress progress;
    QList<RestorePoint> restorePoints; ///< the newest last; at most `mostKept`
    QList<WalGap> gaps;         ///< complete once finished
    bool finished = false;      ///< nothing more will come
    std::optional<Error> error; ///< why it ended early

    static constexpr qsizetype mostKept = 1000;
};
using PastViewPtr = std::shared_ptr<const PastView>;

/// Reads a cluster's past away from the GUI thread and announces what it finds a few times a second. Lives on the
/// thread that made it; no method waits.
class PastReader : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive the reader.
    explicit PastReader(const Environment &environment, QObject *parent = nullptr);

    /// A reading that is under way is given up.
    void read(const ClusterSnapshotPtr &snapshot, const TransactionFilter &filter);
    void stop(); ///< what was found stays announced, as finished

Q_SIGNALS:
    void changed(const howdah::PastViewPtr &view);

private:
    void announce(int ticket, const PastView &view);

    const Environment &m_environment;
    int m_ticket = 0; ///< of the newest reading
    Background m_background;
};

} // namespace howdah
