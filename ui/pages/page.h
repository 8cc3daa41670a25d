#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/operations/operation.h"

#include <QWidget>

namespace howdah {

/// A page of a cluster in the main window. It shows the snapshots it is given and asks for operations; it does nothing
/// itself.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void setSnapshot(const ClusterSnapshotPtr &snapshot) = 0;

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);
    void nodeSelected(const QString &node);
    void nodeMenuRequested(const QString &node, const QPoint &globalPosition);
    void said(const QString &sentence); ///< for the status bar: "Copied.", "The file could not be written …"
};

} // namespace howdah
