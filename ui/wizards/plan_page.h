#pragma once

#include "core/operations/preparation.h"
#include "ui/wizards/scroll_page.h"

namespace howdah {

class Card;
class Fold;
class TextLabel;

/// Plan: numbered steps with the exact commands and what undoes each; to be copied or saved as a script.
class PlanPage : public ScrollPage
{
    Q_OBJECT

public:
    explicit PlanPage(Hosts &hosts, QWidget *parent = nullptr);

    /// `approvedBefore` is the plan that no longer fits (its differences are shown on top), or null.
    void showPlan(const Plan &plan, const Plan *approvedBefore);

private:
    void addHead(const Plan &plan);
    void addDifferences(const Plan &before, const Plan &after);
    void addStep(int number, const PlannedStep &step);
    void addPointOfNoReturn();
    void fillUndo(Fold *fold, const QList<Action> &undo);
    void say(const QString &sentence);

    Hosts &m_hosts;
    TextLabel *m_said = nullptr;
};

} // namespace howdah
