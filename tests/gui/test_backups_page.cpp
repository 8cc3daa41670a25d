// The page Backups: what each is worth, how far recovery leads, and what can be done from here.
#include "tests/gui/accessible_names.h"
#include "tests/gui/sample_backups.h"
#include "tests/support/sample_snapshots.h"
#include "ui/pages/backups_page.h"
#include "ui/pages/backups_table.h"
#include "ui/pages/backups_window.h"
#include "ui/pages/overview_finding_row.h"
#include "ui/pages/page_table.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace howdah;

namespace {

/// A page that is shown what the test made up.
struct Shown
{
    explicit Shown(const BackupStockPtr &stock)
    {
        environment.hosts = &hosts;
        page.resize(1200, 800);
        page.showStock(stock);
        page.show();
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return page.findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char *name) const { return page.findChild<QLabel *>(QLatin1String(name))->text(); }
    void select(const QString &backup)
    {
        const QAbstractItemModel *shown = page.table()->view()->model();
        for (int row = 0; row < shown->rowCount(); ++row)
            if (page.table()->keyAt(shown->index(row, 0)) == backup)
                page.table()->view()->selectRow(row);
    }

    Hosts hosts;
    Environment environment;
    BackupsPage page{environment};
};

} // namespace

class TestBackupsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }

    void rowsKeepTheModelsPromises()
    {
        PageTableModel model(backups::columns());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(backups::rows(*samples::backupStock()));
        model.setRows(backups::rows(*samples::backupStock(2)));
        QCOMPARE(model.rowCount(), 2);
    }

    void theNewestStandsFirstAndIsChosen()
    {
        Shown shown(samples::backupStock());
        QCOMPARE(shown.page.table()->view()->model()->rowCount(), 6);
        QCOMPARE(shown.page.table()->keyAt(shown.page.table()->view()->currentIndex()), samples::nightly(0).id);
        QVERIFY(shown.text("backupsSentence").startsWith(QLatin1String("Newest backup")));
        QVERIFY(shown.text("backupsRange").contains(QLatin1String("can be recovered to")));
    }

    void eachRowTellsItsWorth_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<int>("health");
        QTest::newRow("verified") << 0 << static_cast<int>(Health::Good);
        QTest::newRow("drilled") << 1 << static_cast<int>(Health::Good);
        QTest::newRow("bad") << 2 << static_cast<int>(Health::Critical);
        QTest::newRow("by hand, never verified") << 3 << static_cast<int>(Health::Unknown);
    }
    void eachRowTellsItsWorth()
    {
        QFETCH(int, daysAgo);
        QFETCH(int, health);
        const auto stock = samples::backupStock();
        const BaseBackup &backup = stock->places.first().catalogue.backups.at(5 - daysAgo);
        QCOMPARE(static_cast<int>(backups::healthOf(backup, *stock)), health);
        QVERIFY(!backups::wordsFor(backup, *stock).isEmpty());
    }

    void aBadOneIsTheFirstFinding()
    {
        Shown shown(samples::backupStock());
        const auto rows = shown.page.findChildren<FindingRow *>();
        QCOMPARE(rows.first()->finding().id, QStringLiteral("backup-bad"));
        QVERIFY(rows.first()->isVisible());
    }

    void anOperationBeginsWithTheChosenOne_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Arguments>("arguments");
        const Arguments place{{QStringLiteral("beside"), QStringLiteral("n2")},
                              {QStringLiteral("backups"), QStringLiteral("/srv/pg/backups")}};
        Arguments one = place;
        one.insert(QStringLiteral("backup"), samples::nightly(1).id);
        QTest::newRow("verify") << QStringLiteral("verify-backup") << one;
        QTest::newRow("drill") << QStringLiteral("drill-backup") << one;
        QTest::newRow("recover") << QStringLiteral("recover") << place;
        QTest::newRow("expire") << QStringLiteral("expire-backups") << place;
        for (const char *withoutAny : {"backup", "dump", "restore", "restore-cluster"})
            QTest::newRow(withoutAny) << QString::fromLatin1(withoutAny) << Arguments{};
    }
    void anOperationBeginsWithTheChosenOne()
    {
        QFETCH(QString, operation);
        QFETCH(Arguments, arguments);
        Shown shown(samples::backupStock());
        shown.select(samples::nightly(1).id);
        QSignalSpy asked(&shown.page, &Page::operationRequested);
        QTest::mouseClick(shown.button(qPrintable(operation)), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toString(), operation);
        QCOMPARE(asked.first().at(1).value<Arguments>(), arguments);
    }

    void withoutABackupTheFirstIsOffered()
    {
        Shown shown(samples::backupStock(0));
        for (const char *name : {"verify-backup", "drill-backup", "recover", "expire-backups"}) {
            QVERIFY2(!shown.button(name)->isEnabled(), name);
            QVERIFY2(!shown.button(name)->toolTip().isEmpty(), name);
        }
        QVERIFY(shown.button("backup")->isEnabled());
        QVERIFY(!shown.page.table()->isVisible());
    }

    void whatAnotherKeeperKeepsIsLeftToIt()
    {
        const auto stock = samples::backupStock(1);
        stock->foreign << BaseBackup{.id = QStringLiteral("pgbackrest:20261120-010000F"),
                                     .systemIdentifier = QStringLiteral("7"),
                                     .stoppedAt = samples::backupsNow(),
                                     .keeper = BaseBackup::Keeper::PgBackRest,
                                     .format = BaseBackup::Format::Foreign};
        Shown shown(stock);
        shown.select(QStringLiteral("pgbackrest:20261120-010000F"));
        QVERIFY(!shown.button("drill-backup")->isEnabled());
        QVERIFY(shown.button("drill-backup")->toolTip().contains(QLatin1String("pgBackRest")));
    }

    void theAxisTellsWhatLiesThere()
    {
        Shown shown(samples::backupStock());
        const BackupsWindow *axis = shown.page.window();
        QVERIFY(axis->wordsAt(samples::nightly(0).stoppedAt.toMSecsSinceEpoch())
                    .join(QLatin1Char('\n'))
                    .contains(QLatin1String("Base backup nightly")));
        QVERIFY(axis->wordsAt(axis->fromMs()).last().contains(QLatin1String("Nothing leads there")));
        QVERIFY(axis->wordsAt(samples::backupsNow().addSecs(-3000).toMSecsSinceEpoch())
                    .last()
                    .contains(QLatin1String("Recoverable")));
    }

    void aClickOnTheAxisChooses()
    {
        Shown shown(samples::backupStock());
        QTest::mouseClick(shown.page.window(), Qt::LeftButton, {}, {shown.page.window()->width() - 400, 10});
        QVERIFY(shown.page.table()->keyAt(shown.page.table()->view()->currentIndex()) != samples::nightly(0).id);
    }

    void itFitsIntoASmallWindow()
    {
        Shown shown(samples::backupStock());
        QVERIFY2(shown.page.minimumSizeHint().width() <= 780,
                 qPrintable(QString::number(shown.page.minimumSizeHint().width())));
    }

    void everythingFocusableHasAName()
    {
        Shown shown(samples::backupStock());
        QCOMPARE(widgetsWithoutName(&shown.page), QStringList());
    }
};

QTEST_MAIN(TestBackupsPage)
#include "test_backups_page.moc"
