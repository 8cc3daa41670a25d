#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QWidget>

class QToolButton;

namespace howdah {

class ElidedLabel;
class StatusBadge;

/// The cluster in one line: name, health, nodes, version, timeline, system identifier.
class OverviewHeader : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewHeader(QWidget *parent = nullptr);
    void setSnapshot(const ClusterSnapshot &snapshot);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    ElidedLabel *m_name;
    StatusBadge *m_badge;
    ElidedLabel *m_facts;
    QToolButton *m_identifier;
    QString m_systemIdentifier;
};

} // namespace howdah
