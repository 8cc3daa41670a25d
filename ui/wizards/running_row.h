#pragma once

#include "core/operations/journal.h"
#include "core/operations/runner.h"

#include <QElapsedTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QTimer;

namespace howdah {

class StateMark;
class TextLabel;

/// One operation in the dock: what, where, which step, how far, how long, Stop and Open.
class RunningRow : public QWidget
{
    Q_OBJECT

public:
    explicit RunningRow(const QString &id, QWidget *parent = nullptr);

    void setEntry(const JournalEntry &entry); ///< once the journal tells what this id is
    void handle(const OperationEvent &event);
    void end(const RunOutcome &outcome);
    [[nodiscard]] bool hasEntry() const { return !m_entry.id.isEmpty(); }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    [[nodiscard]] const JournalEntry &entry() const { return m_entry; }

Q_SIGNALS:
    void stopWanted();
    void openWanted();
    void dismissed();

private:
    void updateStep();
    void updateStop();
    void tick();
    QString m_id;
    JournalEntry m_entry;
    int m_step = -1;
    StepState m_stepState = StepState::Waiting;
    bool m_ended = false;
    QElapsedTimer m_clock;
    QTimer *m_tick;
    StateMark *m_mark;
    TextLabel *m_title, *m_state, *m_elapsed;
    QProgressBar *m_bar;
    QPushButton *m_stop, *m_open, *m_dismiss;
};

} // namespace howdah
