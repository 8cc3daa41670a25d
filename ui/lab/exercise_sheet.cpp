#include "ui/lab/exercise_sheet.h"

#include "ui/lab/exercise_seen.h"
#include "ui/wizards/card.h"
#include "ui/wizards/text_label.h"

#include <QButtonGroup>
#include <QDir>
#include <QHBoxLayout>
#include <QPixmap>
#include <QRadioButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int thumbnailWidth = 150;

TextLabel *paragraph(TextLabel::Voice voice, const QString &text)
{
    auto *label = new TextLabel(voice, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A radio button whose words go on in the next line: Qt's own are cut where the dock ends.
class Choice : public QWidget
{
public:
    explicit Choice(const QString &text)
        : m_button(new QRadioButton)
    {
        m_button->setAccessibleName(text);
        auto *words = new TextLabel(TextLabel::Voice::Body, text);
        words->setWordWrap(true);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::space2);
        row->addWidget(m_button, 0, Qt::AlignTop);
        row->addWidget(words, 1);
    }
    [[nodiscard]] QRadioButton *button() const { return m_button; }

protected:
    void mousePressEvent(QMouseEvent *) override {} // accepted, so that its end comes here
    void mouseReleaseEvent(QMouseEvent *) override { m_button->click(); }

private:
    QRadioButton *m_button;
};

} // namespace

ExerciseSheet::ExerciseSheet(QWidget *parent)
    : ScrollPage(tr("The step at hand"), parent, theme::space3)
{
}

void ExerciseSheet::show(const ExerciseState &state, int step)
{
    const ExerciseStep &declared = state.exercise.steps.at(step);
    const StepRecord &record = state.record.steps.at(step);
    const bool isSame = m_shown == state.record.begunAt + declared.id;
    const int scrolledTo = isSame ? verticalScrollBar()->value() : 0;
    m_shown = state.record.begunAt + declared.id;
    startOver();
    if (step == 0)
        content()->addWidget(paragraph(TextLabel::Voice::Muted, state.exercise.why.text()));
    content()->addWidget(
        paragraph(TextLabel::Voice::Strong, QStringLiteral("%1. %2").arg(step + 1).arg(declared.title.text())));
    content()->addWidget(paragraph(TextLabel::Voice::Body, record.text.isEmpty() ? state.texts.at(step) : record.text));
    addQuestion(declared, record, step);
    addHints(state.hints.at(step), record);
    if (!record.observations.isEmpty())
        content()->addWidget(new ExerciseSeen(record.observations));
    if (record.passed())
        content()->addWidget(paragraph(TextLabel::Voice::Strong, tr("Passed.")));
    if (record.passed() && !record.found.isEmpty()) // earlier it would name the cause
        content()->addWidget(paragraph(TextLabel::Voice::Muted, tr("Howdah found it too: %1").arg(record.found)));
    addPictures(state, record);
    content()->addStretch();
    finish();
    // Not before it has been laid out.
    QTimer::singleShot(0, this, [this, scrolledTo] { verticalScrollBar()->setValue(scrolledTo); });
}

void ExerciseSheet::showEnd()
{
    QTimer::singleShot(0, this, [this] { verticalScrollBar()->setValue(verticalScrollBar()->maximum()); });
}

void ExerciseSheet::clear()
{
    startOver();
    content()->addStretch();
    finish();
}

void ExerciseSheet::addQuestion(const ExerciseStep &declared, const StepRecord &record, int step)
{
    if (!declared.question.isAsked())
        return;
    content()->addWidget(paragraph(TextLabel::Voice::Body, declared.question.text.text()));
    auto *group = new QButtonGroup(content()->parentWidget());
    for (const ExerciseQuestion::Choice &choice : declared.question.choices) {
        auto *shown = new Choice(choice.text.text());
        QRadioButton *button = shown->button();
        button->setChecked(choice.id == record.answer);
        group->addButton(button);
        connect(button, &QRadioButton::clicked, this, [this, step, id = choice.id] { Q_EMIT answered(step, id); });
        content()->addWidget(shown);
    }
    if (!record.answer.isEmpty() && record.checks > 0)
        content()->addWidget(paragraph(TextLabel::Voice::Muted, record.answer == declared.question.right
                                                                    ? tr("That is right.")
                                                                    : tr("That is not it: look again.")));
}

void ExerciseSheet::addHints(const QStringList &hints, const StepRecord &record)
{
    for (const QString &hint : hints.mid(0, record.hintsTaken)) {
        auto *card = new Card;
        card->content()->addWidget(paragraph(TextLabel::Voice::Body, hint));
        content()->addWidget(card);
    }
}

void ExerciseSheet::addPictures(const ExerciseState &state, const StepRecord &record)
{
    for (const QString &name : record.pictures) {
        const QString file = QDir(exercise_records::directory(state.record.exercise)).filePath(name);
        const QPixmap picture(file);
        if (picture.isNull())
            continue;
        auto *thumbnail = new QLabel;
        thumbnail->setPixmap(picture.scaledToWidth(thumbnailWidth, Qt::SmoothTransformation));
        thumbnail->setAccessibleName(tr("Picture taken when the step passed"));
        thumbnail->setToolTip(plainToolTip(file));
        content()->addWidget(thumbnail, 0, Qt::AlignLeft);
    }
}

} // namespace howdah
