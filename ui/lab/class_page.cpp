#include "ui/lab/class_page.h"

#include "ui/lab/class_tables.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int mostNamed = 8;

} // namespace

ClassPage::ClassPage(QWidget *parent)
    : QWidget(parent)
    , m_exercise(new QComboBox)
    , m_folder(new TextLabel(TextLabel::Voice::Muted))
    , m_summary(new TextLabel(TextLabel::Voice::Strong))
    , m_unreadable(new ErrorPanel)
    , m_background(this)
{
    m_exercise->setObjectName(QStringLiteral("classExercise"));
    m_exercise->setAccessibleName(tr("Exercise"));
    m_exercise->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary->setObjectName(QStringLiteral("classSummary"));
    m_summary->setWordWrap(true);
    m_unreadable->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space5, theme::space4, theme::space5, theme::space4);
    column->setSpacing(theme::space3);
    column->addWidget(makeHead());
    column->addWidget(m_unreadable);
    column->addWidget(m_exercise, 0, Qt::AlignLeft);
    column->addWidget(m_summary);
    m_tables = new QVBoxLayout;
    m_tables->setSpacing(theme::space3);
    column->addLayout(m_tables, 1);
    connect(m_exercise, &QComboBox::currentIndexChanged, this, &ClassPage::showExercise);
    showResults({});
}

QWidget *ClassPage::makeHead()
{
    auto *head = new QWidget;
    auto *choose = new QPushButton(tr("Choose a folder…"));
    choose->setObjectName(QStringLiteral("classFolder"));
    auto *close = new QToolButton;
    close->setProperty("kind", QStringLiteral("quiet"));
    close->setIcon(theme::icon(QStringLiteral("cross"), theme::IconRole::Muted));
    close->setAccessibleName(tr("Close the class results"));
    close->setToolTip(close->accessibleName());
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(new TextLabel(TextLabel::Voice::Title, tr("Class results")));
    texts->addWidget(m_folder);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(theme::space2);
    line->addLayout(texts, 1);
    line->addWidget(choose, 0, Qt::AlignTop);
    line->addWidget(close, 0, Qt::AlignTop);
    connect(choose, &QPushButton::clicked, this, &ClassPage::chooseFolder);
    connect(close, &QToolButton::clicked, this, &ClassPage::closeWanted);
    return head;
}

void ClassPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("A folder with everybody's deliverables in it"), m_directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ClassPage::read);
    dialog->open();
}

void ClassPage::read(const QString &directory)
{
    m_directory = directory;
    m_background.run([directory](std::stop_token) { return readClassResults(directory); },
                     [this](const ClassResults &results) {
                         showResults(results);
                         Q_EMIT shown();
                     });
}

void ClassPage::showResults(const ClassResults &results)
{
    m_results = results;
    m_folder->setText(m_directory.isEmpty() ? tr("What learners hand in holds a result.json; put their folders into one.")
                                            : m_directory);
    const QSignalBlocker quiet(m_exercise);
    m_exercise->clear();
    for (const ClassResults::OfExercise &exercise : m_results.exercises)
        m_exercise->addItem(class_tables::titlesOf(exercise).exercise);
    m_exercise->setVisible(m_exercise->count() > 0);
    showUnreadable();
    showExercise();
}

void ClassPage::showUnreadable()
{
    if (m_results.unreadable.isEmpty())
        return m_unreadable->clear();
    QStringList named;
    for (const ClassResults::Unreadable &one : m_results.unreadable.mid(0, mostNamed))
        named << one.file + QStringLiteral(": ") + one.why.section(QLatin1Char('\n'), 0, 0);
    if (m_results.unreadable.size() > mostNamed)
        named << tr("… and %1 more").arg(m_results.unreadable.size() - mostNamed);
    m_unreadable->showError({.code = ErrorCode::Invalid,
                             .message = tr("%n file(s) here are no results and are left out.", nullptr,
                                           static_cast<int>(m_results.unreadable.size())),
                             .detail = named.join(QLatin1Char('\n'))});
}

void ClassPage::showExercise()
{
    while (QLayoutItem *old = m_tables->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const int index = m_exercise->currentIndex();
    if (index < 0 || index >= m_results.exercises.size()) {
        m_summary->setText(m_directory.isEmpty() ? tr("Choose the folder with a class's deliverables.")
                                                 : tr("There is no result in this folder."));
        m_tables->addStretch();
        return;
    }
    const ClassResults::OfExercise &exercise = m_results.exercises.at(index);
    const class_tables::Titles titles = class_tables::titlesOf(exercise);
    m_summary->setText(class_tables::sentenceFor(exercise, titles));
    auto *learners = new PageTable(tr("Learners"), tr("Nobody yet."), class_tables::learnerColumns(exercise, titles));
    learners->setObjectName(QStringLiteral("classLearners"));
    learners->setRows(class_tables::learnerRows(exercise));
    auto *steps = new PageTable(tr("Steps"), tr("None."), class_tables::stepColumns());
    steps->setObjectName(QStringLiteral("classSteps"));
    steps->setRows(class_tables::stepRows(exercise, titles));
    for (PageTable *table : {learners, steps}) {
        connect(table, &PageTable::said, this, &ClassPage::said);
        m_tables->addWidget(table, 1);
    }
}

} // namespace howdah
