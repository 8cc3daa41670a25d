#include "ui/window/sidebar.h"

#include "ui/theme/theme.h"
#include "ui/window/sidebar_delegate.h"
#include "ui/window/sidebar_model.h"

#include <QContextMenuEvent>
#include <QPainter>

#include <utility>

namespace howdah {

Sidebar::Sidebar(QWidget *parent)
    : QTreeView(parent)
    , m_model(new SidebarModel(this))
{
    setModel(m_model);
    setItemDelegate(new SidebarDelegate(this));
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setIndentation(16);
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Clusters"));
    setMinimumWidth(180);
}

void Sidebar::show(const ClusterSnapshot &snapshot)
{
    const QString name = snapshot.definition.name;
    const bool isNew = !m_model->indexOf(name).isValid();
    m_model->show(snapshot);
    if (!isNew)
        return;
    const QModelIndex index = m_model->indexOf(name);
    setExpanded(index, true);
    setExpanded(index.parent(), true);
}

void Sidebar::remove(const QString &cluster)
{
    m_model->remove(cluster);
}

void Sidebar::select(const QString &cluster, const QString &node)
{
    const bool before = std::exchange(m_selecting, true);
    const QModelIndex index = m_model->indexOf(cluster, node);
    if (node.isEmpty() && isExpanded(index)) // its nodes in sight too, as far as there is room
        scrollTo(m_model->index(m_model->rowCount(index) - 1, 0, index));
    setCurrentIndex(index);
    m_selecting = before;
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString cluster = current.data(SidebarModel::ClusterRole).toString();
    if (!m_selecting && !cluster.isEmpty())
        Q_EMIT chosen(cluster, current.data(SidebarModel::NodeRole).toString());
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QString cluster = index.data(SidebarModel::ClusterRole).toString();
    const QPoint at = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(cluster, index.data(SidebarModel::NodeRole).toString(), at);
}

/// One rounded bar over the whole line, branch and all.
void Sidebar::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = selectionModel()->isSelected(index);
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(selected && hasFocus() ? QPen(theme::tokens().accent, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme::tokens().selection : theme::tokens().raised);
        const QRectF bar(0.5, option.rect.top() + 1.5, viewport()->width() - 5, option.rect.height() - 3);
        painter->drawRoundedRect(bar, theme::cornerRadius, theme::cornerRadius);
        painter->restore();
    }
    QTreeView::drawRow(painter, option, index);
}

} // namespace howdah
