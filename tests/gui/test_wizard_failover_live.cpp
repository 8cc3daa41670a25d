// The failover wizard from its first page to its last, against a live cluster whose primary was killed.
#include "tests/gui/live_window.h"
#include "ui/theme/theme.h"

#include <QApplication>

using namespace howdah;
using namespace howdah::test;
using Page = OperationWizard::Page;

class TestWizardFailoverLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void thePrimaryItselfIsNoCandidate();
    void promotesWhenThePrimaryIsGone();

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveWindow> m_window;
};

void TestWizardFailoverLive::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Dark);
    m_lab = LiveLab::make(2);
    QVERIFY(m_lab);
    m_window = std::make_unique<LiveWindow>(*m_lab);
}

void TestWizardFailoverLive::cleanupTestCase()
{
    m_window.reset();
    m_lab.reset();
}

void TestWizardFailoverLive::thePrimaryItselfIsNoCandidate()
{
    OperationWizard *wizard = m_window->open("failover", {{QStringLiteral("candidate"), QStringLiteral("n1")}});
    QVERIFY(m_window->find<QLabel>("candidate-objection")->isVisible());
    QVERIFY(!m_window->find<QPushButton>("next")->isEnabled());
    wizard->close();
}

void TestWizardFailoverLive::promotesWhenThePrimaryIsGone()
{
    const QString before = m_lab->sql(
        QStringLiteral("n1"), QStringLiteral("CREATE TABLE kept AS SELECT 42 AS answer; SELECT answer FROM kept"));
    QCOMPARE(before, QStringLiteral("42"));
    QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n2")));
    QVERIFY(m_lab->waitUntilReplayed(QStringLiteral("n3")));
    m_lab->killNode(QStringLiteral("n1"));
    OperationWizard *wizard = m_window->open("failover");
    m_window->picture();
    QVERIFY2(m_window->goTo(Page::Checks), m_window->texts());
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->find<QPushButton>("next")->isEnabled(), m_window->texts(),
                              LiveWindow::patience);
    m_window->picture();
    QVERIFY2(m_window->goTo(Page::Confirm), m_window->texts());
    auto *word = m_window->find<QLineEdit>("confirmWord");
    QVERIFY(word);
    QVERIFY(!m_window->find<QPushButton>("next")->isEnabled());
    const QString candidate = m_window->find<QPushButton>("next")->text().section(QLatin1String(": "), -1);
    QTest::keyClicks(word, candidate);
    m_window->picture();
    QVERIFY2(m_window->goTo(Page::Run), m_window->texts());
    QVERIFY2(m_window->waitForResult(), m_window->texts());
    m_window->picture();
    QVERIFY2(m_window->outcome().startsWith(QLatin1String("Done")), m_window->texts());
    QCOMPARE(m_lab->sql(candidate, QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
    QCOMPARE(m_lab->sql(candidate, QStringLiteral("SELECT answer FROM kept")), QStringLiteral("42"));
    wizard->close();
}

QTEST_MAIN(TestWizardFailoverLive)
#include "test_wizard_failover_live.moc"
