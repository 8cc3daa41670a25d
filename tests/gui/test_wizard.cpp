// The wizard through all its pages, with a declaration made for tests whose steps are harmless commands on this machine.
#include "tests/gui/accessible_names.h"
#include "tests/gui/trial_operation.h"
#include "ui/theme/theme.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/run_page.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace howdah;
using Page = OperationWizard::Page;

namespace {

constexpr int patience = 20000;

QString nameOfTest()
{
    return QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())).replace(u' ', u'-');
}

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { trial::calm(); }
    void cleanup();

    void byKeyboardAlone();
    void byMouseAlone();
    void suggestionsFollowWhatIsTyped();
    void objectionsStandBeneathTheirField();
    void checksThatBlockKeepOneFromGoingOn();
    void checksCanBeStopped();
    void aRemedyOpensFilledIn();
    void planIsCopiedAsScript();
    void theWordIsComparedExactly_data();
    void theWordIsComparedExactly();
    void aFailureIsUndoneAndExplained();
    void stoppingUndoes();
    void pastTheReturnItIsResumed();
    void aChangedSituationGoesBackToTheChecks();
    void closingLeavesTheRunGoing();
    void hostileNamesAreShownAsTheyAre_data();
    void hostileNamesAreShownAsTheyAre();
    void everythingFocusableHasAName();

private:
    OperationWizard *open(const char *id = "trial", Arguments arguments = {});
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_wizard->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void press(const char *name);
    void goTo(Page page);
    [[nodiscard]] QString labels() const;

    trial::World m_world;
    QPointer<OperationWizard> m_wizard;
};

OperationWizard *TestWizard::open(const char *id, Arguments arguments)
{
    if (!arguments.contains(QStringLiteral("name")))
        arguments.insert(QStringLiteral("name"), nameOfTest());
    m_wizard = new OperationWizard(*findOperation(QLatin1String(id)), trial::snapshot(), arguments, m_world.desk);
    m_wizard->show();
    return m_wizard;
}

void TestWizard::cleanup()
{
    for (QWidget *window : QApplication::topLevelWidgets())
        window->close();
    QTRY_VERIFY_WITH_TIMEOUT(m_world.desk.running().isEmpty(), patience);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestWizard::press(const char *name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(button(name) && button(name)->isVisible() && button(name)->isEnabled(), name, patience);
    QTest::mouseClick(button(name), Qt::LeftButton);
}

void TestWizard::goTo(Page page)
{
    while (m_wizard->page() != page) {
        const Page before = m_wizard->page();
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->page() != before, patience);
    }
}

/// All texts on the page that is seen.
QString TestWizard::labels() const
{
    QStringList texts;
    for (const QLabel *label : m_wizard->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_wizard))
            texts << label->text();
    }
    return texts.join(u'\n');
}

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
    goTo(Page::Plan);
    press("back");
    QCOMPARE(m_wizard->page(), Page::Checks);
    press("back");
    QCOMPARE(m_wizard->page(), Page::Choose);
    goTo(Page::Run);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    const QString seen = labels();
    QVERIFY2(seen.contains(QLatin1String("the settings are in place")), qUtf8Printable(seen));
    QVERIFY(seen.contains(QLatin1String("Watch its lag on the Overview page.")));
    press("close");
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
    goTo(Page::Checks);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("check-wal-level"), patience);
    QVERIFY(!button("next")->isEnabled());
    QVERIFY(button("next")->toolTip().contains(QLatin1String("Not ready")));
    QTRY_VERIFY(labels().contains(QLatin1String("Set wal_level to replica on the primary and restart it.")));
    trial::mood.blocked = false;
    press("checkAgain");
    QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled(), patience);
    QVERIFY(find<QLabel>("verdict")->text().startsWith(QLatin1String("Ready.")));
}

void TestWizard::checksCanBeStopped()
{
    open();
    press("next");
    press("stopChecks");
    QVERIFY(find<QLabel>("verdict")->text().contains(QLatin1String("stopped")));
    QVERIFY(!button("next")->isEnabled());
    press("checkAgain");
    QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled(), patience);
}

void TestWizard::aRemedyOpensFilledIn()
{
    trial::mood.warned = true;
    open();
    goTo(Page::Checks);
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
    goTo(Page::Plan);
    QApplication::clipboard()->clear();
    press("copyScript");
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
    goTo(Page::Confirm);
    QTest::keyClicks(find<QLineEdit>("confirmWord"), typed);
    QCOMPARE(button("next")->isEnabled(), accepted);
    QCOMPARE(button("next")->toolTip().isEmpty(), accepted);
    QVERIFY(button("next")->text().contains(QLatin1String("Fail over")));
}

