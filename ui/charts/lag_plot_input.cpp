// How the mouse and the keyboard move the plot.
#include "ui/charts/lag_plot.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace howdah {

namespace {
constexpr qint64 narrowestMs = 10'000;
constexpr qint64 widestMs = 90LL * 24 * 3'600'000;
} // namespace

void LagPlot::zoom(double factor, qint64 aroundMs)
{
    const auto width = static_cast<double>(m_toMs - m_fromMs);
    const double wanted = std::clamp(width * factor, double{narrowestMs}, double{widestMs});
    const double share = static_cast<double>(aroundMs - m_fromMs) / width;
    const qint64 from = aroundMs - static_cast<qint64>(wanted * share);
    Q_EMIT rangeWished(from, from + static_cast<qint64>(wanted));
}

void LagPlot::pan(qint64 byMs)
{
    Q_EMIT rangeWished(m_fromMs + byMs, m_toMs + byMs);
}

void LagPlot::setCursorMs(std::optional<qint64> atMs)
{
    if (atMs)
        atMs = std::clamp(*atMs, m_fromMs, m_toMs);
    if (m_cursorMs == atMs)
        return;
    m_cursorMs = atMs;
    setAccessibleDescription(readOut().join(QStringLiteral(", ")));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void LagPlot::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()))
        pan(-static_cast<qint64>(static_cast<double>(m_toMs - m_fromMs) * turned.x() / 1200.0));
    else
        zoom(std::pow(0.8, turned.y() / 120.0), timeAt(event->position().x()));
    event->accept();
}

void LagPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFromX = event->position().x();
    setFocus(Qt::MouseFocusReason);
}

void LagPlot::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_dragFromX && (event->buttons() & Qt::LeftButton)) {
        setCursor(Qt::ClosedHandCursor);
        const qint64 by = timeAt(*m_dragFromX) - timeAt(x);
        m_dragFromX = x;
        if (by != 0)
            pan(by);
        return;
    }
    setCursorMs(m_area.contains(event->position()) ? std::optional<qint64>(timeAt(x)) : std::nullopt);
}

void LagPlot::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFromX.reset();
    unsetCursor();
}

void LagPlot::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT liveWished();
}

void LagPlot::leaveEvent(QEvent *event)
{
    setCursorMs(std::nullopt);
    QWidget::leaveEvent(event);
}

void LagPlot::keyPressEvent(QKeyEvent *event)
{
    const qint64 width = m_toMs - m_fromMs;
    const qint64 middle = m_cursorMs.value_or(m_fromMs + width / 2);
    const bool shifted = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    const qint64 way = event->key() == Qt::Key_Left ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shifted)
            pan(way * width / 8);
        else
            setCursorMs(m_cursorMs ? *m_cursorMs + way * width / 100 : m_toMs - width / 10);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.7, middle);
        return;
    case Qt::Key_Minus:
        zoom(1 / 0.7, middle);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT liveWished();
        return;
    case Qt::Key_Escape:
        if (m_cursorMs) {
            setCursorMs(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LagPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    redraw();
}

void LagPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        redraw(); // the font may be another one
}

} // namespace howdah
