#pragma once

#include "core/operations/journal.h"
#include "core/operations/preparation.h"
#include "core/operations/runner.h"
#include "ui/wizards/scroll_page.h"

namespace howdah {

/// Result: what became of it, how that was seen, how long it took, what next.
class ResultPage : public ScrollPage
{
    Q_OBJECT

public:
    explicit ResultPage(Hosts &hosts, QWidget *parent = nullptr);

    void showOutcome(const RunOutcome &outcome, const QStringList &next);

private:
    void addOutcome(const RunOutcome &outcome);
    void addProof(const JournalEntry &entry);
    void addValues(const JournalEntry &entry);
    void addTimes(const JournalEntry &entry);
    void addNext(const QStringList &next);
    Hosts &m_hosts;
};

} // namespace howdah
