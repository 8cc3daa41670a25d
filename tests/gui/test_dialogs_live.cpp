// Adding a live cluster from one of its nodes, and making a lab from the dialog.
#include "tests/support/live_lab.h"
#include "tests/support/live_sshd.h"
#include "ui/theme/theme.h"
#include "ui/window/add_cluster_dialog.h"
#include "ui/window/create_lab_dialog.h"
#include "ui/wizards/fold.h"
#include "tests/support/scratch.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace howdah;

namespace {

template <typename Widget> Widget *find(const QWidget &window, const char *name)
{
    return window.findChild<Widget *>(QLatin1String(name));
}

constexpr int patience = 120000;

/// A home of its own while it lives; every lab made in it is destroyed.
class LabHome
{
public:
    LabHome()
        : m_former(qgetenv("HOWDAH_HOME"))
    {
        qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    }
    ~LabHome()
    {
        Labs labs(hosts);
        constexpr Milliseconds timeout{60000};
        for (const Lab &lab : labs.all().valueOr({})) {
            const Result<void> destroyed = labs.destroy(lab.name, Deadline::after(timeout));
            if (!destroyed)
                qWarning("%s", qUtf8Printable(destroyed.error().full()));
        }
        qputenv("HOWDAH_HOME", m_former);
    }
    LabHome(const LabHome &) = delete;
    LabHome &operator=(const LabHome &) = delete;

    Hosts hosts;

private:
    std::unique_ptr<QTemporaryDir> m_home = test::scratchHome();
    QByteArray m_former;
};

} // namespace

class TestDialogsLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void findsTheWholeClusterFromOneNode_data();
    void findsTheWholeClusterFromOneNode();
    void reachesAClosedPortOverSsh();
    void makesALab();
    void stoppedNothingIsLeft();

private:
    std::unique_ptr<test::LiveLab> m_lab;
};

void TestDialogsLive::findsTheWholeClusterFromOneNode_data()
{
    QTest::addColumn<QString>("from");
    QTest::newRow("from the primary") << QStringLiteral("n1");
    QTest::newRow("from a standby") << QStringLiteral("n2");
}

