#pragma once

#include "core/operations/journal.h"

#include <QWidget>

namespace howdah {

/// How long each step took, one after the other: a small picture.
class StepTimes : public QWidget
{
    Q_OBJECT

public:
    explicit StepTimes(const QList<JournalStep> &steps, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, int row, qint64 begin, qint64 total) const;
    QList<JournalStep> m_steps;
};

} // namespace howdah
