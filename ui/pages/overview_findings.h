#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/operations/operation.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace howdah {

class FindingRow;
class TextLabel;

/// "Needs attention": the findings, worst first, each with its remedy. Rows keep what was unfolded while their finding
/// stays. New rows are made a few at a time, between other events: a node that dies in a large cluster brings dozens.
class OverviewFindings : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewFindings(QWidget *parent = nullptr);
    void setSnapshot(const ClusterSnapshot &snapshot);

    [[nodiscard]] QSize minimumSizeHint() const override { return {272, 120}; }

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

private:
    struct Wanted
    {
        Finding finding;
        QString impossible; ///< why its operation cannot be started now
    };
    [[nodiscard]] FindingRow *rowFor(const Finding &finding, const QList<FindingRow *> &taken) const;
    [[nodiscard]] FindingRow *newRow();
    void fill();
    void showRows(const QList<FindingRow *> &rows);

    TextLabel *m_title;
    TextLabel *m_calm;
    QVBoxLayout *m_column;
    QList<Wanted> m_wanted;
    QList<FindingRow *> m_rows;
    QTimer m_more; ///< rows are still to be made
};

} // namespace howdah
