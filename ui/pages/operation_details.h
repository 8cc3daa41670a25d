#pragma once

#include "core/operations/journal.h"
#include "ui/wizards/scroll_page.h"

namespace howdah {

/// One operation of the journal in full: how it ended, what can still be done about it, steps, times, log, error,
/// report.
class OperationDetails : public ScrollPage
{
    Q_OBJECT

public:
    explicit OperationDetails(Hosts &hosts, QWidget *parent = nullptr);

    void showEntry(const JournalEntry &entry);
    void clear();

Q_SIGNALS:
    void resumeWanted(const howdah::JournalEntry &entry);
    void undoWanted(const howdah::JournalEntry &entry);

private:
    void addOutcome(const JournalEntry &entry);
    void addWaysOn(const JournalEntry &entry);
    void addSteps(const JournalEntry &entry);
    void addLog(const JournalEntry &entry);
    Hosts &m_hosts;
};

} // namespace howdah