void TestDialogsLive::findsTheWholeClusterFromOneNode()
{
    if (!m_lab)
        m_lab = test::LiveLab::make(1);
    QVERIFY(m_lab);
    QFETCH(QString, from);
    AddClusterDialog dialog({}, {}, m_lab->hosts());
    dialog.show();
    find<QLineEdit>(dialog, "connection")->setText(m_lab->connInfo(from).toString());
    QTest::mouseClick(find<QPushButton>(dialog, "findNodes"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(dialog, "foundHead") || find<QLabel>(dialog, "errorMessage"), patience);
    auto *head = find<QLabel>(dialog, "foundHead");
    QVERIFY2(head, qUtf8Printable(head ? QString() : find<QLabel>(dialog, "errorMessage")->text()));
    QCOMPARE(head->text(), QStringLiteral("Nodes found: 2"));
    find<QLineEdit>(dialog, "clusterName")->setText(QStringLiteral("found"));
    QVERIFY(find<QPushButton>(dialog, "addCluster")->isEnabled());
    if (const QString directory = qEnvironmentVariable("HOWDAH_PICTURES"); !directory.isEmpty())
        dialog.grab().save(QStringLiteral("%1/live-add-cluster-%2.png").arg(directory, from));
    QTest::mouseClick(find<QPushButton>(dialog, "addCluster"), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const ClusterDefinition cluster = dialog.cluster();
    QCOMPARE(cluster.name, QStringLiteral("found"));
    QCOMPARE(cluster.nodes.size(), 2);
    QVERIFY(!cluster.systemIdentifier.isEmpty());
}

/// The host's key is not on record yet: that is asked before anything else.
void TestDialogsLive::reachesAClosedPortOverSsh()
{
    const auto sshd = test::LiveSshd::make();
    if (!sshd)
        QSKIP(qPrintable(test::LiveSshd::skipReason()));
    if (!m_lab)
        m_lab = test::LiveLab::make(1);
    QVERIFY(m_lab);
    Hosts hosts;
    AddClusterDialog dialog({}, {}, hosts);
    dialog.show();
    find<QLineEdit>(dialog, "connection")
        ->setText(m_lab->connInfo(QStringLiteral("n1"))
                      .with(QStringLiteral("host"), QStringLiteral("db1.invalid"))
                      .toString());
    dialog.findChild<Fold *>(QStringLiteral("way"))->setOpen(true);
    find<QLineEdit>(dialog, "wayHost")->setText(QStringLiteral("ssh:unknown"));
    QTest::mouseClick(find<QPushButton>(dialog, "findNodes"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(dialog, "acceptKey") || find<QLabel>(dialog, "errorMessage"), patience);
    QVERIFY(find<QPushButton>(dialog, "acceptKey"));
    QVERIFY(find<QLabel>(dialog, "fingerprint")->text().contains(sshd->hostKeyFingerprint()));
    QVERIFY(!find<QPushButton>(dialog, "addCluster")->isEnabled());
    const QString directory = qEnvironmentVariable("HOWDAH_PICTURES");
    QCoreApplication::processEvents(); // it grows with what it shows
    if (!directory.isEmpty())
        dialog.grab().save(directory + QStringLiteral("/add-cluster-over-ssh-question.png"));
    QTest::mouseClick(find<QPushButton>(dialog, "acceptKey"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(dialog, "foundHead") || find<QLabel>(dialog, "errorMessage"), 120000);
    auto *head = find<QLabel>(dialog, "foundHead");
    QVERIFY2(head, qUtf8Printable(head ? QString() : find<QLabel>(dialog, "errorMessage")->text()));
    QCOMPARE(head->text(), QStringLiteral("Nodes found: 2"));
    QCoreApplication::processEvents();
    if (!directory.isEmpty())
        dialog.grab().save(directory + QStringLiteral("/add-cluster-over-ssh.png"));
    for (const NodeDefinition &node : dialog.cluster().nodes)
        QCOMPARE(node.hostId, QStringLiteral("ssh:unknown"));
}

void TestDialogsLive::makesALab()
{
    m_lab.reset();
    LabHome home;
    CreateLabDialog dialog(home.hosts, {});
    QSignalSpy ended(&dialog, &QDialog::finished);
    dialog.show();
    find<QLineEdit>(dialog, "labName")->setText(QStringLiteral("by dialog"));
    find<QSpinBox>(dialog, "labStandbys")->setValue(1);
    find<QDoubleSpinBox>(dialog, "labWorkload")->setValue(0);
    QTest::mouseClick(find<QPushButton>(dialog, "createLab"), Qt::LeftButton);
    QVERIFY(!find<QPushButton>(dialog, "createLab")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty() || find<QLabel>(dialog, "errorMessage"), patience);
    QVERIFY2(!ended.isEmpty(), qUtf8Printable(find<QPlainTextEdit>(dialog, "labProgress")->toPlainText()));
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.cluster().name, QStringLiteral("by dialog"));
    QCOMPARE(dialog.cluster().nodes.size(), 2);
    QVERIFY(!find<QPlainTextEdit>(dialog, "labProgress")->toPlainText().isEmpty());
}

void TestDialogsLive::stoppedNothingIsLeft()
{
    LabHome home;
    CreateLabDialog dialog(home.hosts, {});
    QSignalSpy ended(&dialog, &QDialog::finished);
    dialog.show();
    QTest::mouseClick(find<QPushButton>(dialog, "createLab"), Qt::LeftButton);
    auto *progress = find<QPlainTextEdit>(dialog, "labProgress");
    QTRY_VERIFY_WITH_TIMEOUT(!progress->toPlainText().isEmpty(), patience);
    QTest::mouseClick(find<QPushButton>(dialog, "cancelLab"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(dialog, "createLab")->isEnabled(), patience);
    QVERIFY(ended.isEmpty()); // stopped, not closed
    QVERIFY2(progress->toPlainText().contains(QLatin1String("Stopped")), qUtf8Printable(progress->toPlainText()));
    QVERIFY(Labs(home.hosts).all().valueOr({}).isEmpty());
    QTest::mouseClick(find<QPushButton>(dialog, "cancelLab"), Qt::LeftButton);
    QCOMPARE(ended.size(), 1);
}

QTEST_MAIN(TestDialogsLive)
#include "test_dialogs_live.moc"
