#include "ui/lab/exercise_ending.h"

#include "core/base/sizes.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

QString factsOf(const ExerciseRecord &record)
{
    qsizetype commands = 0, observations = 0;
    for (const StepRecord &step : record.steps) {
        commands += step.tasks.size();
        observations += step.observations.size();
    }
    const QDateTime begun = QDateTime::fromString(record.begunAt, Qt::ISODateWithMs);
    const QDateTime ended = QDateTime::fromString(record.steps.last().passedAt, Qt::ISODateWithMs);
    return ExerciseEnding::tr("All %1 steps have passed, %2 after the beginning, with %3 commands and %4 observations on "
                              "record.")
        .arg(QString::number(record.steps.size()), prettyDuration(begun.msecsTo(ended)), QString::number(commands),
             QString::number(observations));
}

} // namespace

ExerciseEnding::ExerciseEnding(QWidget *parent)
    : QWidget(parent)
    , m_facts(new TextLabel(TextLabel::Voice::Body))
    , m_name(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_handIn(new QPushButton(tr("Hand in…")))
{
    m_facts->setWordWrap(true);
    m_name->setPlaceholderText(tr("Your name"));
    m_name->setAccessibleName(tr("Your name"));
    m_note->setPlaceholderText(tr("In your own words: what happened, why, and what you would do next time."));
    m_note->setAccessibleName(tr("Your note"));
    m_note->setTabChangesFocus(true);
    m_handIn->setProperty("kind", QStringLiteral("primary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    column->setSpacing(theme::space2);
    column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Done")));
    column->addWidget(m_facts);
    column->addWidget(m_name);
    column->addWidget(m_note, 1);
    column->addWidget(m_handIn, 0, Qt::AlignRight);
    connect(m_handIn, &QPushButton::clicked, this, [this] {
        Q_EMIT written(m_name->text().trimmed(), m_note->toPlainText().trimmed());
        Q_EMIT handInWanted();
    });
}

void ExerciseEnding::show(const ExerciseState &state)
{
    m_facts->setText(factsOf(state.record));
    if (m_name->text().isEmpty())
        m_name->setText(state.record.learner);
    if (m_note->toPlainText().isEmpty())
        m_note->setPlainText(state.record.note);
}

} // namespace howdah
