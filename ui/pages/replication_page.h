#pragma once

#include "ui/pages/page.h"

class QSplitter;

namespace howdah {

class PageTable;

/// Every standby, slot and other receiver of WAL, in figures.
class ReplicationPage : public Page
{
    Q_OBJECT

public:
    explicit ReplicationPage(QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot) override;
    void selectNode(const QString &node);
    [[nodiscard]] PageTable *standbys() const { return m_standbys; }
    [[nodiscard]] PageTable *replicationSlots() const { return m_slots; }
    [[nodiscard]] PageTable *strangers() const { return m_strangers; }

private:
    void shareHeight();

    QString m_cluster;
    QSplitter *m_parts;
    PageTable *m_standbys;
    PageTable *m_slots;
    PageTable *m_strangers;
};

} // namespace howdah
