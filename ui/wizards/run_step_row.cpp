#include "ui/wizards/run_step_row.h"

#include "core/base/sizes.h"
#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/live_duration.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int lineX = 8, markTop = 9, markSize = 14, textLeft = 32, barHeight = 6;

} // namespace

QString progressText(const OperationEvent &event)
{
    QStringList parts;
    if (event.totalObjects > 0)
        parts << RunStepRow::tr("%1 of %2 objects").arg(event.doneObjects).arg(event.totalObjects);
    if (event.totalBytes > 0)
        parts << RunStepRow::tr("%1 of %2").arg(prettySize(event.doneBytes), prettySize(event.totalBytes));
    else if (event.totalObjects == 0)
        parts << prettySize(event.doneBytes);
    if (event.bytesPerSecond > 0) {
        parts << RunStepRow::tr("%1/s").arg(prettySize(event.bytesPerSecond));
        if (event.totalBytes > event.doneBytes)
            parts << RunStepRow::tr("%1 left").arg(liveDuration(
                qMax<qint64>(1, (event.totalBytes - event.doneBytes) / event.bytesPerSecond) * 1000));
    }
    return parts.join(QStringLiteral(" · "));
}

std::optional<int> progressShare(const OperationEvent &event)
{
    constexpr qint64 whole = 1000;
    const qint64 total = event.totalBytes > 0 ? event.totalBytes : event.totalObjects;
    if (total <= 0)
        return std::nullopt;
    const qint64 done = event.totalBytes > 0 ? event.doneBytes : event.doneObjects;
    return static_cast<int>(qBound(qint64(0), done * whole / total, whole));
}

RunStepRow::RunStepRow(const QString &title, bool first, bool last, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_first(first)
    , m_last(last)
    , m_time(new TextLabel(TextLabel::Voice::Figures))
    , m_word(new TextLabel(TextLabel::Voice::Small))
    , m_error(new TextLabel(TextLabel::Voice::Critical))
    , m_bar(new QProgressBar)
    , m_progress(new TextLabel(TextLabel::Voice::Figures))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(textLeft, theme::space2, theme::space2, theme::space2);
    lines->setSpacing(theme::space1);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space3);
    top->addWidget(new TextLabel(TextLabel::Voice::Body, title), 1);
    m_word->setWordWrap(false);
    top->addWidget(m_word, 0, Qt::AlignTop);
    m_time->setMinimumWidth(64);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    top->addWidget(m_time, 0, Qt::AlignTop);
    lines->addLayout(top);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setFixedHeight(barHeight);
    m_bar->setAccessibleName(tr("Progress of: %1").arg(title));
    lines->addWidget(m_bar);
    lines->addWidget(m_progress);
    lines->addWidget(m_error);
    m_bar->hide();
    m_progress->hide();
    m_error->hide();
    setState(StepState::Waiting, 0);
}

void RunStepRow::setState(StepState state, qint64 milliseconds)
{
    m_state = state;
    m_word->setText(stepStateTitle(state));
    m_word->setVisible(state != StepState::Waiting && state != StepState::Done);
    const bool over = state != StepState::Waiting && state != StepState::Running && state != StepState::Undoing;
    m_time->setText(over && state != StepState::Skipped ? prettyDuration(milliseconds) : QString());
    if (state != StepState::Running) {
        m_bar->hide();
        m_progress->hide();
    }
    setAccessibleName(tr("%1: %2").arg(m_title, stepStateTitle(state)));
    update();
}

void RunStepRow::setElapsed(qint64 milliseconds)
{
    m_time->setText(liveDuration(milliseconds));
}

void RunStepRow::setProgress(const OperationEvent &event)
{
    const std::optional<int> share = progressShare(event);
    if (share)
        m_bar->setValue(*share);
    m_bar->setVisible(share.has_value());
    m_progress->setText(progressText(event));
    m_progress->show();
}

void RunStepRow::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void RunStepRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool behind = m_state != StepState::Waiting && m_state != StepState::Running;
    painter.setPen(QPen(theme::tokens().lineStrong, 1.5));
    const double gap = 2;
    if (!m_first)
        painter.drawLine(QPointF(lineX, 0), QPointF(lineX, markTop - gap));
    if (!m_last) {
        if (behind)
            painter.setPen(QPen(theme::healthColor(healthOf(m_state)), 1.5));
        painter.drawLine(QPointF(lineX, markTop + markSize + gap), QPointF(lineX, height()));
    }
    theme::paintHealth(painter, QRectF(lineX - markSize / 2.0, markTop, markSize, markSize), healthOf(m_state));
}

} // namespace howdah
