#include "ui/wizards/step_times.h"

#include "core/base/sizes.h"
#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QPainter>

#include <algorithm>

namespace howdah {

namespace {
constexpr int rowHeight = 26, barHeight = 10, timeWidth = 84, markRoom = 20;
}

StepTimes::StepTimes(const QList<JournalStep> &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList words;
    for (const JournalStep &step : m_steps)
        words << tr("%1: %2, %3").arg(step.title, stepStateTitle(step.state), prettyDuration(step.ms));
    setAccessibleName(tr("Times of the steps"));
    setAccessibleDescription(words.join(u'\n'));
    setToolTip(plainToolTip(words.join(u'\n')));
}

QSize StepTimes::sizeHint() const
{
    return {480, rowHeight * static_cast<int>(m_steps.size())};
}

QSize StepTimes::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void StepTimes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 total = 0;
    for (const JournalStep &step : m_steps)
        total += step.ms;
    qint64 begin = 0;
    for (int row = 0; row < m_steps.size(); ++row) {
        paintRow(painter, row, begin, std::max<qint64>(1, total));
        begin += m_steps.at(row).ms;
    }
}

void StepTimes::paintRow(QPainter &painter, int row, qint64 begin, qint64 total) const
{
    const JournalStep &step = m_steps.at(row);
    const Health health = healthOf(step.state);
    const int top = row * rowHeight, middle = top + rowHeight / 2;
    theme::paintHealth(painter, QRectF(0, middle - 5.5, 11, 11), health);

    const int nameWidth = (width() - timeWidth) * 45 / 100 - markRoom;
    painter.setFont(theme::font(theme::Type::Body));
    painter.setPen(theme::tokens().text);
    painter.drawText(QRect(markRoom, top, nameWidth, rowHeight), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(step.title, Qt::ElideRight, nameWidth - theme::space3));

    const double trackLeft = markRoom + nameWidth, trackWidth = width() - timeWidth - trackLeft - theme::space2;
    const double barTop = middle - barHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::tokens().line);
    painter.drawRoundedRect(QRectF(trackLeft, barTop, trackWidth, barHeight), 3, 3);
    if (step.ms > 0) {
        const double barWidth = std::max(3.0, trackWidth * static_cast<double>(step.ms) / static_cast<double>(total));
        const double left = std::min(trackLeft + trackWidth * static_cast<double>(begin) / static_cast<double>(total),
                                     trackLeft + trackWidth - barWidth);
        painter.setBrush(health == Health::Good ? theme::tokens().accent : theme::healthColor(health));
        painter.drawRoundedRect(QRectF(left, barTop, barWidth, barHeight), 3, 3);
    }
    painter.setFont(theme::tabularFont(theme::Type::Small));
    painter.setPen(theme::tokens().textMuted);
    const bool ran = step.state != StepState::Waiting && step.state != StepState::Skipped;
    painter.drawText(QRect(width() - timeWidth, top, timeWidth, rowHeight), Qt::AlignVCenter | Qt::AlignRight,
                     ran ? prettyDuration(step.ms) : stepStateTitle(step.state));
}

} // namespace howdah
