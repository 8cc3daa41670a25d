#include "ui/pages/operation_details.h"

#include "core/operations/report.h"
#include "ui/pages/operations_model.h"
#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/report_buttons.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/step_times.h"
#include "ui/wizards/text_label.h"
#include "ui/wizards/ways_on.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

QHBoxLayout *buttonAndSentence(QPushButton *button, const QString &sentence)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    button->setMinimumWidth(96);
    line->addWidget(button, 0, Qt::AlignTop);
    auto *label = new TextLabel(TextLabel::Voice::Body, sentence);
    label->setContentsMargins(0, 5, 0, 0);
    line->addWidget(label, 1);
    return line;
}

} // namespace

OperationDetails::OperationDetails(Hosts &hosts, QWidget *parent)
    : ScrollPage(tr("Details of the operation"), parent, 0)
    , m_hosts(hosts)
{
}

void OperationDetails::clear()
{
    startOver();
    content()->addWidget(new TextLabel(TextLabel::Voice::Muted, tr("Choose an operation to see what it did.")));
    finish();
}

void OperationDetails::showEntry(const JournalEntry &entry)
{
    startOver();
    addOutcome(entry);
    if (isInterrupted(entry))
        addWaysOn(entry);
    if (entry.error)
        content()->addWidget(new ErrorPanel(*entry.error));
    addSteps(entry);
    addLog(entry);
    content()->addWidget(new ReportButtons(entry, m_hosts));
    finish();
}

void OperationDetails::addOutcome(const JournalEntry &entry)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space3);
    top->addWidget(new StateMark(healthOf(shownState(entry)), 14), 0, Qt::AlignVCenter);
    top->addWidget(
        new TextLabel(TextLabel::Voice::Heading, tr("%1 on %2").arg(operationTitle(entry.operation), entry.cluster)),
        1);
    auto *id = new TextLabel(TextLabel::Voice::Figures, entry.id);
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    top->addWidget(id);
    content()->addLayout(top);
    auto *sentence = new TextLabel(TextLabel::Voice::Body, outcomeSentence(entry));
    sentence->setObjectName(QStringLiteral("detailsOutcome"));
    content()->addWidget(sentence);
}

void OperationDetails::addWaysOn(const JournalEntry &entry)
{
    auto *card = new Card;
    card->setTint(Health::Attention);
    auto *resume = new QPushButton(tr("Resume"));
    resume->setObjectName(QStringLiteral("resumeEntry"));
    resume->setProperty("kind", QStringLiteral("primary"));
    connect(resume, &QPushButton::clicked, this, [this, entry] { Q_EMIT resumeWanted(entry); });
    card->content()->addLayout(buttonAndSentence(resume, resumeSentence(entry)));
    auto *undo = new QPushButton(tr("Undo"));
    undo->setObjectName(QStringLiteral("undoEntry"));
    const QString obstacle = undoObstacle(entry);
    undo->setEnabled(obstacle.isEmpty());
    undo->setToolTip(plainToolTip(obstacle));
    connect(undo, &QPushButton::clicked, this, [this, entry] { Q_EMIT undoWanted(entry); });
    card->content()->addLayout(buttonAndSentence(undo, obstacle.isEmpty() ? undoSentence() : obstacle));
    content()->addWidget(card);
}

void OperationDetails::addSteps(const JournalEntry &entry)
{
    if (entry.steps.isEmpty())
        return;
    auto *card = new Card;
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Steps")));
    card->content()->addWidget(new StepTimes(entry.steps));
    for (const JournalStep &step : entry.steps) {
        if (step.error && step.error != entry.error)
            card->content()->addWidget(new ErrorPanel(*step.error));
    }
    content()->addWidget(card);
}

void OperationDetails::addLog(const JournalEntry &entry)
{
    QStringList log;
    for (const JournalStep &step : entry.steps) {
        if (!step.log.isEmpty())
            log << step.log.trimmed();
    }
    if (log.isEmpty())
        return;
    auto *fold = new Fold(tr("Log"));
    auto *text = new QPlainTextEdit(log.join(u'\n'));
    text->setAccessibleName(tr("Log of the operation"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(theme::codeFont(theme::Type::Body));
    text->setFixedHeight(180);
    fold->content()->addWidget(text);
    content()->addWidget(fold);
}

} // namespace howdah
