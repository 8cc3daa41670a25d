#pragma once

#include "core/lab/exercises/exercise_record.h"

#include <QWidget>

namespace howdah {

/// What the last check of a step saw, line by line: as expected or not, and then what was expected, what was seen, and
/// what the cluster says about it.
class ExerciseSeen : public QWidget
{
    Q_OBJECT

public:
    explicit ExerciseSeen(const QList<ObservationEvidence> &observations, QWidget *parent = nullptr);
};

} // namespace howdah
