// The wizard from its first page to its last, with a declaration made for tests: harmless commands on this machine.
#include "tests/gui/accessible_names.h"
#include "tests/gui/trial_wizard.h"
#include "ui/theme/theme.h"
#include "ui/wizards/choose_page.h"

#include <QApplication>
#include <QClipboard>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>

using namespace howdah;
using Page = OperationWizard::Page;

class TestWizard : public QObject, private test::TrialWizard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { trial::calm(); }
    void cleanup() { QVERIFY(closeAll()); }

    void byKeyboardAlone();
    void byMouseAlone();
    void suggestionsFollowWhatIsTyped();
    void whatIsClearedStaysCleared();
    void objectionsStandBeneathTheirField();
    void checksThatBlockKeepOneFromGoingOn();
    void checksCanBeStopped();
    void aRemedyOpensFilledIn();
    void planIsCopiedAsScript();
    void theWordIsComparedExactly_data();
    void theWordIsComparedExactly();
    void everythingFocusableHasAName();
    void theNextOneIsAsLarge_data();
    void theNextOneIsAsLarge();
};

void TestWizard::byKeyboardAlone()
{
    m_wizard = new OperationWizard(*findOperation(QStringLiteral("trial")), trial::snapshot(), {}, m_world.desk);
    m_wizard->show();
    m_wizard->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard));
    QSignalSpy pages(m_wizard, &OperationWizard::pageChanged);
    auto *name = find<QLineEdit>("name");
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("keys"));
    QTRY_VERIFY(button("next")->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_wizard->page(), Page::Checks);
    for (const Page page : {Page::Plan, Page::Confirm, Page::Run}) {
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled() && button("next")->hasFocus(), patience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_wizard->page(), page);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().startsWith(QLatin1String("Done")));
    QVERIFY(QFile::exists(trial::root() + QStringLiteral("/keys/standby.conf")));
    QPointer<OperationWizard> wizard = m_wizard;
    QTest::keyClick(m_wizard.data(), Qt::Key_Escape);
    QTRY_VERIFY(!wizard);
}

void TestWizard::byMouseAlone()
{
    open();
    QVERIFY2(goTo(Page::Plan), texts());
    QVERIFY2(press("back"), texts());
    QCOMPARE(m_wizard->page(), Page::Checks);
    QVERIFY2(press("back"), texts());
    QCOMPARE(m_wizard->page(), Page::Choose);
    QVERIFY2(goTo(Page::Run), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    const QString seen = labels();
    QVERIFY2(seen.contains(QLatin1String("the settings are in place")), qUtf8Printable(seen));
    QVERIFY(seen.contains(QLatin1String("Watch its lag on the Overview page.")));
    QVERIFY2(press("close"), texts());
    QTRY_VERIFY(!m_wizard);
}

void TestWizard::suggestionsFollowWhatIsTyped()
{
    m_wizard = new OperationWizard(*findOperation(QStringLiteral("trial")), trial::snapshot(), {}, m_world.desk);
    m_wizard->show();
    auto *name = find<QLineEdit>("name"), *directory = find<QLineEdit>("target-directory");
    QVERIFY(directory->text().isEmpty());
    QTest::keyClicks(name, QStringLiteral("n4"));
    QCOMPARE(directory->text(), trial::root() + QStringLiteral("/n4"));
    QTRY_COMPARE(find<QSpinBox>("port")->value(), 5436); // a probe's answer, not the declaration's
    directory->selectAll();
    QTest::keyClicks(directory, QStringLiteral("/srv/own"));
    QTest::keyClicks(name, QStringLiteral("b"));
    QCOMPARE(directory->text(), QStringLiteral("/srv/own"));
}

void TestWizard::whatIsClearedStaysCleared()
{
    open();
    auto *directory = find<QLineEdit>("target-directory");
    directory->selectAll();
    QTest::keyClick(directory, Qt::Key_Delete);
    auto *page = m_wizard->findChild<ChoosePage *>();
    QVERIFY(page->arguments().contains(QStringLiteral("target-directory")));
    QTest::keyClicks(find<QLineEdit>("name"), QStringLiteral("b"));
    QVERIFY(directory->text().isEmpty());
    QVERIFY(!button("next")->isEnabled()); // it is needed: said, and not filled in behind one's back
}

void TestWizard::objectionsStandBeneathTheirField()
{
    open("trial", {{QStringLiteral("name"), QStringLiteral("n1")}});
    const auto objection = [this] { return find<QLabel>("name-objection"); };
    QVERIFY(objection()->isVisible());
    QVERIFY(objection()->text().contains(QLatin1String("n1")));
    QVERIFY(!button("next")->isEnabled());
    QVERIFY(button("next")->toolTip().contains(QLatin1String("already")));
    QTest::keyClicks(find<QLineEdit>("name"), QStringLiteral("0"));
    QVERIFY(!objection()->isVisible());
    QTRY_VERIFY(button("next")->isEnabled());
    QVERIFY(button("next")->toolTip().isEmpty());
}

void TestWizard::checksThatBlockKeepOneFromGoingOn()
{
    trial::mood.blocked = true;
    open();
    QVERIFY2(goTo(Page::Checks), texts());
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("check-wal-level"), patience);
    QVERIFY(!button("next")->isEnabled());
    QVERIFY(button("next")->toolTip().contains(QLatin1String("Not ready")));
    QTRY_VERIFY(labels().contains(QLatin1String("Set wal_level to replica on the primary and restart it.")));
    trial::mood.blocked = false;
    QVERIFY2(press("checkAgain"), texts());
    QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled(), patience);
    QVERIFY(find<QLabel>("verdict")->text().startsWith(QLatin1String("Ready.")));
}

