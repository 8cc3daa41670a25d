// The frame around the pages: rail, heading, buttons and what they say on each page.
#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/checks_page.h"
#include "ui/wizards/choose_page.h"
#include "ui/wizards/confirm_page.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/plan_page.h"
#include "ui/wizards/remembered_size.h"
#include "ui/wizards/result_page.h"
#include "ui/wizards/resume_dialog.h"
#include "ui/wizards/run_page.h"
#include "ui/wizards/step_rail.h"
#include "ui/wizards/text_label.h"
#include "ui/wizards/ways_on.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace howdah {

void OperationWizard::build(const QString &cluster)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    setModal(false);
    setWindowTitle(tr("%1 — %2").arg(m_operation.title, cluster));
    setMinimumSize(720, 480);
    rememberSize(this, QStringLiteral("wizard/size"), QSize(900, 660));

    m_rail = new StepRail({tr("Choose"), tr("Checks"), tr("Plan"), tr("Confirm"), tr("Run"), tr("Result")});
    m_rail->setHeading(m_operation.title, cluster);
    Hosts &hosts = *m_desk.environment().hosts;
    m_checks = new ChecksPage;
    m_plan = new PlanPage(hosts);
    m_confirm = new ConfirmPage;
    m_run = new RunPage;
    m_result = new ResultPage(hosts);
    m_pages = new QStackedWidget;
    for (QWidget *page : std::initializer_list<QWidget *>{m_choose, m_checks, m_plan, m_confirm, m_run, m_result}) {
        if (page)
            m_pages->addWidget(page);
    }

    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    sides->addWidget(m_rail);
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(buildHead());
    lines->addWidget(m_pages, 1);
    auto *rule = new QWidget;
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    rule->setBackgroundRole(QPalette::Midlight); // the theme's line
    lines->addWidget(rule);
    lines->addWidget(buildFoot());
    sides->addLayout(lines, 1);
}

QWidget *OperationWizard::buildHead()
{
    auto *head = new QWidget;
    auto *lines = new QVBoxLayout(head);
    lines->setContentsMargins(theme::space5, theme::space5, theme::space5, theme::space4);
    lines->setSpacing(theme::space1);
    m_title = new TextLabel(TextLabel::Voice::Title);
    m_hint = new TextLabel(TextLabel::Voice::Muted);
    lines->addWidget(m_title);
    lines->addWidget(m_hint);
    lines->setAlignment(Qt::AlignTop);
    return head;
}

QWidget *OperationWizard::buildFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(theme::space5, theme::space3, theme::space5, theme::space4);
    line->setSpacing(theme::space2);
    const auto add = [this, line](const char *name, const char *kind, void (OperationWizard::*pressed)()) {
        auto *button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setProperty("kind", QLatin1String(kind));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, pressed);
        line->addWidget(button);
        return button;
    };
    m_back = add("back", "", &OperationWizard::back);
    m_back->setText(tr("Back"));
    m_stop = add("stop", "danger", &OperationWizard::stopRun);
    m_undo = add("undo", "", &OperationWizard::undoRun);
    m_undo->setText(tr("Undo"));
    line->addStretch();
    m_close = add("close", "", &OperationWizard::closeWindow);
    m_again = add("again", "", &OperationWizard::startAgain);
    m_again->setText(tr("Try again"));
    m_again->setToolTip(tr("Back to the first page, with the same choices"));
    m_resume = add("resume", "primary", &OperationWizard::resumeRun);
    m_resume->setText(tr("Resume"));
    m_next = add("next", "primary", &OperationWizard::next);
    m_next->setDefault(true);
    return foot;
}

void OperationWizard::setNext(const QString &text, const QString &obstacle)
{
    m_next->setText(text);
    m_next->setAccessibleName(text);
    m_next->setEnabled(obstacle.isEmpty());
    m_next->setToolTip(plainToolTip(obstacle));
    m_next->setAccessibleDescription(obstacle);
}

