#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/operations/operation.h"

#include <QWidget>

class QPushButton;

namespace howdah {

/// Below the base backups: the other kind, of one database or a whole server as SQL, and the way back.
class DumpsRow : public QWidget
{
    Q_OBJECT

public:
    explicit DumpsRow(QWidget *parent = nullptr);
    void setSnapshot(const ClusterSnapshot &snapshot); ///< what is not possible now says why

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

private:
    QList<QPushButton *> m_buttons; ///< named as their operations
};

} // namespace howdah
