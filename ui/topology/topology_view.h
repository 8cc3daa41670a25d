#pragma once

#include "ui/topology/topology_painter.h"
#include "ui/topology/wal_rate.h"

#include <QWidget>

namespace howdah {

/// The cluster as a picture: boxes, arrows with the lag on them. Mouse and keyboard select a node (arrow keys, Return,
/// menu key).
class TopologyView : public QWidget
{
    Q_OBJECT

public:
    explicit TopologyView(QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot);
    [[nodiscard]] QString selectedNode() const; ///< empty: none
    void selectNode(const QString &node);

    [[nodiscard]] QImage toImage(double scale) const;
    /// Where a node is drawn, in the widget's coordinates.
    [[nodiscard]] QRectF nodeRect(const QString &node) const { return m_picture.boxRect(node); }
    [[nodiscard]] bool saveSvg(const QString &file) const;

    [[nodiscard]] QSize sizeHint() const override { return {620, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    void nodeSelected(const QString &node);  ///< empty: the selection was taken back
    void nodeActivated(const QString &node); ///< double click or Return
    void nodeMenuRequested(const QString &node, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void compose();
    void select(const QString &id);
    [[nodiscard]] QString neighbour(int key) const;
    [[nodiscard]] const TopologyBox *box(const QString &id) const;
    [[nodiscard]] bool isNode(const QString &id) const;

    ClusterSnapshotPtr m_snapshot;
    WalRate m_walRate;
    TopologyPicture m_picture;
    QString m_selected, m_hovered;
};

} // namespace howdah
