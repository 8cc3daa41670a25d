#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/operations/operation.h"

#include <QWidget>

class QVBoxLayout;

namespace howdah {

class FindingRow;
class TextLabel;

/// "Needs attention": the findings, worst first, each with its remedy. Rows keep what was unfolded while their finding
/// stays.
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
    FindingRow *rowFor(const Finding &finding, const QList<FindingRow *> &taken);

    TextLabel *m_title;
    TextLabel *m_calm;
    QVBoxLayout *m_column;
    QList<FindingRow *> m_rows;
};

} // namespace howdah
