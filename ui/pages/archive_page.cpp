#include "ui/pages/archive_page.h"

#include "ui/pages/archive_coverage.h"
#include "ui/pages/archive_growth_chart.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/card.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/state_mark.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>

namespace howdah {

namespace {
constexpr qint64 secondsBetweenLooks = 30;
constexpr int figureCount = 6;
constexpr int titleHeight = 32; // as that of the table beside it
constexpr int highestChart = 340;
} // namespace

ArchivePage::ArchivePage(const Environment &environment, QWidget *parent)
    : Page(parent)
    , m_reader(environment)
    , m_stateCard(new Card)
    , m_mark(new StateMark(Health::Unknown, 12, 3))
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_button(new QPushButton)
    , m_again(new QPushButton(tr("Look again")))
    , m_error(new ErrorPanel)
    , m_coverage(new ArchiveCoverage)
    , m_coverageNothing(new TextLabel(TextLabel::Voice::Muted))
    , m_growth(new ArchiveGrowthChart)
    , m_growthText(new TextLabel(TextLabel::Voice::Muted))
    , m_keepers(new PageTable(tr("What keeps WAL"), tr("Nobody keeps WAL: no archiver, no slot."),
                              archive_words::keeperColumns()))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    lines->setSpacing(theme::space4);
    m_error->hide();
    lines->addWidget(buildState());
    lines->addWidget(m_error);
    lines->addWidget(buildStock());
    auto *lower = new QHBoxLayout;
    lower->setSpacing(theme::space5);
    lower->addWidget(buildGrowth(), 2);
    lower->addWidget(m_keepers, 3);
    lines->addLayout(lower, 1);

    connect(&m_reader, &ArchiveReader::found, this, &ArchivePage::showArchive);
    connect(&m_reader, &ArchiveReader::failed, this, &ArchivePage::showError);
    connect(m_keepers, &PageTable::said, this, &Page::said);
    connect(m_again, &QPushButton::clicked, this, &ArchivePage::look);
    connect(m_button, &QPushButton::clicked, this,
            [this] { Q_EMIT operationRequested(QStringLiteral("set-archiving"), m_state.arguments); });
    m_title->setText(tr("Looking at the archive …"));
    m_text->setText(tr("What it holds and lacks, how it grows and what keeps WAL is shown here."));
    m_button->hide();
    showFigures();
}

QWidget *ArchivePage::buildState()
{
    m_title->setObjectName(QStringLiteral("archiveState"));
    m_text->setObjectName(QStringLiteral("archiveStateText"));
    m_button->setObjectName(QStringLiteral("archiveRemedy"));
    m_button->setAccessibleName(tr("Remedy"));
    m_again->setObjectName(QStringLiteral("archiveAgain"));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    line->addWidget(m_button, 0, Qt::AlignVCenter);
    line->addWidget(m_again, 0, Qt::AlignVCenter);
    m_stateCard->content()->addLayout(line);
    return m_stateCard;
}

QWidget *ArchivePage::buildStock()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins({});
    lines->setSpacing(theme::space3);
    auto *figures = new QGridLayout;
    figures->setHorizontalSpacing(theme::space5);
    figures->setVerticalSpacing(0);
    for (int column = 0; column < figureCount; ++column) {
        m_figureNames << new TextLabel(TextLabel::Voice::Small);
        m_figureValues << new TextLabel(TextLabel::Voice::Heading);
        figures->addWidget(m_figureNames.last(), 0, column);
        figures->addWidget(m_figureValues.last(), 1, column);
        figures->setColumnStretch(column, 1);
    }
    lines->addLayout(figures);
    lines->addWidget(m_coverage);
    m_coverageNothing->setText(tr("Each timeline's segments are drawn here, with the holes where they are."));
    lines->addWidget(m_coverageNothing);
    return box;
}

QWidget *ArchivePage::buildGrowth()
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins({});
    lines->setSpacing(theme::space2);
    auto *title = new TextLabel(TextLabel::Voice::Heading, tr("Growth"));
    title->setFixedHeight(titleHeight);
    lines->addWidget(title);
    m_growth->setMaximumHeight(highestChart);
    lines->addWidget(m_growth, 1);
    m_growthText->setWordWrap(true);
    lines->addWidget(m_growthText);
    lines->addStretch();
    return box;
}

void ArchivePage::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    const bool other = !m_snapshot || m_snapshot->definition.name != snapshot->definition.name;
    const bool primaryCame = m_snapshot && !m_snapshot->primary() && snapshot->primary();
    m_snapshot = snapshot;
    if (other) {
        m_view.reset();
        showFigures();
    }
    const bool old = !m_lookedAt.isValid() || m_lookedAt.secsTo(QDateTime::currentDateTimeUtc()) >= secondsBetweenLooks;
    if (other || primaryCame || (old && !m_looking))
        look();
}

void ArchivePage::look()
{
    if (!m_snapshot)
        return;
    m_lookedAt = QDateTime::currentDateTimeUtc();
    m_looking = true;
    m_again->setEnabled(false);
    m_reader.read(m_snapshot);
}

void ArchivePage::showError(const Error &error)
{
    m_looking = false;
    m_again->setEnabled(true);
    if (error.code != ErrorCode::Stopped)
        m_error->showError(error);
    m_stateCard->setVisible(m_view != nullptr);
}

void ArchivePage::showArchive(const ArchiveViewPtr &view)
{
    m_looking = false;
    m_again->setEnabled(true);
    m_error->clear();
    m_view = view;
    m_state = archive_words::stateOf(*view);
    m_stateCard->show();
    const bool quiet = m_state.health == Health::Good || m_state.health == Health::Unknown;
    m_stateCard->setTint(quiet ? std::nullopt : std::optional(m_state.health));
    m_mark->setHealth(m_state.health);
    m_title->setText(m_state.title);
    m_text->setText(m_state.text);
    m_button->setText(m_state.button);
    m_button->setVisible(!m_state.button.isEmpty());
    showFigures();
}

void ArchivePage::showFigures()
{
    const bool any = m_view && !m_view->inventory.runs.isEmpty();
    const QList<archive_words::Figure> figures =
        m_view ? archive_words::figures(*m_view) : QList<archive_words::Figure>();
    for (qsizetype index = 0; index < m_figureNames.size(); ++index) {
        m_figureNames.at(index)->setText(figures.value(index).name);
        m_figureValues.at(index)->setText(figures.value(index).value);
    }
    m_coverage->setVisible(any);
    m_coverageNothing->setVisible(!any);
    m_coverage->setView(m_view);
    m_growth->setView(m_view);
    m_growthText->setText(m_growth->summary());
    m_growthText->setVisible(!m_growthText->text().isEmpty());
    m_keepers->setRows(m_view ? archive_words::keeperRows(*m_view) : QList<TableRow>());
}

} // namespace howdah
