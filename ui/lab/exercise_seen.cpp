#include "ui/lab/exercise_seen.h"

#include "core/base/sizes.h"
#include "ui/theme/theme.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QGridLayout>

namespace howdah {

namespace {

QString seenText(const ObservationEvidence &one)
{
    const QString words = one.seen.endsWith(QLatin1Char('.')) ? one.seen.chopped(1) : one.seen;
    if (one.asExpected)
        return ExerciseSeen::tr("%1, after %2").arg(words, prettyDuration(one.milliseconds));
    const QString saw = words.isEmpty() ? ExerciseSeen::tr("nothing") : words;
    return ExerciseSeen::tr("Expected %1, saw %2.").arg(one.expected, saw);
}

TextLabel *wrapped(TextLabel::Voice voice, const QString &text)
{
    auto *label = new TextLabel(voice, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ExerciseSeen::ExerciseSeen(const QList<ObservationEvidence> &observations, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme::space2);
    grid->setVerticalSpacing(theme::space1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ObservationEvidence &one : observations) {
        grid->addWidget(new StateMark(one.asExpected ? Health::Good : Health::Attention, 12, 2), row, 0, Qt::AlignTop);
        grid->addWidget(wrapped(TextLabel::Voice::Body, one.text), row++, 1);
        grid->addWidget(wrapped(TextLabel::Voice::Muted, seenText(one)), row++, 1);
        if (!one.because.isEmpty())
            grid->addWidget(wrapped(TextLabel::Voice::Muted, one.because), row++, 1);
    }
}

} // namespace howdah
