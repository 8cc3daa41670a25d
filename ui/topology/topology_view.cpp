#include "ui/topology/topology_view.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolTip>

#include <cmath>

namespace howdah {

namespace {
constexpr double edgeSpace = theme::space3;
}

TopologyView::TopologyView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Topology"));
}

void TopologyView::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (m_snapshot && snapshot && m_snapshot->definition.name != snapshot->definition.name) {
        m_walRate = WalRate();
        m_selected.clear();
    }
    m_snapshot = snapshot;
    if (snapshot)
        m_walRate.add(*snapshot);
    compose();
}

void TopologyView::compose()
{
    QList<TopologyBox> boxes;
    if (m_snapshot)
        boxes = topologyBoxes(*m_snapshot, m_walRate.bytesPerSecond());
    const QSizeF area = QSizeF(size()) - QSizeF(2 * edgeSpace, 2 * edgeSpace);
    m_picture = composeTopology(boxes, area);
    m_picture.origin += QPointF(edgeSpace, edgeSpace);
    QStringList spoken;
    for (const TopologyBox &box : m_picture.boxes)
        spoken.append(box.spoken);
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    update();
}

QString TopologyView::selectedNode() const
{
    return m_selected;
}

void TopologyView::selectNode(const QString &node)
{
    if (m_selected != node)
        select(node);
}

const TopologyBox *TopologyView::box(const QString &id) const
{
    for (const TopologyBox &box : m_picture.boxes) {
        if (box.id == id)
            return &box;
    }
    return nullptr;
}

bool TopologyView::isNode(const QString &id) const
{
    const TopologyBox *found = box(id);
    return found && !found->stranger;
}

void TopologyView::select(const QString &id)
{
    m_selected = isNode(id) ? id : QString();
    const TopologyBox *chosen = box(m_selected);
    setAccessibleName(chosen ? tr("Topology: %1").arg(chosen->spoken) : tr("Topology"));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT nodeSelected(m_selected);
}

QImage TopologyView::toImage(double scale) const
{
    QImage image(size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(theme::tokens().surface);
    QPainter painter(&image);
    paintTopology(painter, m_picture, {});
    return image;
}

bool TopologyView::saveSvg(const QString &file) const
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(m_snapshot ? m_snapshot->definition.name : QString());
    QPainter painter(&generator);
    painter.fillRect(rect(), theme::tokens().surface);
    paintTopology(painter, m_picture, {});
    return painter.end() && out.commit();
}

bool TopologyView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const TopologyBox *under = box(m_picture.boxAt(help->pos()));
        if (under)
            QToolTip::showText(help->globalPos(), plainToolTip(under->spoken), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void TopologyView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTopology(painter, m_picture, {m_selected, m_hovered, hasFocus()});
    if (hasFocus() && m_selected.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::tokens().accent, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), theme::cornerRadius, theme::cornerRadius);
    }
}

void TopologyView::resizeEvent(QResizeEvent *)
{
    compose();
}

void TopologyView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton)
        select(m_picture.boxAt(event->position()));
}

void TopologyView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString id = m_picture.boxAt(event->position());
    if (isNode(id))
        Q_EMIT nodeActivated(id);
}

void TopologyView::mouseMoveEvent(QMouseEvent *event)
{
    const QString under = m_picture.boxAt(event->position());
    if (under == m_hovered)
        return;
    m_hovered = under;
    setCursor(isNode(under) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TopologyView::leaveEvent(QEvent *)
{
    m_hovered.clear();
    update();
}

void TopologyView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QString id = byKey ? m_selected : m_picture.boxAt(event->pos());
    if (!isNode(id))
        return;
    const QPoint at = byKey ? mapToGlobal(m_picture.boxRect(id).center().toPoint()) : event->globalPos();
    Q_EMIT nodeMenuRequested(id, at);
}

void TopologyView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (const QString next = neighbour(event->key()); !next.isEmpty())
            select(next);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_selected.isEmpty())
            Q_EMIT nodeActivated(m_selected);
        return;
    case Qt::Key_Escape:
        if (!m_selected.isEmpty()) {
            select({});
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// The nearest node in the direction of an arrow key; the first one when none is selected.
QString TopologyView::neighbour(int key) const
{
    const QRectF from = m_picture.boxRect(m_selected);
    QString best;
    double bestDistance = 1e18;
    for (const TopologyBox &candidate : m_picture.boxes) {
        if (candidate.stranger || candidate.id == m_selected)
            continue;
        if (m_selected.isEmpty())
            return candidate.id;
        const QPointF way = m_picture.boxRect(candidate.id).center() - from.center();
        const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
        const double along = across ? way.x() : way.y();
        const double aside = across ? way.y() : way.x();
        const bool forward = key == Qt::Key_Right || key == Qt::Key_Down;
        if ((forward ? along : -along) < 1)
            continue;
        const double distance = std::abs(along) + 2 * std::abs(aside);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate.id;
        }
    }
    return best;
}

} // namespace howdah
