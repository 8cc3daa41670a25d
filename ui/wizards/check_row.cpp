#include "ui/wizards/check_row.h"

#include "core/operations/catalogue.h"
#include "ui/theme/theme.h"
#include "ui/wizards/live_duration.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int markRoom = 12 + theme::space3; // text below a title starts where the title does

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return CheckRow::tr("Passed");
    case Verdict::Warning:
        return CheckRow::tr("Warning");
    case Verdict::Blocked:
        break;
    }
    return CheckRow::tr("Blocked");
}

void addReason(QVBoxLayout *lines, const QString &heading, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(new TextLabel(TextLabel::Voice::Small, heading));
    auto *value = new TextLabel(TextLabel::Voice::Body, text);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    pair->addWidget(value);
    lines->addLayout(pair);
}

} // namespace

QString ageText(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return CheckRow::tr("just now");
    return CheckRow::tr("%1 ago").arg(liveDuration(milliseconds));
}

CheckRow::CheckRow(const CheckResult &check, const QDateTime &seenAt, QWidget *parent)
    : Fold(parent)
    , m_seenAt(check.judgement.observedAt.isValid() ? check.judgement.observedAt : seenAt)
{
    setObjectName(QStringLiteral("check-") + check.id);
    buildHeader(check);
    buildBody(check);
    updateAge(QDateTime::currentDateTimeUtc());
    setOpen(check.judgement.verdict == Verdict::Blocked);
}

void CheckRow::buildHeader(const CheckResult &check)
{
    auto *line = new QHBoxLayout(header());
    line->setContentsMargins(theme::space2, theme::space2, theme::space5 + theme::space2, theme::space2);
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(healthOf(check.judgement.verdict), 12, 3), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(TextLabel::Voice::Strong, check.title));
    if (!check.judgement.observed.isEmpty())
        words->addWidget(new TextLabel(TextLabel::Voice::Muted, check.judgement.observed));
    line->addLayout(words, 1);
    m_age = new TextLabel(TextLabel::Voice::Figures);
    line->addWidget(m_age, 0, Qt::AlignTop);
    header()->setAccessibleName(
        tr("%1: %2. %3").arg(verdictWord(check.judgement.verdict), check.title, check.judgement.observed));
}

void CheckRow::buildBody(const CheckResult &check)
{
    content()->setContentsMargins(theme::space2 + markRoom, 0, theme::space4, theme::space3);
    content()->setSpacing(theme::space3);
    addReason(content(), tr("Why it matters"), check.why);
    addReason(content(), tr("What to do"), check.judgement.remedy);
    const QString remedyOperation = check.judgement.remedyOperation;
    const Operation *operation = remedyOperation.isEmpty() ? nullptr : findOperation(remedyOperation);
    if (!operation)
        return;
    auto *button = new QPushButton(tr("%1…").arg(operation->title));
    button->setObjectName(QStringLiteral("remedy"));
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Mend it: %1").arg(operation->title));
    connect(button, &QPushButton::clicked, this, [this, remedyOperation, arguments = check.judgement.remedyArguments] {
        Q_EMIT remedyWanted(remedyOperation, arguments);
    });
    content()->addWidget(button, 0, Qt::AlignLeft);
}

void CheckRow::updateAge(const QDateTime &now)
{
    m_age->setText(m_seenAt.isValid() ? ageText(m_seenAt.msecsTo(now)) : QString());
    m_age->setToolTip(m_seenAt.isValid() ? tr("Seen at %1").arg(m_seenAt.toLocalTime().time().toString()) : QString());
}

} // namespace howdah
