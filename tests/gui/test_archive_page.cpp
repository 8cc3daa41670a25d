#include "tests/gui/accessible_names.h"
#include "tests/gui/sample_archive.h"
#include "ui/pages/archive_coverage.h"
#include "ui/pages/archive_growth_chart.h"
#include "ui/pages/archive_page.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace howdah;

namespace {

struct Stage
{
    Stage() { environment.hosts = &hosts; }
    Hosts hosts;
    Environment environment;
    ArchivePage page{environment};
    [[nodiscard]] QString label(const char *name) const
    {
        return page.findChild<TextLabel *>(QLatin1String(name))->text();
    }
    [[nodiscard]] QPushButton *remedy() const { return page.findChild<QPushButton *>(QStringLiteral("archiveRemedy")); }
};

} // namespace

class TestArchivePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void theStateIsOneSentenceAndItsRemedy_data()
    {
        QTest::addColumn<ArchiveViewPtr>("view");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("offersToSetUp");
        const auto row = [](const char *name, const ArchiveViewPtr &view, const char *title, bool offers) {
            QTest::newRow(name) << view << QString::fromUtf8(title) << offers;
        };
        row("in order", samples::archive(false), "Archiving to /srv/pg/archive", false);
        row("a hole", samples::archive(), "The archive has a hole", false);
        row("failing", samples::failingArchive(), "postgres may not write into", true);
        row("none", samples::noArchive(), "WAL is not archived", true);
        const auto mixed = samples::archive(false);
        mixed->faults = {
            {ArchiveFault::Kind::OtherCluster, QStringLiteral("X"), QStringLiteral("X is of another cluster.")}};
        row("another cluster's files", mixed, "Files in the archive are not what their names say", false);
        const auto copied = samples::archive(false);
        copied->command = QStringLiteral("cp %p /srv/pg/archive/%f");
        row("a bare copy", copied, "archive_command may overwrite", true);
        const auto tool = samples::noArchive();
        tool->mode = QStringLiteral("on");
        tool->command = QStringLiteral("pgbackrest archive-push %p");
        tool->issue = QStringLiteral("The archive is kept by pgBackRest, whose files are not read here.");
        row("a tool's", tool, "The archive is not read here", false);
    }
    void theStateIsOneSentenceAndItsRemedy()
    {
        QFETCH(ArchiveViewPtr, view);
        Stage stage;
        stage.page.show();
        stage.page.showArchive(view);
        QFETCH(QString, title);
        QFETCH(bool, offersToSetUp);
        const QString shown = stage.label("archiveState");
        QVERIFY2(shown.startsWith(title), qPrintable(shown));
        QCOMPARE(stage.remedy()->isVisible(), offersToSetUp);
    }

    void theRemedyOpensTheOperation()
    {
        Stage stage;
        stage.page.show();
        stage.page.showArchive(samples::failingArchive());
        QSignalSpy wished(&stage.page, &Page::operationRequested);
        stage.remedy()->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().toString(), QStringLiteral("set-archiving"));
    }

    void theBarTellsWhatLiesThereAndWhatIsMissing_data()
    {
        QTest::addColumn<Timeline>("timeline");
        QTest::addColumn<quint64>("segment");
        QTest::addColumn<QString>("says");
        QTest::newRow("there") << Timeline(1) << quint64(20) << QStringLiteral("57 segment");
        QTest::newRow("a hole") << Timeline(1) << quint64(62) << QStringLiteral("Missing: 6 segment");
        QTest::newRow("the next timeline") << Timeline(2) << quint64(150) << QStringLiteral("77 segment");
        QTest::newRow("left before") << Timeline(1) << quint64(150) << QString();
    }
    void theBarTellsWhatLiesThereAndWhatIsMissing()
    {
        QFETCH(Timeline, timeline);
        QFETCH(quint64, segment);
        QFETCH(QString, says);
        ArchiveCoverage coverage;
        coverage.resize(900, coverage.sizeHint().height());
        coverage.setView(samples::archive());
        const QStringList words = coverage.wordsAt(coverage.placeOf(timeline, segment));
        QVERIFY2(words.value(0).startsWith(says) && words.isEmpty() == says.isEmpty(), qPrintable(words.value(0)));
    }

    void growthIsASentence()
    {
        ArchiveGrowthChart chart;
        chart.setView(samples::archive(false));
        QVERIFY2(chart.summary().contains(QLatin1String("an hour")) &&
                     chart.summary().contains(QLatin1String("is full on")),
                 qPrintable(chart.summary()));
        chart.setView(samples::noArchive());
        QVERIFY(chart.summary().isEmpty());
    }

    void whoKeepsWalIsListed()
    {
        Stage stage;
        const QAbstractItemModelTester tester(stage.page.keepers()->model());
        stage.page.showArchive(samples::failingArchive());
        QCOMPARE(stage.page.keepers()->model()->rowCount(), 3);
        const QByteArray csv = stage.page.keepers()->toCsv();
        QVERIFY2(csv.contains("reporting") && csv.contains(QByteArray::number(9LL * (16 << 20))), csv.constData());
        stage.page.showArchive(samples::noArchive());
        QCOMPARE(stage.page.keepers()->model()->rowCount(), 0);
    }

    void anErrorIsShownWhereItHappened()
    {
        Stage stage;
        stage.page.show();
        stage.page.showError({.code = ErrorCode::Unsupported, .message = QStringLiteral("No access to the host.")});
        bool shown = false;
        for (const QLabel *label : stage.page.findChildren<QLabel *>())
            shown = shown || (label->isVisible() && label->text().contains(QLatin1String("No access")));
        QVERIFY(shown);
    }

    void itFitsIntoASmallWindow()
    {
        Stage stage;
        stage.page.showArchive(samples::archive());
        QVERIFY2(stage.page.minimumSizeHint().width() <= 780,
                 qPrintable(QString::number(stage.page.minimumSizeHint().width())));
        QVERIFY2(stage.page.minimumSizeHint().height() <= 560,
                 qPrintable(QString::number(stage.page.minimumSizeHint().height())));
    }

    void everythingFocusableHasAName()
    {
        Stage stage;
        stage.page.show();
        QCOMPARE(widgetsWithoutName(&stage.page), QStringList()); // before the first look has come back
        stage.page.showArchive(samples::failingArchive());
        QCOMPARE(widgetsWithoutName(&stage.page), QStringList());
    }
};

QTEST_MAIN(TestArchivePage)
#include "test_archive_page.moc"
