// The lab dock on a real lab: chosen from the list, shown, done by typing, checked, hinted, handed in.
#include "core/lab/exercises/exercise_shelf.h"
#include "core/operations/operation_desk.h"
#include "tests/gui/accessible_names.h"
#include "ui/lab/console_line.h"
#include "ui/lab/exercise_console.h"
#include "ui/lab/exercise_sheet.h"
#include "ui/lab/lab_dock.h"
#include "ui/lab/progress_dots.h"
#include "ui/theme/theme.h"
#include "ui/wizards/pdf_report.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace howdah;

namespace {

constexpr int patience = 60'000;

} // namespace

class TestLabDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();

    void everyExerciseIsOffered();
    void aLongChoiceIsReadWholeAndTakenByItsWords();
    void aStepIsDoneByTypingAndChecked();
    void aStatementThatBlocksBlocksNothingElse();
    void theDeliverableIsWritten();

private:
    [[nodiscard]] QPushButton *button(const char *text) const;
    [[nodiscard]] QString shownTexts() const;
    void begin(const char *exercise);
    void type(const QString &text);
    void check(int step);

    Hosts m_hosts;
    Environment m_environment{.hosts = &m_hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    std::unique_ptr<OperationDesk> m_operations;
    std::unique_ptr<LabDock> m_dock;
    QString m_lab;
};

void TestLabDock::init()
{
    m_operations = std::make_unique<OperationDesk>(m_environment);
    m_dock = std::make_unique<LabDock>(*m_operations);
    m_dock->resize(420, 860);
    m_dock->show();
}

void TestLabDock::cleanup()
{
    m_dock.reset();
    m_operations.reset();
    if (!m_lab.isEmpty())
        QVERIFY(Labs(m_hosts).destroy(m_lab, Deadline::after(Milliseconds{patience})));
    m_lab.clear();
}

QPushButton *TestLabDock::button(const char *text) const
{
    for (QPushButton *one : m_dock->findChildren<QPushButton *>())
        if (one->text() == QLatin1String(text) && one->isVisible())
            return one;
    return nullptr;
}

