#include "ui/wizards/operation_wizard.h"

#include "core/operations/catalogue.h"
#include "core/operations/report.h"
#include "ui/wizards/checks_page.h"
#include "ui/wizards/choose_page.h"
#include "ui/wizards/confirm_page.h"
#include "ui/wizards/plan_page.h"
#include "ui/wizards/result_page.h"
#include "ui/wizards/run_page.h"
#include "ui/wizards/step_rail.h"

#include <QApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace howdah {

namespace {

constexpr int widestName = 280;
constexpr int lookAfterTyping = 500; // milliseconds without a keystroke

Operation operationOf(const JournalEntry &entry)
{
    if (const Operation *known = findOperation(entry.operation))
        return *known;
    Operation unknown;
    unknown.id = unknown.title = entry.operation;
    return unknown;
}

} // namespace

OperationWizard::OperationWizard(const Operation &operation, ClusterSnapshotPtr snapshot, const Arguments &prefilled,
                                 OperationDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_operation(operation)
    , m_snapshot(std::move(snapshot))
    , m_cluster(m_snapshot->definition)
    , m_desk(desk)
{
    m_choose = new ChoosePage(m_operation, m_snapshot, prefilled);
    build(m_cluster.name);
    connect(m_choose, &ChoosePage::changed, this, &OperationWizard::updateButtons);
    m_lookSoon = new QTimer(this);
    m_lookSoon->setSingleShot(true);
    m_lookSoon->setInterval(lookAfterTyping);
    connect(m_lookSoon, &QTimer::timeout, this, &OperationWizard::look);
    connect(m_choose, &ChoosePage::edited, m_lookSoon, qOverload<>(&QTimer::start));
    listen();
    go(Page::Choose);
    look();
}

OperationWizard::OperationWizard(const JournalEntry &entry, OperationDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_operation(operationOf(entry))
    , m_desk(desk)
    , m_runId(entry.id)
    , m_page(Page::Run)
{
    // What stands if resuming or undoing is refused.
    m_outcome.state = entry.state == OperationState::Running ? OperationState::Interrupted : entry.state;
    m_outcome.entry = entry;
    build(entry.cluster);
    listen();
    m_run->begin(entry);
    go(Page::Run);
}

OperationWizard *OperationWizard::openRun(const JournalEntry &entry, OperationDesk &desk, QWidget *parent)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *wizard = qobject_cast<OperationWizard *>(window);
        if (!wizard || wizard->runId() != entry.id || wizard->page() != Page::Run)
            continue;
        wizard->show();
        wizard->raise();
        wizard->activateWindow();
        return wizard;
    }
    auto *wizard = new OperationWizard(entry, desk, parent);
    wizard->show();
    return wizard;
}

void OperationWizard::listen()
{
    connect(&m_desk, &OperationDesk::prepared, this, &OperationWizard::prepared);
    connect(&m_desk, &OperationDesk::preparationFailed, this, [this](int ticket, const Error &error) {
        if (ticket != m_ticket)
            return;
        m_ticket = -1;
        m_preparation.reset();
        m_checks->showFailure(error);
        updateButtons();
    });
    connect(&m_desk, &OperationDesk::event, this, [this](const OperationEvent &event) {
        if (!m_runId.isEmpty() && event.operationId == m_runId)
            m_run->handle(event);
    });
    connect(&m_desk, &OperationDesk::finished, this, &OperationWizard::finished);
    connect(m_checks, &ChecksPage::againWanted, this, &OperationWizard::check);
    connect(m_checks, &ChecksPage::remedyWanted, this, &OperationWizard::openRemedy);
    connect(m_checks, &ChecksPage::stopWanted, this, [this] {
        m_ticket = -1; // its answer finds nobody waiting
        m_checks->showStopped();
        updateButtons();
    });
    connect(m_confirm, &ConfirmPage::changed, this, &OperationWizard::updateButtons);
    connect(m_run, &RunPage::stopMeaningChanged, this, &OperationWizard::updateButtons);
}

void OperationWizard::go(Page page)
{
    m_page = page;
    QWidget *widget = nullptr;
    switch (page) {
    case Page::Choose:
        widget = m_choose;
        break;
    case Page::Checks:
        widget = m_checks;
        break;
    case Page::Plan:
        m_plan->showPlan(m_preparation->plan, m_outdated ? &*m_outdated : nullptr);
        widget = m_plan;
        break;
    case Page::Confirm:
        m_confirm->showPreparation(m_operation, *m_preparation);
        widget = m_confirm;
        break;
    case Page::Run:
        widget = m_run;
        break;
    case Page::Result:
        widget = m_result;
        break;
    }
    m_pages->setCurrentWidget(widget);
    m_rail->setCurrent(static_cast<int>(page));
    updateButtons();
    if (page == Page::Confirm && !m_confirm->obstacle().isEmpty())
        m_confirm->setFocus();
    else if (page == Page::Choose)
        m_choose->focusFirst();
    else
        (m_next->isVisibleTo(this) ? m_next : m_close)->setFocus();
    Q_EMIT pageChanged(page);
}

