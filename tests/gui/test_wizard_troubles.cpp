// What the wizard does when something goes wrong, is stopped, changes meanwhile, or has a name full of traps.
#include "tests/gui/trial_wizard.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace howdah;
using Page = OperationWizard::Page;

class TestWizardTroubles : public QObject, private test::TrialWizard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { trial::calm(); }
    void cleanup() { QVERIFY(closeAll()); }

    void aFailureIsUndoneAndExplained();
    void stoppingUndoes();
    void pastTheReturnItIsResumed();
    void aChangedSituationGoesBackToTheChecks();
    void closingLeavesTheRunGoing();
    void hostileNamesAreShownAsTheyAre_data();
    void hostileNamesAreShownAsTheyAre();
};

void TestWizardTroubles::aFailureIsUndoneAndExplained()
{
    trial::mood.failing = true;
    open();
    QVERIFY2(goTo(Page::Run), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("undone")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
    QApplication::clipboard()->clear();
    QVERIFY2(press("copyDetails"), texts());
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("FATAL: could not bind <b>address</b> & more")));
    trial::mood.failing = false;
    QVERIFY2(press("again"), texts());
    QCOMPARE(m_wizard->page(), Page::Choose);
    QCOMPARE(find<QLineEdit>("name")->text(), nameOfTest());
    QVERIFY2(goTo(Page::Run), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().startsWith(QLatin1String("Done")));
}

void TestWizardTroubles::stoppingUndoes()
{
    trial::mood.slow = true;
    open();
    QVERIFY2(goTo(Page::Run), texts());
    QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("runLog")->toPlainText().contains(QLatin1String("copying")),
                             patience);
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest()));
    QCOMPARE(button("stop")->text(), QStringLiteral("Stop and undo"));
    QVERIFY(!button("stop")->toolTip().isEmpty());
    QVERIFY2(press("stop"), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("undone")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
}

void TestWizardTroubles::pastTheReturnItIsResumed()
{
    trial::mood.slow = true;
    open("trial-destructive");
    QVERIFY2(goTo(Page::Confirm), texts());
    QTest::keyClicks(find<QLineEdit>("confirmWord"), nameOfTest());
    QVERIFY2(press("next"), texts());
    QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("runLog")->toPlainText().contains(QLatin1String("copying")),
                             patience);
    QCOMPARE(button("stop")->text(), QStringLiteral("Stop"));
    QVERIFY(button("stop")->toolTip().contains(QLatin1String("point of no return")));
    QVERIFY2(press("stop"), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("half-way")));
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest()));
    QVERIFY(!button("undo")->isEnabled());
    QVERIFY(button("undo")->toolTip().contains(QLatin1String("point of no return")));
    QVERIFY2(press("resume"), texts());
    QTRY_VERIFY(find<QLineEdit>("resumeWord"));
    QVERIFY2(!button("resumeNow")->isEnabled(), "the word is asked for as at first");
    QTest::keyClicks(find<QLineEdit>("resumeWord"), nameOfTest());
    QVERIFY2(press("resumeNow"), texts());
    // The half minute of the slow step is part of the plan: stopped once more, it is still half-way.
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Run, patience);
    QVERIFY2(press("stop"), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY(find<QLabel>("outcome")->text().contains(QLatin1String("half-way")));
}

void TestWizardTroubles::aChangedSituationGoesBackToTheChecks()
{
    open();
    QVERIFY2(goTo(Page::Confirm), texts());
    trial::mood.generation = 2;
    QVERIFY2(press("next"), texts());
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->page() == Page::Checks && button("next")->isEnabled(), patience);
    QVERIFY(find<QLabel>("notice")->text().contains(QLatin1String("changed")));
    QVERIFY(!QFile::exists(trial::root() + u'/' + nameOfTest()));
    QVERIFY2(goTo(Page::Plan), texts());
    QVERIFY(find<QWidget>("differences"));
    QVERIFY(labels().contains(QLatin1String("Changed: Write the standby's settings")));
    QVERIFY2(goTo(Page::Run), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QFile written(trial::root() + u'/' + nameOfTest() + QStringLiteral("/standby.conf"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("generation = 2"));
}

void TestWizardTroubles::closingLeavesTheRunGoing()
{
    open();
    QVERIFY2(goTo(Page::Confirm), texts());
    QSignalSpy finished(&m_world.desk, &OperationDesk::finished);
    QVERIFY2(press("next"), texts());
    QCOMPARE(m_wizard->page(), Page::Run);
    QVERIFY(labels().contains(QLatin1String("You may close this window")));
    QVERIFY2(press("close"), texts());
    QTRY_VERIFY(!m_wizard);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(finished.first().at(1).value<RunOutcome>().state, OperationState::Done);
    QVERIFY(QFile::exists(trial::root() + u'/' + nameOfTest() + QStringLiteral("/standby.conf")));
}

void TestWizardTroubles::hostileNamesAreShownAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << QStringLiteral("<b>x<b> & <img src=x>");
    QTest::newRow("shell") << QStringLiteral("$(touch x); `id` 'q' \"d\"");
    QTest::newRow("placeholders") << QStringLiteral("%1 %2 %n");
    QTest::newRow("unicode") << QStringLiteral("größe 象 \u202Eabc");
    QTest::newRow("long") << QString(63, u'W');
}

void TestWizardTroubles::hostileNamesAreShownAsTheyAre()
{
    QFETCH(QString, name);
    open("trial-destructive",
         {{QStringLiteral("name"), name}, {QStringLiteral("target-directory"), trial::root() + u'/' + name}});
    for (const Page page : {Page::Checks, Page::Plan, Page::Confirm}) {
        QVERIFY2(goTo(page), texts());
        QTRY_VERIFY_WITH_TIMEOUT(button("next")->isEnabled() || page == Page::Confirm, patience);
        for (const QLabel *label : m_wizard->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qUtf8Printable(label->text()));
    }
    QVERIFY(labels().contains(name));
    find<QLineEdit>("confirmWord")->setText(name);
    QVERIFY2(press("next"), texts());
    QTRY_COMPARE_WITH_TIMEOUT(m_wizard->page(), Page::Result, patience);
    QVERIFY2(QFile::exists(trial::root() + u'/' + name + QStringLiteral("/standby.conf")), qUtf8Printable(labels()));
    QVERIFY(m_wizard->width() < 1024);
}

QTEST_MAIN(TestWizardTroubles)
#include "test_wizard_troubles.moc"
