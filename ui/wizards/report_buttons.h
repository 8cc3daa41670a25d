#pragma once

#include "core/operations/journal.h"

#include <QWidget>

namespace howdah {

class TextLabel;

/// What can be taken away of an operation: its report as HTML or Markdown, its plan as a script, its details as text.
class ReportButtons : public QWidget
{
    Q_OBJECT

public:
    ReportButtons(const JournalEntry &entry, Hosts &hosts, QWidget *parent = nullptr);

private:
    void addCopies();
    void addSave(const QString &text, const QString &name, const QString &suffix, const QString &filter,
                 const std::function<QString()> &report);
    void say(const QString &sentence);
    JournalEntry m_entry;
    Hosts &m_hosts;
    TextLabel *m_said;
};

} // namespace howdah