QString TestLabDock::shownTexts() const
{
    QStringList texts;
    for (const QLabel *label : m_dock->findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

void TestLabDock::begin(const char *exercise)
{
    QSignalSpy made(&m_dock->desk(), &ExerciseDesk::labMade);
    QSignalSpy failed(&m_dock->desk(), &ExerciseDesk::failed);
    m_dock->open(QLatin1String(exercise));
    QTRY_VERIFY_WITH_TIMEOUT(!made.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(shownTexts()));
    m_lab = m_dock->desk().state().cluster.name;
    QTRY_VERIFY(!m_dock->desk().isBusy());
}

void TestLabDock::type(const QString &text)
{
    auto *line = m_dock->findChild<ConsoleLine *>();
    line->setPlainText(text);
    QTest::keyClick(line, Qt::Key_Return);
}

void TestLabDock::check(int step)
{
    QSignalSpy checked(&m_dock->desk(), &ExerciseDesk::checked);
    // What was typed is put on record first.
    QTRY_VERIFY2_WITH_TIMEOUT(button("Check") && button("Check")->isEnabled(), qPrintable(shownTexts()), patience);
    button("Check")->click();
    QTRY_COMPARE_WITH_TIMEOUT(checked.size(), 1, patience);
    QCOMPARE(checked.at(0).at(0).toInt(), step);
    QTRY_VERIFY(!m_dock->desk().isBusy());
}

void TestLabDock::everyExerciseIsOffered()
{
    m_dock->showChoice();
    const ExerciseShelf shelf = readExerciseShelf();
    const QString texts = shownTexts();
    for (const Exercise &exercise : shelf.exercises)
        QVERIFY2(texts.contains(exercise.title.text()), qPrintable(exercise.id));
    QVERIFY(widgetsWithoutName(m_dock.get()).isEmpty());
}

void TestLabDock::aLongChoiceIsReadWholeAndTakenByItsWords()
{
    const QString words = QStringLiteral("patronictl switchover with the standby as the candidate, and not by hand");
    ExerciseState state{.isBegun = true};
    state.exercise.steps = {{.id = QStringLiteral("asked")}};
    state.exercise.steps[0].question.choices = {{QStringLiteral("first"), {{{QStringLiteral("en"), words}}}}};
    state.record.steps = {{.id = QStringLiteral("asked")}};
    state.texts = QStringList{QString()};
    state.hints = {QStringList()};
    ExerciseSheet sheet;
    sheet.resize(300, 400);
    sheet.QWidget::show();
    sheet.show(state, 0);
    QSignalSpy answered(&sheet, &ExerciseSheet::answered);
    for (QLabel *label : sheet.findChildren<QLabel *>()) {
        if (label->text() != words)
            continue;
        QTRY_VERIFY(label->height() > label->fontMetrics().height() && label->width() < sheet.width());
        QTest::mouseClick(label, Qt::LeftButton);
    }
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.first().last().toString(), QStringLiteral("first"));
}

void TestLabDock::aStepIsDoneByTypingAndChecked()
{
    begin("see-it-replicate");
    check(0); // nothing done yet
    QVERIFY2(shownTexts().contains(QLatin1String("Expected at least 1, saw")), qPrintable(shownTexts()));
    QVERIFY(button("Check"));

    bool isBegunBeforeThePicture = false;
    connect(&m_dock->desk(), &ExerciseDesk::changed, &m_dock->desk(), [this, &isBegunBeforeThePicture] {
        const QList<StepRecord> &steps = m_dock->desk().state().record.steps;
        isBegunBeforeThePicture |= !steps.at(1).begunAt.isEmpty() && steps.at(0).pictures.isEmpty();
    });
    QSignalSpy typed(&m_dock->desk(), &ExerciseDesk::typed);
    type(QStringLiteral("CREATE TABLE messages AS SELECT 1 AS id, 'x' AS body"));
    QTRY_COMPARE_WITH_TIMEOUT(typed.size(), 1, patience);
    QVERIFY(typed.at(0).at(0).value<TaskEvidence>().succeeded);
    check(0);
    QVERIFY2(shownTexts().contains(QLatin1String("Passed.")), qPrintable(shownTexts()));
    QTRY_COMPARE_WITH_TIMEOUT(m_dock->desk().state().record.steps.at(0).pictures.size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dock->desk().state().record.steps.at(1).begunAt.isEmpty(), patience);
    QVERIFY(!isBegunBeforeThePicture); // what is arranged for the next step must not be in it
    QTRY_VERIFY(!m_dock->desk().isBusy());

    button("Next step")->click();
    QCOMPARE(m_dock->shownStep(), 1);
    button("Show me")->click();
    QCOMPARE(m_dock->findChild<ConsoleLine *>()->toPlainText(), QStringLiteral("SELECT * FROM messages"));
    QVERIFY(widgetsWithoutName(m_dock.get()).isEmpty());
}

void TestLabDock::aStatementThatBlocksBlocksNothingElse()
{
    begin("see-it-replicate");
    type(QStringLiteral("SELECT pg_sleep(600)"));
    QVERIFY(m_dock->desk().isTyping());
    check(0);
    QVERIFY(m_dock->desk().isTyping());
    QSignalSpy typed(&m_dock->desk(), &ExerciseDesk::typed);
    m_dock->desk().stopTyping();
    QTRY_COMPARE_WITH_TIMEOUT(typed.size(), 1, patience);
    QVERIFY(!typed.at(0).at(0).value<TaskEvidence>().succeeded);
}

void TestLabDock::theDeliverableIsWritten()
{
    begin("see-it-replicate");
    QTemporaryDir folder;
    QSignalSpy handedIn(&m_dock->desk(), &ExerciseDesk::handedIn);
    m_dock->desk().setLearner(QStringLiteral("Ana"), QStringLiteral("In my words."));
    m_dock->desk().handIn(folder.filePath(QStringLiteral("ana")), reportFormats());
    QTRY_COMPARE_WITH_TIMEOUT(handedIn.size(), 1, patience);
    QFile report(folder.filePath(QStringLiteral("ana/report.html")));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray html = report.readAll();
    QVERIFY(html.contains("Ana"));
    QVERIFY(html.contains("In my words."));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("ana/result.json"))));
    QFile pdf(folder.filePath(QStringLiteral("ana/report.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    TestLabDock test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_lab_dock.moc"
