#include "ui/lab/exercise_ending.h"

#include "core/base/sizes.h"
#include "ui/theme/theme.h"
#include "ui/wizards/pdf_report.h"
#include "ui/wizards/text_label.h"

#include <QComboBox>
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
    const QString onRecord = ExerciseEnding::tr("%1 commands and %2 observations are on record.")
                                 .arg(QString::number(commands), QString::number(observations));
    if (!record.passed())
        return ExerciseEnding::tr("%1 of %2 steps have passed so far.").arg(record.current()).arg(record.steps.size()) +
               QLatin1Char(' ') + onRecord;
    const QDateTime begun = QDateTime::fromString(record.begunAt, Qt::ISODateWithMs);
    const QDateTime ended = QDateTime::fromString(record.steps.last().passedAt, Qt::ISODateWithMs);
    return ExerciseEnding::tr("All of %n step(s) passed, %1 after the beginning.", nullptr,
                              static_cast<int>(record.steps.size()))
               .arg(prettyDuration(begun.msecsTo(ended))) +
           QLatin1Char(' ') + onRecord;
}

/// What a note answers; the words are the learner's.
QString frame()
{
    return QStringList{ExerciseEnding::tr("What happened:"), ExerciseEnding::tr("Why:"),
                       ExerciseEnding::tr("What I would do next time:")}
               .join(QStringLiteral("\n\n")) +
           QLatin1Char('\n');
}

} // namespace

ExerciseEnding::ExerciseEnding(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Voice::Heading))
    , m_facts(new TextLabel(TextLabel::Voice::Body))
    , m_handedIn(new TextLabel(TextLabel::Voice::Body))
    , m_name(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_form(new QComboBox)
    , m_handIn(new QPushButton(tr("Hand in…")))
{
    m_facts->setWordWrap(true);
    m_handedIn->setWordWrap(true);
    m_handedIn->setAccessibleName(tr("Where the deliverable lies"));
    m_handedIn->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_handedIn->hide();
    m_name->setPlaceholderText(tr("Your name"));
    m_name->setAccessibleName(tr("Your name"));
    m_note->setPlaceholderText(tr("In your own words: what happened, why, and what you would do next time."));
    m_note->setAccessibleName(tr("Your note"));
    m_note->setTabChangesFocus(true);
    m_form->addItems({tr("All forms"), tr("PDF"), tr("Web page"), tr("Markdown")});
    m_form->setAccessibleName(tr("Form of the deliverable"));
    m_handIn->setProperty("kind", QStringLiteral("primary"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_form);
    line->addStretch();
    line->addWidget(m_handIn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space3, theme::space3, theme::space3, theme::space3);
    column->setSpacing(theme::space2);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_name);
    column->addWidget(m_note, 1);
    column->addLayout(line);
    column->addWidget(m_handedIn);
    connect(m_handIn, &QPushButton::clicked, this, &ExerciseEnding::handIn);
}

void ExerciseEnding::handIn()
{
    const QString note = m_note->toPlainText().trimmed();
    Q_EMIT written(m_name->text().trimmed(), note == frame().trimmed() ? QString() : note);
    Q_EMIT handInWanted(chosenFormats());
}

QList<ReportFormat> ExerciseEnding::chosenFormats() const
{
    const QList<ReportFormat> all = reportFormats(); // in the order in which they are offered
    return m_form->currentIndex() == 0 ? all : all.mid(m_form->currentIndex() - 1, 1);
}

void ExerciseEnding::show(const ExerciseState &state)
{
    m_title->setText(state.record.passed() ? tr("Done") : tr("Hand in what there is"));
    m_facts->setText(factsOf(state.record));
    if (m_begun == state.record.begunAt)
        return; // what is being typed stays
    m_begun = state.record.begunAt;
    m_handedIn->hide();
    m_name->setText(state.record.learner);
    m_note->setPlainText(state.record.note.isEmpty() ? frame() : state.record.note);
}

void ExerciseEnding::showHandedIn(const QString &directory)
{
    m_handedIn->setText(
        tr("The deliverable lies in %1. The lab goes on running until you destroy it (menu Cluster, Lab).")
            .arg(directory));
    m_handedIn->show();
}

} // namespace howdah
