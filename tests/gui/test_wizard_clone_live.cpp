// The clone wizard from its first page to its last, against a live cluster.
#include "tests/gui/live_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPlainTextEdit>

using namespace howdah;
using namespace howdah::test;
using Page = OperationWizard::Page;

class TestWizardCloneLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void clonesAStandby();
    void aTakenNameIsRefusedInPlace();
    void stoppedInTheCopyNothingIsLeft();
    void aNameFullOfTraps();

private:
    [[nodiscard]] QStringList nodes() const;
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveWindow> m_window;
};

void TestWizardCloneLive::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    m_lab = LiveLab::make(1);
    QVERIFY(m_lab);
    m_window = std::make_unique<LiveWindow>(*m_lab);
}

void TestWizardCloneLive::cleanupTestCase()
{
    m_window.reset();
    m_lab.reset();
}

QStringList TestWizardCloneLive::nodes() const
{
    QStringList names;
    const Result<ClusterDefinition> cluster = m_window->registry().find(m_lab->lab().name);
    if (cluster) {
        for (const NodeDefinition &node : cluster->nodes)
            names << node.name;
    }
    return names;
}

void TestWizardCloneLive::clonesAStandby()
{
    OperationWizard *wizard = m_window->open("clone");
    m_window->picture();
    QVERIFY2(m_window->goTo(Page::Checks), m_window->texts());
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->find<QPushButton>("next")->isEnabled(), m_window->texts(),
                              LiveWindow::patience);
    m_window->picture();
    QVERIFY2(m_window->goTo(Page::Confirm), m_window->texts());
    QVERIFY2(m_window->find<QPushButton>("next")->text().contains(QLatin1String("n3")), m_window->texts());
    QVERIFY2(m_window->goTo(Page::Run), m_window->texts());
    QVERIFY2(m_window->waitForResult(), m_window->texts());
    m_window->picture();
    QVERIFY2(m_window->outcome().startsWith(QLatin1String("Done")), m_window->texts());
    QVERIFY(m_lab->waitUntilStreaming(QStringLiteral("n3")));
    QVERIFY(nodes().contains(QLatin1String("n3")));
    wizard->close();
}

void TestWizardCloneLive::aTakenNameIsRefusedInPlace()
{
    OperationWizard *wizard = m_window->open("clone");
    auto *name = m_window->find<QLineEdit>("name");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("n2"));
    QVERIFY(m_window->find<QLabel>("name-objection")->isVisible());
    QVERIFY(!m_window->find<QPushButton>("next")->isEnabled());
    wizard->close();
}

void TestWizardCloneLive::stoppedInTheCopyNothingIsLeft()
{
    const QStringList before = nodes();
    const QString slotsBefore =
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_replication_slots"));
    OperationWizard *wizard = m_window->open("clone", {{QStringLiteral("rate"), QStringLiteral("200k")}});
    const auto target = [this] { return m_window->find<QLineEdit>("target-directory")->text(); };
    QVERIFY2(m_window->goTo(Page::Run), m_window->texts());
    const QString directory = target();
    const auto copying = [this] {
        return m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_stat_progress_basebackup")) !=
               QLatin1String("0");
    };
    QTRY_VERIFY2_WITH_TIMEOUT(copying(), m_window->texts(), LiveWindow::patience);
    m_window->picture();
    QVERIFY2(m_window->press("stop"), m_window->texts());
    QVERIFY2(m_window->waitForResult(), m_window->texts());
    QVERIFY2(m_window->outcome().contains(QLatin1String("undone")), m_window->texts());
    QVERIFY(!QFileInfo::exists(directory));
    QCOMPARE(nodes(), before);
    QCOMPARE(m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_replication_slots")),
             slotsBefore);
    wizard->close();
}

void TestWizardCloneLive::aNameFullOfTraps()
{
    const QString name = QStringLiteral("knoten 'ß' \"$(id)\"; <b>x");
    OperationWizard *wizard = m_window->open("clone", {{QStringLiteral("name"), name}});
    QVERIFY2(m_window->goTo(Page::Run), m_window->texts());
    QVERIFY2(m_window->waitForResult(), m_window->texts());
    QVERIFY2(m_window->outcome().startsWith(QLatin1String("Done")), m_window->texts());
    QVERIFY(nodes().contains(name));
    QCOMPARE(m_lab->sql(name, QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
    wizard->close();
}

QTEST_MAIN(TestWizardCloneLive)
#include "test_wizard_clone_live.moc"
