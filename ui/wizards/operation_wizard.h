#pragma once

#include "core/operations/operation_desk.h"

#include <QDialog>

#include <optional>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace howdah {

class ChecksPage;
class ChoosePage;
class ConfirmPage;
class PlanPage;
class ResultPage;
class RunPage;
class StepRail;
class TextLabel;

/// The same six pages for every operation, derived from its declaration alone: Choose, Checks, Plan, Confirm, Run,
/// Result. Not modal; deletes itself when closed. Closing it while the operation runs leaves the run going.
class OperationWizard : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Choose, Checks, Plan, Confirm, Run, Result };

    OperationWizard(const Operation &operation, ClusterSnapshotPtr snapshot, const Arguments &prefilled,
                    OperationDesk &desk, QWidget *parent = nullptr);
    /// A window onto a run that goes on already (from the dock), or that is being resumed or undone.
    OperationWizard(const JournalEntry &entry, OperationDesk &desk, QWidget *parent = nullptr);

    /// The open wizard of this run brought to the front, or a new one onto it.
    static OperationWizard *openRun(const JournalEntry &entry, OperationDesk &desk, QWidget *parent);

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] QString runId() const { return m_runId; } ///< empty before the run

Q_SIGNALS:
    void pageChanged(howdah::OperationWizard::Page page);
    void runFinished(const howdah::RunOutcome &outcome);

private:
    void build(const QString &cluster);
    QWidget *buildHead();
    QWidget *buildFoot();
    void listen();
    void go(Page page);
    void next();
    void back();
    void updateButtons();
    void setNext(const QString &text, const QString &obstacle);
    void check();
    void look();
    void run();
    void prepared(int ticket, const Preparation &preparation);
    void finished(const QString &id, const RunOutcome &outcome);
    void goBackToChecks(const Error &error);
    void openRemedy(const QString &operation, const Arguments &arguments);
    void closeWindow();
    void stopRun();
    void resumeRun();
    void undoRun();
    void startAgain();
    [[nodiscard]] QString pageTitle() const;
    [[nodiscard]] QString pageHint() const;
    [[nodiscard]] QString actTitle() const;

    Operation m_operation;
    ClusterSnapshotPtr m_snapshot;
    ClusterDefinition m_cluster;
    OperationDesk &m_desk;
    std::optional<Preparation> m_preparation;
    std::optional<Plan> m_outdated; ///< the approved plan that no longer fitted
    RunOutcome m_outcome;
    int m_ticket = -1;     ///< of the preparation waited for
    int m_lookTicket = -1; ///< of a look that fills in suggestions while one chooses
    QTimer *m_lookSoon = nullptr;
    QString m_runId;
    bool m_fresh = false; ///< the run was approved here; else it is being resumed or undone
    Page m_page = Page::Choose;

    StepRail *m_rail = nullptr;
    TextLabel *m_title = nullptr, *m_hint = nullptr;
    QStackedWidget *m_pages = nullptr;
    ChoosePage *m_choose = nullptr;
    ChecksPage *m_checks = nullptr;
    PlanPage *m_plan = nullptr;
    ConfirmPage *m_confirm = nullptr;
    RunPage *m_run = nullptr;
    ResultPage *m_result = nullptr;
    QPushButton *m_back = nullptr, *m_next = nullptr, *m_close = nullptr, *m_stop = nullptr;
    QPushButton *m_resume = nullptr, *m_undo = nullptr, *m_again = nullptr;
};

} // namespace howdah
