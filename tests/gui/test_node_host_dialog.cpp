// Naming a node's host against a real sshd and a real server: what is seen, what is asked, what is refused.
#include "tests/gui/accessible_names.h"
#include "tests/support/live_lab.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"
#include "ui/theme/theme.h"
#include "ui/window/node_host_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

constexpr int patience = 60000;

template <typename Widget> Widget *find(const QWidget &window, const char *name)
{
    return window.findChild<Widget *>(QLatin1String(name));
}

QString textOf(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->isVisibleTo(&dialog))
            texts << label->text();
    return texts.join(u'\n');
}

/// For somebody to look at, where HOWDAH_PICTURES names a directory.
void picture(QWidget &dialog, const QString &name)
{
    const QString directory = qEnvironmentVariable("HOWDAH_PICTURES");
    QCoreApplication::processEvents(); // it grows with what it shows
    if (!directory.isEmpty())
        QVERIFY(dialog.grab().save(QDir(directory).filePath(name + QStringLiteral(".png"))));
}

} // namespace

class TestNodeHostDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServerIsSeenBeforeItsHostIsKept();
    void anUnknownKeyIsAQuestion();
    void whatCannotBeIsSaid_data();
    void whatCannotBeIsSaid();
    void noHostNeedsNoTest();
    void anotherServersHostIsRefused();
    void aStoppedTestSaysNothing();
    void everythingHasAName();

private:
    [[nodiscard]] NodeDefinition node(const QString &hostId = {}) const
    {
        return {.name = QStringLiteral("n1"), .connInfo = m_server->connInfo(), .hostId = hostId};
    }
    std::unique_ptr<NodeHostDialog> shown(const NodeDefinition &node)
    {
        auto dialog = std::make_unique<NodeHostDialog>(node, m_environment);
        dialog->show();
        return dialog;
    }
    static void test(NodeHostDialog &dialog, const QString &host)
    {
        find<QLineEdit>(dialog, "nodeHost")->setText(host);
        QTest::mouseClick(find<QPushButton>(dialog, "testHost"), Qt::LeftButton);
    }

    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveServer> m_server;
    Hosts m_hosts;
    Environment m_environment;
};

void TestNodeHostDialog::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    m_server = LiveServer::make();
    QVERIFY(m_server);
    m_environment.hosts = &m_hosts;
}

void TestNodeHostDialog::theServerIsSeenBeforeItsHostIsKept()
{
    const auto dialog = shown(node());
    auto *keep = find<QPushButton>(*dialog, "keepHost");
    find<QLineEdit>(*dialog, "nodeHost")->setText(QStringLiteral("ssh:good"));
    QVERIFY(!keep->isEnabled() && !keep->toolTip().isEmpty());
    QTest::mouseClick(find<QPushButton>(*dialog, "testHost"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(keep->isEnabled(), patience);
    QVERIFY2(textOf(*dialog).contains(m_server->dataDirectory()), qPrintable(textOf(*dialog)));
    picture(*dialog, QStringLiteral("node-host-seen"));
    QTest::mouseClick(keep, Qt::LeftButton);
    QCOMPARE(dialog->result(), int(QDialog::Accepted));
    QCOMPARE(dialog->hostId(), QStringLiteral("ssh:good"));
}

void TestNodeHostDialog::anUnknownKeyIsAQuestion()
{
    const auto dialog = shown(node());
    test(*dialog, QStringLiteral("ssh:unknown"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(*dialog, "acceptKey"), patience);
    QVERIFY(find<QLabel>(*dialog, "fingerprint")->text().contains(m_sshd->hostKeyFingerprint()));
    QVERIFY(!find<QPushButton>(*dialog, "keepHost")->isEnabled());
    picture(*dialog, QStringLiteral("node-host-question"));
    QTest::mouseClick(find<QPushButton>(*dialog, "acceptKey"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(*dialog, "keepHost")->isEnabled(), patience);
}

void TestNodeHostDialog::whatCannotBeIsSaid_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("says");
    QTest::newRow("another key is on record") << "ssh:changed"
                                              << "another host key than the one on record";
    QTest::newRow("not let in") << "ssh:refused"
                                << "accepts none of our keys";
    QTest::newRow("no such kind") << "db1"
                                  << "of a kind that Howdah does not know";
}

void TestNodeHostDialog::whatCannotBeIsSaid()
{
    QFETCH(QString, host);
    QFETCH(QString, says);
    const auto dialog = shown(node());
    test(*dialog, host);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(says), patience);
    QVERIFY(!find<QPushButton>(*dialog, "keepHost")->isEnabled());
    QVERIFY(!find<QPushButton>(*dialog, "acceptKey"));
    picture(*dialog, QStringLiteral("node-host-") + QString(host).replace(u':', u'-'));
}

void TestNodeHostDialog::noHostNeedsNoTest()
{
    const auto dialog = shown(node(QStringLiteral("ssh:good")));
    QVERIFY2(find<QPushButton>(*dialog, "keepHost")->isEnabled(), "what is on record may stay");
    find<QLineEdit>(*dialog, "nodeHost")->clear();
    QVERIFY(find<QPushButton>(*dialog, "keepHost")->isEnabled());
    QVERIFY(!find<QPushButton>(*dialog, "testHost")->isEnabled());
}

void TestNodeHostDialog::anotherServersHostIsRefused()
{
    // Its answers name a directory in which, on that host, another server runs.
    const std::unique_ptr<LiveServer> other = LiveServer::make();
    QVERIFY(other);
    other->setParameter(QStringLiteral("cluster_name"), QStringLiteral("other"));
    QFile file(other->dataDirectory() + QStringLiteral("/postmaster.pid"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray lines = file.readAll();
    lines.replace('\n' + QByteArray::number(other->port()) + '\n', "\n1\n");
    file.seek(0);
    file.write(lines);
    file.close();
    NodeDefinition asked = node();
    asked.connInfo = other->connInfo();
    const auto dialog = shown(asked);
    test(*dialog, QStringLiteral("ssh:good"));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(QLatin1String("is not the host where the server of n1 runs")), patience);
    QVERIFY(!find<QPushButton>(*dialog, "keepHost")->isEnabled());
}

void TestNodeHostDialog::aStoppedTestSaysNothing()
{
    const auto dialog = shown(node());
    m_sshd->pause();
    test(*dialog, QStringLiteral("ssh:good"));
    QTest::mouseClick(find<QPushButton>(*dialog, "testHost"), Qt::LeftButton);
    m_sshd->resume();
    QCOMPARE(find<QPushButton>(*dialog, "testHost")->text(), QStringLiteral("Test"));
    QVERIFY(!find<QPushButton>(*dialog, "keepHost")->isEnabled());
}

void TestNodeHostDialog::everythingHasAName()
{
    const auto dialog = shown(node());
    QCOMPARE(widgetsWithoutName(dialog.get()), QStringList());
}

QTEST_MAIN(TestNodeHostDialog)
#include "test_node_host_dialog.moc"
