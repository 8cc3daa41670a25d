#pragma once

#include "core/lab/exercises/typed_line.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QToolButton;

namespace howdah {

class ConsoleLine;

/// A console for SQL and for a shell on the lab's machine, beside the exercise. Return runs, Shift+Return makes a new
/// line, the arrows go through what was typed before.
class ExerciseConsole : public QWidget
{
    Q_OBJECT

public:
    explicit ExerciseConsole(QWidget *parent = nullptr);
    void setNodes(const QStringList &nodes);
    void setDirectory(const QString &directory); ///< where the shell is; said while nothing has been typed
    void turnTo(const TypedLine &line);          ///< where such a line runs; what is being typed stays
    /// Puts a line there for the learner to read, change and run.
    void propose(const TypedLine &line);
    void withdraw(); ///< what was proposed, unless the learner has changed it
    void show(const TaskEvidence &evidence);
    void setRunning(bool running);
    void clear();

Q_SIGNALS:
    void entered(const howdah::TypedLine &line);
    void stopWanted();

private:
    void run();
    void recall(int by);
    [[nodiscard]] QString prompt(const TypedLine &line) const;
    QComboBox *m_where;
    QPlainTextEdit *m_output;
    ConsoleLine *m_line;
    QToolButton *m_run;
    QString m_proposed;
    QStringList m_past;
    qsizetype m_recalled = 0;
    QString m_database, m_databaseAsked; ///< where the last statement was, and what runs now would be
    bool m_running = false;
};

} // namespace howdah