void OperationWizard::updateButtons()
{
    m_title->setText(pageTitle());
    m_hint->setText(pageHint());
    const bool interrupted = m_page == Page::Result && m_outcome.state == OperationState::Interrupted;
    m_back->setVisible(m_page == Page::Checks || m_page == Page::Plan || m_page == Page::Confirm);
    m_stop->setVisible(m_page == Page::Run);
    m_resume->setVisible(interrupted);
    m_undo->setVisible(interrupted);
    if (interrupted) {
        const QString obstacle = undoObstacle(m_outcome.entry);
        m_undo->setEnabled(obstacle.isEmpty());
        m_undo->setToolTip(plainToolTip(obstacle.isEmpty() ? undoSentence() : obstacle));
        m_resume->setToolTip(plainToolTip(resumeSentence(m_outcome.entry)));
    }
    m_again->setVisible(m_page == Page::Result && m_choose &&
                        (m_outcome.state == OperationState::Undone || m_outcome.state == OperationState::NotReady));
    m_next->setVisible(m_page != Page::Run && m_page != Page::Result);
    m_close->setText(m_page == Page::Run || m_page == Page::Result ? tr("Close") : tr("Cancel"));
    m_close->setToolTip(m_page == Page::Run ? tr("The operation goes on; the main window shows it at the bottom")
                                            : QString());
    m_stop->setText(m_run->stopTitle());
    m_stop->setToolTip(m_run->stopMeaning());
    m_stop->setAccessibleDescription(m_run->stopMeaning());
    switch (m_page) {
    case Page::Choose:
        setNext(tr("Next"), m_choose->obstacle());
        break;
    case Page::Checks:
        if (m_ticket >= 0)
            setNext(tr("Next"), tr("The checks are still running."));
        else if (!m_preparation)
            setNext(tr("Next"), tr("Check first."));
        else
            setNext(tr("Next"), m_preparation->readiness == Readiness::NotReady ? m_preparation->sentence : QString());
        break;
    case Page::Plan:
        setNext(tr("Next"), {});
        break;
    case Page::Confirm:
        setNext(actTitle(), m_confirm->obstacle());
        break;
    case Page::Run:
    case Page::Result:
        break;
    }
}

QString OperationWizard::pageTitle() const
{
    switch (m_page) {
    case Page::Choose:
        return tr("Choose");
    case Page::Checks:
        return tr("Checks");
    case Page::Plan:
        return tr("What will be done");
    case Page::Confirm:
        return tr("Confirm");
    case Page::Run:
        return tr("Running");
    case Page::Result:
        break;
    }
    return operationStateTitle(m_outcome.state);
}

QString OperationWizard::pageHint() const
{
    switch (m_page) {
    case Page::Choose:
        return m_operation.summary;
    case Page::Checks:
        return tr("Nothing is changed by looking.");
    case Page::Plan:
        return tr("The plan you approve is the plan that runs. If the situation changes first, Howdah stops and asks.");
    case Page::Confirm:
        return tr("What will have happened when it is done.");
    case Page::Run:
        return tr("You may close this window: the operation goes on, and the main window shows it at the bottom.");
    case Page::Result:
        break;
    }
    return tr("Operation %1").arg(m_runId);
}

void OperationWizard::closeWindow()
{
    close();
}

void OperationWizard::stopRun()
{
    m_stop->setEnabled(false);
    m_desk.stop(m_runId);
}

void OperationWizard::resumeRun()
{
    askToResume(m_outcome.entry, this, [this] {
        m_fresh = false;
        m_run->begin(m_outcome.entry);
        m_stop->setEnabled(true);
        go(Page::Run);
        m_desk.resume(m_runId);
    });
}

void OperationWizard::undoRun()
{
    m_fresh = false;
    m_run->begin(m_outcome.entry);
    m_stop->setEnabled(true);
    go(Page::Run);
    m_desk.undo(m_runId);
}

void OperationWizard::startAgain()
{
    m_runId.clear();
    m_preparation.reset();
    m_stop->setEnabled(true);
    go(Page::Choose);
}

} // namespace howdah
