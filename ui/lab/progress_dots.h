#pragma once

#include <QWidget>

namespace howdah {

/// How far an exercise has come: a dot for each step, filled when it has passed, ringed for the one shown. A click or the
/// arrow keys choose another.
class ProgressDots : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressDots(QWidget *parent = nullptr);
    void setSteps(const QList<bool> &passed, int shown);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF dot(qsizetype step) const;
    QList<bool> m_passed;
    int m_shown = 0;
};

} // namespace howdah
