// What the lab dock is made of.
#include "ui/lab/lab_dock.h"

#include "ui/lab/exercise_console.h"
#include "ui/lab/exercise_ending.h"
#include "ui/lab/exercise_sheet.h"
#include "ui/lab/progress_dots.h"
#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace howdah {

namespace {

constexpr int leastWidth = 360; // LOOK.md

QToolButton *quietButton(const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setIcon(theme::icon(icon, theme::IconRole::Muted));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

QWidget *LabDock::makeHeader()
{
    auto *header = new QWidget;
    auto *back = quietButton(QStringLiteral("chevron-left"), tr("All exercises"));
    auto *ending = quietButton(QStringLiteral("download"), tr("Hand in what there is"));
    auto *again = quietButton(QStringLiteral("restart"), tr("Start over with a fresh cluster"));
    m_title = new TextLabel(TextLabel::Voice::Heading);
    m_title->setWordWrap(true);
    auto *line = new QHBoxLayout(header);
    line->setContentsMargins(theme::space2, theme::space2, theme::space2, 0);
    line->addWidget(back, 0, Qt::AlignTop);
    line->addWidget(m_title, 1);
    line->addWidget(ending, 0, Qt::AlignTop);
    line->addWidget(again, 0, Qt::AlignTop);
    connect(back, &QToolButton::clicked, this, &LabDock::showChoice);
    connect(ending, &QToolButton::clicked, this, &LabDock::showEnding);
    connect(again, &QToolButton::clicked, this, &LabDock::startOver);
    return header;
}

QWidget *LabDock::makeButtons()
{
    m_showMe = new QPushButton(tr("Show me"));
    m_showMe->setToolTip(tr("Opens the wizard filled in, or puts the line into the console; again: the next one"));
    m_hint = new QPushButton(tr("Hint"));
    m_check = new QPushButton(tr("Check"));
    m_check->setProperty("kind", QStringLiteral("primary"));
    m_doing = new TextLabel(TextLabel::Voice::Muted);
    m_doing->setWordWrap(false);
    m_stop = new QToolButton;
    m_stop->setText(tr("Stop"));
    m_stop->setProperty("kind", QStringLiteral("link"));
    m_stop->hide();
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(theme::space3, theme::space1, theme::space3, theme::space2);
    auto *line = new QHBoxLayout;
    line->addWidget(m_showMe);
    line->addWidget(m_hint);
    line->addStretch();
    line->addWidget(m_check);
    auto *doing = new QHBoxLayout;
    doing->addWidget(m_doing);
    doing->addWidget(m_stop);
    doing->addStretch();
    column->addLayout(doing);
    column->addLayout(line);
    connect(m_showMe, &QPushButton::clicked, this, &LabDock::showMe);
    connect(m_hint, &QPushButton::clicked, this, [this] { m_desk.takeHint(m_step); });
    connect(m_check, &QPushButton::clicked, this, &LabDock::goOn);
    connect(m_stop, &QToolButton::clicked, &m_desk, &ExerciseDesk::stop);
    return place;
}

QWidget *LabDock::makeExercise()
{
    m_dots = new ProgressDots;
    m_sheet = new ExerciseSheet;
    m_ending = new ExerciseEnding;
    m_error = new ErrorPanel;
    m_error->hide();
    m_console = new ExerciseConsole;
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_sheet);
    m_middle->addWidget(m_ending);

    auto *top = new QWidget;
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins({});
    column->setSpacing(theme::space1);
    auto *dots = new QHBoxLayout;
    dots->setContentsMargins(theme::space3, 0, theme::space3, 0);
    dots->addWidget(m_dots);
    column->addWidget(makeHeader());
    column->addLayout(dots);
    column->addWidget(m_error);
    column->addWidget(m_middle, 1);
    column->addWidget(makeButtons());

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setMinimumWidth(leastWidth);
    splitter->addWidget(top);
    splitter->addWidget(m_console);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    connect(m_dots, &ProgressDots::chosen, this, &LabDock::showStep);
    connect(m_sheet, &ExerciseSheet::answered, &m_desk, &ExerciseDesk::answer);
    connect(m_ending, &ExerciseEnding::written, &m_desk, &ExerciseDesk::setLearner);
    connect(m_ending, &ExerciseEnding::handInWanted, this, &LabDock::handIn);
    connect(m_console, &ExerciseConsole::entered, this, [this](const TypedLine &line) {
        m_console->setRunning(true);
        m_desk.type(line);
    });
    connect(m_console, &ExerciseConsole::stopWanted, &m_desk, &ExerciseDesk::stopTyping);
    return splitter;
}

} // namespace howdah
