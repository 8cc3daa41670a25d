#pragma once

#include "core/base/background.h"
#include "core/lab/exercises/class_results.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace howdah {

class ErrorPanel;
class PageTable;
class TextLabel;

/// The instructor's view of what a class handed in: a folder of results, who passed which step, where people are stuck.
class ClassPage : public QWidget
{
    Q_OBJECT

public:
    explicit ClassPage(QWidget *parent = nullptr);
    void read(const QString &directory); ///< answered by shown()

Q_SIGNALS:
    void shown();
    void closeWanted();
    void said(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeHead();
    void chooseFolder();
    void showResults(const ClassResults &results);
    void showExercise();
    void showUnreadable();

    ClassResults m_results;
    QString m_directory;
    QComboBox *m_exercise;
    TextLabel *m_folder, *m_summary;
    ErrorPanel *m_unreadable;
    QVBoxLayout *m_tables;
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
