// The instructor's page: a folder of results, broken and foreign files in it named and left out.
#include "core/lab/exercises/exercise_deliverable.h"
#include "core/operations/report_writer.h"
#include "tests/gui/accessible_names.h"
#include "ui/lab/class_page.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/pdf_report.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QBuffer>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {

ExerciseRecord record(const char *exercise, const char *learner, int passed)
{
    const QString begun = QStringLiteral("2026-11-20T10:00:00.000Z"), ended = QStringLiteral("2026-11-20T10:12:30.000Z");
    ExerciseRecord made{.exercise = QString::fromLatin1(exercise), .learner = QString::fromUtf8(learner), .begunAt = begun};
    for (const char *id : {"crash", "promote", "write"})
        made.steps << StepRecord{.id = QString::fromLatin1(id), .checks = 2, .hintsTaken = 1};
    for (int step = 0; step < made.steps.size() && step <= passed; ++step)
        made.steps[step].begunAt = begun;
    for (int step = 0; step < passed; ++step)
        made.steps[step].passedAt = ended;
    return made;
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QStringList cellsOf(const PageTable &table, int column)
{
    QStringList cells;
    const QAbstractItemModel *model = table.view()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        cells << model->index(row, column).data().toString();
    return cells;
}

} // namespace

class TestClassPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void aClassIsSummedUp();
    void anEmptyFolderIsSaid();
    void pagesAreMade();
};

void TestClassPage::aClassIsSummedUp()
{
    QTemporaryDir folder;
    const auto hand = [&](const char *name, const ExerciseRecord &one) {
        write(folder.filePath(QString::fromLatin1(name) + QStringLiteral("/result.json")), exercise_records::toJson(one));
    };
    hand("ana", record("failover", "Ana", 3));
    hand("berta", record("failover", "Berta", 1));
    hand("carl", record("failover", "Carl", 1));
    hand("dora", record("failover", "Dora", 0));
    hand("ana-again", record("cold-copy", "Ana", 1));
    write(folder.filePath(QStringLiteral("broken/result.json")), "{ \"exercise\": ");
    write(folder.filePath(QStringLiteral("foreign.json")), "{ \"name\": \"left-pad\" }");

    ClassPage page;
    page.resize(1100, 700);
    page.show();
    QSignalSpy shown(&page, &ClassPage::shown);
    page.read(folder.path());
    QTRY_COMPARE(shown.size(), 1);
    auto *exercises = page.findChild<QComboBox *>(QStringLiteral("classExercise"));
    QCOMPARE(exercises->count(), 2);
    exercises->setCurrentIndex(exercises->findText(QStringLiteral("Failover"), Qt::MatchContains));
    const auto text = [&](const char *name) { return page.findChild<QLabel *>(QLatin1String(name))->text(); };
    QVERIFY2(text("classSummary").startsWith(QLatin1String("1 of 4 learners have passed all of it. Most of the others are at")),
             qPrintable(text("classSummary")));
    const auto *learners = page.findChild<PageTable *>(QStringLiteral("classLearners"));
    QCOMPARE(cellsOf(*learners, 0), QStringList({QStringLiteral("Ana"), QStringLiteral("Berta"), QStringLiteral("Carl"),
                                                 QStringLiteral("Dora")}));
    QCOMPARE(cellsOf(*learners, 1).first(), QStringLiteral("3 of 3"));
    QCOMPARE(cellsOf(*learners, 3), QStringList({QStringLiteral("passed"), QStringLiteral("is here"),
                                                 QStringLiteral("is here"), QStringLiteral("not begun")}));
    QCOMPARE(cellsOf(*learners, 5).first(), QStringLiteral("12 min 30 s"));
    const auto *steps = page.findChild<PageTable *>(QStringLiteral("classSteps"));
    QCOMPARE(cellsOf(*steps, 2), QStringList({QStringLiteral("3"), QStringLiteral("1"), QStringLiteral("1")}));
    QCOMPARE(cellsOf(*steps, 3), QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("0")}));
    QStringList said;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said << label->text();
    for (const char *file : {"broken/result.json", "foreign.json"})
        QVERIFY2(said.join(QLatin1Char('\n')).contains(QLatin1String(file)), file);
    QCOMPARE(widgetsWithoutName(&page).join(QLatin1Char('\n')), QString());
    QTRY_VERIFY(learners->isVisible() && steps->isVisible());
    if (const QString keep = qEnvironmentVariable("HOWDAH_KEEP_PICTURE"); !keep.isEmpty())
        QVERIFY(page.grab().save(keep)); // for a person to look at
}

void TestClassPage::anEmptyFolderIsSaid()
{
    QTemporaryDir folder;
    ClassPage page;
    QSignalSpy shown(&page, &ClassPage::shown);
    page.read(folder.path());
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(page.findChild<QLabel *>(QStringLiteral("classSummary"))->text(),
             QStringLiteral("There is no result in this folder."));
}

void TestClassPage::pagesAreMade()
{
    QImage image(1440, 900, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, "PNG"));
    const auto writer = makePdfWriter();
    writer->title(QStringLiteral("A report"));
    for (int chapter = 1; chapter <= 8; ++chapter) {
        writer->heading(QStringLiteral("%1. A chapter").arg(chapter));
        writer->paragraph(QStringLiteral("What was done and why. ").repeated(20));
        writer->code(QStringLiteral("echo 'one line'\n").repeated(12));
        writer->table({QStringLiteral("What"), QStringLiteral("Seen")},
                      {{QStringLiteral("Rows"), QStringLiteral("0123456789abcdef").repeated(20)}});
    }
    writer->picture(QStringLiteral("one.png"), png, QStringLiteral("The window"));
    writer->picture(QStringLiteral("broken.png"), "no picture", QStringLiteral("None"));
    writer->attachment(QStringLiteral("result.json"), "{}");
    const QByteArray pdf = writer->finished();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY2(pdf.count("/Type /Page\n") > 3, qPrintable(QString::number(pdf.count("/Type /Page\n"))));
    QVERIFY(pdf.contains("result.json"));
    if (const QString keep = qEnvironmentVariable("HOWDAH_KEEP_PDF"); !keep.isEmpty())
        write(keep, pdf); // for a person to look at
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    TestClassPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_class_page.moc"
