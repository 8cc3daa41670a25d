#include "ui/wizards/plan_page.h"

#include "core/operations/script.h"
#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/code_block.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/plan_difference.h"
#include "ui/wizards/save_text.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int numberRoom = 28;

/// The number of a step in a ring.
class StepNumber : public QWidget
{
public:
    explicit StepNumber(int number)
        : m_number(number)
    {
        setFixedSize(22, 22);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme::tokens().lineStrong, 1.2));
        painter.setBrush(theme::tokens().background);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        painter.setPen(theme::tokens().text);
        painter.setFont(theme::tabularFont(theme::Type::Small));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

QString kindWord(PlanDifference::Kind kind)
{
    switch (kind) {
    case PlanDifference::Kind::Added:
        return PlanPage::tr("New step: %1");
    case PlanDifference::Kind::Removed:
        return PlanPage::tr("No longer done: %1");
    case PlanDifference::Kind::Changed:
        break;
    }
    return PlanPage::tr("Changed: %1");
}

void addCommands(QVBoxLayout *lines, const QString &heading, const QStringList &commands)
{
    if (commands.isEmpty())
        return;
    lines->addWidget(new TextLabel(TextLabel::Voice::Small, heading));
    lines->addWidget(new CodeBlock(commands.join(u'\n')));
}

} // namespace

PlanPage::PlanPage(Hosts &hosts, QWidget *parent)
    : ScrollPage(tr("Plan"), parent)
    , m_hosts(hosts)
{
}

void PlanPage::showPlan(const Plan &plan, const Plan *approvedBefore)
{
    startOver();
    addHead(plan);
    if (approvedBefore)
        addDifferences(*approvedBefore, plan);
    int number = 0;
    for (const PlannedStep &step : plan.steps) {
        if (step.pointOfNoReturn)
            addPointOfNoReturn();
        addStep(++number, step);
    }
    finish();
}

void PlanPage::addHead(const Plan &plan)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    m_said = new TextLabel(TextLabel::Voice::Muted, tr("The steps, exactly as they will be run."));
    m_said->setObjectName(QStringLiteral("planSays"));
    line->addWidget(m_said, 1);
    auto *copy = new QPushButton(tr("Copy as script"));
    copy->setObjectName(QStringLiteral("copyScript"));
    copy->setAutoDefault(false);
    copy->setToolTip(tr("A shell script that does the same from this machine"));
    connect(copy, &QPushButton::clicked, this, [this, plan] {
        QGuiApplication::clipboard()->setText(toScript(plan, m_hosts));
        say(tr("The script is on the clipboard."));
    });
    line->addWidget(copy);
    auto *save = new QPushButton(tr("Save script…"));
    save->setObjectName(QStringLiteral("saveScript"));
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, [this, plan] {
        saveText(this, tr("Save the plan as a script"), QStringLiteral("%1.sh").arg(plan.operation),
                 tr("Shell scripts (*.sh)"), toScript(plan, m_hosts),
                 [this](const QString &file, const Result<void> &written) {
                     say(written ? tr("Saved as %1.").arg(file) : written.error().full());
                 });
    });
    line->addWidget(save);
    content()->addLayout(line);
}

void PlanPage::say(const QString &sentence)
{
    m_said->setText(sentence);
}

void PlanPage::addDifferences(const Plan &before, const Plan &after)
{
    const QList<PlanDifference> differences = planDifferences(before, after, m_hosts);
    if (differences.isEmpty())
        return;
    auto *card = new Card;
    card->setObjectName(QStringLiteral("differences"));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space3);
    top->addWidget(new StateMark(Health::Attention), 0, Qt::AlignVCenter);
    top->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("What is not as it was in the plan you approved")), 1);
    card->content()->addLayout(top);
    for (const PlanDifference &difference : differences) {
        card->content()->addWidget(
            new TextLabel(TextLabel::Voice::Body, kindWord(difference.kind).arg(difference.title)));
        addCommands(card->content(), tr("Approved"), difference.before);
        addCommands(card->content(), tr("Now"), difference.after);
    }
    content()->addWidget(card);
}

void PlanPage::addPointOfNoReturn()
{
    auto *card = new Card;
    card->setTint(Health::Attention);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(Health::Attention), 0, Qt::AlignVCenter);
    line->addWidget(new TextLabel(TextLabel::Voice::Body,
                                  tr("Point of no return: once the next step has begun, nothing is undone any more.")),
                    1);
    card->content()->addLayout(line);
    content()->addWidget(card);
}

void PlanPage::addStep(int number, const PlannedStep &step)
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("step-") + step.id);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::space2);
    top->addWidget(new StepNumber(number), 0, Qt::AlignTop);
    auto *title = new TextLabel(TextLabel::Voice::Strong, step.title);
    title->setContentsMargins(0, 3, 0, 0);
    top->addWidget(title, 1);
    card->content()->addLayout(top);

    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(numberRoom, 0, 0, 0);
    lines->setSpacing(theme::space2);
    for (const Action &action : step.actions) {
        if (action.text != step.title)
            lines->addWidget(new TextLabel(TextLabel::Voice::Body, action.text));
        lines->addWidget(new CodeBlock(commandText(action, m_hosts)));
    }
    for (const Observation &observation : step.verify)
        lines->addWidget(
            new TextLabel(TextLabel::Voice::Muted, tr("Done when it is seen that %1.").arg(observation.text)));
    if (!step.undo.isEmpty()) {
        auto *fold = new Fold(tr("How it is undone"));
        fillUndo(fold, step.undo);
        lines->addWidget(fold);
    }
    card->content()->addLayout(lines);
    content()->addWidget(card);
}

void PlanPage::fillUndo(Fold *fold, const QList<Action> &undo)
{
    fold->content()->setContentsMargins(theme::space2, 0, 0, 0);
    for (const Action &action : undo) {
        fold->content()->addWidget(new TextLabel(TextLabel::Voice::Body, action.text));
        fold->content()->addWidget(new CodeBlock(commandText(action, m_hosts)));
    }
}

} // namespace howdah
