#include "ui/lab/progress_dots.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace howdah {

namespace {

constexpr int dotSize = 10;
constexpr int pitch = dotSize + theme::space2;
constexpr int tall = dotSize + theme::space2;

} // namespace

ProgressDots::ProgressDots(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Steps"));
}

void ProgressDots::setSteps(const QList<bool> &passed, int shown)
{
    m_passed = passed;
    m_shown = shown;
    const auto done = passed.count(true);
    setAccessibleName(tr("Step %1 of %2; %3 passed").arg(shown + 1).arg(passed.size()).arg(done));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize ProgressDots::sizeHint() const
{
    return {static_cast<int>(m_passed.size()) * pitch, tall};
}

QRectF ProgressDots::dot(qsizetype step) const
{
    return {double(step * pitch) + 2, (tall - dotSize) / 2.0, double(dotSize), double(dotSize)};
}

void ProgressDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens &tokens = theme::tokens();
    for (qsizetype step = 0; step < m_passed.size(); ++step) {
        const QRectF box = dot(step).adjusted(1.5, 1.5, -1.5, -1.5);
        painter.setPen(QPen(m_passed.at(step) ? tokens.good : tokens.lineStrong, 1.5));
        painter.setBrush(m_passed.at(step) ? QBrush(tokens.good) : QBrush(Qt::NoBrush));
        painter.drawEllipse(box);
        if (step != m_shown)
            continue;
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(-2.5, -2.5, 2.5, 2.5));
    }
}

void ProgressDots::mousePressEvent(QMouseEvent *event)
{
    const int step = event->pos().x() / pitch;
    if (step >= 0 && step < m_passed.size())
        Q_EMIT chosen(step);
}

void ProgressDots::keyPressEvent(QKeyEvent *event)
{
    const int step = m_shown + (event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0);
    if (step == m_shown)
        QWidget::keyPressEvent(event);
    else if (step >= 0 && step < m_passed.size())
        Q_EMIT chosen(step);
}

} // namespace howdah
