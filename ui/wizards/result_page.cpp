#include "ui/wizards/result_page.h"

#include "core/base/sizes.h"
#include "core/operations/report.h"
#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/report_buttons.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/step_times.h"
#include "ui/wizards/text_label.h"

#include <QVBoxLayout>

namespace howdah {

namespace {

QHBoxLayout *marked(Health health, QWidget *words)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(health, 11, 3), 0, Qt::AlignTop);
    line->addWidget(words, 1);
    return line;
}

} // namespace

ResultPage::ResultPage(Hosts &hosts, QWidget *parent)
    : ScrollPage(tr("Result"), parent)
    , m_hosts(hosts)
{
}

void ResultPage::showOutcome(const RunOutcome &outcome, const QStringList &next)
{
    startOver();
    addOutcome(outcome);
    if (outcome.error)
        content()->addWidget(new ErrorPanel(*outcome.error));
    if (outcome.state == OperationState::Done) {
        addProof(outcome.entry);
        addValues(outcome.entry);
        addNext(next);
    }
    addTimes(outcome.entry);
    if (!outcome.entry.id.isEmpty())
        content()->addWidget(new ReportButtons(outcome.entry, m_hosts));
    finish();
}

void ResultPage::addOutcome(const RunOutcome &outcome)
{
    JournalEntry entry = outcome.entry;
    entry.state = outcome.state;
    auto *card = new Card;
    card->setTint(healthOf(outcome.state));
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(healthOf(outcome.state), 15, 2), 0, Qt::AlignTop);
    auto *sentence = new TextLabel(TextLabel::Voice::Heading, outcomeSentence(entry));
    sentence->setObjectName(QStringLiteral("outcome"));
    line->addWidget(sentence, 1);
    card->content()->addLayout(line);
    if (entry.started.isValid() && entry.ended.isValid()) {
        auto *took = new TextLabel(TextLabel::Voice::Muted,
                                   tr("It took %1.").arg(prettyDuration(entry.started.msecsTo(entry.ended))));
        took->setContentsMargins(15 + theme::space3, 0, 0, 0);
        card->content()->addWidget(took);
    }
    content()->addWidget(card);
}

void ResultPage::addProof(const JournalEntry &entry)
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("proof"));
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("How that was verified")));
    bool any = false;
    for (const PlannedStep &step : entry.plan.steps) {
        for (const Observation &observation : step.verify) {
            any = true;
            card->content()->addLayout(marked(Health::Good, new TextLabel(TextLabel::Voice::Body, observation.text)));
        }
    }
    if (any)
        content()->addWidget(card);
    else
        delete card;
}

void ResultPage::addValues(const JournalEntry &entry)
{
    const QList<ResultRow> rows = resultRows(entry);
    if (rows.isEmpty())
        return;
    auto *card = new Card;
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Values")));
    for (const ResultRow &row : rows) {
        auto *line = new QHBoxLayout;
        line->setSpacing(theme::space3);
        auto *title = new TextLabel(TextLabel::Voice::Muted, row.title);
        title->setFixedWidth(200);
        line->addWidget(title, 0, Qt::AlignTop);
        auto *text = new TextLabel(TextLabel::Voice::Body, row.value);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->addWidget(text, 1);
        card->content()->addLayout(line);
    }
    content()->addWidget(card);
}

void ResultPage::addTimes(const JournalEntry &entry)
{
    if (entry.steps.isEmpty())
        return;
    auto *card = new Card;
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Times")));
    card->content()->addWidget(new StepTimes(entry.steps));
    content()->addWidget(card);
}

void ResultPage::addNext(const QStringList &next)
{
    if (next.isEmpty())
        return;
    auto *card = new Card;
    card->setObjectName(QStringLiteral("next"));
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("What next")));
    for (const QString &sentence : next)
        card->content()->addLayout(marked(Health::Unknown, new TextLabel(TextLabel::Voice::Body, sentence)));
    content()->addWidget(card);
}

} // namespace howdah
