#pragma once

#include "core/operations/events.h"

#include <QWidget>

#include <optional>

class QProgressBar;

namespace howdah {

class TextLabel;

/// One step on the vertical line of the Run page: mark, title, time; progress while it says how far it is.
class RunStepRow : public QWidget
{
    Q_OBJECT

public:
    RunStepRow(const QString &title, bool first, bool last, QWidget *parent = nullptr);

    void setState(StepState state, qint64 milliseconds);
    void setElapsed(qint64 milliseconds); ///< while it runs
    void setProgress(const OperationEvent &event);
    void setError(const QString &sentence);
    [[nodiscard]] StepState state() const { return m_state; }
    [[nodiscard]] QString title() const { return m_title; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    StepState m_state = StepState::Waiting;
    bool m_first, m_last;
    TextLabel *m_time;
    TextLabel *m_word;
    TextLabel *m_error;
    QProgressBar *m_bar;
    TextLabel *m_progress;
};

/// "1.2 GB of 3.4 GB · 85 MB/s · 26 s left"; parts that are not known are left out.
[[nodiscard]] QString progressText(const OperationEvent &event);
/// Of a thousand: by its bytes, else by its objects; nothing when neither is counted.
[[nodiscard]] std::optional<int> progressShare(const OperationEvent &event);

} // namespace howdah
