#include "ui/wizards/checks_page.h"

#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/check_row.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace howdah {

namespace {

QHBoxLayout *markedSentence(Health health, const QString &sentence, const char *name)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new StateMark(health, 15, 2), 0, Qt::AlignTop);
    auto *label = new TextLabel(TextLabel::Voice::Heading, sentence);
    label->setObjectName(QLatin1String(name));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(label, 1);
    return line;
}

} // namespace

ChecksPage::ChecksPage(QWidget *parent)
    : ScrollPage(tr("Checks"), parent)
    , m_clock(new QTimer(this))
{
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &ChecksPage::updateAges);
}

void ChecksPage::begin(Health health, const QString &sentence)
{
    m_clock->stop();
    m_rows.clear();
    startOver();
    addNotice();
    auto *card = new Card;
    card->setTint(health);
    card->content()->addLayout(markedSentence(health, sentence, "verdict"));
    content()->addWidget(card);
}

void ChecksPage::addNotice()
{
    if (m_notice.isEmpty())
        return;
    auto *card = new Card;
    card->setTint(Health::Attention);
    card->content()->addLayout(markedSentence(Health::Attention, m_notice, "notice"));
    content()->addWidget(card);
}

void ChecksPage::showLooking(const ClusterDefinition &cluster)
{
    QStringList names;
    for (const NodeDefinition &node : cluster.nodes)
        names << node.name;
    begin(Health::Busy, names.size() > 4 || names.isEmpty()
                            ? tr("Looking at %1 as it is now…").arg(cluster.name)
                            : tr("Looking at %1 as they are now…").arg(names.join(QStringLiteral(", "))));
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Checks are running"));
    content()->addWidget(bar);
    auto *stop = new QPushButton(tr("Stop looking"));
    stop->setObjectName(QStringLiteral("stopChecks"));
    stop->setAutoDefault(false);
    stop->setToolTip(tr("Nothing is changed by checks; stopping them does no harm."));
    connect(stop, &QPushButton::clicked, this, &ChecksPage::stopWanted);
    content()->addWidget(stop, 0, Qt::AlignLeft);
    finish();
}

void ChecksPage::showStopped()
{
    begin(Health::Unknown, tr("The checks were stopped. Nothing was changed."));
    addAgain();
    finish();
}

void ChecksPage::showFailure(const Error &error)
{
    m_clock->stop();
    m_rows.clear();
    startOver();
    addNotice();
    content()->addWidget(new ErrorPanel(error));
    addAgain();
    finish();
}

void ChecksPage::showPreparation(const Preparation &preparation)
{
    begin(healthOf(preparation.readiness), preparation.sentence);
    addRows(preparation, Verdict::Blocked, tr("Blocked"), false);
    addRows(preparation, Verdict::Warning, tr("Warnings"), false);
    addRows(preparation, Verdict::Ok, tr("Passed"), true);
    addAgain();
    finish();
    m_clock->start();
}

void ChecksPage::addAgain()
{
    auto *again = new QPushButton(tr("Check again"));
    again->setObjectName(QStringLiteral("checkAgain"));
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &ChecksPage::againWanted);
    content()->addWidget(again, 0, Qt::AlignLeft);
}

CheckRow *ChecksPage::makeRow(const CheckResult &check, const QDateTime &seenAt)
{
    auto *row = new CheckRow(check, seenAt);
    connect(row, &CheckRow::remedyWanted, this, &ChecksPage::remedyWanted);
    m_rows.append(row);
    return row;
}

void ChecksPage::addRows(const Preparation &preparation, Verdict verdict, const QString &heading, bool folded)
{
    QList<CheckResult> checks;
    std::copy_if(preparation.checks.begin(), preparation.checks.end(), std::back_inserter(checks),
                 [verdict](const CheckResult &check) { return check.judgement.verdict == verdict; });
    if (checks.isEmpty())
        return;
    const QDateTime seenAt =
        preparation.situation.snapshot ? preparation.situation.snapshot->madeAt : preparation.situation.now;
    auto *card = new Card;
    card->content()->setContentsMargins(theme::space2, theme::space2, theme::space2, theme::space2);
    card->content()->setSpacing(0);
    const QString title = tr("%1 (%2)").arg(heading).arg(checks.size());
    QVBoxLayout *rows = card->content();
    if (folded) {
        auto *fold = new Fold(title);
        fold->setObjectName(QStringLiteral("passed"));
        fold->content()->setSpacing(0);
        card->content()->addWidget(fold);
        rows = fold->content();
    } else {
        auto *label = new TextLabel(TextLabel::Voice::Strong, title);
        label->setContentsMargins(theme::space2, theme::space2, 0, theme::space1);
        rows->addWidget(label);
    }
    for (const CheckResult &check : std::as_const(checks))
        rows->addWidget(makeRow(check, seenAt));
    content()->addWidget(card);
}

void ChecksPage::updateAges()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (CheckRow *row : std::as_const(m_rows))
        row->updateAge(now);
}

} // namespace howdah
