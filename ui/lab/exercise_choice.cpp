#include "ui/lab/exercise_choice.h"

#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace howdah {

ExerciseChoice::ExerciseChoice(QWidget *parent)
    : ScrollPage(tr("Exercises"), parent, theme::space3)
{
}

void ExerciseChoice::show(const ExerciseShelf &shelf, const QHash<QString, ExerciseRecord> &records,
                          const QSet<QString> &labs)
{
    startOver();
    auto *why = new TextLabel(TextLabel::Voice::Muted,
                              tr("Each makes a real cluster of its own, and checks what is so by looking at it."));
    why->setWordWrap(true);
    content()->addWidget(why);
    for (const Error &refused : shelf.refused)
        content()->addWidget(new ErrorPanel(refused));
    for (const Exercise &exercise : shelf.exercises) {
        const auto record = records.constFind(exercise.id);
        const bool isBegun = record != records.constEnd();
        addRow(exercise, isBegun ? &*record : nullptr, isBegun && labs.contains(record->lab));
    }
    content()->addStretch();
    finish();
}

void ExerciseChoice::addRow(const Exercise &exercise, const ExerciseRecord *record, bool hasLab)
{
    const qsizetype steps = record ? record->steps.size() : exercise.steps.size(); // some may be left out here
    auto *card = new Card;
    const QString number = exercise.number > 0 ? QStringLiteral("%1  ").arg(exercise.number) : QString();
    auto *title = new TextLabel(TextLabel::Voice::Strong, number + exercise.title.text());
    title->setWordWrap(true);
    card->content()->addWidget(title);
    QString facts = tr("%n minute(s)", nullptr, exercise.minutes) + QStringLiteral(" · ") +
                    tr("%n step(s)", nullptr, static_cast<int>(steps));
    if (record && record->passed())
        facts += QStringLiteral(" · ") + tr("passed");
    else if (record)
        facts += QStringLiteral(" · ") + tr("%1 of %2 passed").arg(record->current()).arg(steps);
    auto *line = new QHBoxLayout;
    line->addWidget(new TextLabel(TextLabel::Voice::Muted, facts), 1);
    auto *begin = new QPushButton(!record            ? tr("Begin")
                                  : !hasLab          ? tr("Begin again") // with a fresh lab, and a fresh record
                                  : record->passed() ? tr("Look again")
                                                     : tr("Go on"));
    begin->setAccessibleName(tr("Begin or go on with “%1”").arg(exercise.title.text()));
    begin->setToolTip(plainToolTip(exercise.why.text()));
    connect(begin, &QPushButton::clicked, this, [this, id = exercise.id] { Q_EMIT chosen(id); });
    line->addWidget(begin);
    card->content()->addLayout(line);
    content()->addWidget(card);
}

} // namespace howdah
