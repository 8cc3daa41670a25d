#pragma once

#include "core/operations/journal.h"

#include <QWidget>

namespace howdah {

class TextLabel;

/// What can be taken away of an operation: its report as a web page, PDF or Markdown, its plan as a script, its details
/// as text.
class ReportButtons : public QWidget
{
    Q_OBJECT

public:
    ReportButtons(const JournalEntry &entry, Hosts &hosts, QWidget *parent = nullptr);

private:
    void addCopies();
    void say(const QString &sentence);
    JournalEntry m_entry;
    Hosts &m_hosts;
    TextLabel *m_said;
};

} // namespace howdah
