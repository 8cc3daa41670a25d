#include "ui/wizards/confirm_page.h"

#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace howdah {

namespace {

QString undoSentence(const Plan &plan)
{
    const bool noReturn =
        std::any_of(plan.steps.begin(), plan.steps.end(), [](const PlannedStep &step) { return step.pointOfNoReturn; });
    return noReturn
               ? ConfirmPage::tr("A failure before the point of no return is undone; after it, Howdah says exactly "
                                 "where things stand.")
               : ConfirmPage::tr("If a step fails, or you stop it, the steps done before are undone.");
}

void addSentence(QVBoxLayout *lines, Health health, const QString &sentence)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(health, 11, 3), 0, Qt::AlignTop);
    line->addWidget(new TextLabel(TextLabel::Voice::Body, sentence), 1);
    lines->addLayout(line);
}

} // namespace

ConfirmPage::ConfirmPage(QWidget *parent)
    : ScrollPage(tr("Confirm"), parent)
{
}

void ConfirmPage::showPreparation(const Operation &operation, const Preparation &preparation)
{
    startOver();
    m_typed = nullptr;
    m_word = preparation.plan.confirmWord;
    content()->setSpacing(theme::space4);
    addConsequences(operation, preparation);
    if (!m_word.isEmpty())
        addWord(m_word);
    finish();
    Q_EMIT changed();
}

void ConfirmPage::addConsequences(const Operation &operation, const Preparation &preparation)
{
    auto *card = new Card;
    card->content()->setSpacing(theme::space3);
    card->content()->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("What this does")));
    const Health health = operation.destructive ? Health::Attention : Health::Unknown;
    QStringList consequences = preparation.plan.consequences;
    if (consequences.isEmpty())
        consequences << operation.summary;
    for (const QString &sentence : std::as_const(consequences))
        addSentence(card->content(), health, sentence);
    content()->addWidget(card);

    if (preparation.readiness == Readiness::ReadyWithWarnings) {
        auto *warned = new Card;
        warned->setTint(Health::Attention);
        addSentence(warned->content(), Health::Attention, tr("You go on in spite of what the checks warn of."));
        content()->addWidget(warned);
    }
    content()->addWidget(new TextLabel(TextLabel::Voice::Muted, undoSentence(preparation.plan)));
}

void ConfirmPage::addWord(const QString &word)
{
    auto *lines = new QVBoxLayout;
    lines->setSpacing(theme::space1);
    auto *label = new TextLabel(TextLabel::Voice::Strong, tr("Type %1 to confirm").arg(word));
    lines->addWidget(label);
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("confirmWord"));
    m_typed->setAccessibleName(tr("Type %1 to confirm").arg(word));
    m_typed->setMaximumWidth(320);
    label->setBuddy(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmPage::changed);
    lines->addWidget(m_typed);
    content()->addLayout(lines);
    setFocusProxy(m_typed);
}

QString ConfirmPage::obstacle() const
{
    if (!m_typed || m_typed->text() == m_word)
        return {};
    return tr("Type %1 first, exactly as it is written.").arg(m_word);
}

} // namespace howdah