void OperationWizard::next()
{
    switch (m_page) {
    case Page::Choose:
        m_outdated.reset();
        m_checks->setNotice({});
        check();
        break;
    case Page::Checks:
        go(Page::Plan);
        break;
    case Page::Plan:
        go(Page::Confirm);
        break;
    case Page::Confirm:
        run();
        break;
    case Page::Run:
    case Page::Result:
        close();
        break;
    }
}

void OperationWizard::back()
{
    m_ticket = -1;
    if (m_page == Page::Checks)
        go(Page::Choose);
    else if (m_page == Page::Plan)
        go(Page::Checks);
    else if (m_page == Page::Confirm)
        go(Page::Plan);
}

void OperationWizard::check()
{
    m_preparation.reset();
    m_checks->showLooking(m_cluster);
    m_ticket = m_desk.prepare(m_operation.id, m_cluster, m_choose->arguments());
    go(Page::Checks);
}

/// Probes may know better than the declaration what to suggest (a free port, a directory's owner).
void OperationWizard::look()
{
    if (m_page == Page::Choose && !m_operation.params.isEmpty() && !m_operation.probes.isEmpty())
        m_lookTicket = m_desk.prepare(m_operation.id, m_cluster, m_choose->arguments());
}

void OperationWizard::prepared(int ticket, const Preparation &preparation)
{
    if (ticket == m_lookTicket && m_page == Page::Choose)
        m_choose->adopt(preparation.situation);
    if (ticket != m_ticket)
        return;
    m_ticket = -1;
    m_choose->adopt(preparation.situation);
    if (!preparation.objections.isEmpty()) {
        go(Page::Choose);
        m_choose->showObjections(preparation.objections);
        return;
    }
    m_preparation = preparation;
    m_checks->showPreparation(preparation);
    updateButtons();
    if (m_next->isEnabled())
        m_next->setFocus();
}

void OperationWizard::run()
{
    m_runId = m_preparation->id;
    m_fresh = true;
    m_run->begin(m_preparation->plan);
    go(Page::Run);
    m_desk.run(*m_preparation, m_cluster);
}

void OperationWizard::finished(const QString &id, const RunOutcome &outcome)
{
    if (m_runId.isEmpty() || id != m_runId)
        return;
    m_run->end();
    if (!m_fresh && outcome.entry.id.isEmpty() && !m_outcome.entry.id.isEmpty())
        m_outcome.error = outcome.error; // resuming or undoing was refused: all is as it was
    else
        m_outcome = outcome;
    const bool outdated = outcome.error && (outcome.error->code == ErrorCode::SituationChanged ||
                                            outcome.error->code == ErrorCode::NotReady);
    if (outdated && outcome.state == OperationState::NotReady && m_fresh) {
        goBackToChecks(*outcome.error);
        Q_EMIT runFinished(outcome);
        return;
    }
    QStringList next;
    if (m_operation.next && m_preparation)
        next = m_operation.next(m_preparation->situation);
    m_result->showOutcome(m_outcome, next);
    go(Page::Result);
    Q_EMIT runFinished(outcome);
}

void OperationWizard::goBackToChecks(const Error &error)
{
    m_outdated = m_preparation->plan;
    m_runId.clear();
    m_checks->setNotice(QStringList{error.message, error.detail, error.hint}.join(u' ').simplified());
    check();
}

void OperationWizard::openRemedy(const QString &operation, const Arguments &arguments)
{
    const Operation *remedy = findOperation(operation);
    if (!remedy)
        return;
    auto *wizard = new OperationWizard(*remedy, m_preparation ? m_preparation->situation.snapshot : m_snapshot,
                                       arguments, m_desk, parentWidget());
    connect(wizard, &OperationWizard::runFinished, this, [this](const RunOutcome &outcome) {
        if (m_page == Page::Checks && outcome.state == OperationState::Done)
            check();
    });
    wizard->show();
}

QString OperationWizard::actTitle() const
{
    if (!m_preparation)
        return m_operation.title;
    // What an operation is about comes first among its parameters: the new node, the candidate.
    for (const Param &param : m_operation.params) {
        const bool isFirst = &param == &m_operation.params.constFirst(); // a text further down is a time, a directory
        const bool names = (param.kind == Param::Kind::Text && isFirst) || param.kind == Param::Kind::Node ||
                           param.kind == Param::Kind::Standby || param.kind == Param::Kind::Primary;
        if (names && param.required && !param.advanced)
            return tr("%1: %2").arg(
                m_operation.title,
                fontMetrics().elidedText(m_preparation->plan.arguments.value(param.id), Qt::ElideMiddle, widestName));
    }
    return m_operation.title;
}

} // namespace howdah