void TestWizard::checksCanBeStopped()
{
    open();
    QVERIFY2(press("next"), texts());
    QVERIFY2(press("stopChecks"), texts());
    QVERIFY(find<QLabel>("verdict")->text().contains(QLatin1String("stopped")));
    QVERIFY(!button("next")->isEnabled());
    QVERIFY2(press("checkAgain"), texts());
    QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled(), patience);
}

void TestWizard::aRemedyOpensFilledIn()
{
    trial::mood.warned = true;
    open();
    QVERIFY2(goTo(Page::Checks), texts());
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("check-load"), patience);
    auto *row = find<QWidget>("check-load");
    QTest::mouseClick(row->findChild<QAbstractButton *>(), Qt::LeftButton); // its header
    auto *remedy = row->findChild<QPushButton *>(QStringLiteral("remedy"));
    QTRY_VERIFY(remedy->isVisible());
    QTest::mouseClick(remedy, Qt::LeftButton);
    OperationWizard *other = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *wizard = qobject_cast<OperationWizard *>(window);
        if (wizard && wizard != m_wizard)
            other = wizard;
    }
    QVERIFY(other);
    QCOMPARE(other->findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("mended"));
}

void TestWizard::planIsCopiedAsScript()
{
    open();
    QVERIFY2(goTo(Page::Plan), texts());
    QApplication::clipboard()->clear();
    QVERIFY2(press("copyScript"), texts());
    const QString script = QApplication::clipboard()->text();
    QVERIFY2(script.startsWith(QLatin1String("#!/bin/sh")), qUtf8Printable(script));
    QVERIFY(script.contains(nameOfTest()));
}

void TestWizard::theWordIsComparedExactly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("other case") << QStringLiteral("NODE four") << false;
    QTest::newRow("space behind") << QStringLiteral("Node four ") << false;
    QTest::newRow("a part") << QStringLiteral("Node") << false;
    QTest::newRow("the word") << QStringLiteral("Node four") << true;
}

void TestWizard::theWordIsComparedExactly()
{
    QFETCH(QString, typed);
    QFETCH(bool, accepted);
    open("trial-destructive", {{QStringLiteral("name"), QStringLiteral("Node four")}});
    QVERIFY2(goTo(Page::Confirm), texts());
    QTest::keyClicks(find<QLineEdit>("confirmWord"), typed);
    QCOMPARE(button("next")->isEnabled(), accepted);
    QCOMPARE(button("next")->toolTip().isEmpty(), accepted);
    QVERIFY(button("next")->text().contains(QLatin1String("Fail over")));
}

void TestWizard::everythingFocusableHasAName()
{
    trial::mood.warned = true;
    open("trial-destructive");
    const auto check = [this] { QCOMPARE(widgetsWithoutName(m_wizard).join(u'\n'), QString()); };
    check();
    for (const Page page : {Page::Checks, Page::Plan, Page::Confirm}) {
        QVERIFY2(goTo(page), texts());
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled() || page == Page::Confirm, patience);
        check();
    }
    find<QLineEdit>("confirmWord")->setText(nameOfTest());
    QVERIFY2(press("next"), texts());
    check();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    check();
}

void TestWizard::theNextOneIsAsLarge_data()
{
    QTest::addColumn<QSize>("left");
    QTest::addColumn<QSize>("opens");
    const QSize room = QGuiApplication::primaryScreen()->availableSize();
    const QSize smallest(720, 480);
    QTest::newRow("as it was left") << QSize(740, 500) << QSize(740, 500).boundedTo(room).expandedTo(smallest);
    QTest::newRow("larger than the screen") << room * 2 << room.expandedTo(smallest);
}

void TestWizard::theNextOneIsAsLarge()
{
    QFETCH(QSize, left);
    QFETCH(QSize, opens);
    open();
    m_wizard->resize(left);
    QVERIFY2(press("close"), texts());
    QTRY_VERIFY(!m_wizard);
    open();
    QCOMPARE(m_wizard->size(), opens);
}

QTEST_MAIN(TestWizard)
#include "test_wizard.moc"
