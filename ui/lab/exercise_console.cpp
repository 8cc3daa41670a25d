#include "ui/lab/exercise_console.h"

#include "core/lab/exercises/masked_text.h"
#include "ui/lab/console_line.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QToolButton>

namespace howdah {

namespace {

constexpr int mostLinesKept = 2000;
const QString usualDatabase = QStringLiteral("postgres");
constexpr int nodeRole = Qt::UserRole, languageRole = Qt::UserRole + 1;

} // namespace

ExerciseConsole::ExerciseConsole(QWidget *parent)
    : QWidget(parent)
    , m_where(new QComboBox)
    , m_output(new QPlainTextEdit)
    , m_line(new ConsoleLine)
    , m_run(new QToolButton)
    , m_database(usualDatabase)
    , m_databaseAsked(usualDatabase)
{
    m_where->setAccessibleName(tr("Where it runs"));
    m_where->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(mostLinesKept);
    m_output->setFont(theme::codeFont(theme::Type::Small));
    m_output->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_output->setAccessibleName(tr("What the console said"));
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space1);
    line->addWidget(m_where);
    line->addStretch();
    line->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space3, theme::space2, theme::space3, theme::space3);
    column->setSpacing(theme::space1);
    column->addLayout(line);
    column->addWidget(m_output, 1);
    column->addWidget(m_line);
    connect(m_line, &ConsoleLine::entered, this, &ExerciseConsole::run);
    connect(m_line, &ConsoleLine::recalled, this, &ExerciseConsole::recall);
    connect(m_run, &QToolButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopWanted();
        else
            run();
    });
    setRunning(false);
    setDirectory({});
}

void ExerciseConsole::setNodes(const QStringList &nodes)
{
    const QString chosen = m_where->currentText();
    m_where->clear();
    const auto add = [this](const QString &text, const QString &node, TypedLine::Language language) {
        m_where->addItem(text);
        m_where->setItemData(m_where->count() - 1, node, nodeRole);
        m_where->setItemData(m_where->count() - 1, int(language), languageRole);
    };
    for (const QString &node : nodes)
        add(tr("SQL on %1").arg(node), node, TypedLine::Language::Sql);
    add(tr("Shell"), QStringLiteral("primary"), TypedLine::Language::Shell);
    m_where->setCurrentIndex(std::max(0, m_where->findText(chosen)));
}

void ExerciseConsole::setDirectory(const QString &directory)
{
    QStringList said{tr("What is typed below is run on the lab's own cluster."),
                     tr("In SQL, \\c NAME leads into another database.")};
    if (!directory.isEmpty())
        said << tr("The shell is in\n%1").arg(directory);
    m_output->setPlaceholderText(said.join(QLatin1Char('\n')));
    m_output->viewport()->update(); // Qt 6.4 does not draw another placeholder by itself
}

void ExerciseConsole::turnTo(const TypedLine &line)
{
    for (int index = 0; index < m_where->count(); ++index)
        if (m_where->itemData(index, languageRole).toInt() == int(line.language) &&
            (line.language == TypedLine::Language::Shell || m_where->itemData(index, nodeRole) == line.node))
            m_where->setCurrentIndex(index);
}

void ExerciseConsole::propose(const TypedLine &line)
{
    turnTo(line);
    const bool elsewhere = line.language == TypedLine::Language::Sql && line.database != m_database;
    m_proposed = elsewhere ? QStringLiteral("\\c %1\n").arg(line.database) + line.text : line.text;
    m_line->setPlainText(m_proposed);
    m_line->setFocus();
}

void ExerciseConsole::withdraw()
{
    if (m_line->toPlainText() == m_proposed)
        m_line->clear();
}

void ExerciseConsole::run()
{
    const QString text = m_line->toPlainText().trimmed();
    if (text.isEmpty() || m_running)
        return;
    m_past.removeAll(text);
    m_past.append(text);
    m_recalled = m_past.size();
    const TypedLine line{TypedLine::Language(m_where->currentData(languageRole).toInt()),
                         m_where->currentData(nodeRole).toString(), text,
                         // One that begins by going elsewhere needs not be where it was: that may be dropped by now.
                         text.startsWith(QLatin1String("\\c")) ? usualDatabase : m_database};
    m_output->appendPlainText(prompt(line) + QLatin1Char(' ') + maskedText(text)); // it is in pictures
    m_line->clear();
    if (line.language == TypedLine::Language::Sql)
        m_databaseAsked = databaseAfter(text, m_database);
    Q_EMIT entered(line);
}

QString ExerciseConsole::prompt(const TypedLine &line) const
{
    const bool elsewhere = line.language == TypedLine::Language::Sql && line.database != usualDatabase;
    return elsewhere ? tr("%1, %2>").arg(m_where->currentText(), line.database)
                     : m_where->currentText() + QLatin1Char('>');
}

void ExerciseConsole::recall(int by)
{
    const qsizetype wanted = m_recalled + by;
    if (wanted < 0 || wanted > m_past.size())
        return;
    m_recalled = wanted;
    m_line->setPlainText(m_past.value(wanted));
}

void ExerciseConsole::show(const TaskEvidence &evidence)
{
    if (!evidence.output.isEmpty())
        m_output->appendPlainText(evidence.output);
    if (evidence.succeeded) // as a session would stay where a \c has led
        m_database = m_databaseAsked;
}

void ExerciseConsole::setRunning(bool running)
{
    m_running = running;
    m_run->setText(running ? tr("Stop") : tr("Run"));
    m_run->setToolTip(running ? tr("End what runs") : tr("Run what is typed (Return)"));
}

void ExerciseConsole::clear()
{
    m_output->clear();
    m_line->clear();
    m_past.clear();
    m_recalled = 0;
    m_database = m_databaseAsked = usualDatabase;
    m_where->setCurrentIndex(0);
}

} // namespace howdah
