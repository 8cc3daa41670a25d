#include "ui/wizards/run_page.h"

#include "ui/theme/theme.h"
#include "ui/wizards/live_duration.h"
#include "ui/wizards/run_step_row.h"
#include "ui/wizards/text_label.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace howdah {

namespace {
constexpr int logLines = 2000;

QString withoutControls(QString line)
{
    // What a command prints may hold anything; a log shows text, not terminal commands.
    for (QChar &character : line) {
        if (character.category() == QChar::Other_Control && character != u'\t')
            character = QChar::ReplacementCharacter;
    }
    return line;
}
} // namespace

RunPage::RunPage(QWidget *parent)
    : QWidget(parent)
    , m_tick(new QTimer(this))
    , m_headline(new TextLabel(TextLabel::Voice::Heading))
    , m_elapsed(new TextLabel(TextLabel::Voice::Figures))
    , m_scroll(new QScrollArea)
    , m_stepsPlace(nullptr)
    , m_log(new QPlainTextEdit)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space5, 0, theme::space5, theme::space4);
    lines->setSpacing(theme::space2);
    auto *top = new QHBoxLayout;
    m_headline->setObjectName(QStringLiteral("runHeadline"));
    top->addWidget(m_headline, 1);
    m_elapsed->setObjectName(QStringLiteral("runElapsed"));
    top->addWidget(m_elapsed, 0, Qt::AlignVCenter);
    lines->addLayout(top);

    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Steps"));
    auto *place = new QWidget;
    m_stepsPlace = new QVBoxLayout(place);
    m_stepsPlace->setContentsMargins(0, theme::space2, 0, 0);
    m_stepsPlace->addStretch();
    m_scroll->setWidget(place);
    m_scroll->viewport()->setAutoFillBackground(false);
    place->setAutoFillBackground(false);
    lines->addWidget(m_scroll, 3);

    lines->addWidget(new TextLabel(TextLabel::Voice::Small, tr("Log")));
    m_log->setObjectName(QStringLiteral("runLog"));
    m_log->setAccessibleName(tr("Log"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setMaximumBlockCount(logLines);
    m_log->setFont(theme::codeFont(theme::Type::Body));
    m_log->setMinimumHeight(88);
    m_log->setPlaceholderText(tr("What the commands print appears here."));
    lines->addWidget(m_log, 2);

    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &RunPage::tick);
}

void RunPage::begin(const Plan &plan)
{
    m_plan = plan;
    m_rows.clear();
    m_current = -1;
    m_undoing = false;
    m_log->clear();
    delete m_steps;
    m_steps = new QWidget;
    auto *lines = new QVBoxLayout(m_steps);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    const auto count = static_cast<int>(plan.steps.size());
    for (int index = 0; index < count; ++index) {
        m_rows.append(new RunStepRow(plan.steps.at(index).title, index == 0, index + 1 == count));
        lines->addWidget(m_rows.last());
    }
    m_stepsPlace->insertWidget(0, m_steps);
    m_clock.start();
    m_tick->start();
    updateHeadline();
    Q_EMIT stopMeaningChanged();
}

void RunPage::begin(const JournalEntry &entry)
{
    begin(entry.plan);
    const auto count = static_cast<int>(qMin(entry.steps.size(), m_rows.size()));
    for (int index = 0; index < count; ++index) {
        const JournalStep &step = entry.steps.at(index);
        m_rows.at(index)->setState(step.state, step.ms);
        if (step.error)
            m_rows.at(index)->setError(step.error->message);
        if (step.state == StepState::Running || step.state == StepState::Undoing)
            m_current = index;
        for (const QString &line : step.log.split(u'\n', Qt::SkipEmptyParts))
            m_log->appendPlainText(withoutControls(line));
    }
    updateHeadline();
    Q_EMIT stopMeaningChanged();
}

void RunPage::handle(const OperationEvent &event)
{
    switch (event.kind) {
    case OperationEvent::Kind::Started:
        m_clock.start();
        m_tick->start();
        break;
    case OperationEvent::Kind::StepChanged:
        stepChanged(event);
        break;
    case OperationEvent::Kind::Progress:
        if (event.step >= 0 && event.step < m_rows.size())
            m_rows.at(event.step)->setProgress(event);
        break;
    case OperationEvent::Kind::Log:
        m_log->appendPlainText(withoutControls(event.text));
        break;
    case OperationEvent::Kind::Finished:
        end();
        break;
    }
}

void RunPage::stepChanged(const OperationEvent &event)
{
    if (event.step < 0 || event.step >= m_rows.size())
        return;
    RunStepRow *row = m_rows.at(event.step);
    row->setState(event.stepState, event.stepMs);
    if (event.error)
        row->setError(event.error->message);
    if (event.stepState == StepState::Running || event.stepState == StepState::Undoing) {
        m_current = event.step;
        m_undoing = event.stepState == StepState::Undoing;
        m_stepClock.start();
        m_scroll->ensureWidgetVisible(row, 0, 2 * row->height()); // and what comes next
    }
    updateHeadline();
    Q_EMIT stopMeaningChanged();
}

void RunPage::end()
{
    m_tick->stop();
    m_current = -1;
}

void RunPage::tick()
{
    m_elapsed->setText(liveDuration(m_clock.elapsed()));
    if (m_current >= 0 && m_stepClock.isValid())
        m_rows.at(m_current)->setElapsed(m_stepClock.elapsed());
}

void RunPage::updateHeadline()
{
    if (m_current < 0)
        m_headline->setText(tr("Looking once more whether the plan still fits…"));
    else if (m_undoing)
        m_headline->setText(tr("Undoing: %1").arg(m_rows.at(m_current)->title()));
    else
        m_headline->setText(
            tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_rows.size()).arg(m_rows.at(m_current)->title()));
}

bool RunPage::pastReturn() const
{
    const auto count = static_cast<int>(qMin(m_plan.steps.size(), m_rows.size()));
    for (int index = 0; index < count; ++index) {
        if (m_plan.steps.at(index).pointOfNoReturn && m_rows.at(index)->state() != StepState::Waiting)
            return true;
    }
    return false;
}

int RunPage::doneSteps() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const RunStepRow *row) { return row->state() == StepState::Done; }));
}

QString RunPage::stopTitle() const
{
    return pastReturn() || (m_current < 0 && doneSteps() == 0) ? tr("Stop") : tr("Stop and undo");
}

QString RunPage::stopMeaning() const
{
    if (m_undoing)
        return tr("It is being undone already; stopping that leaves it half-way, to be resumed or undone later.");
    if (pastReturn())
        return tr("The point of no return is behind: what was done stays, and the operation can be resumed later.");
    if (m_current < 0 && doneSteps() == 0)
        return tr("Nothing has been changed yet; stopping leaves everything as it is.");
    return tr("Stops the step under way and undoes it, and the steps before it.");
}

QString RunPage::log() const
{
    return m_log->toPlainText();
}

} // namespace howdah