void TestWizard::aFailureIsUndoneAndExplained()
{
    trial::mood.failing = true;
    open();
    goTo(Page::Run);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("undone")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
    QApplication::clipboard()->clear();
    press("copyDetails");
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("FATAL: could not bind <b>address</b> & more")));
    trial::mood.failing = false;
    press("again");
    QCOMPARE(m_wizard->page(), Page::Choose);
    QCOMPARE(find<QLineEdit>("name")->text(), nameOfTest());
    goTo(Page::Run);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().startsWith(QLatin1String("Done")));
}

void TestWizard::stoppingUndoes()
{
    trial::mood.slow = true;
    open();
    goTo(Page::Run);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("runLog")->toPlainText().contains(QLatin1String("copying")), patience);
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest()));
    QCOMPARE(button("stop")->text(), QStringLiteral("Stop and undo"));
    QVERIFY(!button("stop")->toolTip().isEmpty());
    press("stop");
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("undone")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
}

void TestWizard::pastTheReturnItIsResumed()
{
    trial::mood.slow = true;
    open("trial-destructive");
    goTo(Page::Confirm);
    QTest::keyClicks(find<QLineEdit>("confirmWord"), nameOfTest());
    press("next");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("runLog")->toPlainText().contains(QLatin1String("copying")), patience);
    QCOMPARE(button("stop")->text(), QStringLiteral("Stop"));
    QVERIFY(button("stop")->toolTip().contains(QLatin1String("point of no return")));
    press("stop");
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("half-way")));
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest()));
    QVERIFY(!button("undo")->isEnabled());
    QVERIFY(button("undo")->toolTip().contains(QLatin1String("point of no return")));
    press("resume"); // the half minute of the slow step is part of the plan: stopped once more, it is still half-way
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Run, patience);
    press("stop");
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("half-way")));
}

void TestWizard::aChangedSituationGoesBackToTheChecks()
{
    open();
    goTo(Page::Confirm);
    trial::mood.generation = 2;
    press("next");
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->page() == Page::Checks && button("next")->isEnabled(), patience);
    QVERIFY(find<QLabel>("notice")->text().contains(QLatin1String("changed")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
    goTo(Page::Plan);
    QVERIFY(find<QWidget>("differences"));
    QVERIFY(labels().contains(QLatin1String("Changed: Write the standby's settings")));
    goTo(Page::Run);
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QFile written(trial::root() + u'/' + nameOfTest() + QStringLiteral("/standby.conf"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("generation = 2"));
}

void TestWizard::closingLeavesTheRunGoing()
{
    open();
    goTo(Page::Confirm);
    QSignalSpy finished(&m_world.desk, &OperationDesk::finished);
    press("next");
    QCOMPARE(m_wizard->page(), Page::Run);
    QVERIFY(labels().contains(QLatin1String("You may close this window")));
    press("close");
    QTRY_VERIFY(!m_wizard);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(finished.first().at(1).value<RunOutcome>().state, OperationState::Done);
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest() + QStringLiteral("/standby.conf")));
}

void TestWizard::hostileNamesAreShownAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << QStringLiteral("<b>x<b> & <img src=x>");
    QTest::newRow("shell") << QStringLiteral("$(touch x); `id` 'q' \"d\"");
    QTest::newRow("placeholders") << QStringLiteral("%1 %2 %n");
    QTest::newRow("unicode") << QStringLiteral("größe 象 \u202Eabc");
    QTest::newRow("long") << QString(63, u'W');
}

void TestWizard::hostileNamesAreShownAsTheyAre()
{
    QFETCH(QString, name);
    open("trial-destructive", {{QStringLiteral("name"), name}, {QStringLiteral("target-directory"), trial::root() + u'/' + name}});
    for (const Page page : {Page::Checks, Page::Plan, Page::Confirm}) {
        goTo(page);
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled() || page == Page::Confirm, patience);
        for (const QLabel *label : m_wizard->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qUtf8Printable(label->text()));
    }
    QVERIFY(labels().contains(name));
    find<QLineEdit>("confirmWord")->setText(name);
    press("next");
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY2(QFile::exists(trial::root() + u'/' + name + QStringLiteral("/standby.conf")), qUtf8Printable(labels()));
    QVERIFY(m_wizard->width() < 1024);
}

void TestWizard::everythingFocusableHasAName()
{
    trial::mood.warned = true;
    open("trial-destructive");
    const auto check = [this] { QCOMPARE(widgetsWithoutName(m_wizard).join(u'\n'), QString()); };
    check();
    for (const Page page : {Page::Checks, Page::Plan, Page::Confirm}) {
        goTo(page);
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled() || page == Page::Confirm, patience);
        check();
    }
    find<QLineEdit>("confirmWord")->setText(nameOfTest());
    press("next");
    check();
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    check();
}

QTEST_MAIN(TestWizard)
#include "test_wizard.moc"
