// Ctrl+K: what is found by which letters, in which order, and that the keyboard alone is enough.
#include "tests/gui/accessible_names.h"
#include "ui/theme/theme.h"
#include "ui/window/command_palette.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QTest>

using namespace howdah;

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void letters_data();
    void letters();
    void order_data();
    void order();
    void modelKeepsItsPromises();
    void byKeyboardAlone();
    void whatIsNotPossibleSaysWhy();
    void nothingFound();

private:
    QList<PaletteEntry> entries();
    QString m_done;
};

QList<PaletteEntry> TestPalette::entries()
{
    const auto entry = [this](const char *title, const char *context, const char *impossible = "") {
        const QString name = QString::fromUtf8(title);
        return PaletteEntry{name, QString::fromUtf8(context),    {},
                            {},   QString::fromUtf8(impossible), [this, name] { m_done = name; }};
    };
    return {entry("Clone a standby…", "lab"),
            entry("Fail over…", "lab", "The primary answers; <b>nothing</b> to fail over from."),
            entry("Overview", "Page"),
            entry("Operations", "Page"),
            entry("n1", "Node of lab"),
            entry("größe 象", "Node of production")};
}

void TestPalette::letters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("Overview") << true;
    QTest::newRow("in order") << QStringLiteral("ovw") << QStringLiteral("Overview") << true;
    QTest::newRow("other case") << QStringLiteral("OVER") << QStringLiteral("Overview") << true;
    QTest::newRow("wrong order") << QStringLiteral("wov") << QStringLiteral("Overview") << false;
    QTest::newRow("a letter too many") << QStringLiteral("overvieww") << QStringLiteral("Overview") << false;
    QTest::newRow("spaces do not count") << QStringLiteral("fail over") << QStringLiteral("Failover") << true;
    QTest::newRow("umlaut") << QStringLiteral("GRÖ") << QStringLiteral("größe") << true;
    QTest::newRow("nothing to look in") << QStringLiteral("a") << QString() << false;
    QTest::newRow("very long") << QString(10000, u'a') << QStringLiteral("aaa") << false;
}

void TestPalette::letters()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QTEST(fuzzyScore(typed, text).has_value(), "found");
}

void TestPalette::order_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("word beginnings first") << QStringLiteral("cs") << QStringLiteral("Clone a standby…");
    QTest::newRow("the title's beginning") << QStringLiteral("o") << QStringLiteral("Overview");
    QTest::newRow("more letters") << QStringLiteral("op") << QStringLiteral("Operations");
    QTest::newRow("a node") << QStringLiteral("n1") << QStringLiteral("n1");
    QTest::newRow("by where it is") << QStringLiteral("production") << QStringLiteral("größe 象");
}

void TestPalette::order()
{
    QFETCH(QString, typed);
    CommandPaletteModel model;
    model.setEntries(entries());
    model.setTyped(typed);
    QVERIFY(model.rowCount() > 0);
    QTEST(model.index(0).data().toString(), "first");
}

void TestPalette::modelKeepsItsPromises()
{
    CommandPaletteModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(entries());
    for (const char *typed : {"o", "ov", "", "zzz", "n"})
        model.setTyped(QLatin1String(typed));
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPalette::byKeyboardAlone()
{
    QMainWindow window;
    window.resize(800, 600);
    window.show();
    CommandPalette palette(&window, [this] { return entries(); });
    palette.open();
    QCOMPARE(widgetsWithoutName(&palette).join(u'\n'), QString());
    auto *line = palette.findChild<QLineEdit *>(QStringLiteral("paletteLine"));
    QTest::keyClicks(line, QStringLiteral("o"));
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(m_done, QStringLiteral("Operations"));
    QVERIFY(!palette.isVisible());
    palette.open();
    QVERIFY(line->text().isEmpty());
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestPalette::whatIsNotPossibleSaysWhy()
{
    QMainWindow window;
    window.show();
    CommandPalette palette(&window, [this] { return entries(); });
    m_done.clear();
    palette.open();
    auto *line = palette.findChild<QLineEdit *>(QStringLiteral("paletteLine"));
    QTest::keyClicks(line, QStringLiteral("fail"));
    auto *foot = palette.findChild<QLabel *>(QStringLiteral("paletteFoot"));
    QCOMPARE(foot->text(), QStringLiteral("Not possible now: The primary answers; <b>nothing</b> to fail over from."));
    QCOMPARE(foot->textFormat(), Qt::PlainText);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QVERIFY(m_done.isEmpty());
}

void TestPalette::nothingFound()
{
    QMainWindow window;
    window.show();
    CommandPalette palette(&window, [this] { return entries(); });
    palette.open();
    auto *line = palette.findChild<QLineEdit *>(QStringLiteral("paletteLine"));
    QTest::keyClicks(line, QStringLiteral("xyzzy"));
    QCOMPARE(palette.model().rowCount(), 0);
    QCOMPARE(palette.findChild<QLabel *>(QStringLiteral("paletteFoot"))->text(),
             QStringLiteral("Nothing is called that."));
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(palette.isVisible());
}

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
