// Choosing many among ten thousand objects; pictures of the pages into HOWDAH_PICTURES (or a directory that goes away).
#include "core/operations/catalogue.h"
#include "core/operations/library/restore_parts.h"
#include "tests/support/sample_snapshots.h"
#include "ui/theme/theme.h"
#include "ui/wizards/choose_page.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/object_tree.h"
#include "ui/wizards/objects_editor.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

using namespace howdah;

namespace {

QString at(const char *text)
{
    return QString::fromUtf8(text);
}

QList<ObjectItem> shop()
{
    return {{.id = at("sales.orders"), .title = at("orders"), .path = {at("sales"), at("Tables")}, .note = at("3 MB")},
            {.id = at("sales.customers"), .title = at("customers"), .path = {at("sales"), at("Tables")}},
            {.id = at("sales.totals"), .title = at("totals"), .path = {at("sales"), at("Views")}},
            {.id = at("EXTENSION hstore"), .title = at("hstore"), .path = {at("Extensions")}}};
}

QList<ObjectItem> manyTables(int count)
{
    QList<ObjectItem> items;
    for (int table = 0; table < count; ++table)
        items.append({.id = QStringLiteral("s%1.t%2").arg(table % 20).arg(table),
                      .title = QStringLiteral("t%1").arg(table),
                      .path = {QStringLiteral("s%1").arg(table % 20), at("Tables")}});
    return items;
}

QModelIndex find(const ObjectTree &tree, const QString &title, const QModelIndex &parent = {})
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const QModelIndex below = find(tree, title, index); below.isValid())
            return below;
    }
    return {};
}

Param param()
{
    return {.id = at("only"), .title = at("Only these objects"), .kind = Param::Kind::Objects, .required = false};
}

} // namespace

class TestObjectsEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_directory = qEnvironmentVariable("HOWDAH_PICTURES", m_temporary.path());
        QVERIFY(QDir().mkpath(m_directory));
        theme::apply(*qApp, theme::Mode::Light);
    }

    void aGroupStandsForAllBelow()
    {
        ObjectTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setItems(shop());
        const QModelIndex tables = find(tree, at("Tables"));
        QVERIFY(tree.setData(tables, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(tree.chosen(), (QStringList{at("sales.orders"), at("sales.customers")}));
        QCOMPARE(find(tree, at("sales")).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        QVERIFY(tree.setData(find(tree, at("orders")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(tables.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        QCOMPARE(tree.chosen(), QStringList{at("sales.customers")});
    }

    void aFilterNarrowsWhatAGroupStandsFor()
    {
        ObjectTree tree;
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setItems(shop());
        tree.setFilter(at("ORD"));
        QVERIFY(!find(tree, at("totals")).isValid());
        QVERIFY(tree.setData(find(tree, at("sales")), Qt::Checked, Qt::CheckStateRole));
        tree.setFilter({});
        QCOMPARE(tree.chosen(), QStringList{at("sales.orders")});
    }

    void whatIsNotListedStaysChosen()
    {
        ObjectTree tree;
        tree.setChosen({at("sales.ord*")});
        QCOMPARE(tree.chosen(), QStringList{at("sales.ord*")});
        tree.setItems(shop());
        QCOMPARE(tree.chosen(), QStringList{at("sales.ord*")});
        QVERIFY(find(tree, at("Named by hand")).isValid());
        tree.setChosen({at("sales.orders")});
        QVERIFY(!find(tree, at("Named by hand")).isValid());
    }

    void theEditorSaysHowMany()
    {
        ObjectsEditor editor(param());
        QSignalSpy edited(&editor, &ObjectsEditor::edited);
        editor.offer(shop());
        auto *view = editor.findChild<QTreeView *>(at("only-tree"));
        QVERIFY(view && view->model()->setData(view->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(editor.value(), at("EXTENSION hstore"));
        const auto labels = editor.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text() == at("1 chosen of 4"); }));
        editor.setValue(at("sales.orders\nsales.totals"));
        QCOMPARE(edited.count(), 1); // not by hand
        QCOMPARE(objectsOf(editor.value()).size(), 2);
    }

    /// Not a figure to keep: ten times what it takes here would still be far below a second's wait.
    void tenThousandAreNoWait()
    {
        ObjectsEditor editor(param());
        editor.resize(700, 400);
        editor.show();
        qobject_cast<QPushButton *>(editor.opener())->click();
        QElapsedTimer clock;
        clock.start();
        editor.offer(manyTables(10000));
        const qint64 offered = clock.restart();
        auto *view = editor.findChild<QTreeView *>(at("only-tree"));
        for (int group = 0; group < view->model()->rowCount(); ++group)
            view->model()->setData(view->model()->index(group, 0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(objectsOf(editor.value()).size(), 10000);
        const qint64 chosen = clock.restart();
        editor.findChild<QLineEdit *>(at("only-filter"))->setText(at("t99"));
        editor.grab();
        const qint64 filtered = clock.elapsed();
        qInfo("10,000 objects: offered in %lld ms, all chosen group by group in %lld ms, filtered and drawn in %lld ms",
              offered, chosen, filtered);
        QVERIFY(offered + chosen + filtered < 20000);
    }

    void pictures()
    {
        auto snapshot = samples::healthy();
        Situation situation;
        situation.snapshot = snapshot;
        QString listing = at("; TOC Entries: 400\n;     dbname: shop\n1; 2615 1 SCHEMA - sales anna\n");
        const QStringList names{at("customers"), at("orders"), at("order_lines"), at("products"), at("invoices")};
        int id = 2;
        for (const QString &name : names)
            listing += QStringLiteral("%1; 1259 1 TABLE sales %2 anna\n").arg(id++).arg(name);
        listing += QStringLiteral("%1; 1259 1 VIEW sales totals anna\n%2; 1255 1 FUNCTION sales tax(numeric) anna\n")
                       .arg(id)
                       .arg(id + 1);
        const auto contents = std::make_shared<const DumpContents>(*parseDumpContents(listing.toUtf8()));
        situation.facts[at("contents")].values = {
            {at("contents"), QVariant::fromValue<library::DumpContentsPtr>(contents)}, {at("database"), at("shop")}};
        situation.facts[at("server")].values = {{at("databases"), QStringList{at("postgres"), at("shop")}}};
        situation.facts[at("target")].values = {
            {at("present"), QStringList{at("sales.orders") + QChar(0x1f) + at("120000 13 MB")}}};
        situation.facts[at("database")].values = {{at("schemas"), QStringList{at("public"), at("sales")}},
                                                  {at("tables"), QStringList{at("r\x1f"
                                                                                "13631488\x1ft\x1f"
                                                                                "f\x1f"
                                                                                "f\x1fsales\x1forders"),
                                                                             at("r\x1f"
                                                                                "81920\x1ft\x1f"
                                                                                "f\x1f"
                                                                                "f\x1fsales\x1f"
                                                                                "customers")}}};
        for (const char *operation : {"restore", "dump"}) {
            QDialog dialog;
            auto *lines = new QVBoxLayout(&dialog);
            auto *chosen = new ChoosePage(
                *findOperation(at(operation)), snapshot,
                {{at("file"), at("/srv/pg/backups/20261120-110000-abcdef/shop.dump")}, {at("into"), at("shop")}});
            lines->addWidget(chosen);
            ChoosePage &page = *chosen;
            dialog.resize(900, 1100);
            dialog.show();
            page.adopt(situation);
            for (QPushButton *button : page.findChildren<QPushButton *>())
                if (button->objectName() == at("only") || button->objectName() == at("table"))
                    button->click();
            for (QTreeView *view : page.findChildren<QTreeView *>()) {
                view->expandAll();
                view->model()->setData(view->model()->index(0, 0, view->model()->index(0, 0)), Qt::Checked,
                                       Qt::CheckStateRole);
            }
            for (int round = 0; round < 4; ++round)
                QApplication::processEvents(); // layouts settle in more than one
            QVERIFY(dialog.grab().save(QStringLiteral("%1/choose-%2.png").arg(m_directory, at(operation))));
        }
    }

private:
    QTemporaryDir m_temporary;
    QString m_directory;
};

QTEST_MAIN(TestObjectsEditor)
#include "test_objects_editor.moc"
