#pragma once

#include "core/operations/events.h"
#include "core/operations/operation.h"
#include "core/operations/preparation.h"

#include <QWidget>

namespace howdah {

/// The shape and colour that a verdict, a step or an operation has everywhere.
[[nodiscard]] Health healthOf(Verdict verdict);
[[nodiscard]] Health healthOf(Readiness readiness);
[[nodiscard]] Health healthOf(StepState state);
[[nodiscard]] Health healthOf(OperationState state);

/// A state's shape, with a word beside it for those who listen.
class StateMark : public QWidget
{
    Q_OBJECT

public:
    /// `drop` pixels lower than its top, to stand level with a first line of text.
    explicit StateMark(Health health, int size = 12, int drop = 0, QWidget *parent = nullptr);
    void setHealth(Health health);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Health m_health;
};

} // namespace howdah
