#include "ui/wizards/state_mark.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace howdah {

Health healthOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return Health::Good;
    case Verdict::Warning:
        return Health::Attention;
    case Verdict::Blocked:
        break;
    }
    return Health::Critical;
}

Health healthOf(Readiness readiness)
{
    switch (readiness) {
    case Readiness::Ready:
        return Health::Good;
    case Readiness::ReadyWithWarnings:
        return Health::Attention;
    case Readiness::NotReady:
        break;
    }
    return Health::Critical;
}

Health healthOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Skipped:
        return Health::Unknown;
    case StepState::Running:
    case StepState::Undoing:
        return Health::Busy;
    case StepState::Done:
        return Health::Good;
    case StepState::Undone:
        return Health::Attention;
    case StepState::Failed:
    case StepState::UndoFailed:
        break;
    }
    return Health::Critical;
}

Health healthOf(OperationState state)
{
    switch (state) {
    case OperationState::Running:
        return Health::Busy;
    case OperationState::Done:
        return Health::Good;
    case OperationState::Undone:
    case OperationState::NotReady:
        return Health::Attention;
    case OperationState::Interrupted:
        break;
    }
    return Health::Critical;
}

StateMark::StateMark(Health health, int size, int drop, QWidget *parent)
    : QWidget(parent)
    , m_health(health)
{
    setFixedSize(size, size + drop);
    setAccessibleName(theme::healthWord(health));
}

void StateMark::setHealth(Health health)
{
    m_health = health;
    setAccessibleName(theme::healthWord(health));
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    theme::paintHealth(painter, QRectF(0, height() - width(), width(), width()), m_health);
}

} // namespace howdah
