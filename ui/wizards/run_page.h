#pragma once

#include "core/operations/journal.h"

#include <QElapsedTimer>
#include <QWidget>

class QPlainTextEdit;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace howdah {

class RunStepRow;
class TextLabel;

/// Run: the steps as they happen, the current one's progress, what the commands say.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunPage(QWidget *parent = nullptr);

    void begin(const Plan &plan);
    void begin(const JournalEntry &entry); ///< steps as they are on record
    void handle(const OperationEvent &event);
    void end(); ///< the clock stands still

    [[nodiscard]] QString stopTitle() const;   ///< the button: "Stop and undo"
    [[nodiscard]] QString stopMeaning() const; ///< what it will do, in a sentence
    [[nodiscard]] QString log() const;

Q_SIGNALS:
    void stopMeaningChanged();

private:
    void stepChanged(const OperationEvent &event);
    void tick();
    void updateHeadline();
    [[nodiscard]] bool pastReturn() const;
    [[nodiscard]] int doneSteps() const;

    Plan m_plan;
    QList<RunStepRow *> m_rows;
    int m_current = -1;
    QElapsedTimer m_clock, m_stepClock;
    QTimer *m_tick;
    TextLabel *m_headline, *m_elapsed;
    QScrollArea *m_scroll;
    QWidget *m_steps = nullptr;
    QVBoxLayout *m_stepsPlace;
    QPlainTextEdit *m_log;
    bool m_undoing = false;
};

} // namespace howdah
