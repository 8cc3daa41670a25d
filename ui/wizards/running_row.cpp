#include "ui/wizards/running_row.h"

#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/live_duration.h"
#include "ui/wizards/run_step_row.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace howdah {

namespace {
constexpr int barWidth = 140, barHeight = 6, elapsedWidth = 72;
}

RunningRow::RunningRow(const QString &id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_tick(new QTimer(this))
    , m_mark(new StateMark(Health::Busy))
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_state(new TextLabel(TextLabel::Voice::Muted, tr("Beginning…")))
    , m_elapsed(new TextLabel(TextLabel::Voice::Figures))
    , m_bar(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_open(new QPushButton(tr("Open")))
    , m_dismiss(new QPushButton(tr("Dismiss")))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(theme::space3, theme::space1, theme::space3, theme::space1);
    line->setSpacing(theme::space3);
    line->addWidget(m_mark);
    m_title->setWordWrap(false);
    line->addWidget(m_title);
    m_state->setObjectName(QStringLiteral("runningState"));
    line->addWidget(m_state, 1);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(barWidth, barHeight);
    m_bar->setRange(0, 1000);
    line->addWidget(m_bar);
    m_elapsed->setMinimumWidth(elapsedWidth);
    m_elapsed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(m_elapsed);
    m_stop->setObjectName(QStringLiteral("stopRunning"));
    m_open->setObjectName(QStringLiteral("openRunning"));
    line->addWidget(m_stop);
    line->addWidget(m_open);
    m_dismiss->setObjectName(QStringLiteral("dismissRunning"));
    m_dismiss->hide();
    line->addWidget(m_dismiss);
    connect(m_dismiss, &QPushButton::clicked, this, &RunningRow::dismissed);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT stopWanted();
    });
    connect(m_open, &QPushButton::clicked, this, &RunningRow::openWanted);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &RunningRow::tick);
    m_tick->start();
    m_clock.start();
    setEntry({});
}

void RunningRow::setEntry(const JournalEntry &entry)
{
    m_entry = entry;
    const QString title = hasEntry() ? tr("%1 · %2").arg(operationTitle(entry.operation), entry.cluster) : m_id;
    m_title->setText(title);
    m_bar->setAccessibleName(tr("Progress of %1").arg(title));
    m_stop->setAccessibleName(tr("Stop %1").arg(title));
    m_dismiss->setAccessibleName(tr("Dismiss %1").arg(title));
    m_open->setAccessibleName(tr("Open %1").arg(title));
    m_open->setEnabled(hasEntry());
    m_open->setToolTip(hasEntry() ? QString() : tr("It is just beginning."));
    updateStep();
}

void RunningRow::handle(const OperationEvent &event)
{
    if (event.kind == OperationEvent::Kind::StepChanged) {
        m_step = event.step;
        m_stepState = event.stepState;
        if (event.step >= 0 && event.step < m_entry.steps.size()) {
            m_entry.steps[event.step].state = event.stepState;
            m_entry.steps[event.step].ms = event.stepMs;
        }
        updateStep();
    } else if (event.kind == OperationEvent::Kind::Progress) {
        m_state->setText(progressText(event));
        if (const std::optional<int> share = progressShare(event))
            m_bar->setValue(*share);
    }
}

void RunningRow::updateStep()
{
    updateStop();
    if (m_step < 0 || m_step >= m_entry.plan.steps.size() || m_ended)
        return;
    const auto count = m_entry.plan.steps.size();
    const QString title = m_entry.plan.steps.at(m_step).title;
    m_state->setText(m_stepState == StepState::Undoing || m_stepState == StepState::Undone
                         ? tr("Undoing: %1").arg(title)
                         : tr("Step %1 of %2: %3").arg(m_step + 1).arg(count).arg(title));
    const int done = m_stepState == StepState::Done || m_stepState == StepState::Skipped ? m_step + 1 : m_step;
    m_bar->setValue(static_cast<int>(1000 * done / qMax<qsizetype>(1, count)));
}

void RunningRow::updateStop()
{
    bool past = false;
    for (qsizetype index = 0; index < m_entry.plan.steps.size() && index <= m_step; ++index)
        past = past || m_entry.plan.steps.at(index).pointOfNoReturn;
    m_stop->setToolTip(past ? tr("The point of no return is behind: what was done stays, and can be resumed later.")
                            : tr("Stops it and undoes the steps done."));
}

void RunningRow::end(const RunOutcome &outcome)
{
    m_ended = true;
    m_tick->stop();
    if (!outcome.entry.id.isEmpty())
        setEntry(outcome.entry);
    JournalEntry entry = outcome.entry;
    entry.state = outcome.state;
    m_mark->setHealth(healthOf(outcome.state));
    const QString why = outcome.error ? outcome.error->message : QString();
    m_state->setText(why.isEmpty() ? outcomeSentence(entry)
                                   : tr("%1: %2").arg(operationStateTitle(outcome.state), why));
    m_bar->hide();
    m_stop->hide();
    m_dismiss->show();
}

void RunningRow::tick()
{
    m_elapsed->setText(liveDuration(m_clock.elapsed()));
}

} // namespace howdah
