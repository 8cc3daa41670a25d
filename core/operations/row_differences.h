#pragma once

#include "core/base/background.h"
#include "core/operations/preparation.h"
#include "core/rows/row_comparison.h"

#include <QObject>

namespace howdah {

/// What one table of a recovered copy has that the live server has not, or otherwise.
struct TableDifferences
{
    TableName name;
    QStringList columns, key; ///< as RowDifference prints them; the primary key's
    bool isGone = false;      ///< on the live server: all its rows are missing
    QString why;              ///< a sentence: why it cannot be compared
    RowCounts counts;
    QList<RowDifference> rows; ///< the first `mostKept`
    static constexpr qsizetype mostKept = 500;

    /// A condition that only these rows of the copy meet: "id" IN ('1', '2').
    [[nodiscard]] QString conditionFor(const QList<RowDifference> &chosen) const;
    /// "id = 17"
    [[nodiscard]] QString keyOf(const RowDifference &row) const;
};

/// What has been found so far. Immutable.
struct DifferencesView
{
    QString beside;              ///< the node on whose host the copies lie
    QStringList sides;           ///< directories of the copies that run
    QString side;                ///< the one that is looked at
    QStringList tables;          ///< of it: "public.users"
    QStringList gone;            ///< those of them that the live server lacks
    QList<TableDifferences> compared;
    QString busyWith;            ///< a table; empty: nothing is being compared
    bool finished = false;
    std::optional<Error> error;
};
using DifferencesViewPtr = std::shared_ptr<const DifferencesView>;

/// Compares tables of a recovered copy with the live server away from the GUI thread. Lives on the thread that made it;
/// no method waits.
class RowDifferences : public QObject
{
    Q_OBJECT

public:
    explicit RowDifferences(const Environment &environment, QObject *parent = nullptr); ///< it must outlive this

    /// Which copies there are and what tables `side` has; empty: the newest copy.
    void look(const ClusterSnapshotPtr &snapshot, const QString &side);
    void compare(const QStringList &tables);
    void stop();

Q_SIGNALS:
    void changed(const howdah::DifferencesViewPtr &view);

private:
    void announce(int ticket, const DifferencesView &view);

    const Environment &m_environment;
    ClusterSnapshotPtr m_snapshot;
    DifferencesView m_view;
    int m_ticket = 0;
    Background m_background;
};

} // namespace howdah
