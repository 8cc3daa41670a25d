#pragma once

#include "ui/pages/page.h"

class QSplitter;

namespace howdah {

class History;
class LagChart;
class OperationBar;
class OverviewFindings;
class OverviewHeader;
class TopologyView;

/// The cluster at a glance: its picture, what needs attention, how far its standbys are behind, and what can be done.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    /// `history` may be null; it must outlive the page.
    explicit OverviewPage(History *history, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot) override;
    void selectNode(const QString &node);
    [[nodiscard]] TopologyView *topology() const { return m_topology; }
    [[nodiscard]] LagChart *chart() const { return m_chart; }
    [[nodiscard]] QSplitter *splitter() const { return m_rows; }

private:
    [[nodiscard]] QWidget *makePicture();
    void exportTopology(const QString &suffix);

    OverviewHeader *m_header;
    OperationBar *m_operations;
    TopologyView *m_topology;
    OverviewFindings *m_findings;
    LagChart *m_chart;
    QSplitter *m_rows;
};

} // namespace howdah
