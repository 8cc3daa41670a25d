#include "ui/wizards/running_dock.h"

#include "ui/theme/theme.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/result_window.h"
#include "ui/wizards/running_row.h"

#include <QVBoxLayout>

namespace howdah {

RunningDock::RunningDock(OperationDesk &desk, QWidget *parent)
    : QDockWidget(parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("runningDock"));
    setAccessibleName(tr("Running operations"));
    setFeatures(QDockWidget::NoDockWidgetFeatures);
    auto *place = new QWidget;
    m_lines = new QVBoxLayout(place);
    m_lines->setContentsMargins(theme::space2, theme::space1, theme::space2, theme::space2);
    m_lines->setSpacing(0);
    setWidget(place);
    updateTitle();
    hide();
    connect(&desk, &OperationDesk::event, this, &RunningDock::heard);
    connect(&desk, &OperationDesk::finished, this, &RunningDock::ended);
    connect(&desk, &OperationDesk::journalLoaded, this,
            [this](const QString &, const QList<JournalEntry> &entries) { recorded(entries); });
}

RunningRow *RunningDock::rowOf(const QString &id)
{
    if (RunningRow *row = m_rows.value(id))
        return row;
    removeEnded();
    auto *row = new RunningRow(id);
    m_rows.insert(id, row);
    m_lines->addWidget(row);
    connect(row, &RunningRow::stopWanted, this, [this, id] { m_desk.stop(id); });
    connect(row, &RunningRow::openWanted, this, [this, row] {
        if (row->hasEnded())
            openResult(row->entry(), m_desk, window());
        else
            OperationWizard::openRun(row->entry(), m_desk, window());
    });
    connect(row, &RunningRow::dismissed, this, [this] {
        removeEnded();
        setVisible(!m_rows.isEmpty());
    });
    updateTitle();
    show();
    return row;
}

void RunningDock::removeEnded()
{
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (!row.value()->hasEnded()) {
            ++row;
            continue;
        }
        row.value()->deleteLater();
        row = m_rows.erase(row);
    }
}

void RunningDock::heard(const OperationEvent &event)
{
    RunningRow *known = m_rows.value(event.operationId);
    if (known && known->hasEnded() && event.kind != OperationEvent::Kind::Started)
        return; // the last words of a run whose outcome is here already
    if (known && known->hasEnded())
        removeEnded();
    RunningRow *row = rowOf(event.operationId);
    const bool changed = event.kind == OperationEvent::Kind::Started || event.kind == OperationEvent::Kind::StepChanged;
    if (!row->hasEntry() && changed)
        m_desk.loadJournal(); // an event carries no plan: the journal does
    row->handle(event);
}

void RunningDock::recorded(const QList<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        RunningRow *row = m_rows.value(entry.id);
        if (row && !row->hasEntry())
            row->setEntry(entry);
    }
}

void RunningDock::ended(const QString &id, const RunOutcome &outcome)
{
    if (outcome.entry.id.isEmpty() && !m_rows.contains(id))
        return; // nothing was begun: the wizard says why
    rowOf(id)->end(outcome);
    updateTitle();
}

void RunningDock::updateTitle()
{
    int running = 0;
    for (const RunningRow *row : std::as_const(m_rows))
        running += row->hasEnded() ? 0 : 1;
    setWindowTitle(running == 0 ? tr("Last operation") : tr("Running now (%1)").arg(running));
}

} // namespace howdah
