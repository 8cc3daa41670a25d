#pragma once

#include "core/operations/operation_desk.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace howdah {

class ArchivePage;
class BackupsPage;
class History;
class OverviewPage;
class Page;
class ReplicationPage;
class OperationsPage;
class TimeMachinePage;

/// The centre of the window for one cluster: tabs and their pages. A page is made when it is first looked at, and only
/// the one in sight is kept up to date.
class ClusterView : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Overview, Replication, Archive, Backups, TimeMachine, Operations };

    ClusterView(History *history, OperationDesk &desk, QWidget *parent = nullptr);

    void setSnapshot(const ClusterSnapshotPtr &snapshot);
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    void selectNode(const QString &node);
    void addCornerButton(QAction *action, const QString &icon);         ///< at the right end of the tabs
    [[nodiscard]] OverviewPage *overview() const { return m_overview; } ///< null before it was looked at
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);
    [[nodiscard]] static QString title(Tab tab);

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);
    void nodeSelected(const QString &node);
    void nodeMenuRequested(const QString &node, const QPoint &globalPosition);
    void said(const QString &sentence);

private:
    void showCurrent();
    void bring();
    void listenTo(Page *page);

    History *m_history;
    OperationDesk &m_desk;
    ClusterSnapshotPtr m_snapshot;
    QString m_node;
    QByteArray m_layout;
    QTabBar *m_tabs;
    QHBoxLayout *m_head;
    QStackedWidget *m_pages;
    OverviewPage *m_overview = nullptr;
    ReplicationPage *m_replication = nullptr;
    ArchivePage *m_archive = nullptr;
    BackupsPage *m_backups = nullptr;
    TimeMachinePage *m_timeMachine = nullptr;
    OperationsPage *m_operations = nullptr;
};

} // namespace howdah
